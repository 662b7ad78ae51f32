import { describe, expect, it } from '@jest/globals';
import { defaultPolicies, type HeapSettings } from '../../src/settings/heap.ts';
import { InputError, type Problem } from '../../src/settings/input-error.ts';
import { resolveSettings } from '../../src/settings/resolve.ts';
import { parseSettingsFile } from '../../src/settings/settings-file.ts';

interface Given {
  flags?: Record<string, unknown>;
  file?: string[];
  base?: string;
}

const MiB = 1024 ** 2;

function resolve({ flags = {}, file = [], base }: Given): HeapSettings {
  const parsed = parseSettingsFile(file.join('\n'), '.crash-guard.yml');
  return resolveSettings({
    layers: [{ values: flags, where: (key) => `--${key}` }, parsed.layer],
    problems: parsed.problems,
    directory: '/m',
    absolute: (path) => (path.startsWith('/') ? path : `/m/${path}`),
    ...(base === undefined ? {} : { base }),
  }).heap;
}

function problemsOf(given: Given): readonly Problem[] {
  try {
    resolve(given);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

it.each<[string, Given, HeapSettings['baseline']]>([
  ['by default', {}, { kind: 'git' }],
  ['none', { file: ['baseline: none'] }, { kind: 'none' }],
  [
    'a folder of the module',
    { file: ['baseline: file:records'] },
    { kind: 'file', path: '/m/records' },
  ],
  [
    'a flag beats the file',
    { file: ['baseline: none'], flags: { baseline: 'file:/var/baseline' } },
    { kind: 'file', path: '/var/baseline' },
  ],
])('the baseline: %s', (_, given, baseline) => {
  expect(resolve(given).baseline).toEqual(baseline);
});

it('everything about heap usage comes out as values with units', () => {
  const file = [
    'heap-threshold: 2.5%',
    'heap:',
    '  branches: [main, release/*]',
    '  confirm: base',
    '  metrics: { rss: enforce, objects: off }',
    '  budgets:',
    '    - { package: ./store/..., allocated: 64MiB, rss: 1GB, leak-per-stack: 512KiB }',
    '    - { package: ./store, test: TestImport, in-use: 8MiB }',
    '  accept:',
    '    - package: ./store',
    '      metric: allocated',
    '      up-to: +30%',
    '      until: 2026-12-31',
    '      reason: " the index is kept in memory "',
    '    - package: ./store',
    '      test: BenchmarkGet',
    '      metric: allocs-per-op',
    '      up-to: 12',
    '      until: 2027-02-28',
    '      reason: two more maps',
  ];
  expect(resolve({ file, flags: { 'heap-threshold': '10%' }, base: 'v1.4.0' })).toEqual({
    baseline: { kind: 'git' },
    base: 'v1.4.0',
    threshold: 0.1,
    branches: ['main', 'release/*'],
    confirm: 'base',
    metrics: { ...defaultPolicies, peakRssBytes: 'enforce', allocObjects: 'off' },
    budgets: [
      {
        package: './store/...',
        test: null,
        allocatedBytes: 64 * MiB,
        inuseBytes: null,
        rssBytes: 1e9,
        leakPerStackBytes: MiB / 2,
        where: '.crash-guard.yml:7 heap[budgets][0]',
      },
      {
        package: './store',
        test: 'TestImport',
        allocatedBytes: null,
        inuseBytes: 8 * MiB,
        rssBytes: null,
        leakPerStackBytes: null,
        where: '.crash-guard.yml:8 heap[budgets][1]',
      },
    ],
    accept: [
      {
        package: './store',
        test: null,
        metric: 'allocBytes',
        cap: { kind: 'factor', factor: 1.3 },
        until: '2026-12-31',
        reason: 'the index is kept in memory',
        where: '.crash-guard.yml:10 heap[accept][0]',
      },
      {
        package: './store',
        test: 'BenchmarkGet',
        metric: 'allocsPerOp',
        cap: { kind: 'amount', amount: 12 },
        until: '2027-02-28',
        reason: 'two more maps',
        where: '.crash-guard.yml:15 heap[accept][1]',
      },
    ],
  });
});

describe('refuses', () => {
  const entry = (text: string): string[] => [
    'heap:',
    '  accept:',
    `    - { package: ./a, until: 2026-12-31, reason: r, ${text} }`,
  ];
  it.each<[string, Given, Partial<Problem>]>([
    [
      'a base that is an option',
      { base: '--all' },
      { where: '--base', what: '"--all" is no commit' },
    ],
    ['a base of two words', { base: 'a b' }, { where: '--base', what: '"a b" is no commit' }],
    ['an empty base', { base: '' }, { where: '--base', what: '"" is no commit' }],
    [
      'a budget without a limit',
      { file: ['heap:', '  budgets:', '    - package: ./a'] },
      { where: '.crash-guard.yml:3 heap[budgets][0]', what: 'a budget without a limit' },
    ],
    [
      'the resident memory of a test',
      { file: ['heap:', '  budgets:', '    - { package: ./a, test: TestA, rss: 1MiB }'] },
      {
        where: '.crash-guard.yml:3 heap[budgets][0]',
        what: 'rss is a figure of the whole process, not of a test',
      },
    ],
    [
      'a size for what is counted',
      { file: entry('metric: objects, up-to: 3MiB') },
      {
        where: '.crash-guard.yml:3 heap[accept][0][up-to]',
        what: '"3MiB" does not fit objects, which is a number',
      },
    ],
    [
      'a number for a size',
      { file: entry('metric: allocated, up-to: 3000000') },
      {
        where: '.crash-guard.yml:3 heap[accept][0][up-to]',
        what: '3000000 does not fit allocated, which is a size',
      },
    ],
    [
      'the resident memory of a test that is accepted',
      { file: entry('test: TestA, metric: rss, up-to: +5%') },
      {
        where: '.crash-guard.yml:3 heap[accept][0][test]',
        what: 'rss is a figure of the whole process, not of a test',
      },
    ],
  ])('%s', (_, given, problem) => {
    expect(problemsOf(given)).toEqual([expect.objectContaining(problem)]);
  });

  it('every wrong entry at once, each on its line', () => {
    const file = [
      'heap:',
      '  budgets:',
      '    - { package: ./a, allocated: much }',
      '  accept:',
      '    - package: ./a',
      '      metric: allocated',
      '      up-to: +30%',
      '      until: tomorrow',
      '      reason: r',
      '    - package: ./b',
      '      metric: allocated',
      '      up-to: +30%',
      '      until: 2026-12-31',
    ];
    expect(problemsOf({ file }).map(({ where, what }) => [where, what])).toEqual([
      ['.crash-guard.yml:3 heap[budgets][0][allocated]', '"much" is no size above zero'],
      ['.crash-guard.yml:8 heap[accept][0][until]', '"tomorrow" is no day of the calendar'],
      ['.crash-guard.yml:10 heap[accept][1][reason]', 'it is missing'],
    ]);
  });
});
