import { expect, it } from '@jest/globals';
import { compare } from '../../../src/heap/compare/compare.ts';
import type { Creep } from '../../../src/report/comparison-schema.ts';
import type { HeapRecord } from '../../../src/report/heap-schema.ts';
import { compareInput, heapRecord, MiB, packageBase } from '../../support/heap-comparison.ts';

/** Sizes in MiB, oldest first; the last is the head. */
function creepOf(...sizes: number[]): Creep[] {
  const records = sizes
    .toReversed()
    .map((size) => heapRecord({ metrics: { allocBytes: size * MiB } })) as [
    HeapRecord,
    HeapRecord,
    ...HeapRecord[],
  ];
  const [head, base, ...older] = records;
  const oldest = records.at(-1) ?? base;
  const old = {
    ...{ commit: 'e'.repeat(40), committedAt: '2026-10-21T00:00:00Z', reason: 'oldest of 30 days' },
    metrics: oldest.metrics,
  };
  return compare(compareInput({ heads: [head], bases: [packageBase(base, { older, old })] })).creep;
}

it('steps that are too small to count add up', () => {
  expect(creepOf(100, 103, 106, 109, 112, 115)).toEqual([
    {
      ...{ package: 'm/p', leg: 'memory', metric: 'allocBytes', commit: 'e'.repeat(40) },
      ...{ committedAt: '2026-10-21T00:00:00Z', reason: 'oldest of 30 days' },
      ...{ base: 100 * MiB, head: 115 * MiB },
    },
  ]);
});

it.each<[string, number[]]>([
  ['small steps up and down', [100, 103, 100, 103, 100, 103]],
  ['one step that counted when it came', [100, 100, 140, 140, 140, 140]],
  ['a step of the head itself, which is judged by itself', [100, 100, 100, 100, 100, 140]],
  ['less than there was', [100, 60, 62, 64, 66, 68]],
])('%s: none', (_, sizes) => {
  expect(creepOf(...sizes)).toEqual([]);
});

it('nothing without an old record', () => {
  const bases = [packageBase(heapRecord())];
  expect(compare(compareInput({ heads: [heapRecord()], bases })).creep).toEqual([]);
});
