import { constants, gunzipSync } from 'node:zlib';

/** What a file is, by its first bytes, never by its name. */
export type Content = 'elf-core' | 'elf-program' | 'gzip' | 'zstd' | 'text' | 'binary' | 'empty';

/** Enough of a file to know it by. */
export const headBytes = 64 * 1024;

const elfTypes: Readonly<Record<number, Content>> = {
  2: 'elf-program',
  3: 'elf-program',
  4: 'elf-core',
};

export function contentOf(head: Uint8Array): Content {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte);
  if (head.length === 0) return 'empty';
  // e_ident[EI_DATA] says the byte order of e_type at 16 (elf(5)).
  if (starts(0x7f, 0x45, 0x4c, 0x46)) {
    const type = head[5] === 2 ? (head[16] ?? 0) * 256 + (head[17] ?? 0) : (head[16] ?? 0);
    return elfTypes[type] ?? 'binary';
  }
  if (starts(0x1f, 0x8b)) return 'gzip';
  if (starts(0x28, 0xb5, 0x2f, 0xfd)) return 'zstd';
  // A plain protobuf has control characters everywhere, a dump has tabs and newlines; what a test printed may hold escapes.
  const control = head.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d, 0x1b].includes(byte));
  return control.length === 0 ? 'text' : 'binary';
}

/** The first bytes of what is inside a gzip file, from its own first bytes; empty where they cannot be unpacked. */
export function unpackedHead(head: Uint8Array): Uint8Array {
  try {
    // gzip packs at most a thousand to one.
    const unpacked = gunzipSync(head.subarray(0, 4096), {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: 8 << 20,
    });
    return unpacked.subarray(0, headBytes);
  } catch {
    return new Uint8Array();
  }
}
