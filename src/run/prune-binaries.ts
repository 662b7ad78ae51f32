import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { attemptFolders } from './attempt-folders.ts';
import { debugBinaryName } from './debug-binary.ts';

/** Binaries that are kept without a core; whoever needs another one can build it again. */
export const maxBinaries = 5;

/** What the shim calls the test binary of an attempt. */
export const binaryName = 'pkg.test';

/** Removes test binaries that few will miss: those of the first deaths stay, and a core keeps its own. */
export async function pruneBinaries(out: string, max = maxBinaries): Promise<void> {
  const plain: { folder: string; at: number }[] = [];
  let ofCores = 0;
  for (const folder of await attemptFolders(out)) {
    const names = await readdir(folder).catch((): string[] => []);
    if (!names.includes(binaryName)) continue;
    if (names.some((name) => /^core(?:\.zst|\.gz)?$/.test(name))) {
      ofCores++;
      continue;
    }
    await rm(join(folder, debugBinaryName), { force: true });
    const end = await stat(join(folder, 'end.json')).catch(() => null);
    plain.push({ folder, at: end?.mtimeMs ?? Infinity });
  }
  plain.sort((a, b) => a.at - b.at);
  for (const { folder } of plain.slice(Math.max(0, max - ofCores)))
    await rm(join(folder, binaryName), { force: true });
}
