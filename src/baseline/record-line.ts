import type { StoredKey } from '../report/baseline-view.ts';
import { keyId } from './layout.ts';
import { readPaths, type ReadRecords } from './read-records.ts';
import type { BaselineRecord } from './record.ts';
import type { KeyPaths } from './store-contents.ts';
import type { BaselineStore, StoreProblem } from './store.ts';

/** A later rate takes the place of an earlier one, so that records which differ in it alone are one line. */
export function sameButRate(key: StoredKey): string {
  return keyId({ ...key, rate: 0 });
}

export interface RecordLine extends ReadRecords {
  /** None of the records is of this line of commits: they are in the order of their dates. */
  elsewhere: boolean;
}

/**
 * The records of these keys, which differ in their rate alone, oldest first: the nearest ones of the present line of commits, or the
 * latest ones where none is of that line. At most `limit`.
 */
export async function readLine(
  store: BaselineStore,
  paths: readonly KeyPaths[],
  keys: readonly StoredKey[],
  limit: number,
): Promise<RecordLine | StoreProblem> {
  const ids = new Set(keys.map(keyId));
  const found = paths.filter((entry) => ids.has(entry.keyId));
  const line = new Map<number, string>();
  for (const { path, distance } of found.flatMap((entry) => entry.line))
    if (!line.has(distance)) line.set(distance, path);
  const nearest = [...line].sort(([a], [b]) => a - b).map(([, path]) => path);
  const elsewhere = nearest.length === 0;
  const read = await readPaths(
    store,
    elsewhere
      ? found.flatMap(({ others }) => others).slice(0, maxElsewhere)
      : nearest.slice(0, limit),
  );
  if (read.kind === 'problem') return read;
  const { problems } = read;
  const records = elsewhere ? read.records.sort(byDate).slice(-limit) : read.records.reverse();
  return { kind: 'records', records, problems, elsewhere };
}

/** Their dates are known only when they are read. */
const maxElsewhere = 400;

function byDate(a: BaselineRecord, b: BaselineRecord): number {
  return Date.parse(a.committedAt) - Date.parse(b.committedAt);
}
