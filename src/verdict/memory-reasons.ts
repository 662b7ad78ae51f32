import { figuresOf } from '../heap/compare/compare.ts';
import type {
  BrokenBudget,
  Comparison,
  MetricComparison,
  PackageComparison,
} from '../report/comparison-schema.ts';
import { clip, formatBytes, printable } from '../report/format.ts';
import { heapMetrics } from '../report/heap-metric.ts';
import type { Reason } from '../report/schema.ts';

/** Why heap figures fail a run: one reason for each package that regressed, one for each broken budget. */
export function* memoryReasons(comparison: Comparison | null): Generator<Reason> {
  for (const item of comparison?.packages ?? []) {
    const first = firstRegression(item);
    if (first === null) continue;
    const count = figuresOf(item).filter(isRegressed).length;
    yield {
      kind: 'memory-regression',
      message: `${regressionText(first)}${count > 1 ? `; ${String(count - 1)} more of its figures grew` : ''}`,
      ...{ package: item.package, leg: item.leg },
      ...(first.test === null ? {} : { test: first.test }),
    };
  }
  for (const budget of comparison?.budgets ?? [])
    yield {
      kind: 'memory-budget',
      message: budgetText(budget),
      ...{ package: budget.package, leg: budget.leg },
      ...(budget.test === null ? {} : { test: budget.test }),
    };
}

interface Regression {
  test: string | null;
  figure: MetricComparison;
}

/** The package's own figures come before those of its tests and benchmarks. */
function firstRegression({ metrics, tests, benchmarks }: PackageComparison): Regression | null {
  const named = [
    { test: null, metrics },
    ...tests,
    ...benchmarks.map((row) => ({ test: row.name, metrics: row.metrics })),
  ];
  for (const { test, metrics: figures } of named) {
    const figure = figures.find(isRegressed);
    if (figure !== undefined) return { test, figure };
  }
  return null;
}

function isRegressed({ verdict }: MetricComparison): boolean {
  return verdict === 'regressed';
}

function regressionText({ test, figure }: Regression): string {
  const of = test === null ? '' : ` of ${nameText(test)}`;
  return `${heapMetrics[figure.metric].word}${of} ${figure.because}`;
}

function budgetText({ rule, test, what, limitBytes, bytes, position }: BrokenBudget): string {
  const limit = `the budget for ${nameText(rule)} is ${formatBytes(limitBytes)}`;
  if (what === 'leak-per-stack') {
    const where = position === null ? '' : ` (${nameText(position.function)})`;
    return `one stack${where} holds ${formatBytes(bytes)} at the end; ${limit}`;
  }
  const of = test === null ? '' : ` by ${nameText(test)}`;
  return `${what}${of}: ${formatBytes(bytes)}; ${limit}`;
}

function nameText(name: string): string {
  return clip(printable(name), 200);
}
