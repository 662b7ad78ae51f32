import type { Comparison } from '../../src/report/comparison-schema.ts';
import {
  amounts,
  comparedPackage,
  grownFigure,
  sampleComparison,
  sampleWhy,
} from './sample-comparison.ts';

const MiB = 1024 * 1024;
const position = {
  file: 'store/orders.go',
  line: 38,
  function: 'example.com/m/store.(*Orders).Add',
};

/** A comparison in which nothing that can be there is absent. */
export function fullComparison(): Comparison {
  const why = sampleWhy();
  const metrics = [
    grownFigure({ runs: { head: [12 * MiB], base: [10 * MiB] } }),
    grownFigure({ metric: 'peakRssBytes', verdict: 'warned' }),
  ];
  return sampleComparison({
    packages: [
      comparedPackage({
        because: 'from another environment',
        renamedFrom: 'example.com/m/shop',
        base: {
          commit: '3f2c1a9'.padEnd(40, '0'),
          distance: 2,
          differences: ['Go 1.26.1, now 1.26.3'],
        },
        metrics,
        tests: [{ test: 'TestImport', metrics }],
        benchmarks: [{ name: 'BenchmarkImport', metrics }],
        why: {
          ...why,
          functions: why.functions.map((each) => ({ ...each, calledFrom: position })),
          tests: [{ test: 'TestImport', base: amounts(MiB), head: amounts(2 * MiB) }],
          escapesMissing: 'the base could not be built',
        },
        history: {
          metric: 'allocBytes',
          points: [9, 9.5, 9, 10].map((size) => ({ commit: 'a'.repeat(40), amount: size * MiB })),
        },
      }),
      comparedPackage({ state: 'removed', verdict: 'same', metrics: [], why: null, page: null }),
    ],
    budgets: [
      {
        ...{ rule: 'm/...', package: 'm/store', leg: 'memory', test: 'TestImport' },
        ...{ what: 'leak-per-stack', limitBytes: MiB, bytes: 2 * MiB, position },
      },
    ],
    creep: [
      {
        ...{ package: 'm/store', leg: 'memory', metric: 'allocBytes', commit: '9'.repeat(40) },
        ...{ committedAt: '2026-01-01T00:00:00.000Z', reason: 'oldest of 30 days' },
        ...{ base: 8 * MiB, head: 12 * MiB },
      },
    ],
    problems: ['an accept entry has expired'],
    recorded: {
      packages: 3,
      store: 'git refs/heads/crash-guard-baseline',
      because: 'a pull request',
    },
  });
}
