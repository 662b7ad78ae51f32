import { describe, expect, it } from '@jest/globals';
import { compare, type CompareInput } from '../../../src/heap/compare/compare.ts';
import type { Comparison } from '../../../src/report/comparison-schema.ts';
import type { Accept } from '../../../src/settings/heap.ts';
import {
  compareInput,
  heapRecord,
  heapTest,
  MiB,
  packageBase,
} from '../../support/heap-comparison.ts';

const entry: Accept = {
  package: './p',
  test: null,
  metric: 'allocBytes',
  cap: { kind: 'amount', amount: 16 * MiB },
  until: '2026-12-31',
  reason: 'the index is kept in memory now',
  where: '.crash-guard.yml: heap.accept.0',
};

/** m/p grew from 10 MiB to 15 MiB, all of it in TestIndex. */
function compared(accept: Accept[], of: Partial<CompareInput> = {}): Comparison {
  const record = (size: number): ReturnType<typeof heapRecord> =>
    heapRecord({
      metrics: { allocBytes: size * MiB },
      tests: [
        { ...heapTest('TestIndex', (size - 2) * MiB), allocObjects: 50_000 },
        { ...heapTest('TestOther', 2 * MiB), allocObjects: 50_000 },
      ],
    });
  const [base, head] = [record(10), record(15)];
  const again = { head: [head, head], base: [base, base] };
  return compare(
    compareInput({ heads: [head], bases: [packageBase(base)], again, settings: { accept }, ...of }),
  );
}

function verdict(accept: Partial<Accept>[], of: Partial<CompareInput> = {}): string | undefined {
  return compared(
    accept.map((one) => ({ ...entry, ...one })),
    of,
  ).packages[0]?.verdict;
}

describe('an entry accepts a growth of its package and metric up to its cap', () => {
  it.each<[string, Partial<Accept>, string]>([
    ['below the cap', {}, 'accepted'],
    ['above the cap', { cap: { kind: 'amount', amount: 14 * MiB } }, 'regressed'],
    ['below a factor', { cap: { kind: 'factor', factor: 1.5 } }, 'accepted'],
    ['above a factor', { cap: { kind: 'factor', factor: 1.49 } }, 'regressed'],
    ['on its last day', { until: '2026-11-21' }, 'accepted'],
    ['after it', { until: '2026-11-20' }, 'regressed'],
    ['another metric', { metric: 'inuseBytes' }, 'regressed'],
    ['another package', { package: './q' }, 'regressed'],
    [
      'the test that grew',
      { test: 'TestInd*', cap: { kind: 'amount', amount: 13 * MiB } },
      'accepted',
    ],
    ['another test', { test: 'TestOther' }, 'regressed'],
  ])('%s', (_, of, expected) => {
    expect(verdict([of])).toBe(expected);
  });
});

it('does not fail the run, and says until when and why', () => {
  const found = compared([entry]);
  expect(found.status).toBe('pass');
  expect(found.packages[0]?.metrics[0]?.because).toMatch(
    /; accepted up to 16\.0 MiB until 2026-12-31 \(\.crash-guard\.yml: heap\.accept\.0\): the index is kept in memory now$/,
  );
});

it('what is accepted needs no second measurement', () => {
  expect(verdict([{}], { again: { head: [], base: [] } })).toBe('accepted');
});

it('an entry that expired or means no package is named', () => {
  const found = compared(
    [
      { ...entry, until: '2026-01-31' },
      { ...entry, package: './stor/...', where: '.crash-guard.yml: heap.accept.1' },
    ],
    { problems: ['a record of m/p is damaged'] },
  );
  expect(found.problems).toEqual([
    'a record of m/p is damaged',
    '.crash-guard.yml: heap.accept.0: expired after 2026-01-31 and accepts nothing any more; remove it, or decide again and set a new day',
    '.crash-guard.yml: heap.accept.1: no package of this run is meant by "./stor/..."',
  ]);
});

it('the label accepts every growth of its commit', () => {
  const accepted = { actor: 'mira', at: '2026-11-21T09:00:00Z' };
  const found = compared([], { accepted });
  expect(found.packages[0]?.verdict).toBe('accepted');
  expect(found.packages[0]?.metrics[0]?.because).toMatch(
    /; accepted with the label memory-accepted by mira at 2026-11-21T09:00:00Z$/,
  );
});
