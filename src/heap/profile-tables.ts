import type { Frame } from '../crash/frame.ts';
import {
  bytesType,
  numberFields,
  protoReader,
  readEnd,
  readVarint,
  skipValue,
  varintType,
} from './proto-reader.ts';

/** `inuse_space` in `bytes`, `contentions` in `count`, `delay` in `nanoseconds`. */
export interface SampleType {
  type: string;
  unit: string;
}

/** What the samples of a profile refer to. */
export interface Tables {
  sampleTypes: SampleType[];
  defaultSampleType: string | null;
  period: number | null;
  /** The frames that samples were found to have so far. */
  frames: readonly Frame[];
  /** The frames at a location as indexes into `frames`, the innermost of inlined calls first. Throws RangeError for one that is broken. */
  framesAt: (location: number) => readonly number[];
}

/** More than any real program has; below what would take gigabytes. */
const maxEntries = 300_000;
/** Calls inlined into one another at one place; go's compiler stays below a few dozen. */
const maxLinesEach = 256;
const maxLine = 2 ** 31;
const maxNameBytes = 16 * 1024;

// Field numbers of https://github.com/google/pprof/blob/main/proto/profile.proto
const profileFields = { sampleType: 1, sample: 2, location: 4, function: 5, string: 6 } as const;
const profileNumbers = { period: 12, defaultSampleType: 14 } as const;
const messages = new Set<number>(Object.values(profileFields));

/** Indexes a profile's tables. Throws RangeError on a cut message, on tables without end and on two entries with one name. */
export function readTables(profile: Uint8Array): Tables {
  const strings: Uint8Array[] = [];
  const types: Uint8Array[] = [];
  const functions = new Map<number, Uint8Array>();
  const locations = new Map<number, Uint8Array>();
  let period: number | null = null;
  let defaultType = 0;

  const reader = protoReader(profile);
  while (reader.at < reader.end) {
    const tag = readVarint(reader);
    const number = Math.floor(tag / 8);
    if (number === 0) throw new RangeError('no message');
    if (!messages.has(number)) {
      if (number === profileNumbers.period && tag % 8 === varintType) period = readVarint(reader);
      else if (number === profileNumbers.defaultSampleType && tag % 8 === varintType)
        defaultType = readVarint(reader);
      else skipValue(reader, tag % 8);
      continue;
    }
    if (tag % 8 !== bytesType) throw new RangeError('wrong wire type');
    const end = readEnd(reader);
    if (number !== profileFields.sample) {
      const bytes = profile.subarray(reader.at, end);
      if (number === profileFields.sampleType) types.push(bytes);
      else if (number === profileFields.string) strings.push(bytes);
      else addOnce(number === profileFields.location ? locations : functions, bytes);
      if (Math.max(types.length, strings.length, functions.size, locations.size) > maxEntries)
        throw new RangeError('endless tables');
    }
    reader.at = end;
  }

  const text = textTable(strings);
  const places = placeTable(locations, functionTable(functions, text));
  return {
    sampleTypes: types.map((type) => {
      const [, name = 0, unit = 0] = numberFields(type, 2);
      return { type: text(name), unit: text(unit) };
    }),
    defaultSampleType: defaultType === 0 ? null : text(defaultType),
    period,
    ...places,
  };
}

/** Location.id and Function.id are field 1. */
function addOnce(table: Map<number, Uint8Array>, message: Uint8Array): void {
  const [, id = 0] = numberFields(message, 1);
  if (id === 0 || table.has(id)) throw new RangeError('an entry without a number of its own');
  table.set(id, message);
}

function textTable(strings: readonly Uint8Array[]): (index: number) => string {
  const decoder = new TextDecoder();
  const known: string[] = [];
  return (index) => {
    const bytes = strings[index];
    if (bytes === undefined) throw new RangeError('a text that is not there');
    return (known[index] ??= decoder.decode(bytes.subarray(0, maxNameBytes)));
  };
}

type FunctionName = Pick<Frame, 'function' | 'file'>;

/** Function.name is field 2, Function.filename field 4. */
function functionTable(
  functions: ReadonlyMap<number, Uint8Array>,
  text: (index: number) => string,
): (id: number) => FunctionName {
  const known = new Map<number, FunctionName>();
  return (id) => {
    let found = known.get(id);
    if (found === undefined) {
      const message = functions.get(id);
      if (message === undefined) throw new RangeError('a function that is not there');
      const [, , name = 0, , file = 0] = numberFields(message, 4);
      found = { function: text(name), file: text(file) };
      known.set(id, found);
    }
    return found;
  };
}

function placeTable(
  locations: ReadonlyMap<number, Uint8Array>,
  nameOf: (id: number) => FunctionName,
): Pick<Tables, 'frames' | 'framesAt'> {
  const frames: Frame[] = [];
  const read = (location: number): readonly number[] => {
    const message = locations.get(location);
    if (message === undefined) throw new RangeError('a location that is not there');
    return readLocation(message, nameOf).map((frame) => frames.push(frame) - 1);
  };
  const known = new Map<number, readonly number[]>();
  return {
    frames,
    framesAt(location) {
      let indexes = known.get(location);
      if (indexes === undefined) {
        indexes = read(location);
        known.set(location, indexes);
      }
      return indexes;
    },
  };
}

/** Location.address is field 3, Location.line field 4; Line.function_id is field 1, Line.line field 2. */
function readLocation(message: Uint8Array, nameOf: (id: number) => FunctionName): Frame[] {
  const frames: Frame[] = [];
  const reader = protoReader(message);
  while (reader.at < reader.end) {
    const tag = readVarint(reader);
    if (Math.floor(tag / 8) !== 4) {
      skipValue(reader, tag % 8);
      continue;
    }
    if (tag % 8 !== bytesType) throw new RangeError('wrong wire type');
    const end = readEnd(reader);
    const [, id = 0, line = 0] = numberFields(message.subarray(reader.at, end), 2);
    if (frames.length >= maxLinesEach) throw new RangeError('endless inlined calls');
    frames.push({ ...nameOf(id), line: line <= maxLine ? line : 0 });
    reader.at = end;
  }
  if (frames.length > 0) return frames;
  const [, , , address = 0] = numberFields(message, 3);
  return [{ function: `0x${address.toString(16)}`, file: '', line: 0 }];
}
