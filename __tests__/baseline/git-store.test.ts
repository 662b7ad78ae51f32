import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  bareRepository,
  cloneOf,
  pathsOf,
  recordFile,
  serverHook,
  storeIn,
  textOf,
} from '../support/baseline-stores.ts';
import { gitRepository, newRepository, plainGit } from '../support/git-repository.ts';
import { tempFolder } from '../support/temp-folder.ts';

const branch = 'crash-guard-baseline';
const [one, two, three] = [recordFile(1), recordFile(2), recordFile(3)] as const;
const added = { kind: 'added', written: 1, kept: 0 };

describe('what a git store leaves alone', () => {
  it('all of the user: files, index, branches, remotes, settings and hooks', async () => {
    const bare = bareRepository();
    const clone = cloneOf(bare);
    clone.git('push', '--quiet', 'origin', 'main');
    clone.git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    clone.git('config', 'fetch.prune', 'true');
    clone.git('config', 'commit.gpgSign', 'true');
    clone.git('config', 'push.gpgSign', 'true');
    clone.git('config', 'push.followTags', 'true');
    clone.git('tag', '--annotate', '--message=v1', 'v1');
    writeFileSync(join(clone.directory, 'main.go'), 'package changed\n');
    writeFileSync(join(clone.directory, 'new.go'), 'package added\n');
    clone.git('add', 'new.go');
    const ran = join(tempFolder(), 'ran');
    const hooks = [
      'pre-push',
      'pre-commit',
      'reference-transaction',
      'post-commit',
      'post-index-change',
    ];
    mkdirSync(join(clone.directory, '.git/hooks'), { recursive: true });
    for (const hook of hooks) {
      const path = join(clone.directory, '.git/hooks', hook);
      writeFileSync(path, `#!/bin/sh\ntouch ${ran}\nexit 1\n`, { mode: 0o755 });
    }
    const state = (): unknown => ({
      refs: clone
        .git('for-each-ref', '--format=%(refname) %(objectname)')
        .split('\n')
        .filter((line) => !line.startsWith('refs/crash-guard/')),
      head: readFileSync(join(clone.directory, '.git/HEAD'), 'utf8'),
      index: readFileSync(join(clone.directory, '.git/index')),
      config: readFileSync(join(clone.directory, '.git/config'), 'utf8'),
      fetched: existsSync(join(clone.directory, '.git/FETCH_HEAD')),
      shallow: existsSync(join(clone.directory, '.git/shallow')),
    });
    const before = state();
    expect(await storeIn(clone).add([one], 'one')).toEqual(added);
    await storeIn(cloneOf(bare)).add([two], 'two');
    expect(await pathsOf(storeIn(clone))).toEqual([one.path, two.path].sort());
    expect(await storeIn(clone).remove([one.path])).toEqual({ kind: 'removed', removed: 1 });
    expect(existsSync(ran)).toBe(false);
    expect(state()).toEqual(before);
    expect(clone.git('status', '--porcelain')).toBe('M main.go\nA  new.go');
    expect(bare.git('tag')).toBe('');
  });

  it('a rule for the history of the code: the branch shares none with it', async () => {
    const bare = bareRepository();
    const clone = cloneOf(bare);
    clone.git('push', '--quiet', 'origin', 'main');
    await storeIn(clone).add([one], 'Record 1 package');
    await storeIn(clone).add([two], 'Record 2');
    const log = bare.git('log', '--format=%an <%ae> %s', branch).split('\n');
    const author = 'go-crash-guard <go-crash-guard@baseline.invalid>';
    expect(log).toEqual([`${author} Record 2`, `${author} Record 1 package`]);
    expect(bare.git('show', `${branch}:README.md`)).toContain('go-crash-guard baseline prune');
  });
});

describe('where a git store works', () => {
  it.each(['1', '2'])(
    'a shallow clone of depth %s, which stays as shallow as it was',
    async (depth) => {
      const bare = bareRepository();
      const origin = cloneOf(bare);
      for (const name of ['a', 'b', 'c']) origin.commit(name);
      origin.git('push', '--quiet', 'origin', 'main');
      await storeIn(origin).add([one], 'one');
      const clone = gitRepository();
      const url = `file://${bare.directory}`;
      clone.git('clone', '--quiet', `--depth=${depth}`, '--branch=main', url, '.');
      const shallow = readFileSync(join(clone.directory, '.git/shallow'), 'utf8');
      expect(await storeIn(clone).add([two], 'two')).toEqual(added);
      expect(await pathsOf(storeIn(clone))).toEqual([one.path, two.path].sort());
      expect(readFileSync(join(clone.directory, '.git/shallow'), 'utf8')).toBe(shallow);
      expect(clone.git('rev-list', '--count', 'HEAD')).toBe(depth);
      expect(bare.git('rev-list', '--count', branch)).toBe('2');
    },
  );

  it('a partial clone, without one request for each record', async () => {
    const bare = bareRepository();
    bare.git('config', 'uploadpack.allowFilter', 'true');
    const origin = cloneOf(bare);
    origin.git('push', '--quiet', 'origin', 'main');
    await storeIn(origin).add([one, two, three], 'three');
    const clone = gitRepository();
    const url = `file://${bare.directory}`;
    clone.git(
      'clone',
      '--quiet',
      '--filter=blob:none',
      '--branch=main',
      '--single-branch',
      url,
      '.',
    );
    const store = storeIn(clone);
    expect(await pathsOf(store)).toHaveLength(3);
    bare.git('update-ref', '-d', `refs/heads/${branch}`);
    clone.git('remote', 'set-url', 'origin', join(tempFolder(), 'gone'));
    expect(await textOf(store, two.path)).toBe(Buffer.from(two.bytes).toString());
  });

  it('a mirror', async () => {
    const bare = bareRepository();
    cloneOf(bare).git('push', '--quiet', 'origin', 'main');
    const mirror = gitRepository();
    mirror.git('clone', '--quiet', '--mirror', bare.directory, '.');
    expect(await storeIn(mirror).add([one], 'one')).toEqual(added);
    expect(await pathsOf(storeIn(mirror))).toEqual([one.path]);
    expect(bare.git('for-each-ref', '--format=%(refname)').split('\n')).toEqual([
      `refs/heads/${branch}`,
      'refs/heads/main',
    ]);
  });

  it('a linked work tree and a folder deep inside, with a relative address', async () => {
    const bare = bareRepository();
    const clone = cloneOf(bare);
    clone.git('remote', 'set-url', 'origin', `../${bare.directory.split('/').at(-1)!}`);
    const linked = join(tempFolder(), 'linked');
    clone.git('worktree', 'add', '--quiet', '--detach', linked);
    clone.git('remote', 'add', 'other', bare.directory);
    const deep = join(clone.directory, 'a/b');
    mkdirSync(deep, { recursive: true });
    expect(await storeIn(gitRepository(deep)).add([one], 'one')).toEqual(added);
    const store = storeIn(gitRepository(linked), { remote: 'other' });
    expect(await pathsOf(store)).toEqual([one.path]);
  });

  it('a repository with the longer hash', async () => {
    const bare = gitRepository();
    bare.git('init', '--quiet', '--bare', '--object-format=sha256');
    const clone = gitRepository();
    clone.git('init', '--quiet', '--object-format=sha256');
    clone.git('remote', 'add', 'origin', bare.directory);
    for (const file of [one, two]) expect(await storeIn(clone).add([file], 'x')).toEqual(added);
    expect(await textOf(storeIn(clone), one.path)).toContain('"schema":1');
  });

  it('a server that checks every object, protects main and allows no force push', async () => {
    const bare = bareRepository();
    bare.git('config', 'transfer.fsckObjects', 'true');
    bare.git('config', 'receive.denyNonFastForwards', 'true');
    serverHook(
      bare,
      'pre-receive',
      'while read o n ref; do test $ref != refs/heads/main || exit 1; done\n',
    );
    const clone = cloneOf(bare);
    expect(() => clone.git('push', '--quiet', 'origin', 'main')).toThrow('pre-receive');
    for (const file of [one, two]) expect(await storeIn(clone).add([file], 'x')).toEqual(added);
    expect(await pathsOf(storeIn(clone))).toHaveLength(2);
    const removed = await storeIn(clone).remove([one.path]);
    expect(removed).toMatchObject({ problem: expect.stringContaining('no force push') });
  });

  it('a hook of git, whose environment names another repository', async () => {
    const repository = newRepository();
    const env = {
      ...plainGit,
      GIT_DIR: '/nowhere',
      GIT_INDEX_FILE: '/nowhere',
      GIT_WORK_TREE: '/',
    };
    expect(await storeIn(repository, { remote: null, env }).add([one], 'one')).toEqual(added);
    expect(repository.git('rev-list', '--count', branch)).toBe('1');
  });

  it('an address that the settings of git rewrite, and another one to push to', async () => {
    const [bare, push] = [bareRepository(), bareRepository()];
    const clone = cloneOf(bare);
    clone.git('remote', 'set-url', 'origin', 'short:fetch');
    clone.git('config', `url.${bare.directory}.insteadOf`, 'short:fetch');
    clone.git('remote', 'set-url', '--push', 'origin', push.directory);
    expect(await storeIn(clone).add([one], 'one')).toEqual(added);
    expect(push.git('rev-list', '--count', branch)).toBe('1');
    expect(await pathsOf(storeIn(clone))).toEqual([]);
  });
});
