import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changePoints } from '../../../src/heap/compare/change-point.ts';
import { seededNoise } from '../../support/seeded-noise.ts';

function level(length: number, mean: number, noise: () => number): number[] {
  return Array.from({ length }, () => mean + noise());
}

describe('finds where a level changes', () => {
  it('one step', () => {
    const noise = seededNoise(1);
    const [found, ...more] = changePoints([...level(10, 100, noise), ...level(10, 110, noise)]);
    expect(more).toEqual([]);
    expect(found?.index).toBe(10);
    expect(found?.before).toBeCloseTo(100, -0.5);
    expect(found?.after).toBeCloseTo(110, -0.5);
    expect(found?.probability).toBeGreaterThan(0.99);
  });

  it('several, up and down', () => {
    const series = [10, 20, 5].flatMap((mean) => Array<number>(8).fill(mean));
    expect(changePoints(series)).toMatchObject([
      { index: 8, before: 10, after: 20 },
      { index: 16, before: 20, after: 5 },
    ]);
  });

  it('in eight values at the least', () => {
    expect(changePoints([1, 1, 1, 9, 9, 9])).toEqual([]);
    expect(changePoints([1, 1, 1, 1, 9, 9, 9, 9])).toMatchObject([
      { index: 4, before: 1, after: 9 },
    ]);
  });

  it('three times the noise, in nine of ten series of 10 + 5 values', () => {
    const noise = seededNoise(3);
    const found = Array.from({ length: 60 }, () =>
      changePoints([...level(10, 100, noise), ...level(5, 103, noise)]),
    ).filter(([first]) => first !== undefined && Math.abs(first.index - 10) <= 2);
    expect(found.length).toBeGreaterThanOrEqual(54);
  });
});

it.each([8, 15, 40])(
  'in pure noise of %d values, with an outlier, it errs in one of twenty series',
  (length) => {
    const noise = seededNoise(length);
    const wrong = Array.from({ length: 100 }, () => {
      const series = level(length, 100, noise);
      series[length >> 1] = 1000;
      return changePoints(series);
    }).filter((found) => found.length > 0);
    expect(wrong.length).toBeLessThan(12);
  },
);

it('says the same of the same series', () => {
  const series = level(30, 100, seededNoise(4)).map((value, index) => value + (index > 20 ? 3 : 0));
  expect(changePoints(series)).toEqual(changePoints(series));
});

it('never throws, and every level it reports is one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double(), fc.integer({ min: 0, max: 3 })), { maxLength: 60 }),
      (series) => {
        const found = changePoints(series);
        const ends = [0, ...found.map(({ index }) => index), series.length];
        for (const [at, end] of ends.slice(1).entries())
          expect(end - (ends[at] ?? 0)).toBeGreaterThanOrEqual(found.length > 0 ? 3 : 0);
        for (const { probability } of found) expect(probability).toBeGreaterThanOrEqual(0.95);
      },
    ),
    { numRuns: 60 },
  );
});

it('a series of any length takes bounded time', () => {
  const series = level(20_000, 100, seededNoise(5)).map(
    (value, index) => value + (index > 19_900 ? 50 : 0),
  );
  const before = process.cpuUsage();
  expect(changePoints(series).map(({ index }) => index)).toContain(19_901);
  expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
});
