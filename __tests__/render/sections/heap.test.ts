import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { renderSummary } from '../../../src/render/summary.ts';
import { settingsFileSchema } from '../../../src/settings/schema.ts';
import type { Comparison, PackageComparison } from '../../../src/report/comparison-schema.ts';
import {
  comparedPackage,
  grownFigure,
  sampleComparison,
  sampleWhy,
  unchangedPackage,
} from '../../support/sample-comparison.ts';
import { nodesOfType, parseGfm, readText, referencesIn } from '../../support/gfm.ts';
import { sampleReport } from '../../support/sample-report.ts';

const MiB = 1024 * 1024;
const ownDocs = 'https://github.com/org/go-crash-guard/blob/v1/docs/';

/** What a summary says of the heap. */
function lines(of: Partial<Comparison> = {}): string[] {
  const report = sampleReport({
    comparison: sampleComparison(of),
    source: { ...sampleReport().source, module: 'example.com/m' },
  });
  const all = renderSummary(report).split('\n');
  const from = all.findIndex((line) => /^(?:### )?Heap usage/.test(line));
  const to = all.findIndex((line) => line.includes('<summary>Packages'));
  return all.slice(from, to - 1);
}

const tableHead = [
  '| package | figure | base | now | change | limit | to clear | verdict |',
  '| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |',
];

it('is one sentence, a table with what would clear it, why, and how to accept it', () => {
  expect(lines()).toEqual([
    '### Heap usage: 1 package grew',
    '',
    'base `3f2c1a9`: first parent of the tested merge commit; records of this commit  ',
    'allocated in all: +2.0 MiB (+20.0 %)',
    '',
    ...tableHead,
    '| `store` (memory) | allocated | 10.0 MiB | 12.0 MiB | +2.0 MiB (+20.0 %) | 10.5 MiB (relative threshold) | −1.5 MiB | **grew** |',
    '',
    '**`store` (memory)**: allocated grew by 2.0 MiB (20.0 %) to 12.0 MiB',
    '',
    '- +2.0 MiB in `store.(*Orders).Add` at `store/orders.go:41`, by `TestImport`, `o.list = append(o.list, clone(x))`',
    '',
    '<details><summary>Tests, escapes, profile</summary>',
    '',
    'Tests that grew: `TestImport` +1.5 MiB',
    '',
    'New on the heap, as the compiler says:',
    '',
    '- `store/orders.go:41` `moved to heap: x`',
    '',
    'Flame graph, timeline and history: `heap/store.html` beside the report',
    '',
    'In the run folder, or where its artifacts are unpacked:',
    '',
    '```text',
    'go tool pprof -diff_base=base.pprof head.pprof',
    '```',
    '',
    '</details>',
    '',
    '<details><summary>Is this growth wanted?</summary>',
    '',
    'Let someone who may write to the repository set the label `memory-accepted` on this head, or add this to `.crash-guard.yml` with the reason ([how it works](https://github.com/org/go-crash-guard/blob/v1/docs/heap.md#a-growth-that-is-wanted)):',
    '',
    '```yaml',
    'heap:',
    '  accept:',
    '    - package: ./store',
    '      metric: allocated',
    '      up-to: 13MiB',
    '      until: 2026-02-01',
    '      reason: why it is wanted',
    '```',
    '',
    '</details>',
  ]);
});

it('the entry that accepts a growth is one that the settings take', () => {
  const text = lines().join('\n');
  const yaml = /```yaml\n(?<body>[^]*?)```/.exec(text)?.groups?.body ?? '';
  const { heap } = settingsFileSchema.parse(parse(yaml));
  expect(heap?.accept).toHaveLength(1);
});

it('a growth of a test is accepted with its package, where that grew too', () => {
  const metrics = [grownFigure()];
  const tests = [{ test: 'TestImport', metrics }];
  const accepted = (of: Partial<Comparison>): string[] =>
    lines(of).filter((line) => /^ {4}- package|^ {6}test:/.test(line));
  expect(accepted({ packages: [comparedPackage({ tests })] })).toEqual(['    - package: ./store']);
  expect(accepted({ packages: [comparedPackage({ metrics: [], tests })] })).toEqual([
    '    - package: ./store',
    '      test: TestImport',
  ]);
});

describe('the history', () => {
  const points = (count: number): { commit: string; amount: number }[] =>
    Array.from({ length: count }, (_, at) => ({
      commit: 'a'.repeat(40),
      amount: (9 + at / 10) * MiB,
    }));
  const chart = (of: Partial<PackageComparison>): string[] => {
    const all = lines({ packages: [comparedPackage(of)] });
    const from = all.indexOf('```mermaid');
    return from < 0 ? [] : all.slice(from, all.indexOf('```', from) + 1);
  };

  it('is a chart of one line, from the oldest commit to the tested one', () => {
    expect(chart({ history: { metric: 'allocBytes', points: points(3) } })).toEqual([
      '```mermaid',
      'xychart-beta',
      '  title "allocated, store - memory"',
      '  x-axis "recorded commits" ["-2", "-1", "base", "now"]',
      '  y-axis "MiB" 8.70 --> 12.30',
      '  line [9.00, 9.10, 9.20, 12.00]',
      '```',
    ]);
  });

  it('has at most 20 points', () => {
    const line = chart({ history: { metric: 'allocBytes', points: points(40) } }).at(-2) ?? '';
    expect(line.split(',')).toHaveLength(20);
  });

  it('is left out where two points are all that is known, or nothing grew', () => {
    expect(chart({ history: { metric: 'allocBytes', points: points(2) } })).toEqual([]);
    expect(chart({})).toEqual([]);
    const shrank = {
      verdict: 'improved' as const,
      metrics: [grownFigure({ verdict: 'improved' })],
    };
    expect(chart({ ...shrank, history: { metric: 'allocBytes', points: points(9) } })).toEqual([]);
  });
});

it('without growth it is short', () => {
  const packages = [unchangedPackage('m/a'), unchangedPackage('m/b')];
  const totals = {
    base: { allocBytes: MiB, inuseBytes: 0 },
    head: { allocBytes: MiB, inuseBytes: 0 },
  };
  expect(lines({ status: 'pass', packages, totals })).toEqual([
    '### Heap usage: no growth in 2 packages',
    '',
    'base `3f2c1a9`: first parent of the tested merge commit; records of this commit  ',
    'allocated in all: 0 B (0.0 %)',
  ]);
});

it('calls nothing new where the base has no records', () => {
  const fresh = { ...unchangedPackage('m/new'), state: 'new' as const, base: null };
  expect(lines({ status: 'neutral', packages: [fresh] }).join('\n')).not.toContain('new: ');
});

it('budgets, what was not compared, creep, other states and problems are lists', () => {
  const told = lines({
    packages: [
      comparedPackage({
        ...{ package: 'm/gone', state: 'not-measured', verdict: 'same', metrics: [], why: null },
        because: 'no figures of a package that ended as "crashed"',
      }),
      { ...unchangedPackage('m/new'), state: 'new', base: null },
      { ...unchangedPackage('m/now'), state: 'renamed', renamedFrom: 'm/then' },
    ],
    budgets: [
      {
        ...{ rule: './store/...', package: 'm/store', leg: 'memory', test: null, what: 'rss' },
        ...{ limitBytes: MiB, bytes: 3 * MiB, position: null },
      },
    ],
    creep: [
      {
        ...{
          package: 'm/store',
          leg: 'memory',
          metric: 'allocBytes',
          base: 8 * MiB,
          head: 12 * MiB,
        },
        ...{ commit: 'abcdef123', committedAt: '2026-10-01T10:00:00Z', reason: 'tag v1.4.0' },
      },
    ],
    problems: ['.crash-guard.yml: heap.accept.0: expired after 2026-01-01'],
  });
  expect(told.slice(5)).toEqual([
    '**Broken budgets**',
    '',
    '- `m/store` (memory): 3.0 MiB resident memory; the budget is 1.0 MiB (`./store/...`)',
    '',
    '- `m/gone` (memory) not compared: no figures of a package that ended as "crashed"',
    '- `m/store` (memory): allocated crept from 8.0 MiB to 12.0 MiB in small steps since `abcdef1` of `2026-10-01` (tag `v1.4.0)`',
    '- new: `m/new`',
    '- `m/now` was `m/then`',
    '- `.crash-guard.yml`: `heap.accept.0`: expired after `2026-01-01`',
  ]);
});

it('what was recorded stands with how the run went', () => {
  const recorded = { packages: 0, store: 'git', because: 'a pull request is never recorded' };
  expect(renderSummary(sampleReport({ comparison: sampleComparison({ recorded }) }))).toContain(
    '- heap usage recorded: nothing: a pull request is never recorded',
  );
});

it('a run without a base says so in one line', () => {
  const none = {
    status: 'neutral' as const,
    base: null,
    packages: [],
    summary: 'no base: baseline is off',
  };
  expect(lines(none)).toEqual(['Heap usage was not compared: no base: baseline is off']);
});

it('shows the ten worst rows, the worst verdict first', () => {
  const packages = Array.from({ length: 14 }, (_, index) =>
    comparedPackage({
      package: `m/p${String(index)}`,
      why: null,
      metrics: [
        grownFigure({
          head: (11 + index) * MiB,
          verdict: index === 0 ? 'regressed' : 'warned',
        }),
      ],
    }),
  );
  const rows = lines({ packages }).filter((line) => line.startsWith('| `m/'));
  expect(rows).toHaveLength(10);
  expect(rows[0]).toContain('| `m/p0` (memory) |');
  expect(rows[1]).toContain('| `m/p13` (memory) |');
  expect(lines({ packages })).toContain('_4 more figures that changed are in `report.json`._');
});

it('untrusted text stays code, and much of it far below the limit of a summary', () => {
  const hostile = '`` @team <img src=x> | [a](http://x) \n# heading ** '.repeat(50);
  const [row] = sampleWhy().functions;
  const why = sampleWhy({
    functions: Array.from({ length: 5 }, () => ({
      ...row!,
      ...{ function: hostile, file: hostile, test: hostile },
      calledFrom: { function: hostile, file: hostile, line: 1 },
      lines: [{ ...row!.lines[0]!, source: hostile }],
    })),
    tests: [{ test: hostile, base: row!.base, head: row!.head }],
    escapes: Array.from({ length: 20 }, () => ({ file: hostile, line: 1, text: hostile })),
    escapesMissing: hostile,
    command: hostile,
  });
  const packages = Array.from({ length: 300 }, () =>
    comparedPackage({
      ...{ package: hostile, page: hostile, why, renamedFrom: hostile, because: hostile },
      tests: [{ test: hostile, metrics: [grownFigure({ because: hostile })] }],
    }),
  );
  const comparison = sampleComparison({ packages, summary: hostile, problems: [hostile] });
  const text = renderSummary(sampleReport({ comparison }));
  const root = parseGfm(text);
  expect(referencesIn(root)).toEqual([]);
  expect(nodesOfType(root, 'image')).toEqual([]);
  expect(nodesOfType(root, 'link').filter(({ url }) => !url.startsWith(ownDocs))).toEqual([]);
  expect(nodesOfType(root, 'html').filter(({ value }) => value.includes('img'))).toEqual([]);
  expect(nodesOfType(root, 'heading').map(readText).join('\n')).not.toContain('heading');
  expect(nodesOfType(root, 'strong').filter((node) => readText(node) === ' ')).toEqual([]);
  expect(Buffer.byteLength(text)).toBeLessThan(100_000);
});
