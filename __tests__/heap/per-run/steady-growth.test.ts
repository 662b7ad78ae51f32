import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { steadyGrowth } from '../../../src/heap/per-run/steady-growth.ts';

const counts = [4, 32, 128];
const points = (
  bytes: (repetitions: number) => number,
  variance = 0,
): Parameters<typeof steadyGrowth>[0] =>
  counts.map((repetitions) => ({ repetitions, bytes: bytes(repetitions), variance }));

describe('growth with each repetition', () => {
  it.each<[string, (count: number) => number, number | null]>([
    ['a block each time', (count) => 4096 * count, 4096],
    ['on top of what is there anyway', (count) => 1e7 + 1000 * count, 1000],
    ['a slice that doubles its room', (count) => 2 ** Math.ceil(Math.log2(1000 * count)), 1024],
    ['nothing', () => 0, null],
    ['what is filled once', () => 1 << 20, null],
    ['a cache of eight', (count) => 4096 * Math.min(8, count), null],
    ['a cache of forty', (count) => 4096 * Math.min(40, count), null],
    ['a little', (count) => 10 * count, null],
    ['less and less', (count) => 1e6 - 100 * count, null],
    ['up and down', (count) => (count === 32 ? 1e6 : 100 * count), null],
    ['all at once at the end', (count) => (count === 128 ? 1e6 : 0), null],
  ])('%s', (_, bytes, want) => {
    expect(steadyGrowth(points(bytes))).toBe(want);
  });

  it('is not seen in what sampling makes of it', () => {
    expect(steadyGrowth(points((count) => 1000 * count, 1e8))).not.toBeNull();
    expect(steadyGrowth(points((count) => 1000 * count, 1e9))).toBeNull();
  });

  it('takes three points', () => {
    expect(steadyGrowth(points((count) => 4096 * count).slice(1))).toBeNull();
    expect(steadyGrowth([])).toBeNull();
  });

  it('is found at any rate of growth from a few hundred bytes on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1e6 }),
        fc.integer({ min: 0, max: 1e9 }),
        (each, before) => {
          expect(steadyGrowth(points((count) => before + each * count))).toBe(each);
        },
      ),
    );
  });
});
