/** One field of a protobuf message: a number for a varint, the bytes of a length-delimited one. */
export type ProtoField = { number: number; varint: number } | { number: number; bytes: Uint8Array };

/** The fields of a message in their order (https://protobuf.dev/programming-guides/encoding). Throws RangeError on a cut one. */
export function* protoFields(message: Uint8Array): Generator<ProtoField> {
  const reader = { bytes: message, at: 0 };
  while (reader.at < message.length) {
    const tag = readVarint(reader);
    const number = Math.floor(tag / 8);
    switch (tag % 8) {
      case 0:
        yield { number, varint: readVarint(reader) };
        break;
      case 1:
        reader.at += 8;
        break;
      case 2: {
        const length = readVarint(reader);
        if (reader.at + length > message.length) throw new RangeError('cut message');
        yield { number, bytes: message.subarray(reader.at, reader.at + length) };
        reader.at += length;
        break;
      }
      case 5:
        reader.at += 4;
        break;
      default:
        throw new RangeError('unknown wire type');
    }
  }
}

/** Packed varints; values above 2^53 lose their last bits. */
export function packedVarints(bytes: Uint8Array): number[] {
  const reader = { bytes, at: 0 };
  const values: number[] = [];
  while (reader.at < bytes.length) values.push(readVarint(reader));
  return values;
}

function readVarint(reader: { bytes: Uint8Array; at: number }): number {
  let value = 0;
  for (let scale = 1; scale < 2 ** 64; scale *= 128) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw new RangeError('cut varint');
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
  throw new RangeError('varint too long');
}
