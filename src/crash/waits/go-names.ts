import type { Parameter } from './go-blocks.ts';
import type { GoFunction } from './go-actions.ts';
import { perFunction } from './per-function.ts';
import { blockTree } from './block-tree.ts';
import { functionOf, isWithin, type GoPlace } from './go-place.ts';
import { firstFrom } from './in-order.ts';

/** Where a name comes from that is used at a place. */
export type Origin =
  | { kind: 'package' }
  /** `index` counts the receiver and all parameters, from 0. */
  | (Declared & { kind: 'parameter'; type: string; index: number; changed: boolean })
  | (Declared & { kind: 'local'; type: string | null });

interface Declared {
  line: number;
  /** The block of the function that declares it. */
  body: number;
  /** There is one for each turn of a loop. */
  inLoop: boolean;
}

/** Looks a name up as the compiler would: the innermost block that declares it before the place. */
export function originOf({ source, at, block }: GoPlace, name: string): Origin {
  const { tokens, blocks, blockOf } = source;
  const parameter = parameterAround(source, at, block, name);
  const local = declaredBefore(source, at, block, name);
  const start = parameter === null ? -1 : (blocks[parameter.body]?.start ?? -1);
  if (local === null || local.where <= start) return parameter ?? { kind: 'package' };
  const own = blockOf[local.where] ?? 0;
  return {
    ...{ kind: 'local', type: local.type, line: tokens[local.where]?.line ?? 0 },
    ...{ body: functionOf(source, own), inLoop: blockTree(source)[own]?.inLoop === true },
  };
}

/** The last declaration before a word, in the blocks around it. */
function declaredBefore(
  source: GoFunction,
  at: number,
  block: number,
  name: string,
): { where: number; type: string | null } | null {
  const declared = namesIn(source).declared.get(name) ?? [];
  for (let index = firstFrom(declared, at, byWhere) - 1; index >= 0; index--) {
    source.effort.spend(1);
    const one = declared[index];
    if (one !== undefined && isWithin(source, block, source.blockOf[one.where] ?? 0)) return one;
  }
  return null;
}

/** Of the innermost function around a word that has a parameter of the name. */
function parameterAround(
  source: GoFunction,
  at: number,
  block: number,
  name: string,
): (Origin & { kind: 'parameter' }) | null {
  const { tokens, blocks, effort } = source;
  for (let body = functionOf(source, block); body > 0;) {
    const { part, start = 0, parent = 0 } = blocks[body] ?? {};
    effort.spend(1 + (part?.parameters.length ?? 0));
    const index = part?.parameters.findIndex((parameter) => parameter.name === name) ?? -1;
    const parameter: Parameter | undefined = part?.parameters[index];
    if (parameter !== undefined) {
      const assigned = namesIn(source).assigned.get(name) ?? [];
      const changed = (assigned[firstFrom(assigned, start, (where) => where)] ?? at) < at;
      const declared = { line: tokens[start]?.line ?? 0, body, inLoop: false };
      return { kind: 'parameter', type: parameter.type, index, changed, ...declared };
    }
    body = functionOf(source, parent);
  }
  return null;
}

const byWhere = ({ where }: { where: number }): number => where;

/** Where each name is declared, and where it gets another value. */
const namesIn = perFunction((source) => {
  const declared = new Map<string, { where: number; type: string | null }[]>();
  const assigned = new Map<string, number[]>();
  source.tokens.forEach(({ kind, text }, where) => {
    if (kind !== 'name') return;
    const found = declaredAt(source, where);
    if (found !== null) addTo(declared, text, { where, type: found.type });
    else if (isAssigned(source, where)) addTo(assigned, text, where);
  });
  return { declared, assigned };
});

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Names in a row are few: hostile text must not cost quadratic time. */
const maxNames = 20;

/** `name := &Store{}`, `var name sync.Mutex`, `for i, name := range`; null where the word declares nothing. */
function declaredAt(source: GoFunction, at: number): { type: string | null } | null {
  const { tokens } = source;
  const before = tokens[at - 1]?.text;
  if (before === '.') return null;
  // a, b := 1, 2    var a, b sync.Mutex
  const next = behindNames(tokens, at + 1);
  if (tokens[next]?.text === ':=')
    return { type: next === at + 1 ? typeOfValue(source, next + 1) : null };
  let first = at;
  for (let names = 0; names < maxNames && tokens[first - 1]?.text === ','; names++)
    if (tokens[first - 2]?.kind === 'name') first -= 2;
  if (tokens[first - 1]?.text !== 'var') return null;
  if (tokens[next]?.text === '=') return { type: typeOfValue(source, next + 1) };
  return { type: typeAt(source, next) };
}

/** `&Store{...}`, `Store{}`, `new(Store)`. */
function typeOfValue(source: GoFunction, at: number): string | null {
  const { tokens } = source;
  if (tokens[at]?.text === 'new' && tokens[at + 1]?.text === '(') return typeAt(source, at + 2);
  const start = tokens[at]?.text === '&' ? at + 1 : at;
  const type = typeAt(source, start);
  if (type === null) return null;
  const end = start + 2 * (type.split('.').length - 1) + 1;
  const brace = tokens[end];
  return brace?.text === '{' && brace.line === tokens[start]?.line ? type : null;
}

/** `sync.Mutex`, `*Store`; null for what is more than names. */
function typeAt({ tokens }: GoFunction, from: number): string | null {
  const start = tokens[from]?.text === '*' ? from + 1 : from;
  const [first, dot, second] = tokens.slice(start, start + 3);
  if (first?.kind !== 'name') return null;
  return dot?.text === '.' && second?.kind === 'name' ? `${first.text}.${second.text}` : first.text;
}

function isAssigned({ tokens }: GoFunction, at: number): boolean {
  const next = tokens[at + 1]?.text;
  return tokens[at - 1]?.text !== '.' && (next === '=' || (next === ',' && isTarget(tokens, at)));
}

/** `a, b = b, a` */
function isTarget(tokens: GoFunction['tokens'], at: number): boolean {
  return tokens[behindNames(tokens, at + 1)]?.text === '=';
}

function behindNames(tokens: GoFunction['tokens'], from: number): number {
  let next = from;
  for (let names = 0; names < maxNames && tokens[next]?.text === ','; names++)
    if (tokens[next + 1]?.kind === 'name') next += 2;
  return next;
}
