import type { MetricName, Why } from '../../report/comparison-schema.ts';
import type { HeapFunction, HeapRecord, HeapTest } from '../../report/heap-schema.ts';
import { chargeOf, pairFunctions, type FunctionPair } from './function-charges.ts';
import { others } from '../test-of-places.ts';
import { isTestMetric, type TestMetric } from './metric-rules.ts';
import { figureError, type Amounts } from './figure-error.ts';

const maxRows = 5;
/** What grew by less, beside the function that grew most, explains nothing. */
const leastShare = 0.01;

/** Functions and tests have allocated and in-use amounts only. What else grows does so by allocating more. */
const explainedBy: Record<Exclude<MetricName, TestMetric>, TestMetric> = {
  liveHeapPeakBytes: 'allocBytes',
  peakRssBytes: 'allocBytes',
  goroutinesAtEnd: 'inuseBytes',
  bytesPerOp: 'allocBytes',
  allocsPerOp: 'allocObjects',
};

/**
 * The functions and tests that grew most between two records, by the metric or the one that stands for it; escapes, source lines and
 * the command are for those who can look at files. Of several heads the smallest charge of a function counts, as it does for the
 * package. `suspects` are tests that grew while the package as a whole did not: functions that they use most come first.
 */
export function explainGrowth(
  base: HeapRecord,
  heads: HeapRecord | readonly HeapRecord[],
  metric: MetricName,
  suspects: ReadonlySet<string> = new Set(),
): Why | null {
  const explained = isTestMetric(metric) ? metric : explainedBy[metric];
  const [head, ...more] = [heads].flat<(HeapRecord | readonly HeapRecord[])[]>();
  if (head === undefined) return null;
  const tests = grownTests(base, head, explained);
  const suspected = tests
    .filter(({ test }) => suspects.has(test))
    .reduce((sum, row) => sum + row.head[explained] - row.base[explained], 0);
  const functions = grownFunctions(base, [head, ...more], explained);
  const first = functions.filter(
    ({ row, growth }) =>
      row.test !== null && suspects.has(row.test) && suspected > 0 && growth >= suspected / 2,
  );
  const ranked = [...first, ...functions.filter((item) => !first.includes(item))];
  return {
    metric: explained,
    functions: ranked.slice(0, maxRows).map(({ row, pair }) => describe(row, pair)),
    tests: tests.slice(0, maxRows),
    escapes: [],
    escapesMissing: null,
    command: null,
  };
}

interface GrownFunction {
  row: HeapFunction;
  pair: FunctionPair;
  growth: number;
  /** Growth beyond what sampling may have made of it. */
  certain: number;
}

function grownFunctions(
  base: HeapRecord,
  [head, ...more]: readonly [HeapRecord, ...HeapRecord[]],
  metric: TestMetric,
): GrownFunction[] {
  const repeats = more.map(
    ({ functions }) => new Map(functions.map((row) => [row.function, chargeOf(row, metric)])),
  );
  const found: GrownFunction[] = [];
  for (const pair of pairFunctions(base, head, metric)) {
    const row = pair.head;
    if (row === null || row.function === others) continue;
    const charges = repeats.map((repeat) => repeat.get(row.function) ?? Infinity);
    const growth = Math.min(chargeOf(row, metric), ...charges) - chargeOf(pair.base, metric);
    const error = Math.hypot(
      figureError(head, metric, amountsOf(row)),
      figureError(base, metric, amountsOf(pair.base)),
    );
    if (growth > 0) found.push({ row, pair, growth, certain: growth - 3 * error });
  }
  const largest = Math.max(0, ...found.map(({ growth }) => growth));
  return found
    .filter(({ growth }) => growth >= leastShare * largest)
    .sort((a, b) => b.certain - a.certain);
}

function amountsOf(row: HeapFunction | null): Amounts {
  return {
    allocBytes: chargeOf(row, 'allocBytes'),
    allocObjects: chargeOf(row, 'allocObjects'),
    inuseBytes: chargeOf(row, 'inuseBytes'),
  };
}

function describe(row: HeapFunction, pair: FunctionPair): Why['functions'][number] {
  const { function: name, file, line, test, calledFrom } = row;
  return {
    ...{ function: name, file, line, test, calledFrom },
    base: amountsOf(pair.base),
    head: amountsOf(row),
    lines: row.lines.map((one) => ({ ...one, source: '' })),
  };
}

function grownTests(base: HeapRecord, head: HeapRecord, metric: TestMetric): Why['tests'] {
  const before = new Map(base.tests.map((row) => [row.test, row]));
  // Whether a test is new cannot be told where some are not named.
  const complete = !before.has(others);
  return head.tests
    .filter(({ test }) => test !== others && (complete || before.has(test)))
    .map((row) => ({
      test: row.test,
      base: withoutName(before.get(row.test)),
      head: withoutName(row),
    }))
    .filter((row) => row.head[metric] > row.base[metric])
    .sort((a, b) => b.head[metric] - b.base[metric] - (a.head[metric] - a.base[metric]));
}

function withoutName(row: HeapTest | undefined): Amounts {
  const { allocBytes = 0, allocObjects = 0, inuseBytes = 0 } = row ?? {};
  return { allocBytes, allocObjects, inuseBytes };
}
