import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { crashRate, runsToTell } from '../../src/isolate/crash-rate.ts';

describe('the interval of Wilson', () => {
  // Of the published tables.
  it.each([
    [10, 0, 0, 0.2775],
    [10, 1, 0.0179, 0.4042],
    [20, 10, 0.2993, 0.7007],
    [100, 5, 0.0215, 0.1118],
    [3, 3, 0.4385, 1],
  ])('%d runs, %d crashes', (runs, crashes, low, high) => {
    const rate = crashRate(runs, crashes);
    expect(rate.low).toBeCloseTo(low, 3);
    expect(rate.high).toBeCloseTo(high, 3);
  });

  it('without a run everything is possible', () => {
    expect(crashRate(0, 0)).toEqual({ runs: 0, crashes: 0, low: 0, high: 1 });
  });

  it('holds the share that was seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(), (runs, some) => {
        const crashes = some % (runs + 1);
        const { low, high } = crashRate(runs, crashes);
        expect(low).toBeLessThanOrEqual(crashes / runs);
        expect(high).toBeGreaterThanOrEqual(crashes / runs);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test.each([
  [3, 3, 1],
  [10, 9, 8],
  [10, 5, 17],
  [60, 3, 182],
  [60, 0, 200],
])('of %d runs %d crashed: %d without a crash tell that there is none', (runs, crashes, told) => {
  expect(runsToTell({ runs, crashes })).toBe(told);
});
