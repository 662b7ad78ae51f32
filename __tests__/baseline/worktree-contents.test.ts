import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { withWorktree } from '../../src/baseline/worktree.ts';
import { commandRunner } from '../../src/machine/command.ts';
import { checkout, gitRepository, newRepository, plainGit } from '../support/git-repository.ts';

const run = commandRunner(new AbortController().signal);
const reading =
  (name: string) =>
  (folder: string): Promise<string> =>
    Promise.resolve(readFileSync(join(folder, name), 'utf8'));

it('fills submodules from what is there, and leaves those empty that the checkout leaves empty', async () => {
  const inner = newRepository();
  const versions = [inner.commit('a.txt', 'old\n'), inner.commit('a.txt', 'new\n')];
  const outer = newRepository();
  outer.git(
    ...['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add'],
    ...[inner.directory, 'third/inner'],
  );
  const submodule = gitRepository(join(outer.directory, 'third/inner'));
  const [base = ''] = versions.map((version) => {
    submodule.git('checkout', '--quiet', version);
    outer.git('add', '--all');
    outer.git('commit', '--quiet', '--message', 'step');
    return outer.git('rev-parse', 'HEAD');
  });
  expect(
    await withWorktree(run, plainGit, outer.directory, base, reading('third/inner/a.txt')),
  ).toEqual({ kind: 'used', value: 'old\n' });
  expect(readFileSync(join(submodule.directory, 'a.txt'), 'utf8')).toBe('new\n');
  expect(existsSync(join(outer.directory, '.git/modules/third/inner/worktrees'))).toBe(false);

  const clone = checkout(outer, 'main', 0);
  const list = (folder: string): Promise<string[]> =>
    Promise.resolve(readdirSync(join(folder, 'third/inner')));
  expect(await withWorktree(run, plainGit, clone.directory, base, list)).toEqual({
    ...{ kind: 'used', value: [] },
  });
});

const hasLfs = spawnSync('git', ['lfs', 'version']).status === 0;
if (!hasLfs) console.warn('large files are not tested: git lfs is not installed');

(hasLfs ? it : it.skip)(
  'fills large files from what is there, and says what to do where they are missing',
  async () => {
    const { directory, git, commit } = newRepository();
    git('lfs', 'install', '--local');
    commit('.gitattributes', '*.bin filter=lfs diff=lfs merge=lfs -text\n');
    const base = commit('orders.bin', 'old orders');
    commit('orders.bin', 'new orders');
    const read = reading('orders.bin');
    expect(await withWorktree(run, plainGit, directory, base, read)).toEqual({
      ...{ kind: 'used', value: 'old orders' },
    });
    const pointer = git('show', `${base}:orders.bin`);
    const oid = /sha256:(?<oid>[0-9a-f]{64})/.exec(pointer)!.groups!['oid']!;
    rmSync(join(directory, '.git/lfs/objects', oid.slice(0, 2)), { recursive: true });
    expect(await withWorktree(run, plainGit, directory, base, read)).toEqual({
      kind: 'problem',
      problem: `${base.slice(0, 9)} could not be checked out beside the work tree: this clone lacks 1 large file of it (git LFS), orders.bin for one; run "git lfs fetch origin" for that commit first`,
    });
    // A checkout that has but the pointers, as actions/checkout makes it by itself, gets no more.
    writeFileSync(join(directory, 'orders.bin'), `${git('show', 'HEAD:orders.bin')}\n`);
    expect(await withWorktree(run, plainGit, directory, base, read)).toEqual({
      ...{ kind: 'used', value: `${pointer}\n` },
    });
  },
);
