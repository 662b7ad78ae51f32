import { describe, expect, it } from '@jest/globals';
import { brokenBudgets } from '../../../src/heap/compare/budgets.ts';
import { idleBudgets } from '../../../src/heap/compare/idle-budgets.ts';
import type { BrokenBudget } from '../../../src/report/comparison-schema.ts';
import type { Budget } from '../../../src/settings/heap.ts';
import { heapRecord, heapTest, MiB } from '../../support/heap-comparison.ts';

function budget(of: Partial<Budget>): Budget {
  return {
    ...{ package: './...', test: null, allocatedBytes: null, inuseBytes: null },
    ...{ rssBytes: null, leakPerStackBytes: null, where: 'settings:4' },
    ...of,
  };
}

const frame = (name: string, file: string): { function: string; file: string; line: number } => ({
  function: name,
  file,
  line: 3,
});

const record = heapRecord({
  tests: [
    heapTest('TestImport', 6 * MiB, 2 * MiB),
    heapTest('TestExport', 4 * MiB),
    heapTest('(others)', 50 * MiB),
  ],
  holders: [
    {
      frames: [
        frame('bytes.growSlice', 'bytes/buffer.go'),
        frame('m/p.Load', 'p/load.go'),
        frame('m/p.TestImport', 'p/load_test.go'),
        frame('testing.tRunner', 'testing/testing.go'),
      ],
      inuseBytes: 2 * MiB,
      inuseObjects: 4,
    },
  ],
});

it.each<[string, Partial<Budget>, Partial<BrokenBudget>[]]>([
  ['allocated, at the limit', { allocatedBytes: 10 * MiB }, []],
  [
    'allocated',
    { allocatedBytes: 10 * MiB - 1 },
    [{ what: 'allocated', bytes: 10 * MiB, limitBytes: 10 * MiB - 1, rule: './...' }],
  ],
  ['in use', { inuseBytes: MiB }, [{ what: 'in-use', bytes: 2 * MiB }]],
  ['resident', { rssBytes: 39 * MiB }, [{ what: 'rss', bytes: 40 * MiB }]],
  ['another package', { package: './q', rssBytes: MiB }, []],
  [
    'a test',
    { test: 'TestImp*', allocatedBytes: 5 * MiB },
    [{ what: 'allocated', test: 'TestImport', bytes: 6 * MiB, rule: './... TestImp*' }],
  ],
  [
    'each test',
    { test: '*', allocatedBytes: MiB },
    [{ test: 'TestImport' }, { test: 'TestExport' }],
  ],
  ['resident memory, which no test has', { test: '*', rssBytes: MiB }, []],
  [
    'what one stack holds',
    { leakPerStackBytes: MiB },
    [
      {
        what: 'leak-per-stack',
        test: 'TestImport',
        bytes: 2 * MiB,
        position: frame('m/p.Load', 'p/load.go'),
      },
    ],
  ],
  ['what another test holds', { test: 'TestExport', leakPerStackBytes: MiB }, []],
])('%s', (_, of, expected) => {
  const broken = brokenBudgets([budget(of)], [record], 'm');
  expect(broken).toHaveLength(expected.length);
  expect(broken).toMatchObject(expected);
});

it('the worst comes first', () => {
  const rules = [budget({ allocatedBytes: 9 * MiB }), budget({ inuseBytes: MiB })];
  expect(brokenBudgets(rules, [record], 'm').map(({ what }) => what)).toEqual([
    'in-use',
    'allocated',
  ]);
});

it('resident memory under the race detector counts only where there is no other leg', () => {
  const race = heapRecord({
    ...{ leg: 'race', sampling: { rate: 0, relativeError: null } },
    metrics: { allocBytes: null, allocObjects: null, inuseBytes: null, peakRssBytes: 400 * MiB },
  });
  const rule = budget({ rssBytes: 100 * MiB });
  expect(brokenBudgets([rule], [race, record], 'm')).toEqual([]);
  expect(brokenBudgets([rule], [race], 'm')).toMatchObject([{ leg: 'race', bytes: 400 * MiB }]);
});

it('what was not measured breaks nothing', () => {
  const crashed = heapRecord({
    metrics: { allocBytes: null, inuseBytes: null, peakRssBytes: null },
  });
  expect(
    brokenBudgets([budget({ allocatedBytes: 1, inuseBytes: 1, rssBytes: 1 })], [crashed], 'm'),
  ).toEqual([]);
});

describe('a budget that holds nothing is named', () => {
  const named = heapRecord({ tests: [heapTest('TestImport', MiB)] });
  const bare = { ...named, sampling: { rate: 0, relativeError: null } };
  const told = (
    of: Partial<Budget>,
    run: Partial<Parameters<typeof idleBudgets>[0]> = {},
  ): string[] =>
    idleBudgets({
      ...{ budgets: [budget({ allocatedBytes: MiB, ...of })] },
      ...{ heads: [named], modulePath: 'm', ...run },
    });

  it.each<[string, Partial<Budget>, string]>([
    [
      'a misspelled package',
      { package: './pp' },
      'no package with tests in this run is meant by "./pp"',
    ],
    [
      'a package without its ./',
      { package: 'p' },
      'no package with tests in this run is meant by "p"; "./p" would mean one',
    ],
    ['a misspelled test', { test: 'TestImprot' }, 'no test with figures is meant by "TestImprot"'],
    [
      'a subtest',
      { test: 'TestImport/sub' },
      'no test with figures is meant by "TestImport/sub"; the figures of a test are those of its subtests too',
    ],
  ])('%s', (_, of, because) => {
    expect(told(of)).toEqual([`settings:4: this budget holds nothing: ${because}`]);
  });

  it('where the tests passed and left no profile', () => {
    const race = { ...bare, leg: 'race' };
    expect(told({}, { heads: [bare] })).toEqual([
      'settings:4: this budget holds nothing: there is no heap profile of m/p',
    ]);
    expect(told({}, { heads: [named, race] })).toEqual([]);
    expect(told({}, { heads: [{ ...bare, outcome: 'crashed' }] })).toEqual([]);
    expect(told({ allocatedBytes: null, rssBytes: MiB }, { heads: [bare] })).toEqual([]);
  });

  it.each<[string, Partial<Budget>, Partial<Parameters<typeof idleBudgets>[0]>]>([
    ['the package is there', {}, {}],
    ['the test is there', { test: 'TestImp*' }, {}],
    ['other jobs have the package', { package: './q' }, { elsewhere: ['m/q'] }],
    ['the run was told to take some packages only', { package: './q' }, { partial: true }],
    [
      'tests are left out of the record',
      { test: 'TestX' },
      { heads: [heapRecord({ tests: [heapTest('(others)', MiB)] })] },
    ],
  ])('but not where %s', (_, of, run) => {
    expect(told(of, run)).toEqual([]);
  });
});
