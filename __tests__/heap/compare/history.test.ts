import { expect, it } from '@jest/globals';
import { compare } from '../../../src/heap/compare/compare.ts';
import type { PackageComparison } from '../../../src/report/comparison-schema.ts';
import type { HeapMetrics } from '../../../src/report/heap-schema.ts';
import { compareInput, heapRecord, MiB, packageBase } from '../../support/heap-comparison.ts';

type Metrics = Partial<HeapMetrics>;

/** What a comparison keeps of the past; the older records come nearest first. */
function history(head: Metrics, base: Metrics, older: Metrics[]): PackageComparison['history'] {
  const record = (metrics: Metrics): ReturnType<typeof heapRecord> => heapRecord({ metrics });
  const input = compareInput({
    heads: [record(head)],
    bases: [packageBase(record(base), { older: older.map(record) })],
  });
  return compare(input).packages[0]?.history;
}

const past = [9, 8, 7].map((size) => ({ allocBytes: size * MiB }));

it('the worst figure that changed has its past, oldest first', () => {
  const found = history({ allocBytes: 20 * MiB }, { allocBytes: 10 * MiB }, past);
  expect(found?.metric).toBe('allocBytes');
  expect(found?.points.map(({ amount }) => amount / MiB)).toEqual([7, 8, 9, 10]);
  expect(found?.points.every(({ commit }) => commit !== '')).toBe(true);
});

it('at most 20 points, and none where a record lacks the figure', () => {
  const older = Array.from({ length: 40 }, (_, at) => ({ allocBytes: at % 2 === 0 ? null : MiB }));
  const found = history({ allocBytes: 20 * MiB }, { allocBytes: 10 * MiB }, older);
  expect(found?.points).toHaveLength(10);
});

it('what did not change has none', () => {
  const same = { allocBytes: 10 * MiB };
  expect(history(same, same, past)).toBeUndefined();
});
