import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fileStore } from '../../src/baseline/file-store.ts';
import { pathsOf, recordFile, textOf } from '../support/baseline-stores.ts';
import { tempFolder } from '../support/temp-folder.ts';

const [one, two] = [recordFile(1), recordFile(2)] as const;

function put(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

describe('a folder of records', () => {
  it('takes no notice of what is none of its files', async () => {
    const folder = tempFolder();
    put(folder, 'README.md', 'mine');
    put(folder, 'v1/.hidden/x', 'hidden');
    put(folder, 'v1/heap/a b', 'spaces');
    put(folder, 'v1/heap/x', 'x');
    execFileSync('mkfifo', [join(folder, 'v1/heap/pipe')]);
    const store = fileStore(folder);
    expect(await pathsOf(store)).toEqual(['v1/heap/x']);
    expect(await store.read(['v1/heap/pipe', 'v1/heap', 'v1/heap/x/y'])).toEqual({
      kind: 'files',
      files: new Map(),
    });
  });

  it('neither reads nor writes nor removes what symbolic links lead to', async () => {
    const [folder, outside] = [tempFolder(), tempFolder()];
    put(outside, 'secret.json', 'secret');
    put(folder, 'v1/heap/x', 'x');
    symlinkSync(outside, join(folder, 'v1/runs'));
    symlinkSync(join(outside, 'secret.json'), join(folder, 'v1/heap/link'));
    const store = fileStore(folder);
    expect(await pathsOf(store)).toEqual(['v1/heap/x']);
    expect(await textOf(store, 'v1/runs/secret.json')).toBeNull();
    expect(await textOf(store, 'v1/heap/link')).toBeNull();
    const bytes = Buffer.from('new');
    expect(await store.add([{ path: 'v1/runs/new.json', bytes }], 'x')).toMatchObject({
      problem: expect.stringContaining('by a symbolic link'),
    });
    expect(await store.remove(['v1/runs/secret.json'])).toEqual({ kind: 'removed', removed: 0 });
    expect(readdirSync(outside)).toEqual(['secret.json']);
  });

  it('may itself be a symbolic link', async () => {
    const folder = tempFolder();
    const link = join(tempFolder(), 'link');
    symlinkSync(folder, link);
    await fileStore(link).add([one], 'x');
    expect(await pathsOf(fileStore(folder))).toEqual([one.path]);
    expect(await textOf(fileStore(link), one.path)).toContain('"schema":1');
  });

  it('keeps nothing of a write that failed in the middle', async () => {
    const folder = tempFolder();
    put(folder, 'v1/taken', 'a file');
    const store = fileStore(folder);
    const files = [one, { path: 'v1/taken/x', bytes: Buffer.from('x') }, two];
    expect(await store.add(files, 'x')).toMatchObject({
      problem: expect.stringMatching(/A part of the path is a file/),
    });
    expect(await pathsOf(store)).toEqual(['v1/taken']);
    expect(readdirSync(join(folder, '.unfinished'))).toEqual([]);
  });

  it('removes what a killed writer left, a day later', async () => {
    const folder = tempFolder();
    put(folder, '.unfinished/old', 'torn');
    put(folder, '.unfinished/young', 'being written');
    const yesterday = Date.now() / 1000 - 25 * 3600;
    utimesSync(join(folder, '.unfinished/old'), yesterday, yesterday);
    await fileStore(folder).add([one], 'x');
    expect(readdirSync(join(folder, '.unfinished'))).toEqual(['young']);
    expect(await pathsOf(fileStore(folder))).toEqual([one.path]);
  });

  it('gives nothing of a file that is larger than a record', async () => {
    const folder = tempFolder();
    put(folder, 'v1/heap/large', ' '.repeat(9 << 20));
    const read = await fileStore(folder).read(['v1/heap/large']);
    expect(read.kind === 'files' ? read.files.get('v1/heap/large') : read).toHaveLength(0);
  });

  it('that is a file is a problem, with the setting to change', async () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, 'mine');
    const store = fileStore(file);
    const problem = { problem: expect.stringContaining('baseline: file:PATH') };
    expect(await store.list()).toMatchObject(problem);
    expect(await store.add([one], 'x')).toMatchObject(problem);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  const hasProc = existsSync('/proc/self');
  if (!hasProc) console.warn('a folder that takes no files is not tested: there is no /proc');

  (hasProc ? it : it.skip)('below a folder that takes no files is a problem', async () => {
    const store = fileStore('/proc/crash-guard-baseline');
    expect(await store.list()).toEqual({ kind: 'paths', paths: [] });
    expect(await store.add([one], 'x')).toMatchObject({
      problem: expect.stringContaining('The baseline in /proc/crash-guard-baseline cannot'),
    });
  });
});
