import {
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { coreBounds, packCores } from '../../src/run/pack-cores.ts';
import { pruneBinaries } from '../../src/run/prune-binaries.ts';
import { disksRefused, smallDisk } from '../support/small-disk.ts';
import { tempFolder } from '../support/temp-folder.ts';

const gzip = { kind: 'gzip' } as const;
const mib = 1024 ** 2;

/** A file of an attempt that was written so many seconds ago. */
function put(out: string, path: string, bytes: number, ageSeconds: number): void {
  const file = join(out, 'runs', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, randomBytes(bytes));
  const at = Date.now() / 1000 - ageSeconds;
  utimesSync(file, at, at);
}

describe('the cores of a run', () => {
  it('are packed, those of processes that the tests started too', async () => {
    const out = tempFolder();
    put(out, 'memory/m/a/attempt-1/core', mib, 9);
    put(out, 'memory/m/a/attempt-2/core-4711', mib, 8);
    const { kept, problems } = await packCores(out, gzip);
    expect(problems).toEqual([]);
    expect(kept.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['runs/memory/m/a/attempt-1/core.gz', mib],
      ['runs/memory/m/a/attempt-2/core-4711.gz', mib],
    ]);
    expect(readdirSync(join(out, 'runs/memory/m/a/attempt-1'))).toEqual(['core.gz']);
  });

  it('are only those in the folders of attempts, and no links', async () => {
    const out = tempFolder();
    put(out, 'memory/m/core', 10, 0);
    put(out, 'memory/m/a/attempt-1/core.txt', 10, 0);
    put(out, 'memory/m/a/attempt-x/core', 10, 0);
    symlinkSync('/etc/passwd', join(out, 'runs/memory/m/a/attempt-1/core'));
    symlinkSync(join(out, 'runs/memory/m/a'), join(out, 'runs/memory/m/loop'));
    expect(await packCores(out, gzip)).toEqual({ kept: [], problems: [] });
  });

  it('beyond the bound lose the oldest first, which is said', async () => {
    const out = tempFolder();
    put(out, 'memory/m/b/attempt-1/core', mib, 30);
    put(out, 'memory/m/a/attempt-1/core', mib, 20);
    put(out, 'memory/m/c/attempt-1/core', mib, 10);
    const bounds = { ...coreBounds, maxPackedBytes: 2.5 * mib };
    const { kept, problems } = await packCores(out, gzip, bounds);
    expect(kept.map(({ path }) => path)).toEqual([
      'runs/memory/m/a/attempt-1/core.gz',
      'runs/memory/m/c/attempt-1/core.gz',
    ]);
    expect(problems).toEqual([
      'runs/memory/m/b/attempt-1/core.gz was dropped: cores may take 2.5 MiB in all, and the oldest go first',
    ]);
    expect(readdirSync(join(out, 'runs/memory/m/b/attempt-1'))).toEqual([]);
  });

  it('larger than the bound are dropped alone', async () => {
    const out = tempFolder();
    put(out, 'memory/m/a/attempt-1/core', 4 * mib, 10);
    put(out, 'memory/m/b/attempt-1/core', mib, 20);
    const { kept, problems } = await packCores(out, gzip, {
      ...coreBounds,
      maxPackedBytes: 2 * mib,
    });
    expect(kept.map(({ path }) => path)).toEqual(['runs/memory/m/b/attempt-1/core.gz']);
    expect(problems).toEqual([
      'runs/memory/m/a/attempt-1/core was dropped: even packed it takes over 2.0 MiB',
    ]);
    expect(readdirSync(join(out, 'runs/memory/m/a/attempt-1'))).toEqual([]);
  });

  it('stay as they are where there is no time to pack, and count by what they take on disk', async () => {
    const out = tempFolder();
    const core = 'memory/m/a/attempt-1/core';
    put(out, core, mib, 10);
    truncateSync(join(out, 'runs', core), 100 * 1024 * mib);
    const [kept] = (await packCores(out, null)).kept;
    expect(kept).toMatchObject({ path: `runs/${core}`, bytes: 100 * 1024 * mib });
    expect(kept!.packedBytes).toBeLessThan(2 * mib);
    const late = await packCores(out, gzip, { ...coreBounds, maxPackingMs: 0 });
    expect(late.problems).toEqual([`runs/${core} was not packed: no time is left`]);
    expect(existsSync(join(out, 'runs', core))).toBe(true);
  });

  const open: (() => void)[] = [];
  afterEach(() => {
    for (const close of open.splice(0)) close();
  });

  (disksRefused() === null ? it : it.skip)(
    'on a full disk stay as they are, which is said (needs root)',
    async () => {
      const disk = smallDisk('3m');
      open.push(disk.remove);
      put(disk.path, 'memory/m/a/attempt-1/core', 2 * mib, 10);
      const { kept, problems } = await packCores(disk.path, gzip);
      expect(problems).toEqual([
        expect.stringMatching(/^runs\/memory\/m\/a\/attempt-1\/core was not packed: ENOSPC/),
      ]);
      expect(kept.map(({ path }) => path)).toEqual(['runs/memory/m/a/attempt-1/core']);
      expect(readdirSync(join(disk.path, 'runs/memory/m/a/attempt-1'))).toEqual(['core']);
    },
  );
});

describe('the binaries of a run', () => {
  const binaries = (out: string): string[] =>
    ['a', 'b', 'c', 'd'].filter((name) =>
      existsSync(join(out, `runs/memory/m/${name}/attempt-1/pkg.test`)),
    );

  it('stay for the first deaths, and with each core', async () => {
    const out = tempFolder();
    for (const [index, name] of ['d', 'c', 'b', 'a'].entries()) {
      put(out, `memory/m/${name}/attempt-1/pkg.test`, 10, 0);
      put(out, `memory/m/${name}/attempt-1/pkg-debug.test`, 10, 0);
      put(out, `memory/m/${name}/attempt-1/end.json`, 10, 100 - index);
    }
    put(out, 'memory/m/a/attempt-1/core.zst', 10, 0);
    await pruneBinaries(out, 3);
    expect(binaries(out)).toEqual(['a', 'c', 'd']);
    expect(readdirSync(join(out, 'runs/memory/m/a/attempt-1'))).toContain('pkg-debug.test');
    expect(readdirSync(join(out, 'runs/memory/m/d/attempt-1'))).toEqual(['end.json', 'pkg.test']);
    await pruneBinaries(out, 0);
    expect(binaries(out)).toEqual(['a']);
  });

  it('are none in a folder without runs', async () => {
    await pruneBinaries(tempFolder());
  });
});
