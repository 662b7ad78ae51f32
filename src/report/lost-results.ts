import type { Report } from './schema.ts';

/** A package that no report has results of: in one leg, or, where that is null, in any. */
export interface LostResult {
  package: string;
  leg: string | null;
}

/**
 * What is planned and in none of the reports. Legs may have different packages: where a shard with that leg in its plan has results of
 * a package, it has them of all legs that have the package.
 */
export function lostResults(
  packages: readonly string[],
  legs: readonly string[],
  pieces: readonly Pick<Report, 'packages' | 'shard'>[],
): LostResult[] {
  const ran = new Map<string, Set<string> | 'everywhere'>();
  for (const { packages: runs, shard } of pieces)
    for (const run of runs) {
      const before = ran.get(run.package) ?? new Set<string>();
      if (before === 'everywhere') continue;
      for (const leg of shard?.legs ?? []) before.add(leg);
      before.add(run.leg);
      // A shard that does not say what it planned.
      const unknown = shard !== undefined && shard.legs === undefined;
      ran.set(run.package, unknown ? 'everywhere' : before);
    }
  return packages.flatMap((name): LostResult[] => {
    const found = ran.get(name);
    if (found === undefined) return [{ package: name, leg: null }];
    if (found === 'everywhere') return [];
    return legs.filter((leg) => !found.has(leg)).map((leg) => ({ package: name, leg }));
  });
}
