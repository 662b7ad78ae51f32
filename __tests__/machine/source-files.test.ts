import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { findModules } from '../../src/machine/go-modules.ts';
import { modulePath, workspaceFolders } from '../../src/machine/module-file.ts';
import { openRepository, repositoryAt } from '../../src/machine/source-files.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** A folder with these files; a name that ends in a slash is a folder. */
function tree(files: Record<string, string>): string {
  const root = tempFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(name.endsWith('/') ? join(root, name) : dirname(join(root, name)), {
      recursive: true,
    });
    if (!name.endsWith('/')) writeFileSync(join(root, name), text);
  }
  return root;
}

describe('the files of a checkout', () => {
  const outside = tree({ 'secret.go': 'package secret\n' });
  const root = tree({
    'a/a.go': 'package a\r\n\r\nfunc F() {}\r\n',
    'a/ünïcode.go': 'package a\n',
    'empty.go': '',
    'big.go': '',
  });
  symlinkSync(outside, join(root, 'link'));
  symlinkSync(join(outside, 'secret.go'), join(root, 'secret.go'));
  symlinkSync('a', join(root, 'inner'));
  symlinkSync('loop', join(root, 'loop'));
  truncateSync(join(root, 'big.go'), 5 * 1024 * 1024);
  execFileSync('mkfifo', [join(root, 'pipe.go')]);
  const repository = openRepository(root, []);

  it('are read by line', () => {
    expect(repository.lines('a/a.go')).toEqual(['package a', '', 'func F() {}', '']);
    expect(repository.lines('empty.go')).toEqual(['']);
    expect(repository.has('a/ünïcode.go')).toBe(true);
    expect(repository.lines('inner/a.go')?.[0]).toBe('package a');
  });

  it('what is read twice is the same', () => {
    expect(repository.lines('a/a.go')).toBe(repository.lines('a/a.go'));
  });

  it.each([
    ['that is missing', 'a/b.go'],
    ['that is a folder', 'a'],
    ['that is a pipe', 'pipe.go'],
    ['outside, by its path', '../secret.go'],
    ['outside, from below', 'a/../../secret.go'],
    ['outside, with backslashes', 'a\\..\\..\\secret.go'],
    ['outside, by a link', 'secret.go'],
    ['outside, below a link', 'link/secret.go'],
    ['that is a link to itself', 'loop'],
    ['without a name', ''],
    ['with a name that no file has', 'a\0.go'],
    ['with a name that is too long', 'a'.repeat(5000)],
  ])('a file %s is not there', (_, file) => {
    expect(repository.has(file)).toBe(false);
    expect(repository.lines(file)).toBeNull();
  });

  it('of more than 4 MiB is there and not read', () => {
    expect(repository.has('big.go')).toBe(true);
    expect(repository.lines('big.go')).toBeNull();
  });

  it('a checkout that is not there has none', () => {
    expect(openRepository(join(root, 'nowhere'), []).has('a.go')).toBe(false);
  });

  it('many are forgotten and read again', () => {
    const names = Array.from({ length: 300 }, (_, index) => `f${String(index)}.go`);
    const many = openRepository(tree(Object.fromEntries(names.map((name) => [name, name]))), []);
    const first = many.lines('f0.go');
    for (const name of names) expect(many.lines(name)).toEqual([name]);
    expect(many.lines('f0.go')).toEqual(first);
    expect(many.lines('f0.go')).not.toBe(first);
    expect(many.lines('f299.go')).toBe(many.lines('f299.go'));
  });
});

describe('the modules of a checkout', () => {
  it("are found wherever they lie, and none in other people's code", () => {
    const root = tree({
      '.git/HEAD': '',
      'go.mod': 'module example.com/m\n\ngo 1.24\n',
      'tools/go.mod': 'module "example.com/m/tools" // not released\n',
      'deep/down/lib/go.mod': '// Package.\nmodule example.com/lib/v2\n',
      'vendor/github.com/x/y/go.mod': 'module github.com/x/y\n',
      'testdata/go.mod': 'module example.com/testdata\n',
      '.cache/go.mod': 'module example.com/cache\n',
      'node_modules/x/go.mod': 'module example.com/x\n',
      'broken/go.mod': 'modul example.com/broken\n',
      'sub/folder/': '',
    });
    const expected = {
      root,
      modules: [
        { path: 'example.com/m', directory: '' },
        { path: 'example.com/m/tools', directory: 'tools' },
        { path: 'example.com/lib/v2', directory: 'deep/down/lib' },
      ],
    };
    expect(findModules(root)).toEqual(expected);
    expect(findModules(join(root, 'sub/folder'))).toEqual(expected);
  });

  it('count too where somebody works in a folder that is passed over', () => {
    const root = tree({
      '.git/HEAD': '',
      'testdata/program/go.mod': 'module example.com/program\n',
      'testdata/program/cmd/main.go': '',
    });
    expect(findModules(join(root, 'testdata/program/cmd'))).toEqual({
      root,
      modules: [{ path: 'example.com/program', directory: 'testdata/program' }],
    });
  });

  it('are those that a workspace uses, without what lies outside of it', () => {
    const root = tree({
      'go.work':
        'go 1.24\n\nuse (\n\t./app // the program\n\t"./_gen"\n\t../elsewhere\n)\nuse ./lib\n',
      'app/go.mod': 'module example.com/app\n',
      '_gen/go.mod': 'module example.com/gen\n',
      'lib/go.mod': 'module example.com/lib\n',
    });
    const { root: found, modules } = findModules(join(root, 'app'));
    expect(found).toBe(root);
    expect(modules.map(({ directory }) => directory).sort()).toEqual(['_gen', 'app', 'lib']);
  });

  it('of a worktree are found too, whose .git is a file', () => {
    const root = tree({ '.git': 'gitdir: /elsewhere\n', 'm/go.mod': 'module example.com/m\n' });
    expect(findModules(join(root, 'm')).root).toBe(root);
  });

  it('without .git the module is the checkout; without a module the folder is', () => {
    const root = tree({ 'm/go.mod': 'module example.com/m\n', 'm/a/': '', 'plain/': '' });
    expect(findModules(join(root, 'm/a'))).toEqual({
      root: join(root, 'm'),
      modules: [{ path: 'example.com/m', directory: '' }],
    });
    expect(findModules(join(root, 'plain'))).toEqual({ root: join(root, 'plain'), modules: [] });
    expect(findModules(join(root, 'nowhere')).modules).toEqual([]);
  });

  it('a checkout behind a link is found by its real path', () => {
    const root = tree({ '.git/HEAD': '', 'go.mod': 'module example.com/m\n', 'a.go': 'x' });
    const link = join(tempFolder(), 'checkout');
    symlinkSync(root, link);
    const repository = repositoryAt(link);
    expect(repository.root).toBe(root);
    expect(repository.lines('a.go')).toEqual(['x']);
  });
});

it.each([
  ['module example.com/m', 'example.com/m'],
  ['// a comment\n\nmodule  example.com/m // Deprecated: gone\r\n', 'example.com/m'],
  ['module "example.com/m"\ngo 1.21', 'example.com/m'],
  ['module `example.com/m`', 'example.com/m'],
  ['module (\n\texample.com/m\n)', 'example.com/m'],
  ['require (\n\tmodule v1.0.0\n)\nmodule example.com/m', 'example.com/m'],
  ['module', null],
  ['modules example.com/m', null],
  ['module ""', null],
  ['', null],
])('the module of %j is %s', (text, path) => {
  expect(modulePath(text)).toBe(path);
});

it.each([
  ['use ./a', ['./a']],
  ['use .', ['.']],
  [
    'use (\n\t./a\n\n\t// ./b\n\t"./with blank" // c\n)\nreplace x => ./y\nuse ./d',
    ['./a', './with blank', './d'],
  ],
  ['use(\n./a\n)', ['./a']],
  ['go 1.24\nuse (', []],
])('the folders of %j', (text, folders) => {
  expect(workspaceFolders(text)).toEqual(folders);
});
