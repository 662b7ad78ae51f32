import { lstat, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { plural } from '../report/plural.ts';
import { Refusal, type GitIn } from './git-here.ts';

export interface Submodule {
  /** With `/`, relative to the root of the tree. */
  path: string;
  commit: string;
}

// 160000 commit 5c1dfb6e0c9d1a0f7c0d4f2c3b1a09f8e7d6c5b4	vendor/assets
const link = /^160000 commit (?<commit>[0-9a-f]{40,64})\t(?<path>.+)$/s;
const maxSubmodules = 200;

/** The submodules of a commit that the user's checkout has filled; the others are empty there, too. */
export async function submodulesOf(git: GitIn, root: string, commit: string): Promise<Submodule[]> {
  const declared = await git(root, 'cat-file', '-e', `${commit}:.gitmodules`).catch(() => null);
  if (declared === null) return [];
  const tree = await git(root, 'ls-tree', '-r', '-z', '--full-tree', commit);
  const filled: Submodule[] = [];
  for (const entry of tree.split('\0')) {
    const { path = '', commit: at = '' } = link.exec(entry)?.groups ?? {};
    if (path !== '' && (await isFilled(root, path))) filled.push({ path, commit: at });
    if (filled.length >= maxSubmodules) break;
  }
  return filled;
}

async function isFilled(root: string, path: string): Promise<boolean> {
  const folder = join(root, path);
  try {
    await lstat(join(folder, '.git'));
    // Not through a link to some other place.
    return (await realpath(folder)) === join(await realpath(root), path);
  } catch {
    return false;
  }
}

// 4d7a214614 * testdata/orders.bin      the file itself; with - in the middle: only the pointer to it
const largeFile = /^[0-9a-f]+ (?<state>[*-]) (?<path>.+)$/;

/** Fills in the large files (git LFS) that the clone holds. Throws a Refusal if the user's checkout has more of them. */
export async function fillInLargeFiles(
  git: GitIn,
  checkout: string,
  directory: string,
): Promise<void> {
  // A clone in which git LFS never did anything has no large files, or only pointers to them.
  const common = resolve(
    checkout,
    (await git(checkout, 'rev-parse', '--git-common-dir')).trimEnd(),
  );
  if ((await lstat(join(common, 'lfs')).catch(() => null)) === null) return;
  await git(directory, 'lfs', 'checkout').catch(() => undefined);
  const here = await largeFiles(git, checkout);
  const pointers = (await largeFiles(git, directory)).filter(({ filled }) => !filled);
  const filledHere = new Set(here.filter(({ filled }) => filled).map(({ path }) => path));
  const missing = pointers.filter(
    ({ path }) => filledHere.has(path) || filledHere.size === here.length,
  );
  if (missing.length === 0) return;
  throw new Refusal(
    `this clone lacks ${plural(missing.length, 'large file')} of it (git LFS), ${missing[0]?.path ?? ''} for one; run "git lfs fetch origin" for that commit first`,
  );
}

async function largeFiles(
  git: GitIn,
  directory: string,
): Promise<{ path: string; filled: boolean }[]> {
  const listed = await git(directory, 'lfs', 'ls-files').catch(() => '');
  return listed.split('\n').flatMap((line) => {
    const { state, path } = largeFile.exec(line)?.groups ?? {};
    return path === undefined ? [] : [{ path, filled: state === '*' }];
  });
}
