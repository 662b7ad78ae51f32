import { parsePath, runPath } from '../baseline/layout.ts';
import type { RunRecord } from '../baseline/record.ts';
import { decodeRun } from '../baseline/records.ts';
import type { BaselineStore } from '../baseline/store.ts';
import type { PackageWeight } from '../plan/shards.ts';

export type Weights = ReadonlyMap<string, PackageWeight>;

export type FoundWeights =
  | { kind: 'weights'; commit: string; weights: Weights }
  /** Why there are none, for a person. */
  | { kind: 'none'; because: string };

/** Records that are looked at; those of earlier versions do not say what packages take. */
const maxRecords = 10;

/** What packages took in the run that is recorded for a commit. */
export async function weightsOfCommit(store: BaselineStore, commit: string): Promise<FoundWeights> {
  const path = runPath(commit);
  const read = await store.read([path]);
  if (read.kind === 'problem') return none(read.problem);
  const bytes = read.files.get(path);
  if (bytes === undefined) return none(`${store.name} has no record of that run`);
  const decoded = decodeRun(bytes, path);
  if (decoded.kind !== 'record') return none(`its record cannot be used: ${decoded.because}`);
  const weights = weightsIn(decoded.record);
  return weights.size === 0
    ? none('its record does not say what the packages took')
    : { kind: 'weights', commit, weights };
}

/** The same of the nearest of these commits that has a record which says it. */
export async function nearestWeights(
  store: BaselineStore,
  ancestors: readonly string[],
): Promise<FoundWeights> {
  const listed = await store.list();
  if (listed.kind === 'problem') return none(listed.problem);
  const recorded = new Set(
    listed.paths.flatMap((path) => {
      const parsed = parsePath(path);
      return parsed?.kind === 'run' ? [parsed.commit] : [];
    }),
  );
  const commits = ancestors.filter((commit) => recorded.has(commit)).slice(0, maxRecords);
  for (const commit of commits) {
    const found = await weightsOfCommit(store, commit);
    if (found.kind === 'weights') return found;
  }
  return none(
    commits.length === 0
      ? `${store.name} has no record of a run of the commits before this one`
      : 'the records of earlier runs do not say what the packages took',
  );
}

/** The legs of a run come one after the other: their times add up, their memory does not. */
function weightsIn({ packages = [] }: RunRecord): Weights {
  const weights = new Map<string, PackageWeight>();
  for (const { package: name, elapsedMs, peakRssBytes } of packages) {
    const before = weights.get(name) ?? { elapsedMs: 0, peakRssBytes: 0 };
    weights.set(name, {
      elapsedMs: before.elapsedMs + elapsedMs,
      peakRssBytes: Math.max(before.peakRssBytes, peakRssBytes ?? 0),
    });
  }
  return weights;
}

function none(because: string): FoundWeights {
  return { kind: 'none', because };
}
