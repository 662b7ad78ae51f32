import type { HeapRecord } from '../report/heap-schema.ts';
import { others, shared } from './test-of-places.ts';

/** More packages of one kind are no renaming but another tree; looking at every pair would take too long. */
const maxPackages = 500;
/** Of all tests of both packages, so many have the same name. */
const minSharedTests = 0.8;
/** From so many tests on, their names are enough to know a package by. */
const manyTests = 3;

/**
 * Packages that were given another import path, from the new name to the old one: the same tests, about the same amounts. Where
 * several packages fit, none is named: a figure must never be compared with that of another package.
 */
export function renames(
  removed: readonly HeapRecord[],
  added: readonly HeapRecord[],
): Map<string, string> {
  return namesOf(unambiguous(pairsOf(removed, added, isSame)));
}

/**
 * Packages that have all the tests of one that is gone, and allocate so much more that nobody can tell whether they are the same, in
 * words: they are not compared, and a growth that comes with a new name should not stay unnoticed.
 */
export function unclearRenames(
  removed: readonly HeapRecord[],
  added: readonly HeapRecord[],
): string[] {
  const known = renames(removed, added);
  const old = new Set(known.values());
  const pairs = pairsOf(
    removed.filter((record) => !old.has(record.package)),
    added.filter((record) => !known.has(record.package)),
    (before, now) => hasManyCommonTests(before, now) && now.allocBytes > before.allocBytes,
  );
  return unambiguous(pairs).map(({ old: before, now }) => {
    const times = (now.allocBytes / Math.max(1, before.allocBytes)).toFixed(1);
    return `${now.package} (${now.leg}) has the tests of ${before.package}, which is gone, and allocates ${times} times as much: it was taken for a new package and not compared`;
  });
}

interface Profile {
  package: string;
  leg: string;
  allocBytes: number;
  tests: ReadonlySet<string>;
}

interface Pair {
  old: Profile;
  now: Profile;
}

function pairsOf(
  removed: readonly HeapRecord[],
  added: readonly HeapRecord[],
  fits: (old: Profile, now: Profile) => boolean,
): Pair[] {
  const before = profiles(removed);
  const after = profiles(added);
  if (before.length > maxPackages || after.length > maxPackages) return [];
  return after.flatMap((now) =>
    before
      .filter((old) => old.leg === now.leg && old.package !== now.package && fits(old, now))
      .map((old): Pair => ({ old, now })),
  );
}

function profiles(records: readonly HeapRecord[]): Profile[] {
  return records.flatMap((record) => {
    const { allocBytes } = record.metrics;
    const names = record.tests.map(({ test }) => test);
    const tests = new Set(names.filter((name) => name !== shared && name !== others));
    return allocBytes === null || tests.size === 0
      ? []
      : [{ package: record.package, leg: record.leg, allocBytes, tests }];
  });
}

function isSame(old: Profile, now: Profile): boolean {
  const [low, high] = [old.allocBytes, now.allocBytes].sort((a, b) => a - b) as [number, number];
  if (hasManyCommonTests(old, now)) return high <= 2 * low;
  const sameFolder = lastElement(old.package) === lastElement(now.package);
  return sameFolder && commonTests(old, now) > 0 && high <= 1.1 * low;
}

function hasManyCommonTests(old: Profile, now: Profile): boolean {
  return commonTests(old, now) >= manyTests;
}

/** How many tests both have; 0 where too many have another name. */
function commonTests(old: Profile, now: Profile): number {
  const common = [...now.tests].filter((test) => old.tests.has(test)).length;
  const all = old.tests.size + now.tests.size - common;
  return common / all < minSharedTests ? 0 : common;
}

function lastElement(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What fits one package and no other, in all legs together. */
function unambiguous(pairs: readonly Pair[]): Pair[] {
  const oldNames = new Map<string, Set<string>>();
  const newNames = new Map<string, Set<string>>();
  for (const { old, now } of pairs) {
    oldNames.set(now.package, (oldNames.get(now.package) ?? new Set()).add(old.package));
    newNames.set(old.package, (newNames.get(old.package) ?? new Set()).add(now.package));
  }
  return pairs.filter(
    ({ old, now }) =>
      oldNames.get(now.package)?.size === 1 && newNames.get(old.package)?.size === 1,
  );
}

function namesOf(pairs: readonly Pair[]): Map<string, string> {
  return new Map(pairs.map(({ old, now }) => [now.package, old.package]));
}
