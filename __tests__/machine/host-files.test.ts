import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { hostFiles } from '../../src/machine/host-files.ts';
import { scratch } from '../support/guarded.ts';

const mib = 1024 ** 2;
let folder: ReturnType<typeof scratch>;
beforeAll(() => {
  folder = scratch();
  mkdirSync(join(folder.path, 'etc'));
  writeFileSync(join(folder.path, 'etc/small'), 'text\n');
  writeFileSync(join(folder.path, 'etc/large'), 'x'.repeat(3 * mib));
  symlinkSync('etc', join(folder.path, 'link'));
  writeFileSync(join(folder.path, 'etc/program'), '');
  chmodSync(join(folder.path, 'etc/program'), 0o755);
});
afterAll(() => {
  folder.remove();
});

it('reads below its root, and not more than a mebibyte or so', async () => {
  const files = hostFiles(folder.path);
  expect(await files.read('/etc/small')).toBe('text\n');
  const length = (await files.read('/etc/large'))?.length ?? 0;
  expect(length).toBeGreaterThanOrEqual(mib);
  expect(length).toBeLessThan(mib + 32_768);
});

it('is null or false where there is nothing to be had', async () => {
  const files = hostFiles(folder.path);
  expect(await files.read('/nope')).toBeNull();
  expect(await files.read('/etc')).toBeNull();
  expect(await files.space('/nope')).toBeNull();
  expect(await files.exists('/nope')).toBe(false);
  expect(await files.writable('/nope')).toBe(false);
  expect(await files.openable('/nope')).toBe(false);
  expect(await files.executable('/etc/small')).toBe(false);
});

it('knows what is there', async () => {
  const files = hostFiles(folder.path);
  expect(await files.exists('/etc')).toBe(true);
  expect(await files.writable('/etc/small')).toBe(true);
  expect(await files.openable('/etc/small')).toBe(true);
  expect(await files.executable('/etc/program')).toBe(true);
  const space = await files.space('/etc');
  expect(space?.totalBytes).toBeGreaterThan(space?.freeBytes ?? Infinity);
});

it('follows links on the real machine', async () => {
  expect(await hostFiles().resolve(join(folder.path, 'link'))).toBe(join(folder.path, 'etc'));
  expect(await hostFiles().resolve(join(folder.path, 'nope'))).toBeNull();
});

const isWindows = process.platform === 'win32';
if (isWindows) console.warn('skipped: Windows has no such files');
const unixIt = isWindows ? it.skip : it;

unixIt('does not wait at a pipe that nobody writes to', async () => {
  execFileSync('mkfifo', [join(folder.path, 'pipe')]);
  expect(await hostFiles(folder.path).read('/pipe')).toBe('');
});
