import { frameList } from './frame-list.ts';
import {
  bytesType,
  protoReader,
  readEnd,
  readVarint,
  skipValue,
  varintType,
  type ProtoReader,
} from './proto-reader.ts';
import type { Tables } from './profile-tables.ts';

/** A sample: indexes into the profile's frames, innermost first, and one value for each sample type. */
export interface Stack {
  frames: Uint32Array;
  values: Float64Array;
}

export type StacksReading =
  { kind: 'stacks'; stacks: () => Generator<Stack> } | { kind: 'refused'; because: string };

const maxSamples = 4_000_000;
const unusable =
  'its numbers are negative, as in a difference of two profiles, or add up to more than 2^53';

/**
 * Reads all samples into numbers and checks that all sums over them are exact (Profile.sample is field 2, Sample.location_id field 1,
 * Sample.value field 2 of profile.proto). Throws RangeError on what is cut or does not fit together.
 */
export function readStacks(profile: Uint8Array, tables: Tables): StacksReading {
  const width = tables.sampleTypes.length;
  const frames = frameList(tables.framesAt);
  const ends: number[] = [];
  const values: number[] = [];
  const reader = protoReader(profile);
  while (reader.at < profile.length) {
    const tag = readVarint(reader);
    if (tag !== 2 * 8 + bytesType) {
      skipValue(reader, tag % 8);
      continue;
    }
    reader.end = readEnd(reader);
    while (reader.at < reader.end) {
      const part = readVarint(reader);
      const number = Math.floor(part / 8);
      if (number === 1) readRepeated(reader, part % 8, frames.addLocations);
      else if (number === 2)
        readRepeated(reader, part % 8, (field) => {
          while (field.at < field.end) values.push(readVarint(field));
        });
      else skipValue(reader, part % 8);
    }
    reader.end = profile.length;
    ends.push(frames.endStack());
    if (ends.length > maxSamples) throw new RangeError('more samples than can be read');
    if (values.length !== width * ends.length)
      throw new RangeError('a sample with other values than types');
  }
  if (!exact(values, width)) return { kind: 'refused', because: unusable };
  const packed = Float64Array.from(values);
  return { kind: 'stacks', stacks: () => eachStack(frames.all(), ends, packed, width) };
}

/** A repeated field is packed or comes one by one. */
function readRepeated(
  reader: ProtoReader,
  wireType: number,
  read: (field: ProtoReader) => void,
): void {
  const outer = reader.end;
  if (wireType === bytesType) reader.end = readEnd(reader);
  else if (wireType === varintType) reader.end = endOfVarint(reader);
  else throw new RangeError('wrong wire type');
  read(reader);
  reader.end = outer;
}

function endOfVarint(reader: ProtoReader): number {
  const { at } = reader;
  readVarint(reader);
  const end = reader.at;
  reader.at = at;
  return end;
}

/** Whether the sum of each column is. A negative number is one from 2^63 on here. */
function exact(values: readonly number[], width: number): boolean {
  const sums = new Float64Array(width);
  for (let at = 0; at < values.length; at++) {
    const column = at % width;
    const sum = (sums[column] ?? 0) + (values[at] ?? 0);
    if (sum > Number.MAX_SAFE_INTEGER) return false;
    sums[column] = sum;
  }
  return true;
}

function* eachStack(
  frames: Uint32Array,
  ends: readonly number[],
  values: Float64Array,
  width: number,
): Generator<Stack> {
  let start = 0;
  for (let sample = 0; sample < ends.length; sample++) {
    const end = ends[sample] ?? 0;
    yield {
      frames: frames.subarray(start, end),
      values: values.subarray(sample * width, (sample + 1) * width),
    };
    start = end;
  }
}
