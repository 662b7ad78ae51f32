import { Buffer } from 'node:buffer';
import { expect, it } from '@jest/globals';
import { comparisonMarkdown } from '../../src/render/comparison-summary.ts';
import { renderSummary } from '../../src/render/summary.ts';
import type { Comparison } from '../../src/report/comparison-schema.ts';
import {
  comparedPackage,
  grownFigure,
  sampleComparison,
  sampleWhy,
  unchangedPackage,
} from '../support/sample-comparison.ts';
import { sampleReport } from '../support/sample-report.ts';

const MiB = 1024 * 1024;

function lines(of: Partial<Comparison> = {}): string[] {
  return comparisonMarkdown(sampleComparison(of)).split('\n');
}

const tableHead = [
  '| package | what | base | head | change | limit | verdict |',
  '| --- | --- | ---: | ---: | ---: | ---: | --- |',
];

it('is one sentence, a table, and why', () => {
  expect(lines()).toEqual([
    '### Heap usage: 1 package grew',
    '',
    'base 3f2c1a9: first parent of the tested merge commit; records of this commit  ',
    'allocated in all: +2.0 MiB (+20.0 %)',
    '',
    ...tableHead,
    '| `example.com/m/store` (memory) | allocated | 10.0 MiB | 12.0 MiB | +2.0 MiB (+20.0 %) | 10.5 MiB | grew |',
    '',
    '#### `example.com/m/store` (memory)',
    '',
    'allocated grew by 2.0 MiB (20.0 %) to 12.0 MiB',
    '',
    '- +2.0 MiB in `store.(*Orders).Add` at `store/orders.go:41`, by `TestImport`, `o.list = append(o.list, clone(x))`',
    '',
    'Tests that grew: `TestImport` +1.5 MiB',
    '',
    '- New on the heap: `store/orders.go:41` `moved to heap: x`',
    '',
    'Flame graph, timeline and history: `heap/store.html`',
    '',
    '```text',
    'go tool pprof -diff_base=base.pprof head.pprof',
    '```',
  ]);
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
    'base 3f2c1a9: first parent of the tested merge commit; records of this commit  ',
    'allocated in all: 0 B (0.0 %)',
  ]);
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
    recorded: { packages: 0, store: 'git', because: 'a pull request is never recorded' },
  });
  expect(told.slice(5)).toEqual([
    '- Budget broken: `m/store` (memory), 3.0 MiB resident memory; the budget is 1.0 MiB (`./store/...`)',
    '',
    '- `m/gone` (memory) not compared: no figures of a package that ended as "crashed"',
    '- `m/store` (memory): allocated crept from 8.0 MiB to 12.0 MiB in small steps since abcdef1 of 2026-10-01 (tag v1.4.0)',
    '- new: `m/new`',
    '- `m/now` was `m/then`',
    '- .crash-guard.yml: heap.accept.0: expired after 2026-01-01',
    '',
    'Recorded: nothing: a pull request is never recorded',
  ]);
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
  expect(lines({ packages })).toContain('| 4 more rows in report.json | | | | | | |');
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
  const outside = text
    .replace(/^```+text\n[^]*?\n```+$/gm, '')
    .replace(/(?<fence>`+)(?!`)[^]*?(?<!`)\k<fence>(?!`)/g, '');
  expect(outside).not.toMatch(/@team|<img|http:|\*\*/);
  expect(outside).not.toMatch(/^# heading/m);
  expect(Buffer.byteLength(text)).toBeLessThan(100_000);
});
