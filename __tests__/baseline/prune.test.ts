import { describe, expect, it } from '@jest/globals';
import { fileStore } from '../../src/baseline/file-store.ts';
import { recordPath, runPath } from '../../src/baseline/layout.ts';
import { pruneInputs } from '../../src/baseline/prune-inputs.ts';
import { pruneStore } from '../../src/baseline/prune-store.ts';
import { prunable, type DatedPath } from '../../src/baseline/prune.ts';
import { encodeRecord, encodeRun } from '../../src/baseline/records.ts';
import { readContents } from '../../src/baseline/store-contents.ts';
import { corpusFolder } from '../../src/fuzz/corpus-store.ts';
import { commitId, sampleRecord } from '../support/baseline-records.ts';
import { bareRepository, cloneOf, recordFile, storeIn } from '../support/baseline-stores.ts';
import { tempFolder } from '../support/temp-folder.ts';

const dayMs = 24 * 3600 * 1000;

/** One record a day, the first on a Thursday as the count of weeks begins. */
function daily(count: number, group = 'a'): DatedPath[] {
  return Array.from({ length: count }, (_, day) => ({
    path: `${group}${String(day)}`,
    group,
    committedMs: day * dayMs,
  }));
}

describe('prunable', () => {
  it('keeps the newest ones', () => {
    expect(prunable(daily(200))).toEqual([]);
    expect(prunable(daily(201), 201)).toEqual([]);
  });

  it('keeps one a week of the older ones', () => {
    const gone = prunable(daily(228));
    expect(gone).toHaveLength(24);
    expect(gone.slice(0, 7)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a8']);
  });

  it('counts each key for itself', () => {
    expect(prunable([...daily(150), ...daily(150, 'b')])).toEqual([]);
  });

  it('removes nothing more when it is done again, and never what it kept before', () => {
    let records = daily(0);
    const kept = new Set<string>();
    for (let day = 0; day < 400; day += 1) {
      records.push({ path: `a${String(day)}`, group: 'a', committedMs: day * dayMs });
      const gone = new Set(prunable(records, 20));
      records = records.filter(({ path }) => !gone.has(path));
      expect(prunable(records, 20)).toEqual([]);
      for (const path of gone) expect(kept.has(path)).toBe(false);
      for (const { path, committedMs } of records) {
        if (committedMs <= (day - 20) * dayMs) kept.add(path);
      }
    }
    expect(records).toHaveLength(20 + Math.ceil(380 / 7));
  });

  it('does not depend on the order in which records are listed', () => {
    const records = daily(300);
    expect(new Set(prunable([...records].reverse(), 10))).toEqual(new Set(prunable(records, 10)));
  });
});

describe('pruneStore', () => {
  async function filled(): Promise<ReturnType<typeof fileStore>> {
    const store = fileStore(tempFolder());
    const records = Array.from({ length: 9 }, (_, commit) => sampleRecord(commit));
    const runs = Array.from({ length: 9 }, (_, number) => ({
      schema: 1 as const,
      commit: commitId(number),
      startedAt: new Date(Date.UTC(2026, 0, 1, number)).toISOString(),
      crashes: [],
    }));
    await store.add(
      [
        ...records.map((record) => ({
          path: recordPath(record.key, record.commit),
          bytes: encodeRecord(record),
        })),
        ...runs.map((run) => ({ path: runPath(run.commit), bytes: encodeRun(run) })),
      ],
      'all',
    );
    return store;
  }

  it('removes old records and runs, by the dates that stand in them', async () => {
    const store = await filled();
    const pruned = await pruneStore(store, { dryRun: false, keep: 3 });
    expect(pruned).toMatchObject({
      kind: 'pruned',
      ...{ removed: { records: 5, runRecords: 5 }, kept: { records: 4, runRecords: 4 } },
      problems: [],
    });
    const listed = await store.list();
    const left = listed.kind === 'paths' ? listed.paths : [];
    const { key } = sampleRecord(0);
    const stays = [0, 6, 7, 8].map(commitId);
    expect(new Set(left)).toEqual(
      new Set(stays.flatMap((commit) => [recordPath(key, commit), runPath(commit)])),
    );
  });

  it('only says what would go when asked to', async () => {
    const store = await filled();
    const pruned = await pruneStore(store, { dryRun: true, keep: 3 });
    expect(pruned).toMatchObject({ kind: 'pruned', paths: { length: 10 } });
    expect(await store.list()).toMatchObject({ paths: { length: 18 } });
  });

  it('leaves alone what is damaged, and names it', async () => {
    const store = fileStore(tempFolder());
    const { key } = sampleRecord(0);
    const damaged = recordPath(key, commitId(0));
    const whole = Array.from({ length: 3 }, (_, index) => sampleRecord(index + 1));
    await store.add(
      [
        { path: damaged, bytes: new Uint8Array([1]) },
        ...whole.map((record) => ({
          path: recordPath(key, record.commit),
          bytes: encodeRecord(record),
        })),
      ],
      'all',
    );
    const pruned = await pruneStore(store, { dryRun: false, keep: 1 });
    expect(pruned).toMatchObject({ kind: 'pruned', paths: [recordPath(key, commitId(2))] });
    expect(pruned).toMatchObject({ problems: [expect.stringContaining(damaged)] });
  });

  it('says that it cannot remove what was fetched from origin', async () => {
    const bare = bareRepository();
    const files = [1, 2, 3].map((commit) => recordFile(commit));
    await storeIn(cloneOf(bare)).add(files, 'CI');
    const clone = cloneOf(bare);
    clone.git('fetch', '--quiet', 'origin', '+refs/heads/*:refs/remotes/origin/*');
    const pruned = await pruneStore(storeIn(clone, { remote: null }), { dryRun: false, keep: 1 });
    expect(pruned).toMatchObject({
      paths: [recordFile(2).path],
      problems: [expect.stringContaining('1 of them are still there')],
    });
  });
});

describe('pruneInputs', () => {
  const add = { package: 'example.com/shop/store', target: 'FuzzAdd' };
  const move = { package: 'example.com/shop/store', target: 'FuzzMove' };
  const inputsOf = (of: typeof add, count: number): { path: string; bytes: Uint8Array }[] =>
    Array.from({ length: count }, (_, i) => ({
      path: `${corpusFolder(of.package, of.target)}/${String(i).padStart(16, '0')}-50`,
      bytes: new Uint8Array(50),
    }));

  async function filled(): Promise<ReturnType<typeof fileStore>> {
    const store = fileStore(tempFolder());
    const record = sampleRecord(1);
    const run = {
      ...{ schema: 1 as const, commit: commitId(1), crashes: [] },
      startedAt: new Date(Date.UTC(2026, 0, 1)).toISOString(),
    };
    await store.add(
      [
        { path: recordPath(record.key, record.commit), bytes: encodeRecord(record) },
        { path: runPath(run.commit), bytes: encodeRun(run) },
        ...inputsOf(add, 3),
        ...inputsOf(move, 2),
      ],
      'all',
    );
    return store;
  }

  it('removes the inputs of all targets, and no record', async () => {
    const store = await filled();
    expect(await pruneInputs(store, { dryRun: false, of: null })).toMatchObject({
      removed: { records: 0, runRecords: 0, fuzzInputs: { count: 5, bytes: 250 } },
      kept: { records: 1, runRecords: 1, fuzzInputs: { count: 0, bytes: 0 } },
      problems: [],
    });
    expect(await store.list()).toMatchObject({ paths: { length: 2 } });
  });

  it('removes those of one target, and says where there are none', async () => {
    const store = await filled();
    const some = await pruneInputs(store, { dryRun: false, of: move });
    expect(some).toMatchObject({ removed: { fuzzInputs: { count: 2 } }, problems: [] });
    expect(await pruneInputs(store, { dryRun: false, of: move })).toMatchObject({
      ...{ paths: [], kept: { fuzzInputs: { count: 3 } } },
      problems: ['no inputs of example.com/shop/store.FuzzMove are stored'],
    });
  });

  it('only says what would go when asked to', async () => {
    const store = await filled();
    const dry = await pruneInputs(store, { dryRun: true, of: add });
    expect(dry).toMatchObject({ paths: { length: 3 }, kept: { fuzzInputs: { count: 2 } } });
    expect(await store.list()).toMatchObject({ paths: { length: 7 } });
  });

  it('counts as the contents of a store and other pruning do', async () => {
    const store = await filled();
    const pruned = await pruneStore(store, { dryRun: true });
    const read = await readContents(store, []);
    if (pruned.kind === 'problem' || read.kind === 'problem') throw new Error('no store');
    const { records, runRecords, fuzzInputs } = read.contents;
    expect(pruned.kept).toEqual({ records, runRecords, fuzzInputs });
    expect({ records, runRecords, fuzzInputs }).toEqual({
      ...{ records: 1, runRecords: 1, fuzzInputs: { count: 5, bytes: 250 } },
    });
  });
});
