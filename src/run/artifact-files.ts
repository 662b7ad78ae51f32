import { access, constants, lstat, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A file that may be uploaded. */
export interface ArtifactFile {
  /** Absolute. */
  path: string;
  /** From the run folder, with `/`. */
  name: string;
  bytes: number;
}

const maxDepth = 8;

/** What GitHub refuses in the path of a file. */
const unwanted = /["<>:|*?\r\n]/;

/**
 * The regular files at a path that are not empty: itself, or all below a folder. A test process can write into the run folder, and
 * what is uploaded leaves the machine: links are not followed, neither at the end of a path nor on the way.
 */
export async function artifactFiles(out: string, path: string): Promise<ArtifactFile[]> {
  const root = await realpath(out).catch(() => null);
  if (root === null) return [];
  const found: ArtifactFile[] = [];
  await collect({ out, root }, path, 0, found);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function collect(
  folders: { out: string; root: string },
  path: string,
  depth: number,
  found: ArtifactFile[],
): Promise<void> {
  const stats = await lstat(path).catch(() => null);
  if (stats?.isDirectory() === true && depth < maxDepth) {
    const names = await readdir(path).catch((): string[] => []);
    for (const name of names) await collect(folders, join(path, name), depth + 1, found);
    return;
  }
  if (stats?.isFile() !== true || stats.size === 0) return;
  const below = relative(folders.out, path);
  if (below.startsWith('..') || unwanted.test(below)) return;
  if ((await realpath(path).catch(() => null)) !== join(folders.root, below)) return;
  if (!(await isReadable(path))) return;
  found.push({ path, name: below.split(sep).join('/'), bytes: stats.size });
}

/** A file that cannot be read would end the process in the middle of an upload. */
async function isReadable(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
}
