import { listNames } from './format.ts';
import { plural } from './plural.ts';
import type { Report } from './schema.ts';
import type { Shard } from './shard-schema.ts';

/** The reports that count, and why they may not be the whole run. */
export interface ShardSet {
  pieces: Report[];
  /** Sentences for a person; none where every package of the run is in just one of the pieces. */
  doubts: string[];
  /** Packages that no piece has results of. */
  lost: string[];
}

type Piece = Report & { shard: Shard };

const shownNames = 5;
const sameInputs = 'give all jobs the same packages, legs and plan, and run all of them again';

/**
 * What several reports of one shard are. by-time: one job that ran again, if it began when the one before had ended; only the newest
 * counts. rivals: different jobs, because somebody who knows better has left out what ran again.
 */
export type RepeatedShards = 'by-time' | 'rivals';

/** One report for each shard. What is missing, is there twice, or does not belong together is said. */
export function shardSet(reports: readonly Report[], repeated: RepeatedShards): ShardSet {
  const whole = reports.filter(({ shard }) => shard === undefined);
  const { kept, doubts } = newestOfEach(reports.filter(isPiece), repeated);
  const reference =
    kept.toSorted((a, b) => startOf(b) - startOf(a)).find(({ shard }) => shard.all.length > 0) ??
    kept[0];
  const pieces = [...kept.sort((a, b) => a.shard.index - b.shard.index), ...whole];
  if (reference === undefined) return { pieces, doubts, lost: [] };
  for (const piece of kept) {
    const difference = differenceOf(piece.shard, reference.shard);
    if (difference !== null)
      doubts.push(
        `${nameOf(piece)} does not belong to ${nameOf(reference)}: ${difference}; ${sameInputs}`,
      );
  }
  const { count, all } = reference.shard;
  const present = new Set(
    kept.filter(({ shard }) => shard.count === count).map(({ shard }) => shard.index),
  );
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter(
    (index) => !present.has(index),
  );
  const seen = new Set(pieces.flatMap(({ packages }) => packages.map((run) => run.package)));
  const lost = all.filter((name) => !seen.has(name));
  doubts.push(...lostText(missing, count, lost));
  return { pieces, doubts, lost };
}

function isPiece(report: Report): report is Piece {
  return report.shard !== undefined;
}

function newestOfEach(
  reports: readonly Piece[],
  repeated: RepeatedShards,
): { kept: Piece[]; doubts: string[] } {
  const kept: Piece[] = [];
  const doubts: string[] = [];
  for (const name of new Set(reports.map(nameOf))) {
    const group = reports.filter((piece) => nameOf(piece) === name);
    const inTime = group.toSorted((a, b) => startOf(a) - startOf(b));
    const rivals = inTime.filter((piece, i) => {
      const next = inTime[i + 1];
      return next === undefined || repeated === 'rivals' || !isRerun(piece, next);
    });
    kept.push(...rivals);
    if (rivals.length > 1)
      doubts.push(
        `${plural(rivals.length, 'job')} ran ${name} and none of them is another one run again: each matrix needs a report of its own`,
      );
  }
  return { kept, doubts };
}

/** Whether one job can have been started because the other had ended. */
function isRerun(before: Piece, after: Piece): boolean {
  const { source, machine } = before;
  const sameCommit =
    source.sha === null || after.source.sha === null || source.sha === after.source.sha;
  return (
    sameCommit &&
    machine.os === after.machine.os &&
    machine.arch === after.machine.arch &&
    startOf(after) >= startOf(before) + before.elapsedMs
  );
}

function startOf({ startedAt }: Report): number {
  return Date.parse(startedAt) || 0;
}

function nameOf({ shard }: Piece): string {
  return `shard ${String(shard.index)}/${String(shard.count)}`;
}

/** How a shard was shared out otherwise than the reference; null where both are of one plan. */
function differenceOf(shard: Shard, reference: Shard): string | null {
  if (shard.count !== reference.count)
    return `it is one of ${String(shard.count)}, not of ${String(reference.count)}`;
  if (shard.weighedBy !== reference.weighedBy)
    return `it was weighed by ${weightText(shard)}, not by ${weightText(reference)}`;
  // A run that was stopped before it had a plan knows no packages.
  if (shard.all.length === 0 || sameList(shard.all, reference.all)) return null;
  const known = new Set(reference.all);
  const other = shard.all.find((name) => !known.has(name));
  if (other !== undefined) return `it also knows the package ${listNames([other], 1)}`;
  const here = new Set(shard.all);
  const unknown = reference.all.find((name) => !here.has(name));
  return unknown === undefined ? null : `it does not know the package ${listNames([unknown], 1)}`;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}

function weightText({ weighedBy }: Shard): string {
  return weighedBy === null ? 'the number of packages' : weighedBy.slice(0, 12);
}

function lostText(missing: readonly number[], count: number, lost: readonly string[]): string[] {
  const packages =
    lost.length === 0
      ? ''
      : `nobody ran ${plural(lost.length, 'package')}: ${listNames(lost, shownNames)}`;
  if (missing.length === 0) return packages === '' ? [] : [`${packages}; ${sameInputs}`];
  const names = listNames(
    missing.map((index) => `${String(index)}/${String(count)}`),
    shownNames,
  );
  const absent =
    missing.length === 1
      ? `shard ${names} left no report`
      : `${String(missing.length)} shards left no report: ${names}`;
  const why = 'its job was cancelled, died, or could not upload it; run it again';
  return [`${absent} (${why})${packages === '' ? '' : `; ${packages}`}`];
}
