/** What a package takes in all legs together. */
export interface PackageWeight {
  elapsedMs: number;
  /** The largest of all legs. */
  peakRssBytes: number;
}

interface Weighed extends PackageWeight {
  name: string;
}

interface Share {
  names: string[];
  elapsedMs: number;
  peakRssBytes: number;
}

/** So much longer than it must be may the longest share take for the sake of memory. */
const slack = 1.05;

/**
 * Shares packages out so that no share takes much longer than another and those that need much memory are apart: the longest first,
 * each to the share with least so far, which is at most 4/3 of the best that can be done (Graham 1969). Every package is in exactly one
 * share. The same packages and weights give the same shares on every machine; a package without a weight counts as a middling one.
 * @param weights null: all packages count alike
 */
export function shareOut(
  packages: readonly string[],
  weights: ReadonlyMap<string, PackageWeight> | null,
  count: number,
): string[][] {
  const longestFirst = weighed(packages, weights).sort(byWeight);
  const byTime = assign(longestFirst, count, Number.POSITIVE_INFINITY);
  const longest = Math.max(0, ...(byTime ?? []).map(({ elapsedMs }) => elapsedMs));
  const limit = Math.max(longest, slack * leastLongest(longestFirst, count));
  const shares = assign(longestFirst, count, limit, 'memory') ?? byTime ?? [];
  return shares.map(({ names }) => names.sort(compareText));
}

/** No way of sharing out has a longest share that takes less. */
function leastLongest(longestFirst: readonly Weighed[], count: number): number {
  const sum = longestFirst.reduce((all, { elapsedMs }) => all + elapsedMs, 0);
  return Math.max(sum / count, longestFirst[0]?.elapsedMs ?? 0);
}

/** Null where the packages do not fit within the limit in this way. */
function assign(
  longestFirst: readonly Weighed[],
  count: number,
  limitMs: number,
  first: 'time' | 'memory' = 'time',
): Share[] | null {
  const shares = Array.from({ length: count }, (): Share => ({
    names: [],
    elapsedMs: 0,
    peakRssBytes: 0,
  }));
  const least = first === 'time' ? leastTime : leastMemory;
  for (const { name, elapsedMs, peakRssBytes } of longestFirst) {
    const fitting = shares.filter((share) => share.elapsedMs + elapsedMs <= limitMs);
    const [start] = fitting;
    if (start === undefined) return null;
    const share = fitting.reduce((best, other) => (least(other, best) < 0 ? other : best), start);
    share.names.push(name);
    share.elapsedMs += elapsedMs;
    share.peakRssBytes += peakRssBytes;
  }
  return shares;
}

function leastTime(a: Share, b: Share): number {
  return (
    a.elapsedMs - b.elapsedMs || a.peakRssBytes - b.peakRssBytes || a.names.length - b.names.length
  );
}

function leastMemory(a: Share, b: Share): number {
  return a.peakRssBytes - b.peakRssBytes || leastTime(a, b);
}

function weighed(
  packages: readonly string[],
  weights: ReadonlyMap<string, PackageWeight> | null,
): Weighed[] {
  const names = [...new Set(packages)];
  const known = names.flatMap((name) => weights?.get(name) ?? []);
  const middling = {
    elapsedMs: middle(known.map(({ elapsedMs }) => elapsedMs)) ?? 1,
    peakRssBytes: middle(known.map(({ peakRssBytes }) => peakRssBytes)) ?? 0,
  };
  return names.map((name) => ({ name, ...(weights?.get(name) ?? middling) }));
}

function middle(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function byWeight(a: Weighed, b: Weighed): number {
  return (
    b.elapsedMs - a.elapsedMs || b.peakRssBytes - a.peakRssBytes || compareText(a.name, b.name)
  );
}

/** By code units: the same order whatever the language of the machine is. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
