import type { GoPlace } from './go-place.ts';
import { perFunction } from './per-function.ts';

/** To keep one item of a list for as long as the function is known. */
const stepsPerItem = 4;

/** Remembers what was found out about a place in a function. */
export function perPlace<T>(
  find: (place: GoPlace) => readonly T[],
): (place: GoPlace) => readonly T[] {
  const knownIn = perFunction(() => new Map<string, readonly T[]>());
  return (place) => {
    const { source, body, at, block } = place;
    const known = knownIn(source);
    const key = `${String(body)} ${String(at)} ${String(block)}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    source.effort.spend(source.actions.length + 10);
    const found = find(place);
    source.effort.spend(stepsPerItem * found.length);
    known.set(key, found);
    return found;
  };
}
