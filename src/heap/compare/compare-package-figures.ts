import type { MetricComparison } from '../../report/comparison-schema.ts';
import type { HeapRecord } from '../../report/heap-schema.ts';
import type { ComparedTest } from './compare-tests.ts';
import { isBacked } from './function-charges.ts';
import { others } from '../test-of-places.ts';
import { shared } from '../test-of-places.ts';
import { judgeFigure } from './judge-figure.ts';
import type { Measurements } from './measurements.ts';
import {
  isTestMetric,
  metricRules,
  packageMetrics,
  type PackageMetric,
  type TestMetric,
} from './metric-rules.ts';
import { judgingOf, runsOf, type PackageSide } from './package-side.ts';
import { errorOfDifference } from './figure-error.ts';

/** The figures of the whole package. Its tests are judged before: their growth may be the package's, and accepted. */
export function comparePackageFigures(
  side: PackageSide,
  tests: readonly ComparedTest[],
): MetricComparison[] {
  return packageMetrics
    .filter((metric) => side.settings.metrics[metric] !== 'off')
    .map((metric) => compareFigure(side, metric, tests))
    .filter((compared) => compared !== null);
}

function compareFigure(
  side: PackageSide,
  metric: PackageMetric,
  tests: readonly ComparedTest[],
): MetricComparison | null {
  const runs = runsOf(side, ({ metrics }) => metrics[metric]);
  if (runs === null) return null;
  const { measured } = side;
  const sampled = isTestMetric(metric);
  const figure = {
    metric,
    ...runs,
    steady: sampled,
    samplingError: sampled
      ? errorOfDifference(measured, metric, ({ metrics }) => ({
          allocBytes: metrics.allocBytes ?? 0,
          allocObjects: metrics.allocObjects ?? 0,
          inuseBytes: metrics.inuseBytes ?? 0,
        }))
      : 0,
    fromTests: sampled && metricRules[metric].sumOfTests ? changeOfTests(measured, metric) : 0,
  };
  return judgeFigure(
    figure,
    judgingOf(side, metric, {
      accepted: (base, head, limit) =>
        side.acceptance.reasonFor({
          ...{ package: side.name, test: null, metric, base, head, whole: null },
        }) ?? acceptedThroughTests(tests, metric, head, limit),
      isBacked: (growth) => !sampled || isBacked(measured.base, measured.heads[0], metric, growth),
    }),
  );
}

/** What tests allocate that the base does not have, less what those did that are gone. */
function changeOfTests({ base, heads }: Measurements, metric: TestMetric): number {
  const head = heads[0];
  const [before, now] = [testNames(base), testNames(head)];
  // A test that a full record does not name may be among the others.
  if (before.has(others) || now.has(others)) return 0;
  return sumWithout(head, before, metric) - sumWithout(base, now, metric);
}

function testNames({ tests }: HeapRecord): Set<string> {
  return new Set([shared, ...tests.map(({ test }) => test)]);
}

function sumWithout({ tests }: HeapRecord, known: Set<string>, metric: TestMetric): number {
  return tests
    .filter(({ test }) => !known.has(test))
    .reduce((sum, amounts) => sum + amounts[metric], 0);
}

/** The package's growth is accepted where it is that of tests whose growth is. */
function acceptedThroughTests(
  tests: readonly ComparedTest[],
  metric: PackageMetric,
  head: number,
  limit: number,
): string | null {
  const accepted = tests.flatMap(({ test, metrics }) =>
    metrics
      .filter((compared) => compared.metric === metric && compared.verdict === 'accepted')
      .map((compared) => ({ test, growth: compared.head - compared.base })),
  );
  const growth = accepted.reduce((sum, item) => sum + item.growth, 0);
  if (accepted.length === 0 || head - growth > limit) return null;
  return `that is the growth accepted for ${accepted.map(({ test }) => test).join(', ')}`;
}
