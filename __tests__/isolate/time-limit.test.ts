import { expect, test } from '@jest/globals';
import { timeLimit } from '../../src/isolate/time-limit.ts';

test('what did not run into its timeout keeps it', () => {
  expect(timeLimit(null, 120_000).timeoutMs(true)).toBeNull();
  expect(timeLimit(0, 120_000).timeoutMs(false)).toBeNull();
});

test('a timeout that is short enough stays', () => {
  const limit = timeLimit(5000, 120_000);
  expect([limit.timeoutMs(false), limit.timeoutMs(true)]).toEqual([null, null]);
});

test('shares of the time, until it is known when the test began', () => {
  const limit = timeLimit(600_000, 120_000);
  expect([limit.timeoutMs(false), limit.timeoutMs(true)]).toEqual([10_000, 40_000]);
  limit.hung(100);
  expect([limit.timeoutMs(false), limit.timeoutMs(true)]).toEqual([10_000, 10_000]);
});

test('what ran before the test gets its time', () => {
  const limit = timeLimit(600_000, 120_000);
  limit.hung(12_300);
  expect(limit.timeoutMs(false)).toBe(30_000);
});
