import { packageOf } from '../frame.ts';
import { addressesIn } from './call-words.ts';
import { givenArgument } from './given-argument.ts';
import { originOf } from './go-names.ts';
import { depthOf } from './go-place.ts';
import type { Operand } from './operand.ts';
import type { Seat } from './seats.ts';

/** A lock, a channel or the like, as far as text and stack tell which one it is. */
export interface Thing {
  /** As the source names it; '' where the source cannot be read. */
  text: string;
  address: string | null;
  /** Where it lies: two that share one are the same thing. */
  names: readonly Name[];
  /** What all of its kind have in common: `bank.Account.mu`, the elements of one variable. */
  sorts: readonly string[];
}

interface Name {
  /** word: in what an argument points to. package: a variable of a package. local: of a function, in one call of it. */
  kind: 'word' | 'package' | 'local';
  key: string;
  /** The fields on the way. */
  path: string;
  /** Of which call of its function; '' for what has none. */
  call: string;
}

const maxCallers = 8;
/** Each thing stays in memory with its names. */
const stepsPerThing = 300;

/** What an operand means at a place of a goroutine's stack. */
export function thingAt(operand: Operand, seat: Seat, address: string | null = null): Thing {
  seat.place.source.effort.spend(stepsPerThing);
  const found: Found = { names: [], sorts: [] };
  if (operand.root !== null) collect(operand.root, operand.path, seat, found, 0);
  const { names, sorts } = found;
  if (!operand.path.includes('[]')) return { text: operand.text, address, names, sorts };
  // Which element it is, nobody knows.
  return { text: operand.text, address, names: [], sorts: [...sorts, ...names.map(wholeKey)] };
}

interface Found {
  names: Name[];
  sorts: string[];
}

function collect(root: string, path: string, seat: Seat, found: Found, steps: number): void {
  const { place, frame, callArguments } = seat;
  const { function: name, file } = frame;
  place.source.effort.spend(2 * (name.length + file.length + path.length + root.length));
  const origin = originOf(place, root);
  const home = packageOf(name);
  if (origin.kind === 'package') {
    found.names.push({ kind: 'package', key: `package ${home}.${root}${path}`, path, call: '' });
    return;
  }
  const sort = origin.type === null ? null : sortOf(origin.type, home, path);
  if (sort !== null) found.sorts.push(sort);
  const levels = depthOf(place.source, place.body) - depthOf(place.source, origin.body);
  place.source.effort.spend(levels * name.length);
  const declaring = functionAround(name, levels);
  const key = `local ${file}:${String(origin.line)} ${root}${path}`;
  const isOnlyOne = levels === 0 || !origin.inLoop;
  const call = declaring === null || !isOnlyOne ? null : seat.callOf(declaring);
  if (call !== null) found.names.push({ kind: 'local', key, path, call });
  if (call === null || origin.inLoop) found.sorts.push(key);
  if (origin.kind === 'local' || origin.changed || declaring === null) return;
  const own = levels === 0 ? seat : seat.around(declaring);
  if (own === null) return;
  // Generic functions are given what nobody wrote before their arguments.
  const words = name.includes('[')
    ? []
    : addressesIn(levels === 0 ? callArguments : own.callArguments);
  const word = words[origin.index] ?? null;
  if (word !== null) found.names.push({ kind: 'word', key: `word ${word}${path}`, path, call: '' });
  const given = steps < maxCallers ? givenArgument(own, origin.index) : null;
  const actual = given?.operand.root ?? null;
  if (given === null || actual === null) return;
  collect(actual, `${given.operand.path}${path}`, given.seat, found, steps + 1);
}

/** `m.TestX.func1` for `m.TestX.func1.2` and one level; null where the name does not fit. */
function functionAround(name: string, levels: number): string | null {
  let outer = name;
  for (let level = 0; level < levels; level++) {
    const part = /\.(?:func\d+|\d+)$/.exec(outer)?.[0];
    if (part === undefined) return null;
    outer = outer.slice(0, -part.length);
  }
  return outer;
}

function wholeKey({ key, call }: Name): string {
  return `${key} ${call}`;
}

/** `bank.Account.mu` for `.mu` of an `*Account` in package bank; null for a type without a name. */
function sortOf(type: string, home: string, path: string): string | null {
  const plain = /^\*?(?<name>[\p{L}_][\p{L}\p{Nd}_.]*)(?:\[.*\])?$/u.exec(type)?.groups?.['name'];
  if (plain === undefined || plain === 'chan' || path === '') return null;
  const own = home.slice(home.lastIndexOf('/') + 1).replace(/_test$/, '');
  return `${plain.includes('.') ? plain : `${own}.${plain}`}${path}`;
}

function lengthOf(names: readonly Name[]): number {
  return names.reduce((sum, { key }) => sum + key.length, 0);
}

/** What it takes to compare two. */
export function stepsToCompare(a: Thing, b: Thing): number {
  // Most are as long, and differ only at their end.
  const chars = a.sorts.reduce((sum, sort) => sum + sort.length, lengthOf(a.names));
  return 8 + (4 + (chars >> 4)) * (b.names.length + b.sorts.length);
}

/** Whether two are one: `maybe` where they are of one sort, and nothing tells which ones. */
export function areOne(a: Thing, b: Thing): 'yes' | 'maybe' | 'no' {
  if (a.address !== null && b.address !== null) return a.address === b.address ? 'yes' : 'no';
  let isOther = false;
  for (const one of a.names)
    for (const other of b.names) {
      if (one.kind !== other.kind) continue;
      if (one.key === other.key && one.call === other.call) return 'yes';
      // A field of another object is another one; so is the variable of another call.
      isOther ||= one.key === other.key || (one.kind === 'word' && one.path === other.path);
    }
  if (isOther) return 'no';
  return a.sorts.some((sort) => b.sorts.includes(sort)) ? 'maybe' : 'no';
}
