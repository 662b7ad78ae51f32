import type { Effort } from './effort.ts';
import { areOne, stepsToCompare, type Thing } from './thing.ts';

/** Finds what is the same thing, or may be, without asking each one. */
export interface ThingIndex<T extends { thing: Thing }> {
  add: (item: T) => void;
  /** Those that are the same thing for sure. */
  same: (thing: Thing) => T[];
  /** Those of one sort, where nothing tells which ones. */
  ofOneSort: (thing: Thing) => T[];
}

/** `max` of each kind of answer: who gets as many has not been given all. */
export function createThingIndex<T extends { thing: Thing }>(
  max: number,
  effort: Effort,
): ThingIndex<T> {
  const bySame = new Map<string, T[]>();
  const bySort = new Map<string, T[]>();
  const find = (
    map: ReadonlyMap<string, T[]>,
    keys: readonly string[],
    thing: Thing,
    answer: 'yes' | 'maybe',
  ): T[] => {
    const found = new Set<T>();
    for (const key of keys)
      for (const item of map.get(key) ?? []) {
        if (found.size >= max) return [...found];
        effort.spend(stepsToCompare(thing, item.thing));
        if (areOne(thing, item.thing) === answer) found.add(item);
      }
    return [...found];
  };
  return {
    add(item) {
      for (const key of sameKeys(item.thing)) addTo(bySame, key, item);
      for (const key of item.thing.sorts) addTo(bySort, key, item);
    },
    same: (thing) => find(bySame, sameKeys(thing), thing, 'yes'),
    ofOneSort: (thing) => find(bySort, thing.sorts, thing, 'maybe'),
  };
}

function sameKeys({ names, address }: Thing): string[] {
  const keys = names.map(({ key, call }) => `${key} ${call}`);
  return address === null ? keys : [...keys, `at ${address}`];
}

function addTo<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
