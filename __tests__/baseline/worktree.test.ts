import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from '@jest/globals';
import { removeStaleWorktrees } from '../../src/baseline/worktree-owner.ts';
import { withWorktree } from '../../src/baseline/worktree.ts';
import { commandRunner } from '../../src/machine/command.ts';
import { checkout, gitRepository, newRepository, plainGit } from '../support/git-repository.ts';
import { tempFolder } from '../support/temp-folder.ts';

const run = commandRunner(new AbortController().signal);

/** Two commits; the file a.txt is old in the base and new in the head. */
function repository(): { directory: string; base: string; head: string } {
  const { directory, commit } = newRepository();
  commit('b/c.txt');
  return { directory, base: commit('a.txt', 'old\n'), head: commit('a.txt', 'new\n') };
}

function git(directory: string, ...args: string[]): string {
  return gitRepository(directory).git(...args);
}

function write(directory: string, files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
}

/** Everything of a repository that a user could miss, but for what git keeps about other work trees. */
function stateOf(directory: string): string {
  const refs = git(directory, 'for-each-ref');
  const reflog = git(directory, 'reflog');
  const files = readdirSync(join(directory, '.git')).sort().join(' ');
  const index = readFileSync(join(directory, '.git/index')).toString('hex');
  return [refs, reflog, files, index, git(directory, 'worktree', 'list')].join('\n');
}

function leftovers(): string[] {
  return readdirSync(realpathSync(tmpdir())).filter((name) => name.startsWith('crash-guard-base-'));
}

it('hands over the tree of the commit, and leaves the repository as it was', async () => {
  const { directory, base } = repository();
  write(directory, { 'a.txt': 'not committed\n', 'untracked.txt': 'x' });
  git(directory, 'add', 'a.txt');
  const before = stateOf(directory);
  const result = await withWorktree(run, plainGit, join(directory, 'b'), base, async (folder) => {
    expect(git(folder, 'rev-parse', 'HEAD')).toBe(base);
    expect(git(folder, 'status', '--porcelain')).toBe('');
    writeFileSync(join(folder, 'made-by-a-test.txt'), 'x');
    mkdirSync(join(folder, 'closed/inner'), { recursive: true });
    chmodSync(join(folder, 'closed'), 0o500);
    return Promise.resolve({ folder, text: readFileSync(join(folder, 'a.txt'), 'utf8') });
  });
  if (result.kind === 'problem') throw new Error(result.problem);
  expect(result.value.text).toBe('old\n');
  expect(existsSync(result.value.folder)).toBe(false);
  expect(stateOf(directory)).toBe(before);
  expect(git(directory, 'status', '--porcelain')).toBe('M  a.txt\n?? untracked.txt');
});

it('runs no hook, and minds no variables of a git around it', async () => {
  const { directory, base } = repository();
  const hooks = join(directory, '.git/hooks');
  mkdirSync(hooks, { recursive: true });
  for (const name of ['post-checkout', 'post-index-change', 'reference-transaction']) {
    writeFileSync(join(hooks, name), `#!/bin/sh\ntouch '${directory}/.git/hook-ran'\n`);
    chmodSync(join(hooks, name), 0o755);
  }
  const index = readFileSync(join(directory, '.git/index'));
  const outer = {
    ...plainGit,
    ...{ GIT_DIR: join(directory, '.git'), GIT_INDEX_FILE: join(directory, '.git/index') },
    GIT_WORK_TREE: directory,
  };
  const result = await withWorktree(run, outer, directory, base, (folder) =>
    Promise.resolve(readFileSync(join(folder, 'a.txt'), 'utf8')),
  );
  expect(result).toEqual({ kind: 'used', value: 'old\n' });
  expect(existsSync(join(directory, '.git/hook-ran'))).toBe(false);
  expect(readFileSync(join(directory, '.git/index')).equals(index)).toBe(true);
  expect(readFileSync(join(directory, 'a.txt'), 'utf8')).toBe('new\n');
});

it('takes the folder away when its use fails', async () => {
  const { directory, base } = repository();
  let used = '';
  const use = (folder: string): Promise<never> => {
    used = folder;
    return Promise.reject(new Error('no such test'));
  };
  await expect(withWorktree(run, plainGit, directory, base, use)).rejects.toThrow('no such test');
  expect(existsSync(used)).toBe(false);
  expect(existsSync(join(directory, '.git/worktrees'))).toBe(false);
});

it('takes the folder away when everything is stopped meanwhile', async () => {
  const { directory, base } = repository();
  const stop = new AbortController();
  let used = '';
  await withWorktree(commandRunner(stop.signal), plainGit, directory, base, (folder) => {
    used = folder;
    stop.abort();
    return Promise.resolve();
  });
  expect(existsSync(used)).toBe(false);
  expect(existsSync(join(directory, '.git/worktrees'))).toBe(false);
});

it('allows several at once', async () => {
  const { directory, base, head } = repository();
  const texts = await Promise.all(
    [base, head, base].map((sha) =>
      withWorktree(run, plainGit, directory, sha, async (folder) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return readFileSync(join(folder, 'a.txt'), 'utf8');
      }),
    ),
  );
  expect(texts).toEqual(['old\n', 'new\n', 'old\n'].map((value) => ({ kind: 'used', value })));
  expect(existsSync(join(directory, '.git/worktrees'))).toBe(false);
});

it('cleans up after a process that was killed, and leaves those alone that live', async () => {
  const { directory, base } = repository();
  const source = join(import.meta.dirname, '../../src');
  const program = `
    import { withWorktree } from ${JSON.stringify(`${source}/baseline/worktree.ts`)};
    import { commandRunner } from ${JSON.stringify(`${source}/machine/command.ts`)};
    const run = commandRunner(new AbortController().signal);
    await withWorktree(run, process.env, ${JSON.stringify(directory)}, '${base}', async (folder) => {
      process.stdout.write(folder);
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });`;
  const bundle = join(tempFolder(), 'program.mjs');
  await build({
    stdin: { contents: program, resolveDir: source, loader: 'ts' },
    ...{ bundle: true, platform: 'node', format: 'esm', outfile: bundle, logLevel: 'error' },
  });
  const start = async (): Promise<{ folder: string; kill: () => Promise<void> }> => {
    const child = spawn(process.execPath, [bundle], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: plainGit,
    });
    const [folder] = (await once(child.stdout, 'data')) as [Buffer];
    const kill = async (): Promise<void> => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    };
    return { folder: folder.toString(), kill };
  };
  const [killed, living] = await Promise.all([start(), start()]);
  try {
    await killed.kill();
    expect(existsSync(killed.folder)).toBe(true);
    await withWorktree(run, plainGit, directory, base, () => Promise.resolve());
    expect(existsSync(killed.folder)).toBe(false);
    expect(existsSync(living.folder)).toBe(true);
    expect(readdirSync(join(directory, '.git/worktrees'))).toHaveLength(1);
  } finally {
    await living.kill();
    await removeStaleWorktrees(join(realpathSync(directory), '.git'));
  }
  expect(existsSync(join(directory, '.git/worktrees'))).toBe(false);
  expect(leftovers().filter((name) => living.folder.endsWith(name))).toEqual([]);
}, 60_000);

it("does not touch the user's own work trees, or what only looks like ours", async () => {
  const { directory, base } = repository();
  const own = join(tempFolder(), 'mine');
  git(directory, 'worktree', 'add', '-q', '--detach', own, base);
  const strange = join(tempFolder(), 'crash-guard-base-precious');
  write(strange, { 'notes.txt': 'x', '.git': 'gitdir: /elsewhere\n' });
  const record = join(directory, '.git/worktrees/strange');
  write(record, {
    gitdir: `${strange}/.git\n`,
    locked: 'go-crash-guard: process 1 in pid:[1] of nowhere\n',
  });
  utimesSync(join(record, 'locked'), 1, 1);
  await withWorktree(run, plainGit, directory, base, () => Promise.resolve());
  expect(git(own, 'status', '--porcelain')).toBe('');
  expect(readFileSync(join(strange, 'notes.txt'), 'utf8')).toBe('x');
  expect(existsSync(record)).toBe(false);
});

it('says what to do where the commit is not in the clone', async () => {
  const { directory, base } = repository();
  const clone = checkout(gitRepository(directory), 'main', 1);
  const result = await withWorktree(run, plainGit, clone.directory, base, () => Promise.resolve());
  expect(result).toEqual({
    kind: 'problem',
    problem: `${base.slice(0, 9)} could not be checked out beside the work tree: this clone does not have the commit ${base}; fetch it, or check out with fetch-depth: 0`,
  });
});

it.each(['--upload-pack=touch x', 'main', '', 'a'.repeat(39)])('refuses %j', async (name) => {
  const { directory } = repository();
  const result = await withWorktree(run, plainGit, directory, name, () => Promise.resolve());
  expect(result).toMatchObject({ kind: 'problem', problem: expect.stringContaining('full name') });
});

it('gives up outside of a repository', async () => {
  const result = await withWorktree(run, plainGit, tempFolder(), 'a'.repeat(40), () =>
    Promise.resolve(),
  );
  expect(result).toMatchObject({
    ...{ kind: 'problem', problem: expect.stringContaining('not a git repository') },
  });
});
