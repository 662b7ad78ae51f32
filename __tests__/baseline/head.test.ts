import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { readHead } from '../../src/baseline/head.ts';
import { commandRunner } from '../../src/machine/command.ts';
import { gitRepository, newRepository, plainGit } from '../support/git-repository.ts';

const run = commandRunner(new AbortController().signal);

it('a commit with its time; clean until something changes', async () => {
  const repository = newRepository();
  repository.commit('.gitignore', 'ignored\n');
  const commit = repository.commit('below/a');
  const head = (folder = ''): ReturnType<typeof readHead> =>
    readHead(run, plainGit, join(repository.directory, folder));
  const clean = {
    commit,
    committedAt: new Date(Number(repository.git('log', '-1', '--format=%ct')) * 1000).toISOString(),
    clean: true,
  };
  expect(await head()).toEqual(clean);
  expect(await head('below')).toEqual(clean);
  writeFileSync(join(repository.directory, 'ignored'), 'x');
  expect(await head()).toEqual(clean);
  writeFileSync(join(repository.directory, 'new_test.go'), 'x');
  // A file that go test would see, even from another folder of the repository.
  expect(await head('below')).toEqual({ ...clean, clean: false });
});

it.each([
  [
    'a changed file',
    (directory: string) => {
      writeFileSync(join(directory, 'a'), 'changed');
    },
  ],
  [
    'a staged file',
    (directory: string) => {
      writeFileSync(join(directory, 'b'), 'new');
      gitRepository(directory).git('add', 'b');
    },
  ],
])('%s is not clean', async (_, change) => {
  const repository = newRepository();
  repository.commit('a');
  change(repository.directory);
  expect(await readHead(run, plainGit, repository.directory)).toMatchObject({ clean: false });
});

it('no hook of the repository is run, and no lock taken', async () => {
  const repository = newRepository();
  const commit = repository.commit('a');
  repository.git('config', 'core.fsmonitor', 'touch ran; false');
  writeFileSync(join(repository.directory, '.git/index.lock'), '');
  expect(await readHead(run, plainGit, repository.directory)).toMatchObject({
    commit,
    clean: true,
  });
});

it.each([
  ['outside of a repository', () => gitRepository().directory],
  ['before the first commit', () => newRepository().directory],
])('%s there is no head', async (_, directory) => {
  const head = await readHead(run, plainGit, directory());
  expect(head).toEqual({ commit: null, committedAt: null, clean: false });
});

it('a hook that runs this has its own idea of a repository, which does not count', async () => {
  const repository = newRepository();
  const commit = repository.commit('a');
  const env = { ...plainGit, GIT_DIR: '/no/such/folder', GIT_INDEX_FILE: '/no/such/index' };
  expect(await readHead(run, env, repository.directory)).toMatchObject({ commit, clean: true });
});
