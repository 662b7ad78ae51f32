import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { appendLine, readBounded, readBoundedBytes } from '../../src/run/bounded-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  writeFileSync(path('file'), 'one ü\n');
  writeFileSync(path('empty'), '');
  mkdirSync(path('folder'));
  symlinkSync(path('file'), path('link'));
  symlinkSync('/etc/passwd', path('link-out'));
  symlinkSync('nowhere', path('dangling'));
  execFileSync('mkfifo', [path('fifo')]);
});

describe('readBounded', () => {
  it.each([
    ['file', 100, 'one ü\n'],
    ['file', 7, 'one ü\n'],
    ['file', 3, 'one'],
    ['file', 0, ''],
    ['empty', 100, ''],
  ])('reads of %s at most %d bytes', async (name, maxBytes, text) => {
    expect(await readBounded(path(name), maxBytes)).toBe(text);
  });

  it.each(['missing', 'folder', 'link', 'link-out', 'dangling', 'fifo', 'file/below', 'nul\u0000'])(
    'reads nothing, and waits for nothing, where there is no regular file: %j',
    async (name) => {
      expect(await readBounded(path(name), 100)).toBeNull();
    },
  );

  it('takes no device for a file', async () => {
    expect(await readBounded('/dev/zero', 100)).toBeNull();
  });
});

it('readBoundedBytes hands the bytes over as they are', async () => {
  writeFileSync(path('bytes'), Buffer.from([0xff, 0x00, 0xfe, 0x0a]));
  expect(await readBoundedBytes(path('bytes'), 3)).toEqual(Buffer.from([0xff, 0x00, 0xfe]));
});

describe('appendLine', () => {
  it('adds to a file, and makes it', async () => {
    await appendLine(path('lines'), 'one');
    await appendLine(path('lines'), 'two');
    expect(readFileSync(path('lines'), 'utf8')).toBe('one\ntwo\n');
  });

  it('does not follow a link, and does not wait for a pipe', async () => {
    await expect(appendLine(path('link'), 'one')).rejects.toThrow(/ELOOP/);
    await expect(appendLine(path('fifo'), 'one')).rejects.toThrow(/ENXIO/);
    await expect(appendLine(path('folder'), 'one')).rejects.toThrow(/EISDIR/);
    expect(readFileSync(path('file'), 'utf8')).toBe('one ü\n');
  });
});
