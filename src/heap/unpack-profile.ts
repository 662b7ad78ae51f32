import { gunzipSync } from 'node:zlib';

/** A profile larger than this when unpacked is refused: real ones stay far below, and a few kilobytes could unpack to gigabytes. */
export const maxUnpackedBytes = 256 << 20;

export type Unpacked = { kind: 'bytes'; bytes: Uint8Array } | { kind: 'refused'; because: string };

/** The plain protobuf of a profile, which is gzipped as a rule. */
export function unpackProfile(bytes: Uint8Array, maxBytes = maxUnpackedBytes): Unpacked {
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!gzipped) {
    return bytes.length <= maxBytes
      ? { kind: 'bytes', bytes }
      : { kind: 'refused', because: `it is larger than ${String(maxBytes)} bytes` };
  }
  try {
    return { kind: 'bytes', bytes: gunzipSync(bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return {
      kind: 'refused',
      because: tooLarge
        ? `it unpacks to more than ${String(maxBytes)} bytes`
        : `it cannot be unpacked: ${(error as Error).message}`,
    };
  }
}
