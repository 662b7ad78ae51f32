import { expect, it } from '@jest/globals';
import { growth, memoryGrowth } from '../../src/evidence/counters.ts';
import { level } from '../support/cause-facts.ts';

it.each([
  [1, 3, 2],
  [3, 3, 0],
  // A counter that went back belongs to another group of the same name.
  [3, 1, 0],
  [null, 3, null],
  [3, null, null],
])('from %j to %j: %j', (before, after, grown) => {
  expect(growth(before, after)).toBe(grown);
});

it('a level that vanished says nothing', () => {
  const before = [level(), level({ path: '/guard', oomKill: 4 })];
  const after = [level({ path: '/guard', oomKill: 6, limitBytes: 10, peakBytes: 9 })];
  const usageBytes = after[0]!.usageBytes;
  expect(memoryGrowth({ before, after })).toEqual([
    {
      ...{ path: '/guard', limitBytes: 10, peakBytes: 9, usageBytes },
      ...{ oom: 0, oomKill: 2, limitHits: 0 },
    },
  ]);
  expect(memoryGrowth(null)).toEqual([]);
});
