import { expect, it } from '@jest/globals';
import { heapFigures, type HeapFigures } from '../../src/heap/heap-figures.ts';
import { nowhereElse } from '../../src/heap/heap-places.ts';
import { readProfile } from '../../src/heap/profile.ts';
import { expectFiguresConserved } from '../support/conserved.ts';
import { profileOfStacks, type EncodedStack } from '../support/profile-of-stacks.ts';

function figuresOf(stacks: readonly EncodedStack[]): HeapFigures {
  const reading = readProfile(profileOfStacks(stacks).encode());
  if (reading.kind === 'refused') throw new Error(reading.because);
  return heapFigures(reading.profile, nowhereElse)!;
}

it('a function that calls itself through others counts once', () => {
  const names = ['m.a', 'm.b', 'm.a', 'm.b', 'm.a', 'm.TestA'];
  const figures = figuresOf([{ names, values: [3, 300, 2, 200] }]);
  expect(
    figures.functions.map((row) => [row.function, row.allocBytes, row.cumulativeAllocBytes]),
  ).toEqual([
    ['m.a', 300, 300],
    ['m.b', 0, 300],
    ['m.TestA', 0, 300],
  ]);
});

it('thousands of functions and tests become the largest ones and the rest', () => {
  const stacks = Array.from({ length: 3000 }, (_, i) => ({
    names: [`m.f${String(i)}`, `m.TestX${String(i)}`, 'testing.tRunner'],
    values: [1, 1000 + i, 1, i],
  }));
  const figures = figuresOf(stacks);
  expectFiguresConserved(figures);
  expect(figures.tests).toHaveLength(501);
  expect(figures.tests[0]).toMatchObject({ test: 'TestX2999', allocBytes: 3999 });
  expect(figures.tests.at(-1)?.test).toBe('(others)');
  expect(figures.functions.length).toBeLessThan(700);
  expect(figures.functions.at(-1)).toMatchObject({ function: '(others)', file: '', line: 0 });
  expect(figures.holders).toHaveLength(10);
});
