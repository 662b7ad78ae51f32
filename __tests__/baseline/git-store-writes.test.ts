import { describe, expect, it } from '@jest/globals';
import type { RunCommand } from '../../src/machine/command.ts';
import {
  bareRepository,
  cloneOf,
  pathsOf,
  realRun,
  recordFile,
  storeIn,
  textOf,
} from '../support/baseline-stores.ts';
import { newRepository } from '../support/git-repository.ts';

const branch = 'crash-guard-baseline';
const [one, two, three] = [recordFile(1), recordFile(2), recordFile(3)] as const;
const added = { kind: 'added', written: 1, kept: 0 };

/** Calls `before` once, before the first git command of that name. */
function disturbed(name: string, before: () => void): RunCommand {
  let done = false;
  return (command, args, options) => {
    if (!done && args.includes(name)) {
      done = true;
      before();
    }
    return realRun(command, args, options);
  };
}

describe('the history of the branch', () => {
  /** As many commits as a busy repository makes. */
  function longHistory(commits: number): ReturnType<typeof bareRepository> {
    const bare = bareRepository();
    const tree = bare.git('mktree', '--missing');
    let parent = '';
    for (let number = 0; number < commits; number += 1) {
      const from = parent === '' ? [] : ['-p', parent];
      parent = bare.git('commit-tree', ...from, '-m', String(number), tree);
    }
    bare.git('update-ref', `refs/heads/${branch}`, parent);
    return bare;
  }

  it('begins anew above 300 commits, with all its files', async () => {
    const bare = longHistory(299);
    for (const file of [one, two, three])
      expect(await storeIn(cloneOf(bare)).add([file], 'x')).toEqual(added);
    expect(bare.git('rev-list', '--count', branch)).toBe('1');
    expect(await pathsOf(storeIn(cloneOf(bare)))).toHaveLength(3);
  });

  it('goes on where the server does not let it begin anew', async () => {
    const bare = longHistory(301);
    bare.git('config', 'receive.denyNonFastForwards', 'true');
    expect(await storeIn(cloneOf(bare)).add([one], 'x')).toEqual(added);
    expect(bare.git('rev-list', '--count', branch)).toBe('302');
  });

  it('ends with what is removed: the objects go with the next clean-up of the server', async () => {
    const bare = bareRepository();
    const store = storeIn(cloneOf(bare));
    await store.add([one, two], 'x');
    await store.remove([one.path]);
    bare.git('reflog', 'expire', '--expire=now', '--all');
    bare.git('gc', '--quiet', '--prune=now');
    const objects = bare.git('cat-file', '--batch-all-objects', '--batch-check');
    // The commit, five folders, the record and the text for people.
    expect(objects.split('\n').filter((line) => line.includes('blob'))).toHaveLength(2);
  });
});

describe('a store that others change in the meantime', () => {
  it('is written to with what the other writer left', async () => {
    const bare = bareRepository();
    const [first, second] = [cloneOf(bare), cloneOf(bare)];
    await storeIn(first).add([one], 'one');
    second.git('fetch', '--quiet', 'origin', `+${branch}:refs/crash-guard/baseline`);
    const run = disturbed('push', () => {
      const parent = second.git('rev-parse', 'refs/crash-guard/baseline');
      const other = second.git('commit-tree', '-p', parent, '-m', 'other', `${parent}^{tree}`);
      second.git('push', '--quiet', 'origin', `${other}:refs/heads/${branch}`);
    });
    expect(await storeIn(first, { run }).add([two], 'two')).toEqual(added);
    expect(bare.git('log', '--format=%s', branch).split('\n')).toEqual(['two', 'other', 'one']);
    expect(await pathsOf(storeIn(first))).toHaveLength(2);
  });

  it.each(['push', 'fetch', 'fast-import'])(
    'keeps our record when it is rewritten just before our %s',
    async (command) => {
      const [bare, elsewhere] = [bareRepository(), bareRepository()];
      await storeIn(cloneOf(bare)).add([one], 'one');
      await storeIn(cloneOf(elsewhere)).add([three], 'three');
      const run = disturbed(command, () => {
        bare.git('fetch', '--quiet', elsewhere.directory, `+${branch}:${branch}`);
      });
      expect(await storeIn(cloneOf(bare), { run }).add([two], 'two')).toEqual(added);
      expect(await pathsOf(storeIn(cloneOf(bare)))).toEqual([two.path, three.path].sort());
    },
  );

  it.each(['push', 'fetch', 'fast-import'])(
    'keeps our record when it is deleted just before our %s',
    async (command) => {
      const bare = bareRepository();
      await storeIn(cloneOf(bare)).add([one], 'one');
      const run = disturbed(command, () => {
        bare.git('update-ref', '-d', `refs/heads/${branch}`);
      });
      expect(await storeIn(cloneOf(bare), { run }).add([two], 'two')).toEqual(added);
      expect(await pathsOf(storeIn(cloneOf(bare)))).toEqual([two.path]);
    },
  );

  it('counts as kept what another job recorded of the same commit', async () => {
    const bare = bareRepository();
    const [first, second] = [cloneOf(bare), cloneOf(bare)];
    const { path } = one;
    await pathsOf(storeIn(second));
    await storeIn(first).add([one], 'one');
    const again = await storeIn(second).add([{ path, bytes: two.bytes }], 'again');
    expect(again).toEqual({ kind: 'added', written: 0, kept: 1 });
    expect(bare.git('rev-list', '--count', branch)).toBe('1');
  });

  it('is read as it was at the first look', async () => {
    const bare = bareRepository();
    await storeIn(cloneOf(bare)).add([one], 'one');
    const store = storeIn(cloneOf(bare));
    await pathsOf(store);
    await storeIn(cloneOf(bare)).remove([one.path]);
    expect(await textOf(store, one.path)).toContain('"schema":1');
  });
});

describe('the local branch', () => {
  const local = { remote: null };

  it('is read together with what was fetched from CI, and written alone', async () => {
    const bare = bareRepository();
    await storeIn(cloneOf(bare)).add([one, two], 'CI');
    const clone = cloneOf(bare);
    clone.git('fetch', '--quiet', 'origin', `+refs/heads/*:refs/remotes/origin/*`);
    const fetched = clone.git('rev-parse', `refs/remotes/origin/${branch}`);
    expect(await pathsOf(storeIn(clone, local))).toEqual([one.path, two.path].sort());
    const store = storeIn(clone, local);
    expect(await store.add([two, three], 'here')).toEqual({ kind: 'added', written: 1, kept: 1 });
    expect(await pathsOf(store)).toHaveLength(3);
    expect(await textOf(store, one.path)).toContain('"schema":1');
    expect(clone.git('rev-parse', `refs/remotes/origin/${branch}`)).toBe(fetched);
    expect(clone.git('ls-tree', '-r', '--name-only', branch).split('\n')).toEqual([
      'README.md',
      three.path,
    ]);
  });

  it('is not moved below somebody who has it checked out', async () => {
    const repository = newRepository();
    repository.commit('a');
    await storeIn(repository, local).add([one], 'one');
    repository.git('checkout', '--quiet', branch);
    const again = await storeIn(repository, local).add([two], 'two');
    expect(again).toMatchObject({
      problem: expect.stringContaining('is checked out in a work tree'),
    });
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});
