import type { MetricName } from '../../report/comparison-schema.ts';
import type { Benchmark, HeapMetrics, HeapTest } from '../../report/heap-schema.ts';
import type { Acceptance } from './accepting.ts';
import type { CompareInput, PackageBase } from './input.ts';
import type { Figure, Judging } from './judge-figure.ts';
import type { Measurements } from './measurements.ts';

/** A package on both sides, and what its figures are judged by. */
export interface PackageSide {
  name: string;
  base: PackageBase;
  measured: Measurements;
  settings: CompareInput['settings'];
  acceptance: Acceptance;
  /** Why the base cannot block by itself; null where it can. */
  doubt: string | null;
}

/** A record, or a point of the history, which has no benchmarks. */
export interface Measured {
  metrics: HeapMetrics;
  tests: HeapTest[];
  benchmarks?: Benchmark[];
}

type Runs = Pick<Figure, 'recorded' | 'headRuns' | 'headsAgain' | 'baseRuns' | 'history'>;

/** One figure in all measurements; null where either side has none. What was not measured is null or undefined. */
export function runsOf(
  { measured, base }: PackageSide,
  figure: (of: Measured) => number | null | undefined,
): Runs | null {
  const known = (of: readonly Measured[]): number[] =>
    of.map(figure).filter((value): value is number => typeof value === 'number');
  const baseRuns = known(measured.bases);
  const recorded = known([...(measured.recordFits ? [base.record] : []), ...measured.bases])[0];
  const headRuns = known(measured.heads);
  if (recorded === undefined || headRuns.length === 0) return null;
  return {
    recorded,
    headRuns,
    headsAgain: known(measured.heads.slice(measured.heads.length - measured.again)).length,
    baseRuns,
    history: measured.recordFits ? known(base.history) : [],
  };
}

/** The rules for one figure of the package. */
export function judgingOf(
  { settings, doubt }: PackageSide,
  metric: MetricName,
  about: Pick<Judging, 'accepted' | 'isBacked'>,
): Judging {
  return {
    policy: settings.metrics[metric],
    threshold: settings.threshold,
    confirm: settings.confirm !== 'off',
    doubt,
    ...about,
  };
}
