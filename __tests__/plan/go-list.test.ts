import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listFields, parseGoList, type ListedPackage } from '../../src/plan/go-list.ts';
import { go, goModule } from '../support/go-module.ts';

describe('parseGoList reads what go list -e -json prints', () => {
  let folder: string;
  let found: ReturnType<typeof parseGoList>;
  const named = (name: string): ListedPackage | undefined =>
    found.packages.find((listed) => listed.package === name);

  beforeAll(() => {
    folder = goModule({
      'a/a.go': 'package a\n',
      'a/a_test.go': 'package a\nimport _ "embed"\n//go:embed golden.go\nvar golden string\n',
      'a/golden.go': '//go:build never\n\npackage a\n',
      'a/x_test.go': 'package a_test\n',
      'tests/only_test.go': 'package only_test\n',
      'broken/broken.go': 'pakage broken\n',
      'ignored/ignored.go': '//go:build never\n\npackage ignored\n',
    });
    const patterns = ['./...', './ignored', './missing', 'errors'];
    found = parseGoList(go(folder, 'list', '-e', `-json=${listFields}`, '--', ...patterns));
  });

  it('without a problem, package by package', () => {
    expect(found.problems).toEqual([]);
    expect(found.packages.map((listed) => listed.package)).toEqual([
      'example.com/m/a',
      'example.com/m/broken',
      'example.com/m/tests',
      'example.com/m/ignored',
      './missing',
      'errors',
    ]);
  });

  it('both kinds of test files and what they embed', () => {
    expect(named('example.com/m/a')).toEqual({
      package: 'example.com/m/a',
      dir: join(folder, 'a'),
      name: 'a',
      standard: false,
      module: { path: 'example.com/m', dir: folder },
      testFiles: ['a_test.go'],
      externalTestFiles: ['x_test.go'],
      sourceFiles: ['a.go'],
      embedPatterns: ['golden.go'],
      files: 4,
      error: null,
    });
  });

  it('a package that has nothing but an external test', () => {
    expect(named('example.com/m/tests')).toMatchObject({
      testFiles: [],
      externalTestFiles: ['only_test.go'],
    });
  });

  it('a package of the standard library', () => {
    expect(named('errors')).toMatchObject({ name: 'errors', standard: true, module: null });
  });

  it.each([
    ['example.com/m/broken', true],
    ['example.com/m/ignored', true],
    ['./missing', false],
  ])('what is wrong with %s, and whether it has files: %j', (name, hasFiles) => {
    const { error, files = 0 } = named(name) ?? {};
    expect(error).toMatch(/./);
    expect(files > 0).toBe(hasFiles);
  });
});

it('an object that cannot be read is a problem, and the others are read', () => {
  const { packages, problems } = parseGoList(
    '{\n\t"ImportPath": "a"\n}\n{\n\t"ImportPath": 5\n}\n{\n\t"ImportPath": "b"\n}\n{\n\t"Impor',
  );
  expect(packages.map((listed) => listed.package)).toEqual(['a', 'b']);
  expect(problems).toHaveLength(2);
});

it.each(['', '\n'])('nothing printed is nothing listed: %j', (stdout) => {
  expect(parseGoList(stdout)).toEqual({ packages: [], problems: [] });
});

it('never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseGoList(text).packages).toEqual([]);
    }),
  );
});
