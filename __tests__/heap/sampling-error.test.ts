import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseRate, memProfileRates } from '../../src/heap/rate.ts';
import { samplingError } from '../../src/heap/sampling-error.ts';
import { randomNumbers } from '../support/mutations.ts';

describe('the error of a sampled sum', () => {
  /** What Go's runtime would make of objects of some sizes: each is taken with 1 - exp(-size/rate) and stands for more. */
  function measure(objects: [size: number, count: number][], rate: number, next: () => number) {
    const error = samplingError(rate);
    let sum = 0;
    for (const [size, count] of objects) {
      const taken = 1 - Math.exp(-size / rate);
      let hits = 0;
      for (let i = 0; i < count; i++) if (next() < taken) hits++;
      error.add(hits / taken, (hits * size) / taken);
      sum += (hits * size) / taken;
    }
    return { sum, error: error.relative() };
  }

  it.each<[string, number, [number, number][]]>([
    [
      'small objects',
      512,
      [
        [16, 20_000],
        [32, 10_000],
      ],
    ],
    [
      'objects near the rate',
      512,
      [
        [400, 3000],
        [700, 2000],
      ],
    ],
    [
      'large objects',
      512,
      [
        [4096, 500],
        [1500, 800],
      ],
    ],
    [
      'a coarse rate',
      4096,
      [
        [64, 20_000],
        [8192, 100],
      ],
    ],
  ])('is what repeated measurements of %s show', (_, rate, objects) => {
    const next = randomNumbers(7);
    const runs = Array.from({ length: 200 }, () => measure(objects, rate, next));
    const mean = runs.reduce((total, { sum }) => total + sum, 0) / runs.length;
    const truth = objects.reduce((total, [size, count]) => total + size * count, 0);
    expect(mean / truth).toBeCloseTo(1, 2);
    const spread = Math.sqrt(
      runs.reduce((total, { sum }) => total + (sum - mean) ** 2, 0) / (runs.length - 1),
    );
    const told = runs.reduce((total, { error }) => total + error!, 0) / runs.length;
    expect(told / (spread / mean)).toBeGreaterThan(0.85);
    expect(told / (spread / mean)).toBeLessThan(1.15);
  });

  it('is 0 where every object is counted, and unknown where nothing was', () => {
    const exact = samplingError(1);
    exact.add(10, 1000);
    expect(exact.relative()).toBe(0);
    expect(samplingError(512).relative()).toBeNull();
  });
});

describe('the rate of the next measurement', () => {
  it.each([
    ['a package without a record', null, 512],
    ['a record without a profile', { allocBytes: 0, rate: 0 }, 512],
    ['a small package', { allocBytes: 1e6, rate: 512 }, 1],
    ['a small one of large objects', { allocBytes: 1e6, rate: 512, relativeError: 0.003 }, 512],
    ['a small one that is exact', { allocBytes: 1e6, rate: 1, relativeError: 0 }, 1],
    ['a package of usual size', { allocBytes: 100e6, rate: 512, relativeError: 0.001 }, 512],
    ['one that has grown', { allocBytes: 20e6, rate: 1, relativeError: 0 }, 512],
    ['a huge package', { allocBytes: 5e9, rate: 512 }, 4096],
    ['a huge one that has shrunk', { allocBytes: 100e6, rate: 4096, relativeError: 0.002 }, 512],
    ['between the borders, from below', { allocBytes: 6e6, rate: 1 }, 1],
    ['between the borders, from above', { allocBytes: 6e6, rate: 512 }, 512],
    ['near the coarse rate, from below', { allocBytes: 200e6, rate: 512 }, 512],
    ['near the coarse rate, from above', { allocBytes: 200e6, rate: 4096 }, 4096],
  ])('of %s (%j) is %d', (_, previous, rate) => {
    expect(chooseRate(previous)).toBe(rate);
  });

  it('does not move again back and forth while the package stays near its size', () => {
    const bytes = fc.double({ min: 1e3, max: 1e11, noNaN: true });
    const factors = fc.array(fc.double({ min: 0.9, max: 1.1, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(bytes, fc.constantFrom(...memProfileRates), factors, (size, start, wobble) => {
        let rate = chooseRate({ allocBytes: size, rate: start });
        rate = chooseRate({ allocBytes: size, rate });
        const seen = [rate];
        for (const factor of wobble) {
          rate = chooseRate({ allocBytes: size * factor, rate });
          if (rate !== seen.at(-1)) seen.push(rate);
        }
        expect(seen.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
