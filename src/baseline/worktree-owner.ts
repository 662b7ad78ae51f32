import { chmod, readdir, readFile, readlink, rm, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, sep } from 'node:path';

// How git keeps a work tree (gitrepository-layout(5)): COMMON/worktrees/ID/ holds `gitdir`, the path of the work tree's .git file, and
// `locked`, the reason why git must not forget it. The .git file says `gitdir: COMMON/worktrees/ID`.

/** Folders of temporary work trees begin with this. */
export const worktreePrefix = 'crash-guard-base-';

// go-crash-guard: process 4711 in pid:[4026531836] of runner-7
const reason = /^go-crash-guard: process (?<pid>\d{1,10}) in (?<place>.{1,300})$/;
const oldMs = 24 * 60 * 60 * 1000;
const maxEntries = 1000;

/** Why git must leave this process's work trees alone; whoever finds it later can tell whether the process still lives. */
export async function lockReason(): Promise<string> {
  return `go-crash-guard: process ${process.pid} in ${await place()}`;
}

/** Process ids mean something within one namespace of one machine. */
async function place(): Promise<string> {
  const namespace = await readlink('/proc/self/ns/pid').catch(() => 'pid');
  return `${namespace} of ${hostname()}`;
}

/** Together with removeFolder what `git worktree remove --force --force` does, without a program that a signal could stop. */
export async function removeRecord(record: string): Promise<void> {
  await rm(record, { recursive: true, force: true });
  // Like git: the folder of all records goes with the last of them.
  await rmdir(dirname(record)).catch(() => undefined);
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(async () => {
    // Tests may leave folders behind that nobody may write to.
    await makeWritable(folder);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  });
}

async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700).catch(() => undefined);
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
}

/** Removes what killed processes of ours left behind: the records in a repository and, where they are, the folders. */
export async function removeStaleWorktrees(commonDirectory: string): Promise<void> {
  const records = join(commonDirectory, 'worktrees');
  const names = await readdir(records).catch((): string[] => []);
  for (const name of names.slice(0, maxEntries)) {
    const record = join(records, name);
    const gitFile = (await readFile(join(record, 'gitdir'), 'utf8').catch(() => '')).trim();
    if (!gitFile.includes(`${sep}${worktreePrefix}`) || !(await isStale(record))) continue;
    if (await belongsTo(record, gitFile)) await removeFolder(dirname(gitFile));
    await removeRecord(record);
  }
}

async function isStale(record: string): Promise<boolean> {
  const file = join(record, 'locked');
  const found = reason.exec((await readFile(file, 'utf8').catch(() => '')).trim());
  const { mtimeMs } = await stat(found === null ? record : file).catch(() => ({ mtimeMs: 0 }));
  if (Date.now() - mtimeMs > oldMs) return true;
  if (found?.groups?.['place'] !== (await place())) return false;
  try {
    process.kill(Number(found.groups['pid']), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Whether the folder with that .git file is still the work tree of that record. */
async function belongsTo(record: string, gitFile: string): Promise<boolean> {
  return (await readFile(gitFile, 'utf8').catch(() => '')).trim() === `gitdir: ${record}`;
}
