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
  const before = profiles(removed);
  const after = profiles(added);
  if (before.length > maxPackages || after.length > maxPackages) return new Map();
  const fits = after.flatMap((now) =>
    before.filter((old) => isSame(old, now)).map((old): Pair => ({ old, now })),
  );
  return unambiguous(fits);
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
  if (old.leg !== now.leg || old.package === now.package) return false;
  const [low, high] = [old.allocBytes, now.allocBytes].sort((a, b) => a - b) as [number, number];
  const sameFolder = lastElement(old.package) === lastElement(now.package);
  const common = [...now.tests].filter((test) => old.tests.has(test)).length;
  const all = old.tests.size + now.tests.size - common;
  if (common / all < minSharedTests) return false;
  return common >= manyTests ? high <= 2 * low : sameFolder && high <= 1.1 * low;
}

function lastElement(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What fits one package and no other, in all legs together. */
function unambiguous(pairs: readonly Pair[]): Map<string, string> {
  const oldNames = new Map<string, Set<string>>();
  const newNames = new Map<string, Set<string>>();
  for (const { old, now } of pairs) {
    oldNames.set(now.package, (oldNames.get(now.package) ?? new Set()).add(old.package));
    newNames.set(old.package, (newNames.get(old.package) ?? new Set()).add(now.package));
  }
  const clear = pairs.filter(
    ({ old, now }) =>
      oldNames.get(now.package)?.size === 1 && newNames.get(old.package)?.size === 1,
  );
  return new Map(clear.map(({ old, now }) => [now.package, old.package]));
}
