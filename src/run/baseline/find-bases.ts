import { recordPath, parsePath } from '../../baseline/layout.ts';
import type { BaselineRecord, Key, RecordEnvironment } from '../../baseline/record.ts';
import { environmentDifferences } from '../../baseline/environment.ts';
import { newerLayout, readPaths } from '../../baseline/read-records.ts';
import type { BaselineStore } from '../../baseline/store.ts';
import { memProfileRates } from '../../heap/rate.ts';
import type { BaselineFile, StoredBase } from './baseline-file.ts';
import type { KeyWithoutRate } from './leg-key.ts';

export interface BaseRequest {
  store: BaselineStore;
  keys: readonly KeyWithoutRate[];
  /** The base and its first-parent ancestors, nearest first. */
  ancestors: readonly string[];
  environment: RecordEnvironment;
  /** The run names every package of the module: what it does not name is gone. */
  wholeModule: boolean;
  /** Packages that are still there, although this run leaves them to other jobs. */
  elsewhere?: readonly string[];
  /** A commit to look for slow growth from, and why that one. */
  old: readonly { commit: string; reason: string }[];
}

export type FoundBases = Pick<BaselineFile, 'bases' | 'gone' | 'problems'>;

/** Removed packages that could have been renamed. */
const maxGone = 200;
/** Records that tell how much a figure moves from commit to commit. */
const maxHistory = 30;

interface Wanted {
  key: Key;
  commit: string;
  distance: number;
}

/** The nearest record of each package along the base's first parents, and an old one. What cannot be read is named in `problems`. */
export async function findBases(request: BaseRequest): Promise<FoundBases> {
  const { store, ancestors, keys } = request;
  const listed = await store.list();
  if (listed.kind === 'problem') return { bases: [], gone: [], problems: [listed.problem] };
  const present = new Set(listed.paths);
  const nearest = keys.flatMap((key) => nearestRecord(key, ancestors, present) ?? []);
  const old = new Map<Wanted, Wanted & { reason: string }>();
  for (const wanted of nearest) {
    const found = request.old.find(({ commit }) => present.has(recordPath(wanted.key, commit)));
    if (found !== undefined && found.commit !== wanted.commit)
      old.set(wanted, { ...wanted, ...found });
  }
  const [closest = closestOfAll(ancestors, listed.paths)] = nearest.toSorted(
    (a, b) => a.distance - b.distance,
  );
  const others =
    request.wholeModule && closest !== null ? pathsOfCommit(listed.paths, closest.commit) : [];
  const reader = await readAll(store, [
    ...[...nearest, ...old.values()].map(({ key, commit }) => recordPath(key, commit)),
    ...others,
  ]);
  const bases = nearest.flatMap((wanted) => {
    const record = reader.record(recordPath(wanted.key, wanted.commit));
    if (record === null) return [];
    const before = old.get(wanted);
    const oldRecord = before && reader.record(recordPath(before.key, before.commit));
    return [
      {
        ...storedBase(record, wanted.distance, request.environment),
        old: oldRecord ? { ...point(oldRecord), reason: before.reason } : null,
      },
    ];
  });
  const named = new Set(keys.map(packageOfLeg));
  const elsewhere = new Set(request.elsewhere);
  const modules = new Set(keys.map(({ module }) => module));
  const gone = others
    .flatMap((path) => reader.record(path) ?? [])
    .filter(({ key }) => modules.has(key.module) && !named.has(packageOfLeg(key)))
    .filter(({ key }) => !elsewhere.has(key.package))
    .filter(({ key }) => keys.some((other) => other.leg === key.leg && other.go === key.go))
    .slice(0, maxGone)
    .map((record) => storedBase(record, closest?.distance ?? 0, request.environment));
  return { bases, gone, problems: [...newerLayout(listed.paths), ...reader.problems] };
}

/** Adds what earlier records say of the packages that it is asked for. */
export async function addHistory(
  bases: readonly StoredBase[],
  wanted: ReadonlySet<string>,
  request: Pick<BaseRequest, 'store' | 'keys' | 'ancestors'>,
): Promise<{ bases: StoredBase[]; problems: string[] }> {
  const listed = await request.store.list();
  if (listed.kind === 'problem') return { bases: [...bases], problems: [listed.problem] };
  const present = new Set(listed.paths);
  const keys = new Map(request.keys.map((key) => [packageOfLeg(key), key]));
  const pathsOf = (base: StoredBase): string[] => {
    const key = keys.get(packageOfLeg(base));
    if (key === undefined || !wanted.has(packageOfLeg(base))) return [];
    const { rate } = base.record.sampling;
    const from = Math.max(0, request.ancestors.indexOf(base.commit));
    return request.ancestors
      .slice(from)
      .map((commit) => recordPath({ ...key, rate }, commit))
      .filter((path) => present.has(path))
      .slice(0, maxHistory);
  };
  const reader = await readAll(request.store, bases.flatMap(pathsOf));
  return {
    bases: bases.map((base) => {
      const history = pathsOf(base).flatMap((path) => reader.record(path) ?? []);
      return history.length === 0 ? base : { ...base, history: history.map(point) };
    }),
    problems: reader.problems,
  };
}

export function packageOfLeg({ leg, package: name }: { leg: string; package: string }): string {
  return `${leg} ${name}`;
}

function nearestRecord(
  key: KeyWithoutRate,
  ancestors: readonly string[],
  present: ReadonlySet<string>,
): Wanted | null {
  for (const [distance, commit] of ancestors.entries()) {
    for (const rate of memProfileRates) {
      const full = { ...key, rate };
      if (present.has(recordPath(full, commit))) return { key: full, commit, distance };
    }
  }
  return null;
}

/** Where no package has a record all of them may have been renamed. */
function closestOfAll(
  ancestors: readonly string[],
  paths: readonly string[],
): Pick<Wanted, 'commit' | 'distance'> | null {
  const recorded = new Set(
    paths.map(parsePath).flatMap((parsed) => (parsed?.kind === 'heap' ? [parsed.commit] : [])),
  );
  const distance = ancestors.findIndex((commit) => recorded.has(commit));
  const commit = ancestors[distance];
  return commit === undefined ? null : { commit, distance };
}

function pathsOfCommit(paths: readonly string[], commit: string): string[] {
  return paths.filter((path) => {
    const parsed = parsePath(path);
    return parsed?.kind === 'heap' && parsed.commit === commit;
  });
}

interface Reader {
  record: (path: string) => BaselineRecord | null;
  problems: string[];
}

async function readAll(store: BaselineStore, paths: readonly string[]): Promise<Reader> {
  const read = await readPaths(store, [...new Set(paths)]);
  if (read.kind === 'problem') return { record: () => null, problems: [read.problem] };
  const records = new Map(
    read.records.map((record) => [recordPath(record.key, record.commit), record]),
  );
  return { record: (path) => records.get(path) ?? null, problems: read.problems };
}

function storedBase(
  { key, record, commit, environment, ...times }: BaselineRecord,
  distance: number,
  now: RecordEnvironment,
): StoredBase {
  return {
    package: key.package,
    leg: key.leg,
    record,
    commit,
    distance,
    differences: environmentDifferences(environment, now),
    renamedFrom: null,
    history: [point({ record, commit, ...times })],
    old: null,
  };
}

function point({
  commit,
  committedAt,
  record,
}: Pick<BaselineRecord, 'commit' | 'committedAt' | 'record'>): StoredBase['history'][number] {
  return { commit, committedAt, metrics: record.metrics, tests: record.tests };
}
