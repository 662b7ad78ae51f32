import type { Comparison, PackageComparison } from './comparison-schema.ts';
import { byWeight } from './severity.ts';

/** From the worst to the best. */
const statuses: readonly Comparison['status'][] = ['fail', 'warn', 'pass', 'neutral'];

/** What several jobs found out about their packages as one comparison; null where none of them compared. */
export function mergeComparisons(comparisons: readonly Comparison[]): Comparison | null {
  const [first] = comparisons;
  if (first === undefined) return null;
  const disagreement = baseDisagreement(comparisons);
  const worst = statuses.find((status) => comparisons.some((one) => one.status === status));
  return {
    // What was compared with different commits says less than it seems to.
    status: disagreement !== null && worst === 'pass' ? 'warn' : (worst ?? 'neutral'),
    summary: distinct(comparisons.flatMap(({ summary }) => summary.split('; '))).join('; '),
    base: comparisons.find(({ base }) => base !== null)?.base ?? null,
    packages: mergePackages(comparisons.flatMap(({ packages }) => packages)),
    totals: {
      base: sumOf(comparisons.map(({ totals }) => totals.base)),
      head: sumOf(comparisons.map(({ totals }) => totals.head)),
    },
    budgets: distinctBy(
      comparisons.flatMap(({ budgets }) => budgets),
      (budget) => JSON.stringify(budget),
    ),
    creep: distinctBy(
      comparisons.flatMap(({ creep }) => creep),
      (one) => JSON.stringify([one.leg, one.package, one.metric]),
    ),
    problems: distinct([
      ...(disagreement === null ? [] : [disagreement]),
      ...comparisons.flatMap(({ problems }) => problems),
    ]),
    recorded: null,
  };
}

/** Each job finds its base by itself. */
function baseDisagreement(comparisons: readonly Comparison[]): string | null {
  const commits = distinct(comparisons.flatMap(({ base }) => base?.commit ?? []));
  if (commits.length < 2) return null;
  const names = commits.map((commit) => commit.slice(0, 12)).join(', ');
  return `the jobs compared with different commits: ${names}; run all of them again`;
}

function mergePackages(packages: readonly PackageComparison[]): PackageComparison[] {
  const renamed = new Set(
    packages.flatMap(({ leg, renamedFrom }) =>
      renamedFrom === null ? [] : [keyOf({ leg, package: renamedFrom })],
    ),
  );
  // What is gone is gone for every job, but only the job that has the new name knows what it is called now.
  const known = packages.filter((item) => !(item.state === 'removed' && renamed.has(keyOf(item))));
  const worstFirst = known.toSorted(
    (a, b) => Number(a.state === 'removed') - Number(b.state === 'removed') || byWeight(a, b),
  );
  return distinctBy(worstFirst, keyOf)
    .map((item) => ({ ...item, page: null }))
    .sort(byWeight);
}

function keyOf(item: { package: string; leg: string }): string {
  return `${item.leg} ${item.package}`;
}

type Sum = Comparison['totals']['base'];

function sumOf(sums: readonly Sum[]): Sum {
  return sums.reduce(
    (all, one) => ({
      allocBytes: all.allocBytes + one.allocBytes,
      inuseBytes: all.inuseBytes + one.inuseBytes,
    }),
    { allocBytes: 0, inuseBytes: 0 },
  );
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** The first of those with the same key. */
function distinctBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const first = new Map<string, T>();
  for (const item of items) if (!first.has(key(item))) first.set(key(item), item);
  return [...first.values()];
}
