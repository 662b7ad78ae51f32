import { closeSync, openSync, readSync } from 'node:fs';
import { Buffer } from 'node:buffer';

/** The process that an ELF core of 64 bits says it is of; throws for anything else (elf(5), NT_PRPSINFO). */
export function corePid(path: string): number {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(1 << 20);
    const size = readSync(file, bytes, 0, bytes.length, 0);
    const isCore = bytes.toString('latin1', 0, 4) === '\u007fELF' && bytes.readUInt16LE(16) === 4;
    if (!isCore) throw new Error(`${path} is no core`);
    const segment = Number(bytes.readBigUInt64LE(32));
    let at = Number(bytes.readBigUInt64LE(segment + 8));
    while (at + 12 < size) {
      const [nameBytes, length, type] = [at, at + 4, at + 8].map((place) =>
        bytes.readUInt32LE(place),
      ) as [number, number, number];
      const content = at + 12 + Math.ceil(nameBytes / 4) * 4;
      if (type === 3) return bytes.readUInt32LE(content + 24);
      at = content + Math.ceil(length / 4) * 4;
    }
    throw new Error(`${path} does not say whose core it is`);
  } finally {
    closeSync(file);
  }
}

/** The smallest whole core: a header and one segment of so many bytes. */
export function smallCore(bytes = 4096): Buffer {
  const core = Buffer.alloc(64 + 56 + bytes);
  core.write('\u007fELF', 'latin1');
  core[4] = 2; // 64 bits
  core[5] = 1; // little-endian
  core.writeUInt16LE(4, 16); // ET_CORE
  core.writeBigUInt64LE(64n, 32); // where the program headers are
  core.writeUInt16LE(1, 56); // how many
  core.writeBigUInt64LE(120n, 64 + 8); // where the segment is
  core.writeBigUInt64LE(BigInt(bytes), 64 + 32); // how large
  return core;
}
