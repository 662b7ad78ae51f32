import type {
  Comparison,
  MetricComparison,
  PackageComparison,
  Why,
} from '../../src/report/comparison-schema.ts';

const MiB = 1024 * 1024;

export function amounts(allocBytes: number): Why['tests'][number]['base'] {
  return { allocBytes, allocObjects: allocBytes / 64, inuseBytes: 0 };
}

/** Allocated bytes that grew from 10 to 12 MiB, but for what is given. */
export function grownFigure(of: Partial<MetricComparison> = {}): MetricComparison {
  return {
    metric: 'allocBytes',
    base: 10 * MiB,
    head: 12 * MiB,
    limit: 10.5 * MiB,
    limitedBy: 'threshold',
    verdict: 'regressed',
    runs: { head: [12 * MiB, 12.1 * MiB, 12 * MiB], base: [] },
    because: 'grew by 2.0 MiB (20.0 %) to 12.0 MiB',
    ...of,
  };
}

/** One method that grew by 2 MiB, most of it in one test. */
export function sampleWhy(of: Partial<Why> = {}): Why {
  const line = { line: 41, ...amounts(8 * MiB), source: '\to.list = append(o.list, clone(x))' };
  return {
    metric: 'allocBytes',
    functions: [
      {
        function: 'example.com/m/store.(*Orders).Add',
        file: 'store/orders.go',
        line: 38,
        base: amounts(6 * MiB),
        head: amounts(8 * MiB),
        test: 'TestImport',
        calledFrom: null,
        lines: [line],
      },
    ],
    tests: [{ test: 'TestImport', base: amounts(5 * MiB), head: amounts(6.5 * MiB) }],
    escapes: [{ file: 'store/orders.go', line: 41, text: 'moved to heap: x' }],
    escapesMissing: null,
    command: 'go tool pprof -diff_base=base.pprof head.pprof',
    ...of,
  };
}

/** A package that grew, but for what is given. */
export function comparedPackage(of: Partial<PackageComparison> = {}): PackageComparison {
  return {
    package: 'example.com/m/store',
    leg: 'memory',
    state: 'compared',
    because: null,
    renamedFrom: null,
    base: { commit: '3f2c1a9'.padEnd(40, '0'), distance: 0, differences: [] },
    verdict: 'regressed',
    metrics: [grownFigure()],
    tests: [],
    benchmarks: [],
    why: sampleWhy(),
    page: 'heap/store.html',
    ...of,
  };
}

/** A package whose figures are those of the base. */
export function unchangedPackage(name: string): PackageComparison {
  const figure = grownFigure({ head: 10 * MiB, verdict: 'same', because: '10.0 MiB' });
  return comparedPackage({
    ...{ package: name, verdict: 'same', metrics: [figure], why: null, page: null },
  });
}

/** A comparison of one package that grew, but for what is given. */
export function sampleComparison(of: Partial<Comparison> = {}): Comparison {
  return {
    status: 'fail',
    summary: 'base 3f2c1a9: first parent of the tested merge commit; records of this commit',
    base: {
      commit: '3f2c1a9'.padEnd(40, '0'),
      reason: 'first parent of the tested merge commit',
      exact: true,
    },
    packages: [comparedPackage()],
    totals: {
      base: { allocBytes: 10 * MiB, inuseBytes: 0 },
      head: { allocBytes: 12 * MiB, inuseBytes: 0 },
    },
    budgets: [],
    creep: [],
    problems: [],
    recorded: null,
    ...of,
  };
}
