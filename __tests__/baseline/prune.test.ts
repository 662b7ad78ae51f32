import { describe, expect, it } from '@jest/globals';
import { fileStore } from '../../src/baseline/file-store.ts';
import { recordPath, runPath } from '../../src/baseline/layout.ts';
import { pruneStore } from '../../src/baseline/prune-store.ts';
import { prunable, type DatedPath } from '../../src/baseline/prune.ts';
import { encodeRecord, encodeRun } from '../../src/baseline/records.ts';
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
    expect(pruned).toMatchObject({ kind: 'pruned', kept: 8, problems: [] });
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
      problems: [expect.stringContaining('1 of the old records')],
    });
  });
});
