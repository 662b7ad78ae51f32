import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const maxAgeMs = 10 * 24 * 3600 * 1000;
const pruneEveryMs = 24 * 3600 * 1000;

/** Removes records that no cached result can name any more: the go command drops results that were not used for five days. */
export async function pruneRecords(stores: ReadonlySet<string>, now = Date.now()): Promise<void> {
  for (const store of stores) {
    try {
      const stamp = join(store, 'pruned');
      const lastMs = await stat(stamp).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      if (now - lastMs < pruneEveryMs) continue;
      await writeFile(stamp, '');
      for (const entry of await readdir(store)) {
        if (!/^[0-9a-f]{32}$/.test(entry)) continue;
        const { mtimeMs: usedMs } = await stat(join(store, entry));
        if (now - usedMs > maxAgeMs) await rm(join(store, entry), { recursive: true, force: true });
      }
    } catch {
      // No store yet, or a cache that someone cleans at this moment: nothing to prune.
    }
  }
}
