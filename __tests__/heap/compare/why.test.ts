import { expect, it } from '@jest/globals';
import { explainGrowth } from '../../../src/heap/compare/why.ts';
import type { HeapFunction, HeapTest } from '../../../src/report/heap-schema.ts';
import { heapFunction, heapRecord, heapTest, KiB, MiB } from '../../support/heap-comparison.ts';

function functionsOf(base: HeapFunction[], ...heads: HeapFunction[][]): (string | undefined)[] {
  const records = heads.map((functions) => heapRecord({ functions }));
  const why = explainGrowth(heapRecord({ functions: base }), records, 'allocBytes');
  return (why?.functions ?? []).map((row) => row.function);
}

it('names the five functions that grew most, with their lines', () => {
  const sizes = [1, 7, 3, 6, 4, 5, 2];
  const base = sizes.map((_, number) => heapFunction(`m.f${String(number)}`, 10 * MiB));
  const head = sizes.map((size, number) => heapFunction(`m.f${String(number)}`, (10 + size) * MiB));
  expect(functionsOf(base, head)).toEqual(['m.f1', 'm.f3', 'm.f5', 'm.f4', 'm.f2']);
  const why = explainGrowth(
    heapRecord({ functions: base }),
    heapRecord({ functions: head }),
    'allocBytes',
  );
  expect(why?.functions[0]).toMatchObject({
    ...{ function: 'm.f1', file: 'p/p.go', line: 7 },
    base: { allocBytes: 10 * MiB },
    head: { allocBytes: 17 * MiB },
    lines: [{ line: 9, allocBytes: 17 * MiB, source: '' }],
  });
  expect(why).toMatchObject({
    metric: 'allocBytes',
    escapes: [],
    escapesMissing: null,
    command: null,
  });
});

it('functions that shrank, those without a name and those that did not change are left out', () => {
  const base = [
    heapFunction('m.less', 2 * MiB),
    heapFunction('m.same', MiB),
    heapFunction('(others)', MiB),
  ];
  const head = [
    heapFunction('m.less', MiB),
    heapFunction('m.same', MiB),
    heapFunction('(others)', 9 * MiB),
    heapFunction('m.new', MiB),
  ];
  expect(functionsOf(base, head)).toEqual(['m.new']);
});

it('a small growth of a small function comes before the noise of a large one', () => {
  const base = [heapFunction('m.large', 400 * MiB), heapFunction('m.guilty', MiB)];
  const head = [heapFunction('m.large', 401.5 * MiB), heapFunction('m.guilty', 2 * MiB)];
  expect(functionsOf(base, head)).toEqual(['m.guilty', 'm.large']);
});

it('of several runs of the head the smallest charge counts', () => {
  const base = [heapFunction('m.wild', 10 * MiB), heapFunction('m.guilty', 10 * MiB)];
  const head = (wild: number): HeapFunction[] => [
    heapFunction('m.wild', wild * MiB),
    heapFunction('m.guilty', 12 * MiB),
  ];
  expect(functionsOf(base, head(15))).toEqual(['m.wild', 'm.guilty']);
  expect(functionsOf(base, head(15), head(10), head(16))).toEqual(['m.guilty']);
});

it('closures that got other numbers are paired by size', () => {
  const base = [heapFunction('m.Load.func1', 10 * MiB), heapFunction('m.Load.func2.1', 5 * MiB)];
  const head = [
    heapFunction('m.Load.func1', 2 * MiB),
    heapFunction('m.Load.func2', 10 * MiB),
    heapFunction('m.Load.func3.1', 5 * MiB),
  ];
  expect(functionsOf(base, head)).toEqual(['m.Load.func1']);
});

it('where tests grew and the package did not, their functions come first', () => {
  const functions = (noise: number, guilty: number): HeapFunction[] => [
    heapFunction('m.noise', noise * MiB, { test: 'TestBig' }),
    heapFunction('m.guilty', guilty * MiB, { test: 'TestSmall' }),
  ];
  const tests = (big: number, small: number): HeapTest[] => [
    heapTest('TestBig', big * MiB),
    heapTest('TestSmall', small * MiB),
  ];
  const base = heapRecord({ functions: functions(100, 10), tests: tests(100, 10) });
  const head = heapRecord({ functions: functions(104, 12), tests: tests(104, 12) });
  const first = (suspects: string[]): string | undefined =>
    explainGrowth(base, head, 'allocBytes', new Set(suspects))?.functions[0]?.function;
  expect(first([])).toBe('m.noise');
  expect(first(['TestSmall'])).toBe('m.guilty');
});

it('names the tests that grew most', () => {
  const tests = (sizes: [string, number][]): HeapTest[] =>
    sizes.map(([test, size]) => heapTest(test, size * KiB));
  const base = heapRecord({
    tests: tests([
      ['TestA', 10],
      ['TestB', 10],
      ['TestC', 10],
    ]),
  });
  const head = heapRecord({
    tests: tests([
      ['TestA', 11],
      ['TestB', 15],
      ['TestC', 9],
      ['TestNew', 2],
      ['(others)', 99],
    ]),
  });
  expect(explainGrowth(base, head, 'allocBytes')?.tests.map(({ test }) => test)).toEqual([
    'TestB',
    'TestNew',
    'TestA',
  ]);
});

it('what functions have no figures of is explained by what comes next to it', () => {
  const record = heapRecord();
  const metricFor = (metric: Parameters<typeof explainGrowth>[2]): string | undefined =>
    explainGrowth(record, record, metric)?.metric;
  expect(metricFor('peakRssBytes')).toBe('allocBytes');
  expect(metricFor('allocsPerOp')).toBe('allocObjects');
  expect(metricFor('inuseBytes')).toBe('inuseBytes');
});

it('what grew by next to nothing beside the largest is left out', () => {
  const base = [heapFunction('m.guilty', 10 * MiB), heapFunction('sync.(*Pool).pinSlow', KiB)];
  const head = [heapFunction('m.guilty', 12 * MiB), heapFunction('sync.(*Pool).pinSlow', 21 * KiB)];
  expect(functionsOf(base, head)).toEqual(['m.guilty']);
});

it('a closure that is inlined into its caller now is the same function', () => {
  const file = 'shop/new.go';
  const base = [heapFunction('m/server.New.func1', 10 * MiB, { file })];
  const head = [
    heapFunction('m/server.TestServe.New.func2', 10 * MiB, { file }),
    heapFunction('m/server.Serve', MiB),
  ];
  expect(functionsOf(base, head)).toEqual(['m/server.Serve']);
});
