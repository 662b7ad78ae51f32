import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSnapshot } from './snapshot.ts';

const maxEntries = 20_000;
const maxDepth = 12;
const wanted = /^core(?:\.(?:zst|gz)|\.\d+)?$|\.pprof$|^goroutines\.txt$/;

/** The snapshots, cores and profiles below a folder, by name, as paths; a snapshot stands for the files in it. */
export async function openableBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  let seen = 0;
  const visit = async (path: string, depth: number): Promise<void> => {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (++seen > maxEntries) return;
      const child = join(path, entry.name);
      if (entry.isFile() && wanted.test(entry.name)) found.push(child);
      if (!entry.isDirectory()) continue;
      if (await isSnapshot(child)) found.push(child);
      else if (depth < maxDepth) await visit(child, depth + 1);
    }
  };
  await visit(folder, 0);
  return found;
}
