import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { open, statfs, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import * as zlib from 'node:zlib';

/** The most that is written to disk; zeros, of which a core has many, are left out of it. */
const maxWrittenBytes = 8 * 1024 ** 3;
/** A core may be as large as the address space that was in use. */
const maxSizeBytes = 512 * 1024 ** 3;
const blockBytes = 64 * 1024;

export type Unpacking = { kind: 'unpacked' } | { kind: 'refused'; because: string };

/** Unpacks a file into another as it is read, with holes where it is zero. */
export async function unpackFile(
  source: string,
  format: 'gzip' | 'zstd',
  target: string,
  { env, stop }: { env: Readonly<Record<string, string | undefined>>; stop: AbortSignal },
): Promise<Unpacking> {
  const { bavail, bsize } = await statfs(dirname(target));
  const room = Math.min(maxWrittenBytes, Math.floor(bavail * bsize * 0.9));
  // Before the program starts: what nobody reads when it has ended is thrown away.
  const file = await open(target, 'wx', 0o600);
  const unpacking = openUnpacker(source, format, env);
  const abort = (): void => void unpacking.stream.destroy(new Error('it was stopped'));
  stop.addEventListener('abort', abort, { once: true });
  try {
    const problem = await writeWithHoles(unpacking.stream, file, room);
    const because = problem ?? (await unpacking.failure);
    return because === null ? { kind: 'unpacked' } : { kind: 'refused', because };
  } catch (error) {
    unpacking.cancel();
    return { kind: 'refused', because: (await unpacking.failure) ?? (error as Error).message };
  } finally {
    stop.removeEventListener('abort', abort);
    unpacking.cancel();
  }
}

interface Unpacker {
  stream: Readable;
  /** Ends it, if it has not ended. */
  cancel: () => void;
  /** Settles when the stream is at its end: why it failed, or null. */
  failure: Promise<string | null>;
}

function openUnpacker(
  source: string,
  format: 'gzip' | 'zstd',
  env: Readonly<Record<string, string | undefined>>,
): Unpacker {
  const inNode = format === 'gzip' ? zlib.createGunzip() : zstdStream();
  if (inNode !== null) {
    const file = createReadStream(source);
    file.once('error', (error) => inNode.destroy(error));
    inNode.once('close', () => file.destroy());
    const cancel = (): void => void inNode.destroy();
    return { stream: file.pipe(inNode), cancel, failure: Promise.resolve(null) };
  }
  const child = spawn('zstd', ['-q', '-d', '-c', '--', source], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const failure = new Promise<string | null>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      resolve(
        error.code === 'ENOENT'
          ? 'it is packed with zstd, which is not in PATH; install zstd, or unpack it yourself'
          : `zstd could not be started: ${error.message}`,
      );
    });
    child.once('close', (code, signal) => {
      resolve(code === 0 ? null : `zstd ended with ${signal ?? String(code)}`);
    });
  });
  const cancel = (): void => void child.kill('SIGKILL');
  return { stream: child.stdout, cancel, failure };
}

/** Node's own since 22.15; not in the types of the oldest Node that we run on. */
function zstdStream(): Duplex | null {
  const create = (zlib as unknown as Record<string, unknown>)['createZstdDecompress'];
  return typeof create === 'function' ? (create as () => Duplex)() : null;
}

/** Closes the file. Returns why it was given up, or null. */
async function writeWithHoles(
  stream: Readable,
  file: FileHandle,
  room: number,
): Promise<string | null> {
  let position = 0;
  let written = 0;
  const zeros = Buffer.alloc(blockBytes);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += blockBytes) {
        const block = chunk.subarray(at, at + blockBytes);
        if (block.equals(zeros.subarray(0, block.length))) continue;
        written += block.length;
        if (written > room)
          return `it unpacks to more than there is room for (${String(room)} bytes)`;
        await writeAll(file, block, position + at);
      }
      position += chunk.length;
      if (position > maxSizeBytes) return `it unpacks to more than ${String(maxSizeBytes)} bytes`;
    }
    await file.truncate(position);
    return null;
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, block: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < block.length)
    done += (await file.write(block, done, block.length - done, position + done)).bytesWritten;
}
