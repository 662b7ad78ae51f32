import { describe, expect, it } from '@jest/globals';
import { comparisonHeadline } from '../../src/render/comparison-words.ts';
import { renderComparison } from '../../src/render/comparison.ts';
import type { Paint } from '../../src/render/paint.ts';
import { renderResult } from '../../src/render/result.ts';
import type { Comparison } from '../../src/report/comparison-schema.ts';
import {
  amounts,
  comparedPackage,
  grownFigure,
  sampleComparison,
  sampleWhy,
  unchangedPackage,
} from '../support/sample-comparison.ts';
import { sampleReport } from '../support/sample-report.ts';

const plain = (text: string): string => text;
const paint: Paint = { good: plain, bad: plain, dim: plain, bold: plain };
const MiB = 1024 * 1024;

function lines(of: Partial<Comparison> = {}): string[] {
  return renderComparison(sampleComparison(of), paint).split('\n');
}

const base = 'base 3f2c1a9: first parent of the tested merge commit; records of this commit';

it('a package that grew is told with its reasons, after one sentence on all', () => {
  expect(lines()).toEqual([
    'heap usage: 1 package grew',
    base,
    'allocated in all: +2.0 MiB (+20.0 %)',
    '',
    '✗ example.com/m/store (memory)',
    '    allocated grew by 2.0 MiB (20.0 %) to 12.0 MiB',
    '    grew most:  +2.0 MiB store.(*Orders).Add store/orders.go:41 in TestImport',
    '                  o.list = append(o.list, clone(x))',
    '    tests:      TestImport +1.5 MiB',
    '    new escape: store/orders.go:41 moved to heap: x',
    '    look at it, in the run folder: go tool pprof -diff_base=base.pprof head.pprof',
    '    page:       heap/store.html',
    '',
  ]);
});

it('tests, benchmarks, callers and missing escapes have their lines', () => {
  const [row] = sampleWhy().functions;
  const why = sampleWhy({
    metric: 'allocObjects',
    functions: [
      {
        ...row!,
        ...{ function: 'bytes.(*Buffer).grow', file: 'bytes/buffer.go', lines: [], test: null },
        calledFrom: { function: 'example.com/m/store.Load', file: 'store/load.go', line: 7 },
      },
      { ...row!, base: amounts(0), head: amounts(64_000) },
      { ...row!, function: 'fmt.init.func1', base: amounts(0), head: amounts(1280) },
    ],
    ...{ tests: [], escapes: [], command: null },
    escapesMissing: 'the base: go list: go: updates to go.mod needed',
  });
  const item = comparedPackage({
    ...{ metrics: [], why, page: null, renamedFrom: 'example.com/m/shop', state: 'renamed' },
    tests: [
      {
        test: 'TestImport',
        metrics: [
          grownFigure({ metric: 'allocObjects', because: 'grew by 40,000 (97.0 %) to 81,234' }),
        ],
      },
    ],
    benchmarks: [
      {
        name: 'BenchmarkAdd-2',
        metrics: [grownFigure({ metric: 'allocsPerOp', because: 'grew by 1 (50.0 %) to 3' })],
      },
    ],
  });
  expect(lines({ packages: [item] }).slice(4)).toEqual([
    '✗ example.com/m/store (memory), was example.com/m/shop',
    '    TestImport: objects allocated grew by 40,000 (97.0 %) to 81,234',
    '    BenchmarkAdd-2: allocs/op grew by 1 (50.0 %) to 3',
    '    grew most:  +32,768 bytes.(*Buffer).grow bytes/buffer.go:38',
    '                  called from store.Load store/load.go:7',
    '                +1,000 store.(*Orders).Add store/orders.go:41 in TestImport',
    '                  o.list = append(o.list, clone(x))',
    '    escapes:    not known: the base: go list: go: updates to go.mod needed',
    '',
  ]);
});

it('calls nothing new where the base has no records of the leg', () => {
  const fresh = [
    { ...unchangedPackage('m/a'), state: 'new' as const, base: null },
    { ...unchangedPackage('m/b'), state: 'new' as const, base: null, leg: 'other' },
  ];
  expect(lines({ status: 'neutral', packages: fresh }).join('\n')).not.toContain('new: ');
  expect(lines({ packages: [...fresh, unchangedPackage('m/c')] })).toContain('  new: m/a');
});

it('budgets, packages without figures, creep, improvements and problems follow', () => {
  const told = lines({
    packages: [
      comparedPackage({
        ...{ package: 'm/better', verdict: 'improved', why: null, page: null },
        metrics: [
          grownFigure({ verdict: 'improved', because: 'shrank by 2.0 MiB (20.0 %) to 8.0 MiB' }),
        ],
      }),
      comparedPackage({
        ...{ package: 'm/gone', state: 'not-measured', verdict: 'same', metrics: [], why: null },
        because: 'no figures of a package that ended as "crashed"',
      }),
      { ...unchangedPackage('m/new'), state: 'new', base: null },
      { ...unchangedPackage('m/old'), state: 'removed', base: null },
      unchangedPackage('m/same'),
    ],
    budgets: [
      {
        ...{
          rule: './store/... TestImport*',
          package: 'm/store',
          leg: 'memory',
          test: 'TestImport',
        },
        ...{ what: 'leak-per-stack', limitBytes: MiB, bytes: 3 * MiB },
        position: { function: 'm/store.Open', file: 'store/open.go', line: 12 },
      },
    ],
    creep: [
      {
        ...{
          package: 'm/store',
          leg: 'memory',
          metric: 'inuseBytes',
          base: 8 * MiB,
          head: 12 * MiB,
        },
        ...{ commit: 'abcdef123', committedAt: '2026-10-01T10:00:00Z', reason: 'tag v1.4.0' },
      },
    ],
    problems: ['.crash-guard.yml: heap.accept.0: expired after 2026-01-01'],
  });
  expect(told[0]).toBe('heap usage: 1 budget broken, 1 package shrank, 1 package not compared');
  expect(told.slice(4)).toEqual([
    '✗ m/store (memory) TestImport: 3.0 MiB held by one stack at store/open.go:12; the budget is 1.0 MiB (./store/... TestImport*)',
    '! m/gone (memory) not compared: no figures of a package that ended as "crashed"',
    '! m/store (memory) in use at the end crept from 8.0 MiB to 12.0 MiB in small steps since abcdef1 of 2026-10-01 (tag v1.4.0)',
    '↓ m/better (memory)',
    '    allocated shrank by 2.0 MiB (20.0 %) to 8.0 MiB',
    '  new: m/new',
    '  removed: m/old',
    '! .crash-guard.yml: heap.accept.0: expired after 2026-01-01',
    '',
  ]);
});

describe('the sentence', () => {
  const of = (...verdicts: Comparison['packages'][number]['verdict'][]): string =>
    comparisonHeadline(
      sampleComparison({ packages: verdicts.map((verdict) => comparedPackage({ verdict })) }),
    );
  it.each([
    [['same', 'same'], 'no growth in 2 packages'],
    [['regressed', 'warned', 'same'], '1 package grew, 1 package grew with a warning'],
    [['accepted', 'improved'], '1 package grew as accepted, 1 package shrank'],
    [['unconfirmed'], '1 package grew, not confirmed'],
  ] as const)('of %j', (verdicts, text) => {
    expect(of(...verdicts)).toBe(text);
  });
  it('says when there was nothing to compare with', () => {
    const none = { packages: [], base: null, summary: 'no base: nothing was recorded yet' };
    expect(lines({ ...none, status: 'neutral' })).toEqual([
      'heap usage: nothing to compare with',
      'no base: nothing was recorded yet',
      '',
    ]);
  });
});

it('what tests print steers no terminal, and much of it stays short', () => {
  const hostile = '\u001b[2J\u0007evil\n::error::'.repeat(200);
  const [row] = sampleWhy().functions;
  const why = sampleWhy({
    functions: Array.from({ length: 5 }, () => ({
      ...row!,
      ...{ function: hostile, file: hostile, test: hostile },
      calledFrom: { function: hostile, file: hostile, line: 1 },
      lines: [{ ...row!.lines[0]!, source: hostile }],
    })),
    tests: [{ test: hostile, base: amounts(0), head: amounts(1) }],
    escapes: Array.from({ length: 20 }, () => ({ file: hostile, line: 1, text: hostile })),
    escapesMissing: hostile,
    command: hostile,
  });
  const item = comparedPackage({
    ...{ package: hostile, leg: hostile, page: hostile, why, renamedFrom: hostile },
    tests: [{ test: hostile, metrics: [grownFigure({ because: hostile })] }],
  });
  const text = renderComparison(
    sampleComparison({
      packages: Array.from({ length: 500 }, () => item),
      problems: Array.from({ length: 500 }, () => hostile),
      summary: hostile,
    }),
    paint,
  );
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  expect(text).not.toMatch(/^::/m);
  expect(text.length).toBeLessThan(200_000);
});

it('the end of a run tells what grew above the verdict, and the base below it', () => {
  const comparison = sampleComparison({
    recorded: { packages: 3, store: 'git crash-guard-baseline of origin', because: null },
  });
  const text = renderResult(
    sampleReport({ comparison, verdict: { status: 'fail', reasons: [] } }),
    { report: '/out/report.json', summary: '/out/summary.md', page: null },
    paint,
  );
  const told = text.split('\n');
  expect(told.slice(0, 2)).toEqual(lines().slice(4, 6));
  expect(told.slice(-8)).toEqual([
    'failed: 1 test passed, 0 failed, 0 skipped (1 package, 1 leg, 4.2s)',
    'heap:    1 package grew',
    `         ${base}`,
    '         allocated in all: +2.0 MiB (+20.0 %)',
    'records: 3 packages in git crash-guard-baseline of origin',
    'report:  /out/report.json',
    'summary: /out/summary.md',
    '',
  ]);
});
