import type { Frame } from '../crash/frame.ts';
import { protoFields } from './proto-fields.ts';

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
  /** The frames at a location, the innermost of inlined calls first; one frame without a name for an unknown location. */
  framesAt: (location: number) => readonly Frame[];
}

/** More than any real program has; below what would take gigabytes. */
const maxEntries = 300_000;
/** Calls inlined into one another at one place; go's compiler stays below a few dozen. */
const maxLinesEach = 256;
const maxLine = 2 ** 31;
const maxNameBytes = 16 * 1024;

/**
 * Indexes a profile's tables. Field numbers are those of https://github.com/google/pprof/blob/main/proto/profile.proto
 * Throws RangeError on a cut message and on tables without end.
 */
export function readTables(profile: Uint8Array): Tables {
  const strings: Uint8Array[] = [];
  const types: Uint8Array[] = [];
  const functions = new Map<number, Uint8Array>();
  const locations = new Map<number, Uint8Array>();
  let period: number | null = null;
  let defaultType = 0;

  for (const field of protoFields(profile)) {
    if ('varint' in field) {
      if (field.number === 12) period = field.varint;
      else if (field.number === 14) defaultType = field.varint;
    } else if (field.number === 1) types.push(field.bytes);
    else if (field.number === 4) locations.set(numberField(field.bytes, 1), field.bytes);
    else if (field.number === 5) functions.set(numberField(field.bytes, 1), field.bytes);
    else if (field.number === 6) strings.push(field.bytes);
    if (Math.max(types.length, strings.length, functions.size, locations.size) > maxEntries)
      throw new RangeError('endless tables');
  }

  const decoder = new TextDecoder();
  const text = (index: number): string =>
    decoder.decode(strings[index]?.subarray(0, maxNameBytes) ?? new Uint8Array());
  const names = new Map<number, { function: string; file: string }>();
  const nameOf = (id: number): { function: string; file: string } => {
    let known = names.get(id);
    if (known === undefined) {
      const message = functions.get(id) ?? new Uint8Array();
      known = { function: text(numberField(message, 2)), file: text(numberField(message, 4)) };
      names.set(id, known);
    }
    return known;
  };
  const places = new Map<number, readonly Frame[]>();
  return {
    sampleTypes: types.map((type) => ({
      type: text(numberField(type, 1)),
      unit: text(numberField(type, 2)),
    })),
    defaultSampleType: defaultType === 0 ? null : text(defaultType),
    period,
    framesAt(location) {
      let frames = places.get(location);
      if (frames === undefined) {
        frames = readLocation(locations.get(location), nameOf);
        places.set(location, frames);
      }
      return frames;
    },
  };
}

function readLocation(
  message: Uint8Array | undefined,
  nameOf: (id: number) => { function: string; file: string },
): Frame[] {
  const frames: Frame[] = [];
  for (const field of protoFields(message ?? new Uint8Array())) {
    if (field.number !== 4 || !('bytes' in field) || frames.length >= maxLinesEach) continue;
    const line = numberField(field.bytes, 2);
    frames.push({ ...nameOf(numberField(field.bytes, 1)), line: line <= maxLine ? line : 0 });
  }
  if (frames.length > 0) return frames;
  const address = numberField(message ?? new Uint8Array(), 3);
  return [{ function: `0x${address.toString(16)}`, file: '', line: 0 }];
}

function numberField(message: Uint8Array, number: number): number {
  for (const field of protoFields(message))
    if (field.number === number && 'varint' in field) return field.varint;
  return 0;
}
