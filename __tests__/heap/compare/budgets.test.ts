import { expect, it } from '@jest/globals';
import { brokenBudgets } from '../../../src/heap/compare/budgets.ts';
import type { BrokenBudget } from '../../../src/report/comparison-schema.ts';
import type { Budget } from '../../../src/settings/heap.ts';
import { heapRecord, heapTest, MiB } from '../../support/heap-comparison.ts';

function budget(of: Partial<Budget>): Budget {
  return {
    ...{ package: './...', test: null, allocatedBytes: null, inuseBytes: null },
    ...{ rssBytes: null, leakPerStackBytes: null },
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
