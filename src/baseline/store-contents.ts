import type { StoreContents, StoredPackage } from '../report/baseline-view.ts';
import { parsePath, recordPath } from './layout.ts';
import { newerLayout, readPaths } from './read-records.ts';
import type { BaselineRecord } from './record.ts';
import { accountOf } from './store-account.ts';
import type { BaselineStore, StoreProblem } from './store.ts';

/** Which records a store has of one key, before any of them is read. */
export interface KeyPaths {
  keyId: string;
  /** On the first-parent line of HEAD, nearest first. */
  line: { path: string; distance: number }[];
  /** Of other commits. */
  others: string[];
}

/** So many are in memory at once. */
const recordsPerRead = 64;

/** The records of a store by key, those of the present line of commits in its order. */
export function pathsByKey(paths: readonly string[], ancestors: readonly string[]): KeyPaths[] {
  const distances = new Map(ancestors.map((commit, distance) => [commit, distance]));
  const keys = new Map<string, KeyPaths>();
  for (const path of paths) {
    const parsed = parsePath(path);
    if (parsed?.kind !== 'heap') continue;
    const { keyId, commit } = parsed;
    const found = keys.get(keyId) ?? { keyId, line: [], others: [] };
    keys.set(keyId, found);
    const distance = distances.get(commit);
    if (distance === undefined) found.others.push(path);
    else found.line.push({ path, distance });
  }
  for (const { line } of keys.values()) line.sort((a, b) => a.distance - b.distance);
  return [...keys.values()];
}

export interface ReadContents {
  kind: 'contents';
  contents: StoreContents;
  /** Where all of it is. */
  keys: KeyPaths[];
}

/** What a store holds: of each key the number of records, and the figures of the nearest. */
export async function readContents(
  store: BaselineStore,
  ancestors: readonly string[],
): Promise<ReadContents | StoreProblem> {
  const listed = await store.list();
  if (listed.kind === 'problem') return listed;
  const commits = new Set<string>();
  for (const path of listed.paths) {
    const parsed = parsePath(path);
    if (parsed?.kind !== 'heap') continue;
    commits.add(parsed.commit);
  }
  const problems = newerLayout(listed.paths);
  const packages: StoredPackage[] = [];
  const keys = pathsByKey(listed.paths, ancestors);
  for (let start = 0; start < keys.length; start += recordsPerRead) {
    const some = keys.slice(start, start + recordsPerRead);
    const read = await readNearest(store, some);
    if (read.kind === 'problem') return read;
    packages.push(...read.packages);
    problems.push(...read.problems);
  }
  packages.sort((a, b) => (order(a.key) < order(b.key) ? -1 : 1));
  const [head = null] = ancestors;
  return {
    kind: 'contents',
    contents: {
      ...{ store: store.name, head, commits: commits.size, packages, problems },
      ...accountOf(listed.paths),
    },
    keys,
  };
}

async function readNearest(
  store: BaselineStore,
  keys: readonly KeyPaths[],
): Promise<{ kind: 'read'; packages: StoredPackage[]; problems: string[] } | StoreProblem> {
  const packages: StoredPackage[] = [];
  const wanted = keys.map(({ line, others }) => line[0]?.path ?? others[0] ?? '');
  const read = await readPaths(store, wanted);
  if (read.kind === 'problem') return read;
  const byPath = new Map(read.records.map((record) => [pathOf(record), record]));
  for (const [i, { line, others }] of keys.entries()) {
    const record = byPath.get(wanted[i] ?? '');
    if (record === undefined) continue;
    const { key, commit, committedAt, environment } = record;
    packages.push({
      key,
      records: line.length + others.length,
      nearest: {
        ...{ commit, committedAt, environment, metrics: record.record.metrics },
        distance: line[0]?.distance ?? null,
      },
    });
  }
  return { kind: 'read', packages, problems: read.problems };
}

function pathOf({ key, commit }: BaselineRecord): string {
  return recordPath(key, commit);
}

function order({ package: name, leg, go, rate }: StoredPackage['key']): string {
  return [name, leg, go, String(rate)].join(' ');
}
