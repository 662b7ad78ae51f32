import type { PackageRun } from '../report/schema.ts';

/** Tests that were to run and did not, or not as often as they were to. */
export interface MissedRuns {
  neverRan: readonly string[];
  /** They ended at least once (go test -count, -cpu). */
  tooFewRuns: readonly string[];
}

export function missedRuns({
  neverRan,
  cases = [],
}: Pick<PackageRun['tests'], 'neverRan' | 'cases'>): MissedRuns {
  const ended = new Set(cases.map(([name]) => name));
  return {
    neverRan: neverRan.filter((name) => !ended.has(name)),
    tooFewRuns: neverRan.filter((name) => ended.has(name)),
  };
}
