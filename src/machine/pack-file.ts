import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import type { Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';

/** How files are packed here: by Node's own zstd (22.15 and later), by the zstd program, or by gzip. */
export type Packer = { kind: 'node' } | { kind: 'program'; path: string } | { kind: 'gzip' };

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

/** Packs a file beside itself, as it is read; the packed file is whole or absent. The original stays. */
export async function packFile(
  path: string,
  packer: Packer,
): Promise<{ path: string; bytes: number } | { problem: string }> {
  const target = `${path}${packer.kind === 'gzip' ? '.gz' : '.zst'}`;
  const draft = `${target}.part`;
  try {
    await pack(path, draft, packer);
    await rename(draft, target);
    return { path: target, bytes: (await stat(target)).size };
  } catch (error) {
    await rm(draft, { force: true });
    return { problem: (error as Error).message };
  }
}

async function pack(source: string, draft: string, packer: Packer): Promise<void> {
  const output = createWriteStream(draft);
  if (packer.kind === 'program') {
    const child = spawn(packer.path, ['-q', '-c', '-T0', '--', source], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = endOf(child);
    // Both are waited for: a program that fails closes its output like one that is done.
    const [, result] = await Promise.all([pipeline(child.stdout, output), ended]);
    if (result !== null) throw new Error(`${packer.path}: ${result}`);
    return;
  }
  const create = packer.kind === 'node' ? zstdStream() : null;
  const packing = create === null ? zlib.createGzip() : create();
  await pipeline(createReadStream(source), packing, output);
}

/** null when it ended well, else how. */
function endOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string | null> {
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
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
