import type { HeapHolder } from '../report/heap-schema.ts';
import type { Place } from './function-sums.ts';
import { repositoryFile, type HeapPlaces } from './heap-places.ts';

/** What stacks hold at the end. */
export interface StackHolders {
  add: (places: readonly Place[], bytes: number, objects: number) => void;
  /** The stacks that hold most, at most ten. */
  largest: (options: HeapPlaces) => HeapHolder[];
}

const maxHolders = 10;
const maxFrames = 64;
const maxNameLength = 1000;

interface Holding {
  places: readonly Place[];
  bytes: number;
  objects: number;
}

export function stackHolders(): StackHolders {
  const numbers = new Map<Place, number>();
  const holdings = new Map<string, Holding>();
  const numberOf = (place: Place): number => {
    const known = numbers.get(place) ?? numbers.size;
    if (known === numbers.size) numbers.set(place, known);
    return known;
  };
  return {
    add(places, bytes, objects) {
      const key = places.map(numberOf).join(' ');
      const holding = holdings.get(key);
      if (holding === undefined) holdings.set(key, { places: [...places], bytes, objects });
      else {
        holding.bytes += bytes;
        holding.objects += objects;
      }
    },
    largest: (options) =>
      [...holdings.values()]
        .sort((a, b) => b.bytes - a.bytes)
        .slice(0, maxHolders)
        .map(({ places, bytes, objects }) => ({
          frames: places.slice(0, maxFrames).map(({ frame }) => ({
            function: frame.function.slice(0, maxNameLength),
            file: repositoryFile(options, frame).slice(-maxNameLength),
            line: frame.line,
          })),
          inuseBytes: bytes,
          inuseObjects: objects,
        })),
  };
}
