import { shareOut, type PackageWeight } from '../plan/shards.ts';
import type { Shard } from '../report/shard-schema.ts';
import type { ShardChoice } from '../settings/shard.ts';
import type { LegPlan } from './plan-legs.ts';
import type { Weights } from './shard-weights.ts';

/** What can be shared out: a package of some leg. */
export interface SharedPackage {
  package: string;
  hasTests: boolean;
}

export interface TakenShare {
  legs: LegPlan[];
  shard: Shard;
}

/**
 * Leaves to each leg the packages of one share. All legs have the same share: what a package takes in one leg it takes in the job
 * that runs the others, too. A leg that keeps nothing is left out.
 * @param weights null: packages are shared out by their number
 */
export function takeShare(
  legs: readonly LegPlan[],
  choice: ShardChoice,
  weights: Weights | null,
): TakenShare {
  const packages = legs.flatMap((plan) => plan.packages);
  const shares = sharesOf(packages, choice.count, weights);
  const own = shares[choice.index - 1] ?? [];
  const wanted = new Set(own);
  const all = shares.flat().sort();
  return {
    shard: { ...choice, all, own, legs: legs.map(({ leg }) => leg.name) },
    legs: legs
      .map((plan) => withPackages(plan, wanted))
      .filter(({ packages: kept }) => kept.length > 0),
  };
}

/** The packages of each share, in a way that is the same wherever the same packages are there. */
export function sharesOf(
  packages: readonly SharedPackage[],
  count: number,
  weights: Weights | null,
): string[][] {
  const names = [...new Set(packages.map((item) => item.package))].sort();
  return shareOut(names, weights ?? alike(packages), count);
}

/** What has no tests takes next to nothing. */
const withTests: PackageWeight = { elapsedMs: 1000, peakRssBytes: 0 };
const withoutTests: PackageWeight = { elapsedMs: 1, peakRssBytes: 0 };

function alike(packages: readonly SharedPackage[]): Weights {
  const tested = new Set(packages.flatMap((item) => (item.hasTests ? [item.package] : [])));
  return new Map(
    packages.map((item) => [item.package, tested.has(item.package) ? withTests : withoutTests]),
  );
}

function withPackages(plan: LegPlan, wanted: ReadonlySet<string>): LegPlan {
  const packages = plan.packages.filter((item) => wanted.has(item.package));
  // The user's own patterns stay where they name just these.
  if (packages.length === plan.packages.length) return plan;
  return { ...plan, packages, patterns: packages.map((item) => item.package) };
}
