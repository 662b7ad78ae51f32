import type { MetricName } from '../../report/comparison-schema.ts';

const KiB = 1024;
const MiB = 1024 * KiB;

export interface MetricRule {
  /** Relative growth that is always allowed; `settings` for heap-threshold. */
  threshold: number | 'settings';
  /** Absolute growth that is always allowed, in the metric's unit. */
  floor: number;
  /**
   * The figure is a sum over tests, so that a test that is new accounts for its part of the growth. Memory in use is not: what a new
   * test leaves behind is a leak like any other.
   */
  sumOfTests: boolean;
}

/**
 * What counts as no growth yet. Live heap and resident memory depend on when the collector ran. Benchmarks are counted, not
 * sampled, and any further object counts. Bytes move a little, because setup and the growth of maps and slices are spread over
 * another number of rounds each time: by less than the smallest object (8 bytes), and in large ones by less than one in a hundred.
 */
export const metricRules: Record<MetricName, MetricRule> = {
  allocBytes: { threshold: 'settings', floor: 256 * KiB, sumOfTests: true },
  allocObjects: { threshold: 'settings', floor: 4096, sumOfTests: true },
  inuseBytes: { threshold: 'settings', floor: MiB, sumOfTests: false },
  liveHeapPeakBytes: { threshold: 0.15, floor: 16 * MiB, sumOfTests: false },
  peakRssBytes: { threshold: 0.15, floor: 16 * MiB, sumOfTests: false },
  goroutinesAtEnd: { threshold: 'settings', floor: 8, sumOfTests: false },
  bytesPerOp: { threshold: 0.01, floor: 7, sumOfTests: false },
  allocsPerOp: { threshold: 0, floor: 0, sumOfTests: false },
};

export const packageMetrics = [
  'allocBytes',
  'allocObjects',
  'inuseBytes',
  'liveHeapPeakBytes',
  'peakRssBytes',
  'goroutinesAtEnd',
] as const satisfies MetricName[];

export const testMetrics = [
  'allocBytes',
  'allocObjects',
  'inuseBytes',
] as const satisfies MetricName[];

export const benchmarkMetrics = ['bytesPerOp', 'allocsPerOp'] as const satisfies MetricName[];

export type PackageMetric = (typeof packageMetrics)[number];
export type TestMetric = (typeof testMetrics)[number];
export type BenchmarkMetric = (typeof benchmarkMetrics)[number];

export function isTestMetric(metric: MetricName): metric is TestMetric {
  return testMetrics.some((name) => name === metric);
}
