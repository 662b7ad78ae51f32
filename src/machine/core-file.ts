import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Buffer } from 'node:buffer';

const typeCore = 4;
const headerBytes = 64;
const entryBytes = 56;
/** PN_XNUM: the number of program headers then stands elsewhere. */
const tooManyToCount = 0xffff;

/** Whether a file is a core of 64 bits (elf(5)) that holds everything that its program headers name. Links are not followed. */
export async function isWholeCore(path: string): Promise<boolean> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null);
  if (file === null) return false;
  try {
    return await isWhole(file);
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

async function isWhole(file: FileHandle): Promise<boolean> {
  const stats = await file.stat();
  const header = await readAt(file, 0, headerBytes);
  if (!stats.isFile() || header.readUInt32BE(0) !== 0x7f454c46 || header[4] !== 2) return false;
  // Big-endian machines are none that Go's tests crash on every day.
  if (header[5] !== 1 || header.readUInt16LE(16) !== typeCore) return false;
  const count = header.readUInt16LE(56);
  if (count === tooManyToCount) return true;
  const table = await readAt(file, Number(header.readBigUInt64LE(32)), count * entryBytes);
  for (let at = 0; at < table.length; at += entryBytes) {
    const end = table.readBigUInt64LE(at + 8) + table.readBigUInt64LE(at + 32);
    if (end > BigInt(stats.size)) return false;
  }
  return count > 0;
}

/** Throws where the file ends before that. */
async function readAt(file: FileHandle, position: number, size: number): Promise<Buffer> {
  const buffer = Buffer.alloc(size);
  const { bytesRead } = await file.read(buffer, 0, size, position);
  if (bytesRead < size) throw new RangeError('cut file');
  return buffer;
}
