import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { listGoroutines } from '../crash/goroutines/goroutine-listing.ts';
import { listHeap, listProfile } from '../heap/profile-listing.ts';
import { readProfile } from '../heap/profile.ts';
import { maxUnpackedBytes } from '../heap/unpack-profile.ts';
import type { Inspection } from '../report/inspection.ts';
import { InputError } from '../settings/input-error.ts';
import { contentOf, headBytes, unpackedHead, type Content } from './content.ts';
import { inspectCore } from './core.ts';
import { readGoroutines } from './goroutine-file.ts';
import { openableBelow } from './openable.ts';
import type { InspectOptions, InspectPorts } from './ports.ts';
import { inspectSnapshot } from './snapshot.ts';
import { unpackFile } from './unpack-file.ts';

const whatCanBeOpened =
  'name a snapshot folder, a core, a profile (heap, goroutine, mutex, block) in pprof format, or a text with goroutines';
const maxListed = 12;

/** Opens whatever a run left behind. Throws an InputError for what cannot be opened. */
export async function inspect(
  path: string,
  ports: InspectPorts,
  options: InspectOptions,
): Promise<Inspection> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) throw refusal(path, 'there is no such file or folder');
  if (stats.isDirectory()) {
    const snapshot = await inspectSnapshot(path, options);
    return snapshot ?? inspect(await theOneBelow(path), ports, options);
  }
  if (!stats.isFile()) throw refusal(path, 'it is neither a file nor a folder');
  const folder = await inspectSnapshot(dirname(path), options);
  return folder ?? inspectFile({ named: path, path, bytes: stats.size }, ports, options);
}

async function theOneBelow(folder: string): Promise<string> {
  const found = await openableBelow(folder);
  const [first] = found;
  if (first === undefined)
    throw refusal(folder, 'there is no snapshot, core or profile in this folder');
  if (found.length === 1) return first;
  const more = found.length > maxListed ? [`... and ${String(found.length - maxListed)} more`] : [];
  const list = [...found.slice(0, maxListed), ...more].map((item) => `\n    ${item}`).join('');
  throw new InputError([
    { where: folder, what: 'there is more than one thing to open', fix: `name one of:${list}` },
  ]);
}

interface File {
  /** What the user said, beside which other files may lie. */
  named: string;
  /** Where it can be read; elsewhere when it had to be unpacked. */
  path: string;
  bytes: number;
}

async function inspectFile(
  file: File,
  ports: InspectPorts,
  options: InspectOptions,
): Promise<Inspection> {
  const head = await readHead(file.path);
  const content = contentOf(head);
  const inside = content === 'gzip' ? contentOf(unpackedHead(head)) : content;
  if (content === 'zstd' || (content === 'gzip' && inside === 'elf-core')) {
    if (file.path !== file.named) throw refusal(file.named, 'it is packed more than once');
    return inspectFile(await unpacked(file, content, ports), ports, options);
  }
  switch (inside) {
    case 'elf-core':
      return inspectCore(file.named, file.path, ports, options);
    case 'text':
      return inspectText(file, content, options);
    case 'binary':
      return inspectBinary(file, content, options);
    case 'elf-program':
      throw refusal(file.named, 'it is a program, not a core');
    case 'empty':
      throw refusal(file.named, content === 'empty' ? 'it is empty' : 'it cannot be unpacked');
    case 'gzip':
    case 'zstd':
      throw refusal(file.named, 'it is packed more than once');
  }
}

async function unpacked(
  { named, path }: File,
  format: 'gzip' | 'zstd',
  ports: InspectPorts,
): Promise<File> {
  const target = join(ports.scratch, 'unpacked');
  const unpacking = await unpackFile(path, format, target, ports);
  if (unpacking.kind === 'refused') throw refusal(named, unpacking.because);
  return { named, path: target, bytes: (await stat(target)).size };
}

async function inspectText(
  { named, path }: File,
  content: Content,
  options: InspectOptions,
): Promise<Inspection> {
  const { goroutines, gaps } = await readGoroutines(textStream(path, content)).catch(
    (error: unknown) => {
      throw refusal(named, `it cannot be read: ${(error as Error).message}`);
    },
  );
  if (goroutines.length === 0) throw refusal(named, 'it is a text without goroutines');
  const listing = listGoroutines(goroutines, { ...options, isCut: gaps.length > 0 });
  return { kind: 'goroutines', path: named, goroutines: listing, gaps };
}

/** A profile, or what a test printed: that may hold any bytes. */
async function inspectBinary(
  file: File,
  content: Content,
  options: InspectOptions,
): Promise<Inspection> {
  try {
    return await inspectProfile(file, options);
  } catch (noProfile) {
    return await inspectText(file, content, options).catch(() => {
      throw noProfile;
    });
  }
}

/** A packed text that is cut ends where it is cut. */
function textStream(path: string, content: Content): Readable {
  const file = createReadStream(path);
  if (content !== 'gzip') return file;
  const text = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  file.once('error', (error) => text.destroy(error));
  return file.pipe(text);
}

async function inspectProfile(
  { named, path, bytes }: File,
  options: InspectOptions,
): Promise<Inspection> {
  if (bytes > maxUnpackedBytes)
    throw refusal(named, `it is larger than any profile (${String(maxUnpackedBytes)} bytes)`);
  if (options.filter.state !== undefined) {
    const fix = 'leave it out, or open the goroutines.txt of the snapshot';
    throw new InputError([{ where: '--state', what: 'a profile knows no states', fix }]);
  }
  const reading = readProfile(await readUpTo(path, maxUnpackedBytes));
  if (reading.kind === 'refused') throw refusal(named, reading.because);
  return {
    kind: 'profile',
    path: named,
    profile: listProfile(reading.profile, options),
    heap: listHeap(reading.profile, options),
  };
}

function readHead(path: string): Promise<Buffer> {
  return readUpTo(path, headBytes);
}

async function readUpTo(path: string, maxBytes: number): Promise<Buffer> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw refusal(path, `it cannot be read: ${(error as Error).message}`);
  });
  try {
    const buffer = Buffer.alloc(Math.min(maxBytes, (await file.stat()).size));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function refusal(where: string, what: string): InputError {
  return new InputError([{ where, what, fix: whatCanBeOpened }]);
}
