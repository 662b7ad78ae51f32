import { describe, expect, it } from '@jest/globals';
import { newPackageState } from '../../src/stress/package-state.ts';
import type { WeightHints } from '../../src/stress/weight.ts';

const hints: WeightHints = { changed: false, isNew: false, pastFailures: 0, concurrentPlaces: 0 };

function patienceMs(elapsedMs: number, budgetMs: number): number {
  return newPackageState(
    { package: 'shop', declared: [], testMain: false, hints, elapsedMs },
    budgetMs,
  ).patienceMs;
}

describe('how long a run may go on until it is looked at', () => {
  it('is many times what it should take, and never short', () => {
    expect(patienceMs(1000, 600_000)).toBe(24_000);
    expect(patienceMs(10, 600_000)).toBe(10_000);
  });

  it('leaves most of a short leg to the other packages', () => {
    expect(patienceMs(1000, 60_000)).toBe(15_000);
    expect(patienceMs(1000, 30_000)).toBe(10_000);
  });

  it('is some times what the run should take, however short the leg', () => {
    expect(patienceMs(9800, 30_000)).toBe(80_000);
  });
});
