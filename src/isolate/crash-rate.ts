import type { Isolation } from '../report/isolation-schema.ts';

export type CrashRate = NonNullable<Isolation['rate']>;

/** Two-sided 95 %. */
const z = 1.959964;

/**
 * How often something crashes, with the bounds between which the true share lies with 95 % certainty: the interval of E. B. Wilson
 * (1927), which also holds for few runs and for shares near 0 and 1. Without a run, 0 to 1.
 */
export function crashRate(runs: number, crashes: number): CrashRate {
  if (runs === 0) return { runs, crashes, low: 0, high: 1 };
  const share = crashes / runs;
  const divisor = 1 + (z * z) / runs;
  const middle = (share + (z * z) / (2 * runs)) / divisor;
  const half =
    (z / divisor) * Math.sqrt((share * (1 - share)) / runs + (z * z) / (4 * runs * runs));
  return {
    ...{ runs, crashes },
    low: crashes === 0 ? 0 : Math.max(0, middle - half),
    high: crashes === runs ? 1 : Math.min(1, middle + half),
  };
}

/** The chance that what would crash is taken for what does not. */
const missed = 0.01;
const maxRuns = 200;

/**
 * After how many runs without a crash a set of tests counts as one that does not crash: a sequential test that ends with the first
 * crash. One run where every run crashed; else as many as would miss a crash of half the measured rate once in a hundred times.
 */
export function runsToTell({ runs, crashes }: Pick<CrashRate, 'runs' | 'crashes'>): number {
  if (runs > 0 && crashes === runs) return 1;
  const share = crashes / Math.max(1, runs) / 2;
  if (share <= 0) return maxRuns;
  return Math.min(maxRuns, Math.max(2, Math.ceil(Math.log(missed) / Math.log(1 - share))));
}
