import { beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStore } from '../../src/baseline/file-store.ts';
import { findPackage } from '../../src/baseline/find-package.ts';
import { recordPath } from '../../src/baseline/layout.ts';
import { readLine, type RecordLine } from '../../src/baseline/record-line.ts';
import type { Key } from '../../src/baseline/record.ts';
import { encodeRecord } from '../../src/baseline/records.ts';
import { pathsByKey, readContents } from '../../src/baseline/store-contents.ts';
import type { StoreContents } from '../../src/report/baseline-view.ts';
import { commitId, sampleKey, sampleRecord } from '../support/baseline-records.ts';
import { tempFolder } from '../support/temp-folder.ts';

type StoredCommit = readonly [commit: number, changes?: Partial<Key>];

const orders: Partial<Key> = { package: 'example.com/shop/orders' };
const folder = tempFolder();
const store = fileStore(folder);
/** The line of commits is 9, 8, ... 0; 20 and 21 are of another branch. */
const line = Array.from({ length: 10 }, (_, i) => commitId(9 - i));

const stored: readonly StoredCommit[] = [
  ...[1, 3, 5].map((commit): StoredCommit => [commit]),
  ...[7, 8].map((commit): StoredCommit => [commit, { rate: 1 }]),
  [20],
  [20, orders],
  [21, orders],
];

beforeAll(async () => {
  const files = stored.map(([commit, changes]) => {
    const record = sampleRecord(commit, changes);
    return { path: recordPath(record.key, record.commit), bytes: encodeRecord(record) };
  });
  expect(await store.add(files, 'records')).toMatchObject({ kind: 'added', written: 8 });
});

async function contents(ancestors = line): Promise<StoreContents> {
  const read = await readContents(store, ancestors);
  if (read.kind === 'problem') throw new Error(read.problem);
  return read.contents;
}

describe('the contents of a store', () => {
  it('are counted by key, each with the record that is nearest', async () => {
    const { packages, ...rest } = await contents();
    expect(rest).toEqual({
      ...{ store: `file ${folder}`, head: commitId(9), commits: 7, records: 8, problems: [] },
      ...{ runRecords: 0, fuzzInputs: { count: 0, bytes: 0 } },
    });
    expect(
      packages.map(({ key, records, nearest }) => [
        ...[key.package, key.rate, records, nearest.distance],
      ]),
    ).toEqual([
      ['example.com/shop/orders', 512, 2, null],
      ['example.com/shop/store', 1, 2, 1],
      ['example.com/shop/store', 512, 4, 4],
    ]);
    expect(packages[1]?.nearest).toMatchObject({
      commit: commitId(8),
      metrics: { allocBytes: 4_000_008 },
    });
  });

  it('are there without a line of commits', async () => {
    const { packages, head } = await contents([]);
    expect(head).toBeNull();
    expect(packages.map(({ nearest }) => nearest.distance)).toEqual([null, null, null]);
  });

  it('of an empty store are nothing', async () => {
    const read = await readContents(fileStore(tempFolder()), line);
    expect(read).toMatchObject({ kind: 'contents', contents: { records: 0, packages: [] } });
  });

  it('name a damaged record and go on', async () => {
    const damaged = tempFolder();
    const other = fileStore(damaged);
    const [good, bad] = [sampleRecord(1), sampleRecord(1, orders)];
    const files = [good, bad].map((record) => ({
      path: recordPath(record.key, record.commit),
      bytes: encodeRecord(record),
    }));
    await other.add(files, 'records');
    writeFileSync(join(damaged, recordPath(bad.key, bad.commit)), '{"schema":1,');
    const read = await readContents(other, line);
    expect(read).toMatchObject({
      contents: {
        records: 2,
        packages: [{ key: { package: 'example.com/shop/store' } }],
        problems: [expect.stringContaining('cut off')],
      },
    });
  });
});

async function recordLine(...[keys, limit]: [Key[], number]): Promise<RecordLine> {
  const listed = await store.list();
  if (listed.kind === 'problem') throw new Error(listed.problem);
  const read = await readLine(store, pathsByKey(listed.paths, line), keys, limit);
  if (read.kind === 'problem') throw new Error(read.problem);
  return read;
}

describe('the line of records', () => {
  const rates = [sampleKey(), sampleKey({ rate: 1 })];

  it('goes from the oldest to the nearest, over rates', async () => {
    const read = await recordLine(rates, 100);
    expect(read).toMatchObject({ kind: 'records', elsewhere: false, problems: [] });
    expect(read.records.map(({ commit }) => commit)).toEqual([1, 3, 5, 7, 8].map(commitId));
  });

  it('is cut at its far end', async () => {
    const read = await recordLine(rates, 2);
    expect(read.records.map(({ commit }) => commit)).toEqual([7, 8].map(commitId));
  });

  it('of a package that only other branches have is in the order of dates', async () => {
    const read = await recordLine([sampleKey(orders)], 100);
    expect(read).toMatchObject({ kind: 'records', elsewhere: true });
    expect(read.records.map(({ commit }) => commit)).toEqual([20, 21].map(commitId));
  });
});

describe('a package is found', () => {
  it.each([
    ['example.com/shop/store', ['example.com/shop/store', 'example.com/shop/store']],
    ['./store', ['example.com/shop/store', 'example.com/shop/store']],
    ['orders/', ['example.com/shop/orders']],
    ['shop/orders', ['example.com/shop/orders']],
  ])('by %s', async (name, names) => {
    const { packages } = await contents();
    const found = findPackage(packages, name);
    expect(found.kind === 'found' && found.packages.map(({ key }) => key.package)).toEqual(names);
  });

  it.each([
    ['stroe', 'example.com/shop/store'],
    ['example.com/shop/order', 'example.com/shop/orders'],
    ['./Orders', 'example.com/shop/orders'],
    ['something else', null],
    ['.', null],
    ['', null],
    ['../../etc', null],
  ])('%j is unknown; meant may be %j', async (name, nearest) => {
    const { packages } = await contents();
    expect(findPackage(packages, name)).toEqual({ kind: 'unknown', nearest });
  });
});
