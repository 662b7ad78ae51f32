import { describe, expect, it } from '@jest/globals';
import { fileStore } from '../../src/baseline/file-store.ts';
import { runPath } from '../../src/baseline/layout.ts';
import type { RunRecord } from '../../src/baseline/record.ts';
import { encodeRun } from '../../src/baseline/records.ts';
import type { BaselineStore } from '../../src/baseline/store.ts';
import { nearestWeights, weightsOfCommit } from '../../src/run/shard-weights.ts';
import { commitId } from '../support/baseline-records.ts';
import { tempFolder } from '../support/temp-folder.ts';

type Packages = NonNullable<RunRecord['packages']>;

function took(name: string, leg: string, elapsedMs: number, peakRssBytes: number | null) {
  return { package: name, leg, elapsedMs, peakRssBytes };
}

const packages: Packages = [
  took('m/a', 'race', 3000, 900),
  took('m/a', 'memory', 1000, 400),
  took('m/b', 'race', 10, null),
];

async function storeOf(runs: Record<number, Packages | undefined>): Promise<BaselineStore> {
  const store = fileStore(tempFolder());
  for (const [number, taken] of Object.entries(runs)) {
    const commit = commitId(Number(number));
    const run = { schema: 1 as const, commit, startedAt: '2026-01-01T00:00:00Z', crashes: [] };
    const bytes = encodeRun(taken === undefined ? run : { ...run, packages: taken });
    await store.add([{ path: runPath(commit), bytes }], 'run');
  }
  return store;
}

describe('what packages took', () => {
  it('is the sum of the times of all legs and the largest of their peaks', async () => {
    const store = await storeOf({ 1: packages });

    expect(await weightsOfCommit(store, commitId(1))).toEqual({
      kind: 'weights',
      commit: commitId(1),
      weights: new Map([
        ['m/a', { elapsedMs: 4000, peakRssBytes: 900 }],
        ['m/b', { elapsedMs: 10, peakRssBytes: 0 }],
      ]),
    });
  });

  it.each<[string, Parameters<typeof storeOf>[0], string]>([
    ['no record', { 2: packages }, 'has no record of that run'],
    ['a record of an earlier version', { 1: undefined }, 'does not say what the packages took'],
    ['a record of no package', { 1: [] }, 'does not say what the packages took'],
  ])('is unknown with %s', async (_what, runs, because) => {
    expect(await weightsOfCommit(await storeOf(runs), commitId(1))).toEqual({
      kind: 'none',
      because: expect.stringContaining(because),
    });
  });

  it('is unknown where the record is damaged or the store cannot be read', async () => {
    const store = fileStore(tempFolder());
    await store.add([{ path: runPath(commitId(1)), bytes: Buffer.from('{"schema":1') }], 'run');
    const broken = {
      ...store,
      read: () => Promise.resolve(trouble),
      list: () => Promise.resolve(trouble),
    };

    expect(await weightsOfCommit(store, commitId(1))).toMatchObject({
      because: 'its record cannot be used: it is not JSON; it may have been cut off',
    });
    expect(await weightsOfCommit(broken, commitId(1))).toEqual({
      kind: 'none',
      because: 'no network',
    });
    expect(await nearestWeights(broken, [])).toEqual({ kind: 'none', because: 'no network' });
  });

  it('comes from the nearest commit whose record says it', async () => {
    const store = await storeOf({ 1: packages, 2: packages, 3: undefined });
    const ancestors = [4, 3, 2, 1].map(commitId);

    expect(await nearestWeights(store, ancestors)).toMatchObject({ commit: commitId(2) });
    expect(await nearestWeights(store, [commitId(3)])).toEqual({
      kind: 'none',
      because: 'the records of earlier runs do not say what the packages took',
    });
    expect(await nearestWeights(store, [commitId(9)])).toEqual({
      kind: 'none',
      because: expect.stringContaining('no record of a run of the commits before this one'),
    });
  });
});

const trouble = { kind: 'problem' as const, problem: 'no network' };
