import { open, type FileHandle } from 'node:fs/promises';
import { Buffer } from 'node:buffer';

/** One section header of an ELF file (elf(5)). */
export interface ElfSection {
  name: string;
  type: number;
  flags: bigint;
  address: bigint;
  offset: number;
  size: number;
}

const maxSections = 4096;
const maxNamesBytes = 1 << 20;
const allocated = 2n;
const occupiesNothing = 8;
const note = 7;

/** The sections of a 64-bit little-endian ELF file; null for anything else. Cores have none. */
export async function readElfSections(path: string): Promise<ElfSection[] | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    return await readSections(file);
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

async function readSections(file: FileHandle): Promise<ElfSection[] | null> {
  const header = await readAt(file, 0, 64);
  if (header.readUInt32BE(0) !== 0x7f454c46 || header[4] !== 2 || header[5] !== 1) return null;
  const [entrySize, entries, namesIndex] = [58, 60, 62].map((at) => header.readUInt16LE(at)) as [
    number,
    number,
    number,
  ];
  if (entrySize !== 64 || entries > maxSections) return null;
  const table = await readAt(file, Number(header.readBigUInt64LE(40)), entries * entrySize);
  const raw = Array.from({ length: entries }, (_, i) => {
    const at = table.subarray(i * entrySize);
    return {
      nameAt: at.readUInt32LE(0),
      type: at.readUInt32LE(4),
      flags: at.readBigUInt64LE(8),
      address: at.readBigUInt64LE(16),
      offset: Number(at.readBigUInt64LE(24)),
      size: Number(at.readBigUInt64LE(32)),
    };
  });
  const names = raw[namesIndex];
  if (names === undefined) return null;
  const text = await readAt(file, names.offset, Math.min(names.size, maxNamesBytes));
  return raw.map(({ nameAt, ...section }) => ({
    name: text.toString('latin1', nameAt, Math.max(nameAt, text.indexOf(0, nameAt))),
    ...section,
  }));
}

/** Whether a debugger can tell variables by it. */
export function hasDebugInfo(sections: readonly ElfSection[]): boolean {
  return sections.some(({ name }) => name === '.debug_info' || name === '.zdebug_info');
}

/**
 * Whether two programs have the same code and data at the same addresses, so that one can stand for the other when a core is
 * read. Notes hold build ids, which may differ; a file without sections is never the same as another.
 */
export async function sameProgram(first: string, second: string): Promise<boolean> {
  const sections = await Promise.all([first, second].map(readLoaded));
  const [a, b] = sections;
  if (a === undefined || b === undefined || a.length === 0 || a.length !== b.length) return false;
  const files = await Promise.all([open(first, 'r'), open(second, 'r')]);
  try {
    for (const [i, section] of a.entries()) {
      const other = b[i];
      if (other === undefined || !samePlace(section, other)) return false;
      if (section.type !== occupiesNothing && !(await sameBytes(files, section, other)))
        return false;
    }
    return true;
  } catch {
    return false;
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}

async function readLoaded(path: string): Promise<ElfSection[]> {
  const sections = (await readElfSections(path)) ?? [];
  return sections.filter(({ flags, type }) => (flags & allocated) !== 0n && type !== note);
}

function samePlace(a: ElfSection, b: ElfSection): boolean {
  return a.name === b.name && a.type === b.type && a.address === b.address && a.size === b.size;
}

async function sameBytes(
  [first, second]: FileHandle[],
  a: ElfSection,
  b: ElfSection,
): Promise<boolean> {
  if (first === undefined || second === undefined) return false;
  const step = 1 << 20;
  for (let done = 0; done < a.size; done += step) {
    const size = Math.min(step, a.size - done);
    const [left, right] = await Promise.all([
      readAt(first, a.offset + done, size),
      readAt(second, b.offset + done, size),
    ]);
    if (!left.equals(right)) return false;
  }
  return true;
}

/** Throws RangeError where the file ends before that. */
async function readAt(file: FileHandle, position: number, size: number): Promise<Buffer> {
  const buffer = Buffer.alloc(size);
  const { bytesRead } = await file.read(buffer, 0, size, position);
  if (bytesRead < size) throw new RangeError('cut file');
  return buffer;
}
