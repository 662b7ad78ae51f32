import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const maxDepth = 64;

/** The folders of all attempts in a run folder, whichever package they are of; links are not followed. */
export async function attemptFolders(out: string): Promise<string[]> {
  const found: string[] = [];
  await walk(join(out, 'runs'), 0, found);
  return found.sort();
}

async function walk(folder: string, depth: number, found: string[]): Promise<void> {
  if (depth > maxDepth) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    if (/^attempt-[1-9]\d{0,5}$/.test(entry.name)) found.push(path);
    else await walk(path, depth + 1, found);
  }
}
