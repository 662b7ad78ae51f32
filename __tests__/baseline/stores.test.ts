import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fileStore } from '../../src/baseline/file-store.ts';
import { maxRecordBytes } from '../../src/baseline/records.ts';
import { historyOf, readRecords, recordsOfCommit } from '../../src/baseline/read-records.ts';
import type { BaselineStore } from '../../src/baseline/store.ts';
import { commitId, sampleKey, sampleRecord } from '../support/baseline-records.ts';
import {
  bareRepository,
  cloneOf,
  pathsOf,
  recordFile,
  storeIn,
  textOf,
} from '../support/baseline-stores.ts';
import { newRepository } from '../support/git-repository.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Each makes a function that opens one and the same store, as another process would. */
const stores: [string, () => () => BaselineStore][] = [
  [
    'a branch of a bare repository',
    () => {
      const bare = bareRepository();
      return () => storeIn(cloneOf(bare));
    },
  ],
  [
    'a branch of the local repository',
    () => {
      const repository = newRepository();
      return () => storeIn(repository, { remote: null });
    },
  ],
  [
    'a folder',
    () => {
      const folder = join(tempFolder(), 'not', 'there yet');
      return () => fileStore(folder);
    },
  ],
];

describe.each(stores)('%s', (_, make) => {
  it('is empty at first', async () => {
    const store = make()();
    expect(await store.list()).toEqual({ kind: 'paths', paths: [] });
    const read = await store.read([recordFile(1).path]);
    expect(read).toEqual({ kind: 'files', files: new Map() });
  });

  it('keeps what was added, to the last byte', async () => {
    const open = make();
    const odd = {
      path: 'v1/heap/odd',
      bytes: Uint8Array.from({ length: 256 }, (__, byte) => byte),
    };
    const empty = { path: 'v1/heap/empty', bytes: new Uint8Array() };
    const text = { path: 'v1/heap/text', bytes: Buffer.from('ä\n\nblob 5\n日本\0\n') };
    const added = await open().add([odd, empty, text], 'three');
    expect(added).toEqual({ kind: 'added', written: 3, kept: 0 });
    const store = open();
    expect(await pathsOf(store)).toEqual(['v1/heap/empty', 'v1/heap/odd', 'v1/heap/text']);
    const read = await store.read([odd.path, empty.path, 'v1/heap/none', text.path]);
    const files = read.kind === 'files' ? read.files : new Map<string, Uint8Array>();
    expect([...files.keys()].sort()).toEqual([empty.path, odd.path, text.path]);
    expect(Buffer.from(files.get(odd.path)!)).toEqual(Buffer.from(odd.bytes));
    expect(files.get(empty.path)).toHaveLength(0);
    expect(Buffer.from(files.get(text.path)!).toString()).toBe('ä\n\nblob 5\n日本\0\n');
  });

  it('keeps the first content of a path', async () => {
    const open = make();
    const [first, second] = [recordFile(1), recordFile(2)];
    await open().add([first], 'first');
    const again = [{ ...first, bytes: Buffer.from('something else') }, second, second];
    expect(await open().add(again, 'again')).toEqual({
      kind: 'added',
      written: 1,
      kept: 1,
    });
    expect(await textOf(open(), first.path)).toBe(Buffer.from(first.bytes).toString());
    expect(await open().add([first, second], 'nothing new')).toEqual({
      kind: 'added',
      written: 0,
      kept: 2,
    });
  });

  it('shows what it added itself', async () => {
    const store = make()();
    await pathsOf(store);
    await store.add([recordFile(1)], 'one');
    expect(await pathsOf(store)).toEqual([recordFile(1).path]);
  });

  it('removes for good, and takes new records afterwards', async () => {
    const open = make();
    const files = [1, 2, 3].map((commit) => recordFile(commit));
    await open().add(files, 'three');
    const removed = await open().remove([files[0]!.path, files[2]!.path, recordFile(9).path]);
    expect(removed).toEqual({ kind: 'removed', removed: 2 });
    expect(await pathsOf(open())).toEqual([files[1]!.path]);
    expect(await open().add([files[0]!], 'again')).toMatchObject({ written: 1 });
    expect(await pathsOf(open())).toEqual([files[0]!.path, files[1]!.path].sort());
    const all = [...files.map(({ path }) => path)];
    expect(await open().remove(all)).toEqual({ kind: 'removed', removed: 2 });
    expect(await pathsOf(open())).toEqual([]);
    expect(await open().remove(all)).toEqual({ kind: 'removed', removed: 0 });
    expect(await open().add(files, 'after all')).toMatchObject({ written: 3 });
    expect(await pathsOf(open())).toHaveLength(3);
  });

  it.each(['../outside', '/tmp/outside', 'v1/../../outside', '.git/config', 'v1/.hidden', '-rf'])(
    'does not write to %s',
    async (path) => {
      const store = make()();
      const added = await store.add([recordFile(1), { path, bytes: Buffer.from('x') }], 'bad');
      expect(added).toEqual({
        kind: 'problem',
        problem: `"${path}" is no path of a baseline store.`,
      });
      expect(await pathsOf(store)).toEqual([]);
      expect(await store.read([path])).toEqual({ kind: 'files', files: new Map() });
      expect(await store.remove([path])).toEqual({ kind: 'removed', removed: 0 });
    },
  );

  it('refuses a record that nobody could read again', async () => {
    const large = { path: 'v1/heap/large', bytes: new Uint8Array(maxRecordBytes + 1) };
    const added = await make()().add([large], 'large');
    expect(added).toMatchObject({ problem: expect.stringContaining('8 MiB') });
  });

  it('takes a message of many lines, and hundreds of files at once', async () => {
    const open = make();
    const files = Array.from({ length: 300 }, (__, index) => recordFile(1, `p${String(index)}`));
    const added = await open().add(files, 'one\ndata 5\ndone\n\nfrom refs/heads/main\n');
    expect(added).toEqual({ kind: 'added', written: 300, kept: 0 });
    const read = await open().read(files.map(({ path }) => path));
    expect(read.kind === 'files' ? read.files.size : 0).toBe(300);
  });

  it('gives the records that are wanted, and names those that cannot be read', async () => {
    const open = make();
    const later = recordFile(3);
    const text = Buffer.from(later.bytes).toString().replace('"schema":1', '"schema":2');
    await open().add(
      [
        ...[recordFile(1), recordFile(1, 'cart'), recordFile(2)],
        { ...recordFile(4), bytes: recordFile(4).bytes.subarray(0, 100) },
        { path: later.path, bytes: Buffer.from(text) },
        { path: 'v2/records', bytes: Buffer.from('of a later version') },
      ],
      'all',
    );
    const store = open();
    const key = sampleKey();
    const wanted = [4, 2, 1, 7].map((commit) => ({ key, commit: commitId(commit) }));
    expect(await readRecords(store, wanted)).toEqual({
      kind: 'records',
      records: [sampleRecord(2), sampleRecord(1)],
      problems: [
        `the record ${recordFile(4).path} is left out: it is not JSON; it may have been cut off`,
      ],
    });
    const ofCommit = await recordsOfCommit(store, commitId(1));
    expect(ofCommit).toMatchObject({
      records: { length: 2 },
      problems: [expect.stringContaining('layout v2')],
    });
    const ancestors = [5, 4, 3, 2, 1].map(commitId);
    expect(await historyOf(store, key, ancestors)).toEqual({
      kind: 'records',
      records: [sampleRecord(2), sampleRecord(1)],
      problems: [
        expect.stringContaining('cut off'),
        expect.stringContaining('a newer version of go-crash-guard reads it'),
      ],
    });
    expect(await historyOf(store, key, ancestors.slice(3), 1)).toMatchObject({
      records: [sampleRecord(2)],
    });
  });
});
