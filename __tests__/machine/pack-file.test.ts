import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { choosePacker, packFile, type Packer } from '../../src/machine/pack-file.ts';
import { disksRefused, smallDisk } from '../support/small-disk.ts';
import { tempFolder } from '../support/temp-folder.ts';

const bounds = { maxBytes: 1 << 30, maxMs: 60_000 };
const zstd = ['/usr/bin/zstd', '/usr/local/bin/zstd'].find((path) => existsSync(path)) ?? null;
const packers: [string, Packer][] = [
  ['gzip', { kind: 'gzip' }],
  ...(zstd === null
    ? []
    : [['the zstd program', { kind: 'program', path: zstd }] as [string, Packer]]),
  ...(choosePacker(null).kind === 'node'
    ? [["Node's zstd", { kind: 'node' }] as [string, Packer]]
    : []),
];
if (packers.length < 2)
  console.warn('pack-file.test.ts: packing by zstd is skipped: no zstd is here');

function unpacked(path: string): Buffer {
  return path.endsWith('.gz')
    ? gunzipSync(readFileSync(path))
    : execFileSync('zstd', ['-q', '-d', '-c', path], { maxBuffer: 1 << 30 });
}

describe.each(packers)('by %s', (_, packer) => {
  it('a file comes out as it went in, and the original stays', async () => {
    const path = join(tempFolder(), 'core');
    const text = randomBytes(3 << 20);
    writeFileSync(path, text);
    truncateSync(path, 64 << 20);
    const packed = await packFile(path, packer, bounds);
    if (packed.kind !== 'packed') throw new Error(JSON.stringify(packed));
    const again = unpacked(packed.path);
    expect(again.length).toBe(64 << 20);
    expect(again.subarray(0, text.length).equals(text)).toBe(true);
    expect(packed.bytes).toBeLessThan(4 << 20);
    expect(readFileSync(path).length).toBe(64 << 20);
  });

  it('what would be too large is given up, and leaves nothing', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'core'), randomBytes(4 << 20));
    const packed = await packFile(join(folder, 'core'), packer, { ...bounds, maxBytes: 1 << 20 });
    expect(packed).toEqual({ kind: 'too-large' });
    expect(readdirSync(folder)).toEqual(['core']);
  });

  it('what takes too long is given up, and leaves nothing', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'core'), '');
    // Zeros, but a lot of them.
    truncateSync(join(folder, 'core'), 2 ** 42);
    const packed = await packFile(join(folder, 'core'), packer, { ...bounds, maxMs: 300 });
    expect(packed).toEqual({ kind: 'failed', problem: 'it took longer than 0 s' });
    expect(readdirSync(folder)).toEqual(['core']);
  });

  it('no link is followed, to read or to write', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'other'), 'other');
    symlinkSync('other', join(folder, 'core'));
    expect((await packFile(join(folder, 'core'), packer, bounds)).kind).toBe('failed');
    writeFileSync(join(folder, 'real'), 'a core');
    symlinkSync('other', join(folder, `real${packer.kind === 'gzip' ? '.gz' : '.zst'}.part`));
    expect((await packFile(join(folder, 'real'), packer, bounds)).kind).toBe('packed');
    expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('other');
  });

  it('a file that is not there', async () => {
    const packed = await packFile(join(tempFolder(), 'core'), packer, bounds);
    expect(packed).toEqual({ kind: 'failed', problem: expect.stringContaining('ENOENT') as never });
  });
});

describe('a program that cannot pack', () => {
  it.each([
    ['is not there', '/nowhere/zstd', /ENOENT/],
    ['fails', '/bin/false', /^\/bin\/false: ended with 1/],
  ])('%s', async (_, path, problem) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'core'), 'a core');
    const packed = await packFile(join(folder, 'core'), { kind: 'program', path }, bounds);
    expect(packed).toEqual({ kind: 'failed', problem: expect.stringMatching(problem) as never });
    expect(readdirSync(folder)).toEqual(['core']);
  });
});

const refused = disksRefused();
if (refused !== null) console.warn(`pack-file.test.ts: a full disk is skipped: ${refused}`);

(refused === null ? describe : describe.skip)('on a full disk', () => {
  const open: (() => void)[] = [];
  afterEach(() => {
    for (const close of open.splice(0)) close();
  });

  it.each(packers)('by %s: nothing half-written is left', async (_, packer) => {
    const disk = smallDisk('3m');
    open.push(disk.remove);
    const folder = join(disk.path, 'attempt-1');
    mkdirSync(folder);
    writeFileSync(join(folder, 'core'), randomBytes(2 << 20));
    const packed = await packFile(join(folder, 'core'), packer, bounds);
    expect(packed).toEqual({ kind: 'failed', problem: expect.stringContaining('ENOSPC') as never });
    expect(readdirSync(folder)).toEqual(['core']);
  });
});
