import { shortName } from '../crash/function-name.ts';
import { severity } from '../report/severity.ts';
import type {
  Comparison,
  MetricComparison,
  MetricVerdict,
  PackageComparison,
  Why,
} from '../report/comparison-schema.ts';
import { clip } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import { formatChange, formatShare } from './heap-figures.ts';
import { heapMetrics } from '../report/heap-metric.ts';

/** A figure of a package, or of one of its tests or benchmarks. */
export interface ComparedRow {
  item: PackageComparison;
  /** The test or benchmark; null for the package itself. */
  part: string | null;
  figure: MetricComparison;
}

type Grown = Pick<Why['tests'][number], 'base' | 'head'>;

/** What packages did, for one count in the headline. */
const counted: readonly (readonly [MetricVerdict, (count: number) => string])[] = [
  ['warned', (count) => `${plural(count, 'package')} grew with a warning`],
  ['unconfirmed', (count) => `${plural(count, 'package')} grew, not confirmed`],
  ['accepted', (count) => `${plural(count, 'package')} grew as accepted`],
  ['improved', (count) => `${plural(count, 'package')} shrank`],
];

/** One sentence: what became of the heap usage. The base is told by the comparison's own summary. */
export function comparisonHeadline({ packages, budgets, base }: Comparison): string {
  const having = (verdict: MetricVerdict): number =>
    packages.filter((item) => item.verdict === verdict).length;
  const unmeasured = packages.filter(isUnmeasured).length;
  const compared = packages.filter(isCompared).length;
  const regressed = having('regressed');
  const parts = [
    ...(regressed > 0 ? [`${plural(regressed, 'package')} grew`] : []),
    ...(budgets.length > 0 ? [`${plural(budgets.length, 'budget')} broken`] : []),
    ...counted.flatMap(([verdict, words]) => (having(verdict) > 0 ? [words(having(verdict))] : [])),
    ...(unmeasured > 0 ? [`${plural(unmeasured, 'package')} not compared`] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  if (compared > 0) return `no growth in ${plural(compared, 'package')}`;
  return base === null ? 'nothing to compare with' : 'nothing was compared';
}

export function isCompared({ state }: PackageComparison): boolean {
  return state === 'compared' || state === 'renamed';
}

/** The base has figures and the head has none that can be compared. */
export function isUnmeasured({ state, base }: PackageComparison): boolean {
  return base !== null && (state === 'not-measured' || state === 'incomparable');
}

/** Legs of which the base has records. Nobody knows what is new in the others. */
export function recordedLegs(packages: readonly PackageComparison[]): Set<string> {
  const known = packages.filter(({ base, state }) => base !== null || state === 'removed');
  return new Set(known.map(({ leg }) => leg));
}

/** Packages that only one side has. */
export function oneSided(
  packages: readonly PackageComparison[],
  state: 'new' | 'removed',
): string[] {
  const known = recordedLegs(packages);
  const found = packages.filter((item) => item.state === state && known.has(item.leg));
  return [...new Set(found.map((item) => item.package))];
}

/** What is allocated in all, where that was compared. */
export function totalsText({ packages, totals }: Comparison): string | null {
  const { base, head } = totals;
  if (!packages.some(isCompared) || base.allocBytes === 0) return null;
  const change = formatChange(head.allocBytes - base.allocBytes, 'bytes');
  return `allocated in all: ${change} (${formatShare(base.allocBytes, head.allocBytes)})`;
}

/** Everything that changed, worst first. */
export function changedRows({ packages }: Pick<Comparison, 'packages'>): ComparedRow[] {
  return packages
    .flatMap((item) => rowsOf(item))
    .filter(({ figure }) => figure.verdict !== 'same')
    .sort(
      (a, b) => severity(a.figure.verdict) - severity(b.figure.verdict) || shareOf(b) - shareOf(a),
    );
}

/** All figures of a package: its own first. */
export function rowsOf(item: PackageComparison): ComparedRow[] {
  return [
    ...item.metrics.map((figure) => ({ item, part: null, figure })),
    ...item.tests.flatMap(({ test, metrics }) =>
      metrics.map((figure) => ({ item, part: test, figure })),
    ),
    ...item.benchmarks.flatMap(({ name, metrics }) =>
      metrics.map((figure) => ({ item, part: name, figure })),
    ),
  ];
}

function shareOf({ figure: { base, head } }: ComparedRow): number {
  return (head - base) / Math.max(base, 1);
}

/** By how much a function or test of an explanation grew: `+5.9 MiB`. */
export function growthText(why: Why, row: Grown): string {
  return formatChange(growthOf(why, row), heapMetrics[explainedBy(why)].unit);
}

function growthOf(why: Why, { base, head }: Grown): number {
  const metric = explainedBy(why);
  return head[metric] - base[metric];
}

/** Less than this part of what grew most explains nothing. */
const leastPart = 0.02;

/** The rows of an explanation that are worth a line. */
export function notable<T extends Grown>(why: Why, rows: readonly T[], part = leastPart): T[] {
  const most = rows.reduce((max, row) => Math.max(max, growthOf(why, row)), -Infinity);
  return rows.filter((row) => growthOf(why, row) >= part * most);
}

/** Functions and tests have three amounts. */
function explainedBy({ metric }: Why): 'allocBytes' | 'allocObjects' | 'inuseBytes' {
  return metric === 'allocObjects' || metric === 'inuseBytes' ? metric : 'allocBytes';
}

/** `store.(*Orders).Add` */
export function functionText(name: string): string {
  return clip(shortName(name.slice(0, 2000)), 120);
}

/** `store/orders.go:41`: the line of a function with the largest part, or the function's own. */
export function placeText({ file, line, lines }: Why['functions'][number]): string {
  return `${file}:${String(lines[0]?.line ?? line)}`;
}

export const budgetWords = {
  allocated: 'allocated',
  'in-use': 'in use at the end',
  rss: 'resident memory',
  'leak-per-stack': 'held by one stack',
} as const;
