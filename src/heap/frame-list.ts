import type { Tables } from './profile-tables.ts';
import { readVarint, type ProtoReader } from './proto-reader.ts';

/** The frames of all stacks, one after the other. */
export interface FrameList {
  /** Adds the frames of the locations up to the reader's end. */
  addLocations: (reader: ProtoReader) => void;
  /** Where the stack ends that was added last. Throws RangeError for one without end. */
  endStack: () => number;
  all: () => Uint32Array;
}

/** Frames of one stack; Go's own profiler stops at 128 (GODEBUG=profstackdepth, at most 1024). */
const maxFramesEach = 4096;
/** Frames of all stacks, four bytes each. Real profiles have a few million. */
const maxFramesInAll = 1 << 25;
/** Go numbers locations from 1 on; a program has some ten thousand. */
const maxQuick = 1 << 16;

export function frameList(framesAt: Tables['framesAt']): FrameList {
  let frames = new Uint32Array(1 << 16);
  let length = 0;
  let start = 0;
  // For locations of one frame: its index, plus 1.
  const quick = new Uint32Array(maxQuick);

  const reserve = (more: number): void => {
    if (length + more <= frames.length) return;
    const larger = new Uint32Array(Math.max(2 * frames.length, length + more));
    larger.set(frames);
    frames = larger;
  };
  const addLocation = (location: number): void => {
    const indexes = framesAt(location);
    if (length - start + indexes.length > maxFramesEach)
      throw new RangeError('a stack without end');
    if (length > maxFramesInAll) throw new RangeError('more frames than can be read');
    reserve(indexes.length);
    for (const index of indexes) frames[length++] = index;
    if (indexes.length === 1 && location < maxQuick) quick[location] = (indexes[0] ?? 0) + 1;
  };
  /** Nearly all locations: one frame each, numbers of one byte or two. Stops at the first that is not. */
  const addQuickly = (reader: ProtoReader): void => {
    const { bytes } = reader;
    const end = reader.end - 1;
    const into = frames;
    let { at } = reader;
    let to = length;
    while (at < end) {
      const first = bytes[at] ?? 0;
      const second = bytes[at + 1] ?? 0;
      const bytesRead = first < 0x80 ? 1 : 2;
      const known = quick[bytesRead === 1 ? first : (first & 0x7f) + second * 128] ?? 0;
      if (known === 0 || (bytesRead === 2 && second >= 0x80)) break;
      into[to++] = known - 1;
      at += bytesRead;
    }
    reader.at = at;
    length = to;
  };
  return {
    addLocations(reader) {
      const most = reader.end - reader.at;
      if (most > 10 * maxFramesEach) throw new RangeError('a stack without end');
      reserve(most);
      while (reader.at < reader.end) {
        addQuickly(reader);
        if (reader.at < reader.end) addLocation(readVarint(reader));
      }
    },
    endStack() {
      if (length - start > maxFramesEach) throw new RangeError('a stack without end');
      if (length > maxFramesInAll) throw new RangeError('more frames than can be read');
      start = length;
      return length;
    },
    all: () => frames,
  };
}
