/**
 * A place in a protobuf message (https://protobuf.dev/programming-guides/encoding). All that reads throws RangeError on what is cut or no
 * message.
 */
export interface ProtoReader {
  readonly bytes: Uint8Array;
  at: number;
  /** Where the message ends. */
  end: number;
}

/** Wire types. Groups (3, 4) are as old as 2008. */
export const varintType = 0;
export const bytesType = 2;
const fixed64Type = 1;
const fixed32Type = 5;

export function protoReader(bytes: Uint8Array): ProtoReader {
  return { bytes, at: 0, end: bytes.length };
}

/** Exact below 2^53; a negative int64 arrives as a number from 2^63 on. */
export function readVarint(reader: ProtoReader): number {
  // Nearly all numbers have one byte or two.
  const { bytes, at, end } = reader;
  if (at + 1 < end) {
    const first = bytes[at] as number;
    const second = bytes[at + 1] as number;
    if (first < 0x80) {
      reader.at = at + 1;
      return first;
    }
    if (second < 0x80) {
      reader.at = at + 2;
      return (first & 0x7f) + second * 128;
    }
  }
  return readLongVarint(reader);
}

function readLongVarint(reader: ProtoReader): number {
  let value = 0;
  for (let scale = 1; scale < 2 ** 64; scale *= 128) {
    if (reader.at >= reader.end) throw new RangeError('cut varint');
    const byte = reader.bytes[reader.at++] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
  throw new RangeError('varint too long');
}

/** The end of the length-delimited field that begins here. */
export function readEnd(reader: ProtoReader): number {
  const end = readVarint(reader) + reader.at;
  if (end > reader.end) throw new RangeError('cut message');
  return end;
}

/** Passes over the value of a field. */
export function skipValue(reader: ProtoReader, wireType: number): void {
  if (wireType === varintType) readVarint(reader);
  else if (wireType === bytesType) reader.at = readEnd(reader);
  else if (wireType === fixed64Type) reader.at += 8;
  else if (wireType === fixed32Type) reader.at += 4;
  else throw new RangeError('unknown wire type');
  if (reader.at > reader.end) throw new RangeError('cut message');
}

/** The last value of each number field from 1 to `highest`, 0 where there is none; the others are passed over. */
export function numberFields(message: Uint8Array, highest: number): number[] {
  const reader = protoReader(message);
  const values = new Array<number>(highest + 1).fill(0);
  while (reader.at < reader.end) {
    const tag = readVarint(reader);
    const number = Math.floor(tag / 8);
    if (number <= highest && tag % 8 === varintType) values[number] = readVarint(reader);
    else skipValue(reader, tag % 8);
  }
  return values;
}
