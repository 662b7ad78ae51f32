import { symlinkSync, writeFileSync } from 'node:fs';
import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { isWholeCore } from '../../src/machine/core-file.ts';
import { smallCore } from '../support/core-image.ts';
import { tempFolder } from '../support/temp-folder.ts';

const changed = (change: (core: Buffer) => unknown): Buffer => {
  const core = smallCore();
  change(core);
  return core;
};

it.each([
  ['a whole one', smallCore(), true],
  ['one byte too short', smallCore().subarray(0, -1), false],
  ['cut in its headers', smallCore().subarray(0, 100), false],
  ['cut in its first words', smallCore().subarray(0, 30), false],
  ['empty', Buffer.alloc(0), false],
  ['text', Buffer.from('core\n'.repeat(100)), false],
  ['a program', changed((core) => core.writeUInt16LE(2, 16)), false],
  ['without segments', changed((core) => core.writeUInt16LE(0, 56)), false],
  ['headers that lie elsewhere', changed((core) => core.writeBigUInt64LE(2n ** 63n, 32)), false],
  [
    'a segment beyond all bounds',
    changed((core) => core.writeBigUInt64LE(2n ** 64n - 1n, 72)),
    false,
  ],
])('%s', async (_, bytes, whole) => {
  const path = join(tempFolder(), 'core');
  writeFileSync(path, bytes);
  expect(await isWholeCore(path)).toBe(whole);
});

it('a link to one, a folder, nothing', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'core'), smallCore());
  symlinkSync('core', join(folder, 'link'));
  for (const name of ['link', '.', 'absent'])
    expect(await isWholeCore(join(folder, name))).toBe(false);
});
