import type { MetricComparison } from '../../report/comparison-schema.ts';
import type { HeapTest } from '../../report/heap-schema.ts';
import { severity, worst } from '../../report/severity.ts';
import { isBacked } from './function-charges.ts';
import { others } from '../test-of-places.ts';
import { shared } from '../test-of-places.ts';
import { judgeFigure } from './judge-figure.ts';
import { smallestAllowance } from './limit.ts';
import { testMetrics, type TestMetric } from './metric-rules.ts';
import { judgingOf, runsOf, type Measured, type PackageSide } from './package-side.ts';
import { errorOfDifference } from './figure-error.ts';

export interface ComparedTest {
  test: string;
  /** Those that are not `same`. */
  metrics: MetricComparison[];
}

/**
 * Tests of both sides, so that one test's growth does not drown in its package. Worst first, only those that changed. What is shared
 * by tests is no test: it varies most, and the package judges it.
 */
export function compareTests(side: PackageSide): ComparedTest[] {
  const metrics = testMetrics.filter((metric) => side.settings.metrics[metric] !== 'off');
  return side.measured.heads[0].tests
    .filter(({ test }) => test !== others && test !== shared)
    .map(({ test }) => ({
      test,
      metrics: metrics
        .map((metric) => compareTest(side, test, metric))
        .filter((compared) => compared !== null)
        .filter(({ verdict }) => verdict !== 'same'),
    }))
    .filter(({ metrics: changed }) => changed.length > 0)
    .sort((a, b) => rank(a) - rank(b) || growthOf(b) - growthOf(a));
}

function compareTest(side: PackageSide, test: string, metric: TestMetric): MetricComparison | null {
  const { measured, base, settings } = side;
  const figureOf = (of: Measured): number | undefined => testsOf(of).get(test)?.[metric];
  const before = [...(measured.recordFits ? [base.record] : []), measured.base].map(figureOf);
  const now = measured.heads.map(figureOf);
  // Most tests are far from any limit; their history needs no look.
  if (
    !before.some(
      (from) => from !== undefined && now.some((to) => isFar(metric, settings, from, to)),
    )
  )
    return null;
  const runs = runsOf(side, figureOf);
  if (runs === null) return null;
  const none = { allocBytes: 0, allocObjects: 0, inuseBytes: 0 };
  const figure = {
    metric,
    ...runs,
    samplingError: errorOfDifference(measured, metric, (of) => testsOf(of).get(test) ?? none),
    fromTests: 0,
    steady: false,
  };
  return judgeFigure(
    figure,
    judgingOf(side, metric, {
      accepted: (from, to) =>
        side.acceptance.reasonFor({
          ...{ package: side.name, test, metric, base: from, head: to },
          whole: wholeOf(side, metric),
        }),
      isBacked: (growth) => isBacked(measured.base, measured.heads[0], metric, growth),
    }),
  );
}

function isFar(
  metric: TestMetric,
  { threshold }: PackageSide['settings'],
  from: number,
  to: number | undefined,
): boolean {
  return to !== undefined && Math.abs(to - from) > smallestAllowance(metric, from, threshold);
}

function wholeOf(side: PackageSide, metric: TestMetric): { base: number; head: number } {
  const runs = runsOf(side, ({ metrics }) => metrics[metric]);
  return { base: runs?.recorded ?? 0, head: Math.min(...(runs?.headRuns ?? [0])) };
}

const indexes = new WeakMap<HeapTest[], Map<string, HeapTest>>();

function testsOf({ tests }: Measured): Map<string, HeapTest> {
  const known = indexes.get(tests) ?? new Map(tests.map((row) => [row.test, row]));
  indexes.set(tests, known);
  return known;
}

function rank({ metrics }: ComparedTest): number {
  return severity(worst(metrics.map(({ verdict }) => verdict)));
}

function growthOf({ metrics }: ComparedTest): number {
  return Math.max(...metrics.map(({ base, head }) => (head - base) / Math.max(base, 1)));
}
