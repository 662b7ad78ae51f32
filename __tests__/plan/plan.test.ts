import { describe, expect, it } from '@jest/globals';
import type { ListedPackage } from '../../src/plan/go-list.ts';
import {
  checkListed,
  isBelow,
  planPackage,
  type InjectionRules,
  type PlannedPackage,
} from '../../src/plan/plan.ts';
import { InputError } from '../../src/settings/input-error.ts';

const listed: ListedPackage = {
  package: 'm/p',
  dir: '/m/p',
  name: 'p',
  standard: false,
  module: { path: 'm', dir: '/m' },
  testFiles: ['p_test.go'],
  externalTestFiles: [],
  sourceFiles: [],
  embedPatterns: [],
  files: 2,
  error: null,
};
const rules: InjectionRules = {
  gomodcache: '/cache/mod',
  coverpkg: false,
  canHostAgent: () => true,
  isEmbedded: () => false,
};

describe('planPackage chooses how the agent gets in', () => {
  type Row = [string, Partial<ListedPackage>, Partial<InjectionRules>, Partial<PlannedPackage>];
  it.each<Row>([
    ['own tests', {}, {}, { injection: 'module', clause: 'p', hasTests: true }],
    [
      'external tests only',
      { testFiles: [], externalTestFiles: ['x_test.go'] },
      {},
      { injection: 'module', clause: 'p_test' },
    ],
    ['no tests', { testFiles: [] }, {}, { injection: 'none', hasTests: false }],
    ['no package clause', { name: '' }, {}, { injection: 'none', hasTests: true }],
    ['standard library', { standard: true }, {}, { injection: 'external', clause: 'p_test' }],
    ['no module', { module: null }, {}, { injection: 'external', moduleDir: null }],
    ['-coverpkg', {}, { coverpkg: true }, { injection: 'external', clause: 'p_test' }],
    [
      'a module that is read-only',
      {},
      { canHostAgent: (dir) => dir !== '/m' },
      { injection: 'external', clause: 'p_test' },
    ],
    ['the module cache', { dir: '/cache/mod/m@v1' }, {}, { injection: 'none', hasTests: true }],
    [
      'a folder that is embedded',
      {},
      { isEmbedded: (dir) => dir === '/m/p' },
      { injection: 'none', hasTests: true },
    ],
  ])('%s', (_, package_, given, expected) => {
    const found = { tests: [], testMain: false, around: null, quiet: false };
    expect(planPackage({ ...listed, ...package_ }, found, { ...rules, ...given })).toMatchObject(
      expected,
    );
  });

  it('and keeps what the package declares', () => {
    const tests = [{ name: 'TestA', kind: 'test' as const, file: 'p_test.go', line: 3 }];
    expect(
      planPackage(listed, { tests, testMain: true, around: null, quiet: true }, rules),
    ).toMatchObject({
      package: 'm/p',
      moduleDir: '/m',
      modulePath: 'm',
      declared: tests,
      testMain: true,
      quiet: true,
    });
  });
});

it.each([
  ['/a/b', '/a/b', true],
  ['/a/b/c', '/a/b', true],
  ['/a/bc', '/a/b', false],
  ['/a', '/a/b', false],
  ['/a/b', '/', true],
  ['/a/b', '', false],
])('isBelow(%s, %s) is %j', (path, folder, expected) => {
  expect(isBelow(path, folder)).toBe(expected);
});

describe('checkListed', () => {
  const missing = { ...listed, package: 'm/missing', files: 0, error: 'no such directory' };
  const broken = { ...listed, package: 'm/broken', files: 1, error: 'expected declaration' };

  it('accepts packages, also such that do not build: go test says it better', () => {
    expect(() => {
      checkListed([listed, broken], ['./...'], '--packages');
    }).not.toThrow();
  });

  it.each<[string, ListedPackage[], string[]]>([
    ['a name that is no package', [listed, missing], ['m/missing: no such directory']],
    [
      'every such name at once',
      [missing, { ...missing, package: 'm/x' }],
      ['m/missing: no such directory', 'm/x: no such directory'],
    ],
    ['patterns that match nothing', [], ['./a ./b matches no packages']],
  ])('refuses %s', (_, packages, what) => {
    let refusal: unknown;
    try {
      checkListed(packages, ['./a', './b'], '--packages');
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal).toMatchObject({
      problems: what.map((text) => ({ where: '--packages', what: text })),
    });
  });
});
