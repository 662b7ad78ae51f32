import { plural } from '../../report/plural.ts';
import type {
  MetricComparison,
  MetricName,
  PackageComparison,
  Why,
} from '../../report/comparison-schema.ts';
import type { HeapRecord } from '../../report/heap-schema.ts';
import { severity, worst } from '../../report/severity.ts';
import type { Acceptance } from './accepting.ts';
import { compareBenchmarks, type ComparedBenchmark } from './compare-benchmarks.ts';
import { comparePackageFigures } from './compare-package-figures.ts';
import { compareTests, type ComparedTest } from './compare-tests.ts';
import type { CompareInput, PackageBase } from './input.ts';
import { measurementsOf, type Measurements } from './measurements.ts';
import type { PackageSide } from './package-side.ts';
import { explainGrowth } from './why.ts';

const maxTests = 20;
const maxPast = 20;

/** One package of the head against the base, which may not have it. */
export function comparePackage(
  head: HeapRecord,
  base: PackageBase | null,
  input: CompareInput,
  acceptance: Acceptance,
): PackageComparison {
  if (base === null) {
    const measured = hasFigures(head);
    return {
      ...empty(head, measured ? 'new' : 'not-measured'),
      because: measured ? null : notMeasured(head),
    };
  }
  const known = { ...empty(head, 'compared'), base: baseOf(base), renamedFrom: base.renamedFrom };
  if (!hasFigures(head)) return { ...known, state: 'not-measured', because: notMeasured(head) };
  const measured = measurementsOf(head, base, input.again);
  if (measured === null)
    return { ...known, state: 'incomparable', because: otherRate(head, base.record) };
  const { settings } = input;
  const side = {
    name: head.package,
    base,
    measured,
    settings,
    acceptance,
    doubt: doubtOf(base, input),
  };
  const figures = compareFigures(side);
  return { ...known, ...stateOf(head, base), ...figures, ...pastOf(figures.metrics, base) };
}

function compareFigures(
  side: PackageSide,
): Pick<PackageComparison, 'verdict' | 'metrics' | 'tests' | 'benchmarks' | 'why'> {
  const tests = compareTests(side);
  const benchmarks = compareBenchmarks(side);
  const metrics = comparePackageFigures(side, tests);
  const all = [metrics, ...[...tests, ...benchmarks].map((item) => item.metrics)].flat();
  return {
    verdict: worst(all.map(({ verdict }) => verdict)),
    metrics,
    tests: tests.slice(0, maxTests),
    benchmarks,
    why: explain(side.measured, metrics, tests, benchmarks),
  };
}

/** The worst of a package's own figures at earlier commits; nothing where none of them changed. */
function pastOf(
  metrics: readonly MetricComparison[],
  { history }: PackageBase,
): Pick<PackageComparison, 'history'> {
  const [worst] = metrics
    .filter(({ verdict }) => verdict !== 'same')
    .toSorted((a, b) => severity(a.verdict) - severity(b.verdict));
  if (worst === undefined || isOfBenchmarks(worst.metric)) return {};
  const { metric } = worst;
  const points = history.slice(0, maxPast).flatMap(({ commit, metrics: past }) => {
    const amount = past[metric];
    return amount === null ? [] : [{ commit, amount }];
  });
  return points.length === 0 ? {} : { history: { metric, points: points.reverse() } };
}

function isOfBenchmarks(metric: MetricName): metric is 'bytesPerOp' | 'allocsPerOp' {
  return metric === 'bytesPerOp' || metric === 'allocsPerOp';
}

/** The worst growth is explained: the package's own before that of its tests. */
function explain(
  { base, heads }: Measurements,
  metrics: MetricComparison[],
  tests: ComparedTest[],
  benchmarks: ComparedBenchmark[],
): Why | null {
  const ofTests = tests.flatMap((row) => row.metrics);
  const grown = [...metrics, ...ofTests, ...benchmarks.flatMap((row) => row.metrics)]
    .filter(({ verdict }) => verdict !== 'same' && verdict !== 'improved')
    .toSorted((a, b) => severity(a.verdict) - severity(b.verdict));
  const first = grown[0];
  if (first === undefined) return null;
  const suspects = tests
    .filter((row) =>
      row.metrics.some(
        ({ metric, verdict }) => metric === first.metric && verdict === first.verdict,
      ),
    )
    .map(({ test }) => test);
  return explainGrowth(base, heads, first.metric, new Set(ofTests.includes(first) ? suspects : []));
}

function empty(head: HeapRecord, state: PackageComparison['state']): PackageComparison {
  return {
    ...{ package: head.package, leg: head.leg, state, because: null, renamedFrom: null },
    ...{
      base: null,
      verdict: 'same',
      metrics: [],
      tests: [],
      benchmarks: [],
      why: null,
      page: null,
    },
  };
}

function baseOf({ commit, distance, differences }: PackageBase): PackageComparison['base'] {
  return { commit, distance, differences };
}

function hasFigures({ metrics, benchmarks }: HeapRecord): boolean {
  return benchmarks.length > 0 || Object.values(metrics).some((figure) => figure !== null);
}

function notMeasured({ outcome }: HeapRecord): string {
  return outcome === 'passed' || outcome === 'failed'
    ? 'the process left no heap profile'
    : `no figures of a package that ended as "${outcome}"`;
}

/** A package that the base has a profile of and the head does not is not measured, whatever else is known of it. */
function stateOf(
  head: HeapRecord,
  base: PackageBase,
): Pick<PackageComparison, 'state' | 'because'> {
  if (base.record.metrics.allocBytes !== null && head.metrics.allocBytes === null)
    return { state: 'not-measured', because: `${notMeasured(head)}; the base has one` };
  return { state: base.renamedFrom === null ? 'compared' : 'renamed', because: null };
}

function otherRate(head: HeapRecord, base: HeapRecord): string {
  return (
    `sampled every ${plural(head.sampling.rate, 'byte')}, ` +
    `the base every ${plural(base.sampling.rate, 'byte')}: such figures differ even where the code is the same`
  );
}

/** Why a base cannot block by itself: the change under test need not be what made the difference. */
function doubtOf(base: PackageBase, input: CompareInput): string | null {
  if (base.differences.length > 0)
    return `the base was measured elsewhere (${base.differences.join('; ')}), so it does not block`;
  if (base.distance > 0)
    return `the record is ${plural(base.distance, 'commit')} older than the base, so it does not block`;
  return input.base?.exact === true
    ? null
    : 'more than the change under test may lie between base and head, so it does not block';
}
