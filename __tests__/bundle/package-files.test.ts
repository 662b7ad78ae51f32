import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { copyFileStrictly, copyPackageFiles } from '../../src/bundle/package-files.ts';
import { tempFolder } from '../support/temp-folder.ts';

function folder(files: Record<string, string>): string {
  const root = tempFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const list = (root: string): string[] =>
  (readdirSync(root, { recursive: true }) as string[])
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();

it('takes testdata and what lies beside the sources', async () => {
  const from = folder({
    ...{ 'a.go': 'package a', 'a_test.go': 'package a', 'schema.sql': 'sql', 'README.md': 'a' },
    ...{ '.env': 'SECRET=1', core: 'a core', 'core.99': 'a core', 'a.test': 'a binary' },
    ...{
      'testdata/one.txt': '1',
      'testdata/deep/two.go': '2',
      'testdata/.hidden': '3',
      'sub/x.txt': 'x',
    },
  });
  const to = join(tempFolder(), 'package');
  const { files, bytes, leftOut } = await copyPackageFiles(from, to);
  const taken = [
    'README.md',
    'schema.sql',
    'testdata/.hidden',
    'testdata/deep/two.go',
    'testdata/one.txt',
  ];
  expect(list(to)).toEqual(taken);
  expect([files, bytes, leftOut]).toEqual([5, 7, []]);
  expect(readFileSync(join(to, 'testdata/one.txt'), 'utf8')).toBe('1');
});

it('follows no link and opens no pipe', async () => {
  const from = folder({ 'testdata/a.txt': 'a', 'b.txt': 'b' });
  symlinkSync('/etc', join(from, 'testdata/etc'));
  symlinkSync('/etc/passwd', join(from, 'passwd.txt'));
  execFileSync('mkfifo', [join(from, 'testdata/pipe')]);
  const to = join(tempFolder(), 'package');
  const { leftOut } = await copyPackageFiles(from, to);
  expect(list(to)).toEqual(['b.txt', 'testdata/a.txt']);
  expect(leftOut).toEqual(['passwd.txt: a link', 'testdata/etc: a link']);
  await expect(copyFileStrictly(join(from, 'passwd.txt'), join(to, 'x'))).rejects.toThrow(
    'no regular file',
  );
});

it('a testdata that is a link is left out', async () => {
  const from = folder({ 'elsewhere/a.txt': 'a' });
  symlinkSync('elsewhere', join(from, 'testdata'));
  const { files, leftOut } = await copyPackageFiles(from, join(tempFolder(), 'package'));
  expect([files, leftOut]).toEqual([0, ['testdata: a link']]);
});

it('takes no more than the bound, and says what it left', async () => {
  const from = folder({
    'a.bin': 'x'.repeat(600),
    'b.bin': 'x'.repeat(600),
    'c.bin': 'x'.repeat(300),
  });
  const to = join(tempFolder(), 'package');
  const { bytes, leftOut } = await copyPackageFiles(from, to, 1000);
  expect(list(to)).toEqual(['a.bin', 'c.bin']);
  expect([bytes, leftOut]).toEqual([900, ['b.bin: there would be too much']]);
});

it('a folder that is gone has no files', async () => {
  const to = join(tempFolder(), 'package');
  expect(await copyPackageFiles(join(to, 'absent'), to)).toEqual({
    files: 0,
    bytes: 0,
    leftOut: [],
  });
});
