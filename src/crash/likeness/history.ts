import type { Crash, Report } from '../../report/schema.ts';
import { nearest } from './similarity.ts';

/** A run whose report is still there. */
export type PastRun = Pick<Report, 'startedAt' | 'source' | 'crashes'>;

/** What earlier runs say of a crash. */
export type Standing =
  /** Nothing in them is like it. */
  | { kind: 'new' }
  /** The same root cause, in so many of the runs; the latest and the earliest of them. */
  | { kind: 'seen'; runs: number; last: PastRun; first: PastRun }
  /** Another root cause, but much alike. */
  | { kind: 'similar'; similarity: number; crash: Crash; run: PastRun };

/** Less alike than that is unlike. */
const minSimilarity = 0.5;

/** Compares a crash with those of earlier runs, in any order: its fingerprint first, its stacks second. */
export function standing(crash: Crash, past: readonly PastRun[]): Standing {
  const runs = [...past].sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
  const same = runs.filter(({ crashes }) =>
    crashes.some(({ fingerprint }) => fingerprint === crash.fingerprint),
  );
  const [last] = same;
  const first = same.at(-1);
  if (last !== undefined && first !== undefined)
    return { kind: 'seen', runs: same.length, last, first };
  const all = runs.flatMap((run) => run.crashes.map((other) => ({ run, other })));
  const numbered = all.map(({ other }, index) => ({ ...other, id: String(index) }));
  const [closest] = nearest(crash, numbered, 1);
  const found = closest === undefined ? undefined : all[Number(closest.id)];
  if (closest === undefined || found === undefined || closest.similarity < minSimilarity)
    return { kind: 'new' };
  return {
    kind: 'similar',
    similarity: closest.similarity,
    crash: found.other,
    run: found.run,
  };
}
