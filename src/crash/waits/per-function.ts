import type { GoFunction } from './go-actions.ts';

/** Remembers what was found out about a function, for as long as somebody knows the function. */
export function perFunction<T>(find: (source: GoFunction) => T): (source: GoFunction) => T {
  const known = new WeakMap<GoFunction, { found: T }>();
  return (source) => {
    const remembered = known.get(source) ?? { found: find(source) };
    known.set(source, remembered);
    return remembered.found;
  };
}
