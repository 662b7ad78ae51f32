import { listNames } from './format.ts';
import { lostResults, type LostResult } from './lost-results.ts';
import { plural } from './plural.ts';
import type { Report } from './schema.ts';
import type { Shard } from './shard-schema.ts';
import {
  legsKey,
  nameOf,
  newestOfEach,
  sameList,
  startOf,
  type Piece,
  type RepeatedShards,
} from './shard-reruns.ts';

export type { RepeatedShards } from './shard-reruns.ts';

/** The reports that count, and why they may not be the whole run. */
export interface ShardSet {
  pieces: Report[];
  /** Sentences for a person; none where every package of every leg is in just one of the pieces. */
  doubts: string[];
  /** What no piece has results of. */
  lost: LostResult[];
}

const shownNames = 5;
const sameInputs = 'give all jobs the same packages, legs and plan, and run all of them again';

/** One report for each shard. What is missing, is there twice, or does not belong together is said. */
export function shardSet(reports: readonly Report[], repeated: RepeatedShards): ShardSet {
  const whole = reports.filter(({ shard }) => shard === undefined);
  const { kept, doubts } = newestOfEach(reports.filter(isPiece), repeated);
  const pieces = [...kept.toSorted((a, b) => a.shard.index - b.shard.index), ...whole];
  const lost: LostResult[] = [];
  const groups = byLegs(kept);
  for (const group of groups) {
    const found = completeness(group, pieces, groups.length > 1);
    doubts.push(...found.doubts);
    lost.push(...found.lost);
  }
  return { pieces, doubts: [...new Set(doubts)], lost };
}

function isPiece(report: Report): report is Piece {
  return report.shard !== undefined;
}

/** Where several steps, or jobs, run a leg each, all shards of each must be there. Who does not know its legs may be of any. */
function byLegs(kept: readonly Piece[]): Piece[][] {
  const keys = [...new Set(kept.flatMap(({ shard }) => legsKey(shard) ?? []))];
  if (keys.length === 0) return kept.length === 0 ? [] : [[...kept]];
  return keys.map((key) => kept.filter(({ shard }) => (legsKey(shard) ?? key) === key));
}

/** What is not there of the shards of one plan. */
function completeness(
  group: readonly Piece[],
  pieces: readonly Report[],
  nameLegs: boolean,
): { doubts: string[]; lost: LostResult[] } {
  const newestFirst = group.toSorted((a, b) => startOf(b) - startOf(a));
  const reference = newestFirst.find(({ shard }) => shard.all.length > 0) ?? group[0];
  if (reference === undefined) return { doubts: [], lost: [] };
  const doubts: string[] = [];
  for (const piece of group) {
    const difference =
      moduleDifference(piece, reference) ?? differenceOf(piece.shard, reference.shard);
    if (difference !== null)
      doubts.push(
        `${nameOf(piece)} does not belong to ${nameOf(reference)}: ${difference}; ${sameInputs}`,
      );
  }
  const { count, all } = reference.shard;
  const present = new Set(
    group.filter(({ shard }) => shard.count === count).map(({ shard }) => shard.index),
  );
  const missing = Array.from({ length: count }, (_, i) => i + 1)
    .filter((index) => !present.has(index))
    .map((index) => `${String(index)}/${String(count)}`);
  const legs = group.flatMap(({ shard }) => shard.legs ?? []);
  const lost = lostResults(all, [...new Set(legs)], pieces);
  const ofLegs = nameLegs ? ` of ${listNames([...new Set(legs)], shownNames)}` : '';
  doubts.push(...lostText(missing, ofLegs, lost));
  return { doubts, lost };
}

function moduleDifference({ source: { module } }: Piece, reference: Piece): string | null {
  const wanted = reference.source.module;
  return module === null || wanted === null || module === wanted
    ? null
    : `it is of the module ${listNames([module], 1)}, not of ${listNames([wanted], 1)}`;
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

function weightText({ weighedBy }: Shard): string {
  return weighedBy === null ? 'the number of packages' : weighedBy.slice(0, 12);
}

function lostText(
  missing: readonly string[],
  ofLegs: string,
  lost: readonly LostResult[],
): string[] {
  const packages = [...new Set(lost.map(({ leg }) => leg))].map((leg) => {
    const names = lost.filter((one) => one.leg === leg).map((one) => one.package);
    const inLeg = leg === null ? '' : ` in the leg ${listNames([leg], 1)}`;
    return `nobody ran ${plural(names.length, 'package')}${inLeg}: ${listNames(names, shownNames)}`;
  });
  if (missing.length === 0)
    return packages.length === 0 ? [] : [[...packages, sameInputs].join('; ')];
  const names = listNames(missing, shownNames);
  const absent =
    missing.length === 1
      ? `shard ${names} left no report${ofLegs}`
      : `${String(missing.length)} shards left no report${ofLegs}: ${names}`;
  const why =
    ofLegs === ''
      ? 'its job was cancelled, died, or could not upload it; run it again'
      : 'its job was cancelled, died, could not upload it, or ran other legs than the jobs of the other shards';
  return [[`${absent} (${why})`, ...packages].join('; ')];
}
