import { expect, it } from '@jest/globals';
import { compare, type CompareInput } from '../../src/heap/compare/compare.ts';
import type { Comparison } from '../../src/report/comparison-schema.ts';
import type { Verdict } from '../../src/report/schema.ts';
import { failOnKinds, type FailOn } from '../../src/settings/schema.ts';
import { judge } from '../../src/verdict/verdict.ts';
import {
  compareInput,
  heapRecord,
  heapTest,
  MiB,
  packageBase,
} from '../support/heap-comparison.ts';
import { legReport, packageRun } from '../support/sample-report.ts';

function verdict(comparison: Comparison | null, failOn: readonly FailOn[] = failOnKinds): Verdict {
  return judge({
    ...{ packages: [packageRun()], legs: [legReport()], problem: null, cancelled: false },
    comparison,
    failOn,
  });
}

/** A package that grew from 10 to 20 MiB, which counts at once. */
function grown(settings: Partial<CompareInput['settings']> = {}): Comparison {
  const head = heapRecord({ metrics: { allocBytes: 20 * MiB } });
  const bases = [packageBase(heapRecord())];
  return compare(compareInput({ heads: [head], bases, settings: { confirm: 'off', ...settings } }));
}

it('a regression fails the run and says what grew', () => {
  expect(verdict(grown())).toEqual({
    status: 'fail',
    reasons: [
      {
        kind: 'memory-regression',
        message:
          'allocated grew by 10.0 MiB (100.0 %) to 20.0 MiB; 10.5 MiB is the limit, from the relative threshold',
        ...{ package: 'm/p', leg: 'memory' },
      },
    ],
  });
});

it('the growth of a test names the test', () => {
  const record = (size: number): ReturnType<typeof heapRecord> =>
    heapRecord({
      metrics: { allocBytes: 500 * MiB },
      tests: [heapTest('TestA', size * MiB), heapTest('TestB', (500 - size) * MiB)],
    });
  const bases = [packageBase(record(10))];
  const found = compare(compareInput({ heads: [record(12)], bases, settings: { confirm: 'off' } }));
  expect(verdict(found).reasons).toMatchObject([{ kind: 'memory-regression', test: 'TestA' }]);
  expect(verdict(found).reasons[0]?.message).toMatch(
    /^allocated of TestA grew by 2\.0 MiB \(20\.0 %\)/,
  );
});

it('a broken budget fails the run, with or without a base', () => {
  const budgets = [
    {
      ...{ package: './...', test: null, allocatedBytes: 8 * MiB, inuseBytes: null },
      ...{ rssBytes: null, leakPerStackBytes: null, where: '.crash-guard.yml:3 heap[budgets][0]' },
    },
  ];
  const found = compare(
    compareInput({
      base: null,
      noBase: 'the first run',
      heads: [heapRecord()],
      settings: { budgets },
    }),
  );
  expect(verdict(found)).toEqual({
    status: 'fail',
    reasons: [
      {
        kind: 'memory-budget',
        message: 'allocated: 10.0 MiB; the budget for ./... is 8.0 MiB',
        ...{ package: 'm/p', leg: 'memory' },
      },
    ],
  });
});

it('fail-on decides whether it fails; the reason stays', () => {
  const waived = verdict(grown(), ['test-failure', 'crash']);
  expect(waived.status).toBe('pass');
  expect(waived.reasons.map(({ kind }) => kind)).toEqual(['memory-regression']);
});

it.each<[string, Comparison | null]>([
  ['no comparison', null],
  [
    'nothing that grew',
    compare(compareInput({ heads: [heapRecord()], bases: [packageBase(heapRecord())] })),
  ],
  [
    'a growth that only warns',
    compare(
      compareInput({
        heads: [heapRecord({ metrics: { peakRssBytes: 400 * MiB } })],
        bases: [packageBase(heapRecord())],
        settings: { confirm: 'off' },
      }),
    ),
  ],
  ['a growth that was not measured again', grown({ confirm: 'head' })],
])('%s is no reason', (_, comparison) => {
  expect(verdict(comparison)).toEqual({ status: 'pass', reasons: [] });
});

it('names of tests and rules are data', () => {
  const hostile = 'Test\u001b[31mX\u0007';
  const record = (size: number): ReturnType<typeof heapRecord> =>
    heapRecord({ tests: [heapTest(hostile, size * MiB)], metrics: { allocBytes: size * MiB } });
  const found = compare(
    compareInput({
      heads: [record(20)],
      bases: [packageBase(record(10))],
      settings: {
        confirm: 'off',
        metrics: { ...compareInput().settings.metrics, allocObjects: 'off' },
      },
    }),
  );
  const [item] = found.packages;
  const testAlone = { ...found, packages: item === undefined ? [] : [{ ...item, metrics: [] }] };
  expect(verdict(testAlone).reasons[0]?.message).toMatch(/^allocated of TestX\ufffd grew/);
});
