import type { MetricComparison } from '../../report/comparison-schema.ts';
import type { Benchmark } from '../../report/heap-schema.ts';
import { judgeFigure } from './judge-figure.ts';
import { benchmarkMetrics, type BenchmarkMetric } from './metric-rules.ts';
import { judgingOf, runsOf, type PackageSide } from './package-side.ts';

export interface ComparedBenchmark {
  name: string;
  metrics: MetricComparison[];
}

/** Benchmarks of both sides; those that did not change are left out. */
export function compareBenchmarks(side: PackageSide): ComparedBenchmark[] {
  const metrics = benchmarkMetrics.filter((metric) => side.settings.metrics[metric] !== 'off');
  const names = new Set(side.measured.heads[0].benchmarks.map(({ name }) => name));
  return [...names]
    .map((name) => ({
      name,
      metrics: metrics
        .map((metric) => compareBenchmark(side, name, metric))
        .filter((compared) => compared !== null)
        .filter(({ verdict }) => verdict !== 'same'),
    }))
    .filter(({ metrics: changed }) => changed.length > 0);
}

function compareBenchmark(
  side: PackageSide,
  name: string,
  metric: BenchmarkMetric,
): MetricComparison | null {
  const runs = runsOf(side, ({ benchmarks = [] }) => bestOf(benchmarks).get(name)?.[metric]);
  if (runs === null) return null;
  return judgeFigure(
    { metric, ...runs, history: [], samplingError: 0, fromTests: 0, steady: true },
    judgingOf(side, metric, {
      accepted: (base, head) =>
        side.acceptance.reasonFor({
          ...{ package: side.name, test: name, metric, base, head, whole: null },
        }),
      isBacked: () => true,
    }),
  );
}

const indexes = new WeakMap<Benchmark[], Map<string, Benchmark>>();

/** By name. With -count or -cpu a benchmark has several lines; the best counts. */
function bestOf(benchmarks: Benchmark[]): Map<string, Benchmark> {
  const known = indexes.get(benchmarks);
  if (known !== undefined) return known;
  const best = new Map<string, Benchmark>();
  for (const { name, bytesPerOp, allocsPerOp } of benchmarks) {
    const other = best.get(name);
    best.set(name, {
      name,
      bytesPerOp: Math.min(bytesPerOp, other?.bytesPerOp ?? Infinity),
      allocsPerOp: Math.min(allocsPerOp, other?.allocsPerOp ?? Infinity),
    });
  }
  indexes.set(benchmarks, best);
  return best;
}
