import { parsePath } from './layout.ts';
import { keptPerKey, prunable, type DatedPath } from './prune.ts';
import { newerLayout, readPaths } from './read-records.ts';
import { decodeRun } from './records.ts';
import { removePaths, type Pruned } from './remove-paths.ts';
import type { BaselineStore, StoreProblem } from './store.ts';

/** All records of a commit have its date: it is asked of so many of them until one can be read. */
const askedPerCommit = 3;
const runsPerRead = 64;

/** Removes old records: of each key all but the newest 200 and one a week. What has no date that can be read stays. */
export async function pruneStore(
  store: BaselineStore,
  { dryRun, keep = keptPerKey }: { dryRun: boolean; keep?: number },
): Promise<Pruned | StoreProblem> {
  const listed = await store.list();
  if (listed.kind === 'problem') return listed;
  const heap = new Map<string, { path: string; keyId: string }[]>();
  const runs: { path: string; commit: string }[] = [];
  for (const path of listed.paths) {
    const parsed = parsePath(path);
    if (parsed?.kind === 'run') runs.push({ path, commit: parsed.commit });
    if (parsed?.kind !== 'heap') continue;
    const found = heap.get(parsed.commit);
    if (found === undefined) heap.set(parsed.commit, [{ path, keyId: parsed.keyId }]);
    else found.push({ path, keyId: parsed.keyId });
  }
  const dated = await datesOf(store, heap, runs);
  if (dated.kind === 'problem') return dated;
  const { dates } = dated;
  const records = [...heap].flatMap(([commit, items]) =>
    items.flatMap(({ path, keyId }): DatedPath[] => {
      const committedMs = dates.get(commit);
      return committedMs === undefined ? [] : [{ path, group: keyId, committedMs }];
    }),
  );
  const runRecords = runs.flatMap(({ path, commit }): DatedPath[] => {
    const committedMs = dates.get(commit);
    return committedMs === undefined ? [] : [{ path, group: 'runs', committedMs }];
  });
  const paths = prunable([...records, ...runRecords], keep);
  const problems = [...newerLayout(listed.paths), ...dated.problems];
  return removePaths(store, listed.paths, { paths, dryRun, problems });
}

async function datesOf(
  store: BaselineStore,
  heap: ReadonlyMap<string, { path: string }[]>,
  runs: readonly { path: string; commit: string }[],
): Promise<{ kind: 'dates'; dates: Map<string, number>; problems: string[] } | StoreProblem> {
  const dates = new Map<string, number>();
  const problems: string[] = [];
  for (let asked = 0; asked < askedPerCommit; asked += 1) {
    const open = [...heap].filter(([commit]) => !dates.has(commit));
    const read = await readPaths(
      store,
      open.flatMap(([, items]) => items[asked]?.path ?? []),
    );
    if (read.kind === 'problem') return read;
    problems.push(...read.problems);
    for (const { commit, committedAt } of read.records) note(dates, commit, committedAt);
  }
  const open = runs.filter(({ commit }) => !dates.has(commit)).map(({ path }) => path);
  for (let start = 0; start < open.length; start += runsPerRead) {
    const read = await store.read(open.slice(start, start + runsPerRead));
    if (read.kind === 'problem') return read;
    for (const [path, bytes] of read.files) {
      const decoded = decodeRun(bytes, path);
      if (decoded.kind === 'record') note(dates, decoded.record.commit, decoded.record.startedAt);
      else problems.push(`the record ${path} is left out: ${decoded.because}`);
    }
  }
  return { kind: 'dates', dates, problems };
}

function note(dates: Map<string, number>, commit: string, when: string): void {
  const ms = Date.parse(when);
  if (Number.isFinite(ms)) dates.set(commit, ms);
}
