import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  link,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  unlink,
  type FileHandle,
} from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { maxRecordBytes } from './records.ts';
import { eachPathOnce, isStorePath, refusedFile } from './store-path.ts';
import type { BaselineStore, StoreFile, StoreProblem } from './store.ts';

/** Files that are not whole yet, on the same disk as the others. */
const unfinished = '.unfinished';
const staleMs = 24 * 3600 * 1000;
const maxFiles = 500_000;
const maxReadBytes = 512 << 20;

/**
 * Records in a folder, which several processes may write to at once. A file appears whole, under its name, or not at all; a
 * process that is killed in the middle of `add` leaves the files that it had come to.
 */
export function fileStore(path: string): BaselineStore {
  const guarded = async <T>(what: string, task: () => Promise<T>): Promise<T | StoreProblem> => {
    try {
      return await task();
    } catch (error) {
      return { kind: 'problem', problem: explain(path, what, error) };
    }
  };
  return {
    name: `file ${path}`,
    list: () =>
      guarded('be read', async () => {
        const paths: string[] = [];
        await walk(path, '', paths);
        return { kind: 'paths', paths: paths.sort() };
      }),
    read: (paths) =>
      guarded('be read', async () => {
        const files = new Map<string, Uint8Array>();
        let total = 0;
        for (const name of paths.filter(isStorePath)) {
          const bytes = await readWhole(path, name);
          if (bytes === null) continue;
          files.set(name, bytes);
          total += bytes.length;
          if (total > maxReadBytes) throw new Error(tooMuch);
        }
        return { kind: 'files', files };
      }),
    add: async (files) => {
      const refused = files.flatMap((file) => refusedFile(file) ?? []);
      if (refused[0] !== undefined) return { kind: 'problem', problem: refused[0] };
      return guarded('be written', () => addAll(path, eachPathOnce(files)));
    },
    remove: (paths) =>
      guarded('be written', async () => {
        let removed = 0;
        for (const name of new Set(paths.filter(isStorePath))) {
          if (!(await liesInside(path, name))) continue;
          const gone = await unlink(join(path, name)).then(() => true, missing(false));
          if (gone) removed += 1;
        }
        return { kind: 'removed', removed };
      }),
  };
}

const tooMuch = `more than ${String(maxReadBytes >> 20)} MiB are wanted at once; remove old records: go-crash-guard baseline prune`;

async function walk(root: string, folder: string, paths: string[]): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(missing([]));
  for (const entry of entries) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    // Symbolic links are neither: what they lead to is not the store's.
    if (entry.isDirectory() && isStorePath(`${name}/x`)) await walk(root, name, paths);
    else if (entry.isFile() && isStorePath(name)) paths.push(name);
    if (paths.length > maxFiles)
      throw new Error(
        `more than ${String(maxFiles)} records; remove old ones: go-crash-guard baseline prune`,
      );
  }
}

async function addAll(
  root: string,
  files: readonly StoreFile[],
): Promise<{ kind: 'added'; written: number; kept: number }> {
  const written: string[] = [];
  const scratch = join(root, unfinished);
  await makeFolder(scratch);
  await sweep(scratch);
  try {
    for (const file of files) if (await addOne(root, scratch, file)) written.push(file.path);
  } catch (error) {
    for (const name of written) await rm(join(root, name), { force: true });
    throw error;
  }
  return { kind: 'added', written: written.length, kept: files.length - written.length };
}

async function addOne(root: string, scratch: string, file: StoreFile): Promise<boolean> {
  const target = join(root, file.path);
  if ((await stat(target).catch(missing(null))) !== null) return false;
  await makeFolder(dirname(target));
  if (!(await liesInside(root, file.path)))
    throw new Error(`${file.path} leads out of the folder, by a symbolic link`);
  const temporary = join(scratch, randomBytes(12).toString('hex'));
  try {
    const handle = await open(temporary, 'wx', 0o644);
    try {
      await handle.writeFile(file.bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    return await publish(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Gives a whole file its name, unless somebody else was first. */
async function publish(temporary: string, target: string): Promise<boolean> {
  try {
    await link(temporary, target);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code ?? '')) throw error;
  }
  // A disk without hard links: both writers of a path have the figures of the same commit, and either may win.
  if ((await stat(target).catch(missing(null))) !== null) return false;
  await rename(temporary, target);
  return true;
}

/** The content of a regular file; empty if it is larger than a record can be, null if there is none. */
async function readWhole(root: string, name: string): Promise<Uint8Array | null> {
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
  let handle: FileHandle;
  try {
    handle = await open(join(root, name), flags);
  } catch (error) {
    if (
      ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '')
    )
      return null;
    throw error;
  }
  try {
    const status = await handle.stat();
    if (!status.isFile() || !(await liesInside(root, name))) return null;
    return status.size > maxRecordBytes ? new Uint8Array() : await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Whether a path of the store is in its folder, after all symbolic links below the store. */
async function liesInside(root: string, name: string): Promise<boolean> {
  const folder = await realpath(dirname(join(root, name))).catch(missing(null));
  return folder?.startsWith((await realpath(root)) + sep) === true;
}

/** Not by `recursive`, with which Node 20 tries for ever where the parent is there and mkdir says ENOENT, as below /proc. */
async function makeFolder(path: string): Promise<void> {
  const make = (): Promise<void> => mkdir(path).catch(unless('EEXIST'));
  try {
    await make();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await make();
  }
}

/** Removes what killed writers left. */
async function sweep(scratch: string): Promise<void> {
  for (const name of await readdir(scratch)) {
    const path = join(scratch, name);
    const status = await stat(path).catch(missing(null));
    if (status !== null && Date.now() - status.mtimeMs > staleMs) await rm(path, { force: true });
  }
}

function missing<T>(value: T): (error: unknown) => T {
  return (error) => {
    unless('ENOENT')(error);
    return value;
  };
}

function unless(code: string): (error: unknown) => void {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code !== code) throw error;
  };
}

/** What to do about errors of the file system. */
const advice: Partial<Record<string, string>> = {
  EACCES: 'This user may not do that; check the owner and the permissions of the folder.',
  EPERM: 'This user may not do that; check the owner and the permissions of the folder.',
  EROFS: 'The disk is read-only; choose another folder (baseline: file:PATH).',
  ENOTDIR: 'A part of the path is a file; choose a folder (baseline: file:PATH).',
  EEXIST: 'A part of the path is a file; choose a folder (baseline: file:PATH).',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
};

function explain(path: string, what: string, error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  const hint = advice[code ?? ''];
  return `The baseline in ${path} cannot ${what}: ${message}${hint === undefined ? '' : `. ${hint}`}`;
}
