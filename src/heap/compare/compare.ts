import { plural } from '../../report/plural.ts';
import type {
  Comparison,
  MetricComparison,
  PackageComparison,
} from '../../report/comparison-schema.ts';
import type { HeapRecord } from '../../report/heap-schema.ts';
import { byWeight } from '../../report/severity.ts';
import { acceptance } from './accepting.ts';
import { brokenBudgets } from './budgets.ts';
import { comparePackage } from './compare-package.ts';
import { creepOf } from './creep.ts';
import { idleBudgets } from './idle-budgets.ts';
import type { CompareInput, PackageBase } from './input.ts';

export type { CompareInput, HistoryPoint, PackageBase } from './input.ts';

/** Every package's heap figures against the base's: what grew, whether that counts, and why. */
export function compare(input: CompareInput): Comparison {
  const accepted = acceptance(input);
  const bases = new Map(input.bases.map((base) => [keyOf(base), base]));
  const packages =
    input.base === null
      ? []
      : [
          ...input.heads.map((head) =>
            comparePackage(head, bases.get(keyOf(head)) ?? null, input, accepted),
          ),
          ...input.removed.map(removedPackage),
        ].sort(byWeight);
  const budgets = brokenBudgets(input.settings.budgets, input.heads, input.modulePath);
  return {
    status: statusOf(packages, budgets.length),
    summary: summaryOf(input),
    base: input.base,
    packages,
    totals: totalsOf(input.heads, packages, bases),
    budgets,
    creep: input.heads.flatMap((head) => {
      const base = bases.get(keyOf(head));
      return base === undefined ? [] : creepOf(head, base, input.settings);
    }),
    problems: [
      ...input.problems,
      ...accepted.problems,
      ...idleBudgets({ ...input, budgets: input.settings.budgets }),
    ],
    recorded: null,
  };
}

/** What is to be measured again: packages that grew, or that were sampled at another rate than the base, and were measured once. */
export function packagesToConfirm(
  comparison: Pick<Comparison, 'packages'>,
): { package: string; leg: string }[] {
  return comparison.packages
    .filter(
      (item) =>
        item.state === 'incomparable' ||
        figuresOf(item).some(
          ({ verdict, runs }) => verdict === 'unconfirmed' && runs.head.length === 1,
        ),
    )
    .map(({ package: name, leg }) => ({ package: name, leg }));
}

/**
 * What has to be measured at the base's commit as well, because it grew in all runs of the head and nobody knows how much it varies:
 * only the base's own runs can say whether that is the change or chance.
 */
export function packagesToMeasureAtBase(
  comparison: Comparison,
): { package: string; leg: string }[] {
  return comparison.packages
    .filter((item) =>
      figuresOf(item).some(
        ({ verdict, head, limit, runs }) =>
          verdict === 'unconfirmed' &&
          head > limit &&
          runs.head.length > 1 &&
          runs.base.length === 0,
      ),
    )
    .map(({ package: name, leg }) => ({ package: name, leg }));
}

/** With so many runs of each side, one unchanged package in 100,000 has a test that seems to grow. */
const enoughBaseRuns = 4;

/**
 * What deserves further runs of both sides before it blocks: a single test grew, too few records say how much it varies, and the
 * package as a whole did not grow. Tests whose work is random (keys, deep paths) can look like that in three runs.
 */
export function packagesToMeasureMore(comparison: Comparison): { package: string; leg: string }[] {
  const blocks = ({ verdict }: MetricComparison): boolean => verdict === 'regressed';
  return comparison.packages
    .filter(
      (item) =>
        !item.metrics.some(blocks) &&
        figuresOf(item).some(
          (figure) =>
            blocks(figure) &&
            figure.runs.base.length > 0 &&
            figure.runs.base.length < enoughBaseRuns,
        ),
    )
    .map(({ package: name, leg }) => ({ package: name, leg }));
}

/** All figures of a package: its own, its tests' and its benchmarks'. */
export function figuresOf(item: PackageComparison): MetricComparison[] {
  return [
    item.metrics,
    ...[...item.tests, ...item.benchmarks].map(({ metrics }) => metrics),
  ].flat();
}

function keyOf(item: { package: string; leg: string }): string {
  return `${item.leg} ${item.package}`;
}

function removedPackage(item: { package: string; leg: string }): PackageComparison {
  return {
    ...{ package: item.package, leg: item.leg, state: 'removed', because: null, renamedFrom: null },
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

function statusOf(packages: readonly PackageComparison[], broken: number): Comparison['status'] {
  const figures = packages.flatMap(figuresOf);
  if (broken > 0 || figures.some(({ verdict }) => verdict === 'regressed')) return 'fail';
  if (figures.some(isDoubtful) || packages.some(isUnmeasured)) return 'warn';
  return figures.length === 0 ? 'neutral' : 'pass';
}

/** A growth that is still there when it was last measured. */
function isDoubtful({ verdict, head, limit }: MetricComparison): boolean {
  return verdict === 'warned' || (verdict === 'unconfirmed' && head > limit);
}

/** The base has figures and the head has none that can be compared: nobody knows whether it grew. */
function isUnmeasured({ state, base }: PackageComparison): boolean {
  return base !== null && (state === 'not-measured' || state === 'incomparable');
}

function summaryOf({ base, noBase, bases, removed }: CompareInput): string {
  if (base === null) return `no base: ${noBase}`;
  const chosen = `base ${base.commit.slice(0, 7)}: ${base.reason}`;
  if (bases.length === 0)
    return `${chosen}; it has ${removed.length === 0 ? 'no records' : 'records of other packages only'}`;
  const distance = Math.max(...bases.map((item) => item.distance));
  const nearest = Math.min(...bases.map((item) => item.distance));
  const older =
    distance === 0
      ? 'records of this commit'
      : `${distance === nearest ? 'record' : 'records up to'} ${plural(distance, 'commit')} older`;
  const differences = [...new Set(bases.flatMap((item) => item.differences))];
  return [chosen, older, ...differences].join('; ');
}

function totalsOf(
  heads: readonly HeapRecord[],
  packages: readonly PackageComparison[],
  bases: ReadonlyMap<string, PackageBase>,
): Comparison['totals'] {
  const totals = { base: { allocBytes: 0, inuseBytes: 0 }, head: { allocBytes: 0, inuseBytes: 0 } };
  const compared = new Set(
    packages.filter(({ state }) => state === 'compared' || state === 'renamed').map(keyOf),
  );
  for (const head of heads) {
    const base = bases.get(keyOf(head));
    if (base === undefined || !compared.has(keyOf(head))) continue;
    for (const metric of ['allocBytes', 'inuseBytes'] as const) {
      const [from, to] = [base.record.metrics[metric], head.metrics[metric]];
      if (from === null || to === null) continue;
      totals.base[metric] += from;
      totals.head[metric] += to;
    }
  }
  return totals;
}
