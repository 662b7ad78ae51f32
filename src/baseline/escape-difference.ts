import { dirname } from 'node:path/posix';
import { identifiersOf } from '../crash/function-name.ts';
import { enclosingFunction } from '../crash/source/enclosing-function.ts';
import type { SaidEscape } from './escape-lines.ts';

/** An escape with its surroundings, so that it is known again when lines move. */
export interface LocatedEscape extends SaidEscape {
  /** `Store.Add`, `Add`, '' outside of functions. */
  function: string;
  /** The line's source. */
  source: string;
}

/** A function as profiles name it; the file is relative to the repository. */
export interface WantedFunction {
  function: string;
  file: string;
}

// func (s *Store[K, V]) Add(     func (Store) Add(
const receiver =
  /^func\s*\(\s*(?:[\p{L}_][\p{L}\p{Nd}_]*\s+)?\*?\s*(?<type>[\p{L}_][\p{L}\p{Nd}_]*)/u;

export function locate(escape: SaidEscape, lines: readonly string[] | null): LocatedEscape {
  const found = enclosingFunction(lines ?? [], escape.line);
  const header = lines?.[(found?.line ?? 0) - 1] ?? '';
  const type = receiver.exec(header)?.groups?.['type'];
  const name = found === null ? '' : found.name;
  return {
    ...escape,
    function: type === undefined ? name : `${type}.${name}`,
    source: (lines?.[escape.line - 1] ?? '').trim(),
  };
}

/**
 * The escapes of the head that the base does not have. A function's escapes are the same wherever its lines are, and as often as
 * they are in the base; what only moved to another function, with its line, is not new either.
 */
export function escapesNotIn(
  base: readonly LocatedEscape[],
  head: readonly LocatedEscape[],
): LocatedEscape[] {
  const place = (each: LocatedEscape): string =>
    [dirname(each.file), each.function, each.text].join('\n');
  const withLine = (each: LocatedEscape): string => [place(each), each.source].join('\n');
  const anywhere = (each: LocatedEscape): string => [each.text, each.source].join('\n');
  let left = { base: [...base], head: [...head] };
  for (const key of [withLine, place, anywhere]) left = without(left, key);
  return left.head;
}

interface Sides {
  base: LocatedEscape[];
  head: LocatedEscape[];
}

/** Takes away, pair by pair, what has the same key on both sides. */
function without({ base, head }: Sides, key: (each: LocatedEscape) => string): Sides {
  const counts = new Map<string, number>();
  for (const each of base) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  const take = (each: LocatedEscape): boolean => {
    const left = counts.get(key(each)) ?? 0;
    counts.set(key(each), left - 1);
    return left > 0;
  };
  const keptHead = head.filter((each) => !take(each));
  // What is left of each key are the last ones; which of them does not matter, they are alike.
  const keptBase = base.filter((each) => {
    const left = counts.get(key(each)) ?? 0;
    if (left <= 0) return false;
    counts.set(key(each), left - 1);
    return true;
  });
  return { base: keptBase, head: keptHead };
}

/** Whether an escape lies in one of the functions, a closure of it, or is what such a function does where it was inlined. */
export function isIn(escape: LocatedEscape, functions: readonly WantedFunction[]): boolean {
  return functions.some(({ function: name, file }) => {
    const identifiers = identifiersOf(name);
    const own = identifiers.at(-1) ?? '';
    if (own !== '' && escape.inlined.some((callee) => lastNameOf(callee) === own)) return true;
    if (file !== escape.file) return false;
    const [last = '', type] = escape.function.split('.').reverse();
    return last === own && (type === undefined || identifiers.at(-2) === type);
  });
}

// small     dep.Small     (*L[go.shape.int]).Add     store.(*Orders).Add     Map[go.shape.string]
function lastNameOf(callee: string): string {
  return identifiersOf(callee.includes('.') ? callee : `.${callee}`).at(-1) ?? '';
}
