/** A record of a store, as far as it matters for what may go. */
export interface DatedPath {
  path: string;
  /** Records with the same group are counted together: those of one key, or all runs. */
  group: string;
  /** When the commit was made, in milliseconds since 1970. */
  committedMs: number;
}

/** So many records of a key stay in any case. */
export const keptPerKey = 200;

const weekMs = 7 * 24 * 3600 * 1000;

/**
 * The paths that may go: of each group all but the newest 200, and of what is older the first of each week stays. The first, so that
 * what stayed once stays, however often this is done.
 */
export function prunable(records: readonly DatedPath[], keep: number = keptPerKey): string[] {
  const groups = new Map<string, DatedPath[]>();
  for (const record of records) {
    const group = groups.get(record.group);
    if (group === undefined) groups.set(record.group, [record]);
    else group.push(record);
  }
  return [...groups.values()].flatMap((group) => oldOnes(group, keep));
}

function oldOnes(group: DatedPath[], keep: number): string[] {
  const newestFirst = group.sort(
    (a, b) => b.committedMs - a.committedMs || (a.path < b.path ? 1 : -1),
  );
  const weeks = new Set<number>();
  return newestFirst
    .slice(keep)
    .reverse()
    .filter(({ committedMs }) => {
      const week = Math.floor(committedMs / weekMs);
      if (weeks.has(week)) return true;
      weeks.add(week);
      return false;
    })
    .map(({ path }) => path);
}
