import { keyId, parsePath, recordPath } from './layout.ts';
import type { BaselineRecord, Key } from './record.ts';
import { decodeRecord } from './records.ts';
import type { BaselineStore, StoreProblem } from './store.ts';

/** Records that could be read, and a sentence for each that could not. */
export interface ReadRecords {
  kind: 'records';
  records: BaselineRecord[];
  problems: string[];
}

/** So many files are in memory at once. */
const filesPerRead = 64;

/** How many records of a key tell how much its figures move from commit to commit. */
const maxHistory = 30;

/** The wanted records that are there, in the order of `wanted`. */
export async function readRecords(
  store: BaselineStore,
  wanted: readonly { commit: string; key: Key }[],
): Promise<ReadRecords | StoreProblem> {
  return readPaths(
    store,
    wanted.map(({ key, commit }) => recordPath(key, commit)),
  );
}

/** All records of one commit, in the order of their paths. */
export async function recordsOfCommit(
  store: BaselineStore,
  commit: string,
): Promise<ReadRecords | StoreProblem> {
  const listed = await store.list();
  if (listed.kind === 'problem') return listed;
  const paths = listed.paths.filter((path) => {
    const parsed = parsePath(path);
    return parsed?.kind === 'heap' && parsed.commit === commit;
  });
  const read = await readPaths(store, paths.sort());
  return read.kind === 'problem'
    ? read
    : { ...read, problems: [...newerLayout(listed.paths), ...read.problems] };
}

/** The records of a key at the ancestors that have one, nearest first, at most `limit`. */
export async function historyOf(
  store: BaselineStore,
  key: Key,
  ancestors: readonly string[],
  limit: number = maxHistory,
): Promise<ReadRecords | StoreProblem> {
  const listed = await store.list();
  if (listed.kind === 'problem') return listed;
  const present = new Set(listed.paths);
  const paths = ancestors
    .map((commit) => recordPath(key, commit))
    .filter((path) => present.has(path));
  return readPaths(store, paths.slice(0, limit));
}

/** The commits that a key has records of; all commits that have any, without one. */
export function commitsWithRecords(paths: readonly string[], key: Key | null = null): Set<string> {
  const wanted = key === null ? null : keyId(key);
  const commits = new Set<string>();
  for (const path of paths) {
    const parsed = parsePath(path);
    if (parsed?.kind === 'heap' && (wanted === null || parsed.keyId === wanted))
      commits.add(parsed.commit);
  }
  return commits;
}

/** A sentence if a later version of the tool has written to the store in its own layout. */
export function newerLayout(paths: readonly string[]): string[] {
  let newest = 1;
  for (const path of paths) {
    const parsed = parsePath(path);
    if (parsed?.kind === 'newer') newest = Math.max(newest, parsed.version);
  }
  return newest === 1
    ? []
    : [
        `the store also holds records in layout v${String(newest)}, which this version of go-crash-guard does not know; update go-crash-guard to use them`,
      ];
}

/** The records at these paths; what is not there is left out, what is damaged is named. */
export async function readPaths(
  store: BaselineStore,
  paths: readonly string[],
): Promise<ReadRecords | StoreProblem> {
  const records: BaselineRecord[] = [];
  const problems: string[] = [];
  for (let start = 0; start < paths.length; start += filesPerRead) {
    const some = paths.slice(start, start + filesPerRead);
    const read = await store.read(some);
    if (read.kind === 'problem') return read;
    for (const path of some) {
      const bytes = read.files.get(path);
      if (bytes === undefined) continue;
      const decoded = decodeRecord(bytes, path);
      if (decoded.kind === 'record') records.push(decoded.record);
      else problems.push(`the record ${path} is left out: ${decoded.because}`);
    }
  }
  return { kind: 'records', records, problems };
}
