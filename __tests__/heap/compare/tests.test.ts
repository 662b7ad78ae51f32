import { expect, it } from '@jest/globals';
import {
  compare,
  packagesToMeasureMore,
  type CompareInput,
} from '../../../src/heap/compare/compare.ts';
import type { MetricVerdict, PackageComparison } from '../../../src/report/comparison-schema.ts';
import type { HeapFunction, HeapRecord, HeapTest } from '../../../src/report/heap-schema.ts';
import {
  compareInput,
  heapFunction,
  heapRecord,
  heapTest,
  MiB,
  packageBase,
} from '../../support/heap-comparison.ts';

/** A package whose figures are the sums of its tests. */
function packageOf(tests: HeapTest[], functions: HeapFunction[] = []): HeapRecord {
  const sum = (of: (test: HeapTest) => number): number =>
    tests.reduce((all, test) => all + of(test), 0);
  return heapRecord({
    tests,
    functions,
    metrics: {
      allocBytes: sum((test) => test.allocBytes),
      allocObjects: sum((test) => test.allocObjects),
      inuseBytes: sum((test) => test.inuseBytes),
    },
  });
}

/** Head and base measured three times with the same figures. */
function compared(
  base: HeapRecord,
  head: HeapRecord,
  settings: Partial<CompareInput['settings']> = {},
): PackageComparison {
  const again = { head: [head, head], base: [base, base] };
  const [found] = compare(
    compareInput({ heads: [head], bases: [packageBase(base)], again, settings }),
  ).packages;
  if (found === undefined) throw new Error('no package');
  return found;
}

function verdicts({
  metrics,
  tests,
}: PackageComparison): Record<string, MetricVerdict | undefined> {
  const of = (figures: PackageComparison['metrics']): MetricVerdict | undefined =>
    figures.find(({ metric }) => metric === 'allocBytes')?.verdict;
  return {
    package: of(metrics),
    ...Object.fromEntries(tests.map((row) => [row.test, of(row.metrics)])),
  };
}

it('the growth of one test does not drown in its package', () => {
  const base = packageOf([heapTest('TestBig', 500 * MiB), heapTest('TestSmall', 10 * MiB)]);
  const head = packageOf([heapTest('TestBig', 500 * MiB), heapTest('TestSmall', 11 * MiB)]);
  const found = compared(base, head);
  expect(verdicts(found)).toEqual({ package: 'same', TestSmall: 'regressed' });
  expect(found.verdict).toBe('regressed');
});

it('a test blocks only where its noise is known, by eight records or by the runs of the base', () => {
  const [base, head] = [10, 11].map((size) =>
    packageOf([heapTest('TestBig', 500 * MiB), heapTest('TestSmall', size * MiB)]),
  ) as [HeapRecord, HeapRecord];
  const verdict = (older: HeapRecord[]): MetricVerdict | undefined =>
    compare(
      compareInput({
        heads: [head],
        bases: [packageBase(base, { older })],
        again: { head: [head, head], base: [] },
      }),
    ).packages[0]?.verdict;
  expect(verdict([])).toBe('unconfirmed');
  expect(verdict(Array<HeapRecord>(7).fill(base))).toBe('regressed');
  // It was as high not long ago.
  expect(verdict([base, base, head, base, base, base, base, base])).toBe('unconfirmed');
});

it('what a new test allocates is no growth of the package, and what it leaves in use is', () => {
  const base = packageOf([heapTest('TestA', 10 * MiB)]);
  const head = packageOf([heapTest('TestA', 10 * MiB), heapTest('TestNew', 30 * MiB, 3 * MiB)]);
  const found = compared(base, head);
  expect(verdicts(found)).toEqual({ package: 'same' });
  expect(found.metrics.map(({ metric, verdict }) => [metric, verdict])).toContainEqual([
    'inuseBytes',
    'regressed',
  ]);
  expect(found.metrics[0]?.because).toBe(
    '40.0 MiB; 40.5 MiB is the limit, from the relative threshold; new tests account for 30.0 MiB',
  );
});

it('a removed test does not hide the growth of another', () => {
  const base = packageOf([heapTest('TestA', 10 * MiB), heapTest('TestGone', 10 * MiB)]);
  const head = packageOf([heapTest('TestA', 15 * MiB)]);
  const found = compared(base, head);
  expect(verdicts(found)).toEqual({ package: 'regressed', TestA: 'regressed' });
  expect(found.metrics[0]?.because).toBe(
    '15.0 MiB instead of 20.0 MiB, the smallest of 3 measurements; 11.0 MiB is the limit, from the relative threshold',
  );
});

it('work that moves from a removed test to the next one warns, because no function allocates more', () => {
  const functions = (work: number): HeapFunction[] => [
    heapFunction('m.fillCache', 5 * MiB),
    heapFunction('m.work', work * MiB),
  ];
  const base = packageOf([heapTest('TestA', 6 * MiB), heapTest('TestB', MiB)], functions(2));
  const head = packageOf([heapTest('TestB', 6 * MiB)], functions(1));
  const found = compared(base, head);
  expect(verdicts(found)).toEqual({ package: 'warned', TestB: 'warned' });
  expect(found.tests[0]?.metrics[0]?.because).toMatch(/other tests did this work before$/);
});

it('what no test did is judged with the package alone', () => {
  const base = packageOf([heapTest('shared', 10 * MiB), heapTest('TestA', 200 * MiB)]);
  const head = packageOf([heapTest('shared', 20 * MiB), heapTest('TestA', 200 * MiB)]);
  expect(verdicts(compared(base, head))).toEqual({ package: 'same' });
});

it('where a record does not name all tests, none counts as new', () => {
  const base = packageOf([heapTest('TestA', 10 * MiB), heapTest('(others)', MiB)]);
  const head = packageOf([
    heapTest('TestA', 10 * MiB),
    heapTest('TestB', 5 * MiB),
    heapTest('(others)', MiB),
  ]);
  expect(verdicts(compared(base, head))).toEqual({ package: 'regressed' });
});

it('names at most twenty tests, worst first', () => {
  const tests = (factor: number): HeapTest[] =>
    Array.from({ length: 40 }, (_, number) =>
      heapTest(`Test${String(number)}`, (1 + (factor * number) / 40) * 10 * MiB),
    );
  const found = compared(packageOf(tests(0)), packageOf(tests(1)));
  expect(found.tests).toHaveLength(20);
  expect(found.tests[0]?.test).toBe('Test39');
});

it('five hundred tests with a long history take well below a second', () => {
  const tests = (size: number): HeapTest[] =>
    Array.from({ length: 500 }, (_, number) => heapTest(`Test${String(number)}`, size * MiB));
  const base = packageOf(tests(10));
  const head = packageOf(tests(20));
  const older = Array<HeapRecord>(200).fill(base);
  const before = process.cpuUsage();
  const found = compare(
    compareInput({
      heads: [head],
      bases: [packageBase(base, { older })],
      again: { head: [head, head], base: [base, base] },
    }),
  );
  expect(found.packages[0]?.verdict).toBe('regressed');
  expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
});

it('a single test that would block on few runs is measured further, not what grew as a whole', () => {
  const sized = (big: number, small: number): HeapRecord =>
    packageOf([heapTest('TestBig', big * MiB), heapTest('TestSmall', small * MiB)]);
  const repeated = (record: HeapRecord, times: number): HeapRecord[] =>
    Array.from({ length: times }, () => record);
  const base = sized(500, 10);
  const more = (head: HeapRecord, runs: number, first = head): unknown =>
    packagesToMeasureMore(
      compare(
        compareInput({
          heads: [first],
          bases: [packageBase(base)],
          again: { head: repeated(head, runs), base: repeated(base, runs) },
        }),
      ),
    );
  const small = sized(500, 11);
  expect(more(small, 2)).toEqual([{ package: 'm/p', leg: 'memory' }]);
  expect(more(small, 4)).toEqual([]);
  expect(more(sized(600, 11), 2)).toEqual([]);
  expect(more(base, 2, small)).toEqual([]);
});
