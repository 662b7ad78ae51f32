import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:fs';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { Readable, Transform, type Duplex, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';

/** How files are packed here: by Node's own zstd (22.15 and later), by the zstd program, or by gzip. */
export type Packer = { kind: 'node' } | { kind: 'program'; path: string } | { kind: 'gzip' };

export interface PackBounds {
  maxBytes: number;
  maxMs: number;
}

export type Packed =
  | { kind: 'packed'; path: string; bytes: number }
  /** Packed, it would be larger than the bound. */
  | { kind: 'too-large' }
  | { kind: 'failed'; problem: string };

/** The best there is. `zstd` is the program's path, null where there is none. */
export function choosePacker(zstd: string | null): Packer {
  if (zstdStream() !== null) return { kind: 'node' };
  return zstd === null ? { kind: 'gzip' } : { kind: 'program', path: zstd };
}

/** Not in the types of the oldest Node that we run on. */
function zstdStream(): (() => Duplex) | null {
  const create = (zlib as unknown as Record<string, unknown>)['createZstdCompress'];
  return typeof create === 'function' ? (create as () => Duplex) : null;
}

/**
 * Packs a file beside itself, as it is read; the packed file is whole or absent. The original stays. No link is followed, for
 * reading or writing: test processes can write where their cores lie.
 */
export async function packFile(path: string, packer: Packer, bounds: PackBounds): Promise<Packed> {
  const target = `${path}${packer.kind === 'gzip' ? '.gz' : '.zst'}`;
  const draft = `${target}.part`;
  const late = AbortSignal.timeout(bounds.maxMs);
  const bound = bounded(bounds.maxBytes);
  try {
    await rm(draft, { recursive: true, force: true });
    const source = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      // Opened here: a stream that opens it later could still do so after the draft was removed.
      const output = (await open(draft, 'wx', 0o600)).createWriteStream();
      await pack(source, packer, bound, output, late);
    } finally {
      await source.close();
    }
    await rename(draft, target);
    return { kind: 'packed', path: target, bytes: (await stat(target)).size };
  } catch (error) {
    await rm(draft, { force: true });
    if (error instanceof TooLarge) return { kind: 'too-large' };
    const seconds = String(Math.round(bounds.maxMs / 1000));
    const problem = late.aborted ? `it took longer than ${seconds} s` : (error as Error).message;
    return { kind: 'failed', problem };
  }
}

class TooLarge extends Error {}

/** Passes on at most so many bytes, then fails. */
function bounded(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(new TooLarge());
      else done(null, chunk);
    },
  });
}

async function pack(
  source: FileHandle,
  packer: Packer,
  bound: Transform,
  output: Writable,
  signal: AbortSignal,
): Promise<void> {
  if (packer.kind !== 'program') {
    const create = packer.kind === 'node' ? zstdStream() : null;
    const packing = create === null ? zlib.createGzip({ level: 1 }) : create();
    const input = source.createReadStream({ autoClose: false, highWaterMark: 1 << 20 });
    await pipeline(input, packing, bound, output, { signal });
    return;
  }
  const child = spawn(packer.path, ['-q', '-c', '-T0'], { stdio: [source.fd, 'pipe', 'pipe'] });
  const ended = endOf(child);
  const packed: AsyncIterable<Buffer> = child.stdout ?? Readable.from([]);
  try {
    // Both are waited for: a program that fails closes its output like one that is done.
    await pipeline(packed, bound, output, { signal });
  } catch (error) {
    child.kill('SIGKILL');
    await ended;
    throw error;
  }
  const result = await ended;
  if (result !== null) throw new Error(`${packer.path}: ${result}`);
}

/** null when it ended well, else how. */
function endOf(child: ChildProcess): Promise<string | null> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < 4096) stderr += text;
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('close', (code, signal) => {
      resolve(code === 0 ? null : `ended with ${signal ?? String(code)}: ${stderr.trim()}`);
    });
  });
}
