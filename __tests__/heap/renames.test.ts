import { describe, expect, it } from '@jest/globals';
import { renames, unclearRenames } from '../../src/heap/renames.ts';
import type { HeapRecord } from '../../src/report/heap-schema.ts';
import { processorMs } from '../support/processor-time.ts';

const manyTests = ['TestAdd', 'TestRemove', 'TestTotal', 'TestEmpty', 'TestRound'];

function record(
  name: string,
  tests: readonly string[] = manyTests,
  allocBytes: number | null = 4_000_000,
  leg = 'memory',
): HeapRecord {
  return {
    package: name,
    leg,
    outcome: 'passed',
    metrics: {
      ...{ allocBytes, allocObjects: 1, inuseBytes: 1, inuseObjects: 1 },
      ...{ liveHeapPeakBytes: null, peakRssBytes: null, goroutinesAtEnd: null },
    },
    tests: [...tests, 'shared'].map((test) => ({
      ...{ test, allocBytes: 1, allocObjects: 1, inuseBytes: 0 },
    })),
    ...{ functions: [], holders: [], benchmarks: [] },
    sampling: { rate: 512, relativeError: 0.005 },
  };
}

const named = (removed: HeapRecord[], added: HeapRecord[]): object =>
  Object.fromEntries(renames(removed, added));

it('the same tests and amounts under another path', () => {
  expect(named([record('m/cart')], [record('m/internal/basket')])).toEqual({
    'm/internal/basket': 'm/cart',
  });
});

it('each package of several, by its own tests', () => {
  const removed = [record('m/a'), record('m/b', ['TestX', 'TestY', 'TestZ'])];
  const added = [record('m/d', ['TestX', 'TestY', 'TestZ']), record('m/c')];
  expect(named(removed, added)).toEqual({ 'm/c': 'm/a', 'm/d': 'm/b' });
});

it('one test more, and half as much again', () => {
  const now = record('m/basket', [...manyTests, 'TestNew'], 6_000_000);
  expect(named([record('m/cart')], [now])).toEqual({ 'm/basket': 'm/cart' });
});

it.each([
  ['other tests', [record('m/a')], [record('m/b', ['TestP', 'TestQ', 'TestR'])]],
  ['three times as much', [record('m/a')], [record('m/b', manyTests, 12_000_000)]],
  ['two packages that could have been it', [record('m/a'), record('m/b')], [record('m/c')]],
  ['two packages that it could have become', [record('m/a')], [record('m/b'), record('m/c')]],
  ['no figures now', [record('m/a')], [record('m/b', manyTests, null)]],
  ['no tests to know it by', [record('m/a', [])], [record('m/b', [])]],
  ['another leg', [record('m/a')], [record('m/b', manyTests, 4_000_000, 'other')]],
  ['a single test with a common name', [record('m/a', ['TestNew'])], [record('m/b', ['TestNew'])]],
  ['nothing removed', [], [record('m/b')]],
])('%s: no renaming', (_, removed, added) => {
  expect(named(removed, added)).toEqual({});
});

it('a package with one test is known when only its parent folder changed, and it allocates the same', () => {
  const [old, now] = [record('m/cart', ['TestNew']), record('m/internal/cart', ['TestNew'])];
  expect(named([old], [now])).toEqual({ 'm/internal/cart': 'm/cart' });
  expect(named([old], [record('m/internal/cart', ['TestNew'], 5_000_000)])).toEqual({});
});

it('in two legs: the same name in both, or none', () => {
  const both = (name: string): HeapRecord[] => [
    record(name),
    record(name, manyTests, 4_000_000, 'go1.25'),
  ];
  expect(named(both('m/a'), both('m/b'))).toEqual({ 'm/b': 'm/a' });
  const split = [record('m/a'), record('m/c', manyTests, 4_000_000, 'go1.25')];
  expect(named(split, both('m/b'))).toEqual({});
});

it('hundreds of packages take no time, and thousands are not looked at', () => {
  const tree = (prefix: string, count: number): HeapRecord[] =>
    Array.from({ length: count }, (_, index) =>
      record(`${prefix}/p${index}`, [`Test${index}A`, `Test${index}B`, `Test${index}C`]),
    );
  const alike = (prefix: string): HeapRecord[] =>
    Array.from({ length: 500 }, (_, index) => record(`${prefix}/p${index}`));
  let found: number[] = [];
  const spentMs = processorMs(() => {
    found = [
      renames(tree('old', 500), tree('new', 500)).size,
      renames(tree('old', 2000), tree('new', 2000)).size,
      renames(alike('old'), alike('new')).size,
    ];
  });
  expect(found).toEqual([500, 0, 0]);
  expect(spentMs).toBeLessThan(5000);
});

describe('a package with the tests of one that is gone, and other amounts', () => {
  const old = record('m/cart');

  it('is named where it allocates more: a growth may hide behind the new name', () => {
    const now = record('m/basket', manyTests, 11_000_000);
    expect(named([old], [now])).toEqual({});
    expect(unclearRenames([old], [now])).toEqual([
      'm/basket (memory) has the tests of m/cart, which is gone, and allocates 2.8 times as much: it was taken for a new package and not compared',
    ]);
  });

  it.each([
    ['it was renamed', [record('m/basket')]],
    ['it allocates less', [record('m/basket', manyTests, 1_000_000)]],
    ['it has other tests', [record('m/basket', ['TestA', 'TestB', 'TestC'], 11_000_000)]],
    ['a name or two are no evidence', [record('m/basket', ['TestAdd'], 11_000_000)]],
    ['it is in another leg', [record('m/basket', manyTests, 11_000_000, 'tags')]],
    ['several are like it', ['m/a', 'm/b'].map((name) => record(name, manyTests, 11_000_000))],
  ])('is not, where %s', (_, added) => {
    expect(unclearRenames([old], added)).toEqual([]);
  });
});
