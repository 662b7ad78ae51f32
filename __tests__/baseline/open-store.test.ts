import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/baseline/open-store.ts';
import {
  bareRepository,
  cloneOf,
  pathsOf,
  realRun,
  recordFile,
} from '../support/baseline-stores.ts';
import { plainGit } from '../support/git-repository.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('openStore', () => {
  const bare = bareRepository();
  const { directory } = cloneOf(bare);
  const local = { run: realRun, env: plainGit, directory, remote: null, token: null };

  it('opens a branch here, or the one of a remote', async () => {
    const here = openStore({ kind: 'git' }, local);
    expect(here?.name).toBe('git branch crash-guard-baseline');
    await here?.add([recordFile(1)], 'here');
    const there = openStore({ kind: 'git' }, { ...local, remote: 'origin' });
    expect(there?.name).toBe('git crash-guard-baseline of origin');
    expect(await pathsOf(there!)).toEqual([]);
    expect(await pathsOf(here!)).toEqual([recordFile(1).path]);
  });

  it('opens a folder', async () => {
    const path = join(tempFolder(), 'baseline');
    const store = openStore({ kind: 'file', path }, local);
    expect(store?.name).toBe(`file ${path}`);
    expect(await pathsOf(store!)).toEqual([]);
  });

  it('opens nothing where no baseline is kept', () => {
    expect(openStore({ kind: 'none' }, local)).toBeNull();
  });
});
