import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const maxPackageBytes = 64 * 1024 ** 2;

const maxFiles = 10_000;
const maxDepth = 32;

export interface CopiedFiles {
  files: number;
  bytes: number;
  /** Relative paths of what was not taken, with the reason. */
  leftOut: string[];
}

/**
 * Copies what the tests of a package may read: its testdata folder and the other files beside its sources. No Go sources, hidden
 * files, cores or binaries; no link is followed, because it may lead anywhere.
 */
export async function copyPackageFiles(
  from: string,
  to: string,
  maxBytes = maxPackageBytes,
): Promise<CopiedFiles> {
  const copied: CopiedFiles = { files: 0, bytes: 0, leftOut: [] };
  await mkdir(to, { recursive: true });
  for await (const path of testFiles(from, '', copied.leftOut)) {
    try {
      // It may be gone by now.
      const bytes = (await lstat(join(from, path))).size;
      if (copied.files >= maxFiles || copied.bytes + bytes > maxBytes) {
        copied.leftOut.push(`${path}: there would be too much`);
        continue;
      }
      await copyBounded(join(from, path), join(to, path), bytes);
      copied.files++;
      copied.bytes += bytes;
    } catch (error) {
      copied.leftOut.push(`${path}: ${(error as Error).message}`);
    }
  }
  return copied;
}

/** Relative paths of regular files, in their order. */
async function* testFiles(
  root: string,
  folder: string,
  leftOut: string[],
  depth = 0,
): AsyncGenerator<string> {
  if (depth > maxDepth) return;
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const isTop = folder === '';
    if (entry.isSymbolicLink()) leftOut.push(`${path}: a link`);
    else if (entry.isDirectory()) {
      if (!isTop || entry.name === 'testdata') yield* testFiles(root, path, leftOut, depth + 1);
    } else if (entry.isFile() && !(isTop && isNoTestFile(entry.name))) yield path;
  }
}

function isNoTestFile(name: string): boolean {
  return /\.go$|\.test$|^\.|^core(?:\.\d+)?$/.test(name);
}

async function copyBounded(from: string, to: string, maxBytes: number): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const source = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { mode } = await source.stat();
    const target = await open(to, 'wx', (mode & 0o100) === 0 ? 0o644 : 0o755);
    try {
      // A file that grows meanwhile is cut where it ended.
      const buffer = Buffer.alloc(Math.max(1, Math.min(maxBytes, 1 << 20)));
      for (let done = 0; done < maxBytes;) {
        const { bytesRead } = await source.read(
          buffer,
          0,
          Math.min(buffer.length, maxBytes - done),
        );
        if (bytesRead === 0) break;
        await target.writeFile(buffer.subarray(0, bytesRead));
        done += bytesRead;
      }
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** The same for one file that must not be a link. */
export async function copyFileStrictly(from: string, to: string): Promise<void> {
  const stats = await lstat(from);
  if (!stats.isFile()) throw new Error(`${from} is no regular file`);
  await copyBounded(from, to, stats.size);
}
