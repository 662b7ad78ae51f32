import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { attemptFolders } from './attempt-folders.ts';

/** Binaries that are kept without a core; whoever needs another one can build it again. */
export const maxBinaries = 5;

const kept = 'pkg.test';
const withDebugInfo = 'pkg-debug.test';

/** Removes test binaries that few will miss: those of the first deaths stay, and a core keeps its own. */
export async function pruneBinaries(out: string, max = maxBinaries): Promise<void> {
  const plain: { folder: string; at: number }[] = [];
  let ofCores = 0;
  for (const folder of await attemptFolders(out)) {
    const names = await readdir(folder).catch((): string[] => []);
    if (!names.includes(kept)) continue;
    if (names.some((name) => /^core(?:\.zst|\.gz)?$/.test(name))) {
      ofCores++;
      continue;
    }
    await rm(join(folder, withDebugInfo), { force: true });
    const end = await stat(join(folder, 'end.json')).catch(() => null);
    plain.push({ folder, at: end?.mtimeMs ?? Infinity });
  }
  plain.sort((a, b) => a.at - b.at);
  for (const { folder } of plain.slice(Math.max(0, max - ofCores)))
    await rm(join(folder, kept), { force: true });
}
