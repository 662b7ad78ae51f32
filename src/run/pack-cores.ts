import { lstat, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { packFile, type Packer } from '../machine/pack-file.ts';
import { formatBytes } from '../report/format.ts';
import { attemptFolders } from './attempt-folders.ts';
import type { CoreLedger } from './core-ledger.ts';

export interface CoreBounds {
  /** What all packed cores of a run may take; the oldest go first. */
  maxPackedBytes: number;
  /** For all of them together. */
  maxPackingMs: number;
}

export const coreBounds: CoreBounds = { maxPackedBytes: 512 * 1024 ** 2, maxPackingMs: 180_000 };

export type PackedCores = Pick<CoreLedger, 'kept' | 'problems'>;

interface Core {
  path: string;
  bytes: number;
  /** On disk: most of a Go program's core is a hole. */
  diskBytes: number;
  at: number;
}

/**
 * Packs each core of the run folder (a null packer: none) and drops the oldest beyond the bound. A core that cannot be packed
 * stays as it is, if it fits.
 */
export async function packCores(
  out: string,
  packer: Packer | null,
  bounds: CoreBounds = coreBounds,
): Promise<PackedCores> {
  const result: PackedCores = { kept: [], problems: [] };
  const { maxPackedBytes } = bounds;
  const limit = formatBytes(maxPackedBytes);
  const name = (path: string): string => relative(out, path);
  const until = Date.now() + bounds.maxPackingMs;
  for (const core of await findCores(out)) {
    const unpacked = { path: name(core.path), bytes: core.bytes, packedBytes: core.diskBytes };
    const maxMs = until - Date.now();
    if (packer === null || maxMs <= 0) {
      if (packer !== null)
        result.problems.push(`${name(core.path)} was not packed: no time is left`);
      result.kept.push(unpacked);
      continue;
    }
    const packed = await packFile(core.path, packer, { maxBytes: maxPackedBytes, maxMs });
    switch (packed.kind) {
      case 'packed':
        await rm(core.path, { force: true });
        result.kept.push({ ...unpacked, path: name(packed.path), packedBytes: packed.bytes });
        break;
      case 'too-large':
        await rm(core.path, { force: true });
        result.problems.push(`${name(core.path)} was dropped: even packed it takes over ${limit}`);
        break;
      case 'failed':
        result.problems.push(`${name(core.path)} was not packed: ${packed.problem}`);
        result.kept.push(unpacked);
    }
  }
  let total = result.kept.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
  while (total > maxPackedBytes) {
    const oldest = result.kept.shift();
    if (oldest === undefined) break;
    await rm(join(out, oldest.path), { force: true });
    total -= oldest.packedBytes;
    result.problems.push(
      `${oldest.path} was dropped: cores may take ${limit} in all, and the oldest go first`,
    );
  }
  return result;
}

/** Cores in attempts' folders (`core`, and `core-PID` of processes that the tests started), oldest first. */
async function findCores(out: string): Promise<Core[]> {
  const found: Core[] = [];
  for (const folder of await attemptFolders(out)) {
    for (const name of await readdir(folder).catch((): string[] => [])) {
      if (!/^core(?:-\d{1,10})?$/.test(name)) continue;
      const path = join(folder, name);
      const stats = await lstat(path).catch(() => null);
      if (stats?.isFile() !== true) continue;
      found.push({ path, bytes: stats.size, diskBytes: stats.blocks * 512, at: stats.mtimeMs });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}
