import { plural } from './plural.ts';
import type { Report } from './schema.ts';
import type { Shard } from './shard-schema.ts';

/** The report of one shard. */
export type Piece = Report & { shard: Shard };

/**
 * What several reports of one shard are. by-time: one job that ran again, if it began when the one before had ended; only the newest
 * counts. rivals: different jobs, because somebody who knows better has left out what ran again.
 */
export type RepeatedShards = 'by-time' | 'rivals';

/** What counts of several reports of one shard. Those of different legs are not of one job: each of them counts. */
export function newestOfEach(
  reports: readonly Piece[],
  repeated: RepeatedShards,
): { kept: Piece[]; doubts: string[] } {
  const kept: Piece[] = [];
  const doubts: string[] = [];
  for (const name of new Set(reports.map(nameOf))) {
    const group = reports.filter((piece) => nameOf(piece) === name);
    const inTime = group.toSorted((a, b) => startOf(a) - startOf(b));
    const stayed = inTime.filter((piece, i) => {
      const next = inTime.slice(i + 1).find((later) => shareLegs(piece, later));
      return next === undefined || repeated === 'rivals' || !isRerun(piece, next);
    });
    kept.push(...stayed);
    const rivals = stayed.filter((piece) =>
      stayed.some((other) => other !== piece && shareLegs(piece, other)),
    );
    if (rivals.length > 0)
      doubts.push(
        `${plural(rivals.length, 'job')} ran ${name} and none of them is another one run again: each matrix needs a report of its own`,
      );
  }
  return { kept, doubts };
}

export function startOf({ startedAt }: Report): number {
  return Date.parse(startedAt) || 0;
}

export function nameOf({ shard }: Piece): string {
  return `shard ${String(shard.index)}/${String(shard.count)}`;
}

/** What tells which legs a run has planned; null where it was stopped before it knew. */
export function legsKey({ legs }: Shard): string | null {
  return legs === undefined ? null : JSON.stringify([...legs].sort());
}

function shareLegs(a: Piece, b: Piece): boolean {
  return a.shard.legs?.some((leg) => b.shard.legs?.includes(leg) ?? true) ?? true;
}

/** Whether one job can have been started because the other had ended: the same work of the same code on the same kind of machine. */
function isRerun(before: Piece, after: Piece): boolean {
  const [one, other] = [before.source, after.source];
  // A run that was stopped before it had a plan knows neither its module nor its packages.
  const planned = before.shard.all.length > 0;
  return (
    equalWhereKnown(one.sha, other.sha) &&
    (one.directory ?? '') === (other.directory ?? '') &&
    (one.module === other.module || (!planned && one.module === null)) &&
    before.machine.os === after.machine.os &&
    before.machine.arch === after.machine.arch &&
    (before.machine.go === after.machine.go || before.machine.go === '') &&
    before.shard.weighedBy === after.shard.weighedBy &&
    (!planned || sameList(before.shard.all, after.shard.all)) &&
    equalWhereKnown(legsKey(before.shard), legsKey(after.shard)) &&
    hasAllOf(before, after) &&
    startOf(after) >= startOf(before) + before.elapsedMs
  );
}

function hasAllOf(before: Report, after: Report): boolean {
  const keyOf = (run: { package: string; leg: string }): string => `${run.leg} ${run.package}`;
  const known = new Set(after.packages.map(keyOf));
  return before.packages.every((run) => known.has(keyOf(run)));
}

function equalWhereKnown(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

export function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}
