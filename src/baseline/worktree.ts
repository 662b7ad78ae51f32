import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Environment, RunCommand } from '../machine/command.ts';
import { gitIn, Refusal, type GitIn } from './git-here.ts';
import {
  lockReason,
  removeFolder,
  removeRecord,
  removeStaleWorktrees,
  worktreePrefix,
} from './worktree-owner.ts';
import { fillInLargeFiles, submodulesOf } from './worktree-contents.ts';

export type InWorktree<T> =
  | { kind: 'used'; value: T }
  /** Why there is no work tree, for a person. */
  | { kind: 'problem'; problem: string };

const patienceMs = 300_000;
const maxDepth = 8;

/**
 * Checks a commit out into a temporary folder, hands the folder's path (the root of the commit's tree) to `use`, and takes it away
 * again however that ends. The user's files, index and refs stay as they are. Submodules and large files (git LFS) come from what
 * the clone already holds, so that the folder has them where the user's checkout has them.
 */
export async function withWorktree<T>(
  run: RunCommand,
  env: Environment,
  repositoryDirectory: string,
  commit: string,
  use: (directory: string) => Promise<T>,
): Promise<InWorktree<T>> {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
    return { kind: 'problem', problem: `${JSON.stringify(commit)} is no commit's full name` };
  const git = gitIn(run, env, patienceMs);
  const directory = await mkdtemp(join(await realpath(tmpdir()), worktreePrefix));
  const records: string[] = [];
  try {
    const root = (await git(repositoryDirectory, 'rev-parse', '--show-toplevel')).trimEnd();
    await checkOut(git, { from: root, to: directory, commit, records, depth: 0 });
    await fillInLargeFiles(git, root, directory);
    return { kind: 'used', value: await use(directory) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = `${commit.slice(0, 9)} could not be checked out beside the work tree: ${error.message}`;
    return { kind: 'problem', problem };
  } finally {
    await removeFolder(directory);
    for (const record of records.reverse()) await removeRecord(record);
  }
}

interface CheckOut {
  /** A folder of the repository. */
  from: string;
  /** An empty folder. */
  to: string;
  commit: string;
  /** What the repositories note down about their work trees, to be taken away in the end. */
  records: string[];
  /** How many submodules deep. */
  depth: number;
}

async function checkOut(git: GitIn, task: CheckOut): Promise<void> {
  const { from, to, commit, records, depth } = task;
  await git(from, 'cat-file', '-e', `${commit}^{commit}`).catch(() => {
    throw new Refusal(
      `this clone does not have the commit ${commit}; fetch it, or check out with fetch-depth: 0`,
    );
  });
  const common = resolve(from, (await git(from, 'rev-parse', '--git-common-dir')).trimEnd());
  await removeStaleWorktrees(await realpath(common));
  await git(from, 'worktree', 'add', '--detach', '--no-checkout', to, commit);
  records.push(resolve(to, (await git(to, 'rev-parse', '--git-dir')).trimEnd()));
  await git(from, 'worktree', 'lock', '--reason', await lockReason(), to);
  await git(to, 'reset', '--hard', '--quiet');
  if (depth >= maxDepth) return;
  for (const submodule of await submodulesOf(git, from, commit)) {
    const inner = { from: join(from, submodule.path), to: join(to, submodule.path) };
    await checkOut(git, { ...inner, commit: submodule.commit, records, depth: depth + 1 });
  }
}
