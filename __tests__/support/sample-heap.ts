import type {
  MetricComparison,
  PackageComparison,
  Why,
} from '../../src/report/comparison-schema.ts';
import type { HeapFunction, HeapMetrics, HeapRecord } from '../../src/report/heap-schema.ts';

/** A function's row; flat, cumulative and charged amounts are 0 but for what is given. */
export function heapFunction(name: string, of: Partial<HeapFunction> = {}): HeapFunction {
  return {
    function: name,
    file: 'p/p.go',
    line: 3,
    allocBytes: 0,
    allocObjects: 0,
    inuseBytes: 0,
    cumulativeAllocBytes: 0,
    cumulativeAllocObjects: 0,
    cumulativeInuseBytes: 0,
    chargedAllocBytes: 0,
    chargedAllocObjects: 0,
    chargedInuseBytes: 0,
    lines: [],
    test: null,
    calledFrom: null,
    ...of,
  };
}

/** The record of a package that passed, but for what is given. */
export function heapRecord(
  of: Partial<Omit<HeapRecord, 'metrics'>> & { metrics?: Partial<HeapMetrics> } = {},
): HeapRecord {
  return {
    package: 'm/p',
    leg: 'memory',
    outcome: 'passed',
    tests: [],
    functions: [],
    holders: [],
    benchmarks: [],
    sampling: { rate: 512, relativeError: 0.001 },
    ...of,
    metrics: {
      allocBytes: 1000,
      allocObjects: 10,
      inuseBytes: 100,
      inuseObjects: 1,
      liveHeapPeakBytes: 500,
      peakRssBytes: 5000,
      goroutinesAtEnd: 2,
      ...of.metrics,
    },
  };
}

/** A figure that grew by half. */
export function metricComparison(of: Partial<MetricComparison> = {}): MetricComparison {
  return {
    metric: 'allocBytes',
    base: 10 << 20,
    head: 15 << 20,
    limit: 11 << 20,
    limitedBy: 'threshold',
    verdict: 'regressed',
    runs: { head: [15 << 20], base: [] },
    because: 'it grew in all three runs',
    ...of,
  };
}

/** A package that grew, but for what is given. */
export function packageComparison(of: Partial<PackageComparison> = {}): PackageComparison {
  return {
    package: 'm/p',
    leg: 'memory',
    state: 'compared',
    because: null,
    renamedFrom: null,
    base: { commit: '3f2c1a9'.padEnd(40, '0'), distance: 0, differences: [] },
    verdict: 'regressed',
    metrics: [metricComparison()],
    tests: [],
    benchmarks: [],
    why: null,
    page: null,
    ...of,
  };
}

/** Nothing that explains, but for what is given. */
export function sampleWhy(of: Partial<Why> = {}): Why {
  return {
    metric: 'allocBytes',
    functions: [],
    tests: [],
    escapes: [],
    escapesMissing: null,
    command: null,
    ...of,
  };
}
