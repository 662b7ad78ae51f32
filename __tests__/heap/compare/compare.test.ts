import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import {
  compare,
  packagesToConfirm,
  packagesToMeasureAtBase,
  type CompareInput,
} from '../../../src/heap/compare/compare.ts';
import {
  comparisonSchema,
  type MetricComparison,
  type MetricName,
  type MetricVerdict,
} from '../../../src/report/comparison-schema.ts';
import type { HeapFunction, HeapMetrics, HeapRecord } from '../../../src/report/heap-schema.ts';
import { defaultPolicies } from '../../../src/settings/heap.ts';
import {
  baseCommit,
  compareInput,
  heapFunction,
  heapRecord,
  KiB,
  MiB,
  packageBase,
} from '../../support/heap-comparison.ts';

type Figure = keyof HeapMetrics & MetricName;

function withMetrics(metrics: Partial<HeapMetrics>): HeapRecord {
  return heapRecord({ metrics });
}

/** One package, of which one figure is given on both sides, without measuring again. */
function judged(
  metric: Figure,
  base: number,
  head: number,
  {
    older = [],
    sampling = { rate: 512, relativeError: 0 },
    ...of
  }: {
    older?: number[];
    sampling?: HeapRecord['sampling'];
    settings?: Partial<CompareInput['settings']>;
  } = {},
): MetricComparison {
  const record = (figure: number): HeapRecord =>
    heapRecord({ metrics: { [metric]: figure }, sampling });
  const input = compareInput({
    heads: [record(head)],
    bases: [packageBase(record(base), { older: older.map(record) })],
    settings: { confirm: 'off', ...of.settings },
  });
  const found = compare(input).packages[0]?.metrics.find((figure) => figure.metric === metric);
  if (found === undefined) throw new Error(`no ${metric}`);
  return found;
}

describe('a figure counts as grown beyond the largest of four limits', () => {
  it.each<[string, Figure, number, number, MetricVerdict, MetricComparison['limitedBy']]>([
    ['at the threshold', 'allocBytes', 100 * MiB, 105 * MiB, 'same', 'threshold'],
    ['above it', 'allocBytes', 100 * MiB, 105 * MiB + 1, 'regressed', 'threshold'],
    ['at the floor', 'allocBytes', MiB, MiB + 256 * KiB, 'same', 'floor'],
    ['above it', 'allocBytes', MiB, MiB + 256 * KiB + 1, 'regressed', 'floor'],
    ['from nothing', 'allocBytes', 0, 300 * KiB, 'regressed', 'floor'],
    ['of 4096 objects', 'allocObjects', 10_000, 14_096, 'same', 'floor'],
    ['of 4097 objects', 'allocObjects', 10_000, 14_097, 'warned', 'floor'],
    ['of 1 MiB in use', 'inuseBytes', 2 * MiB, 3 * MiB, 'same', 'floor'],
    ['of more', 'inuseBytes', 2 * MiB, 3 * MiB + 1, 'regressed', 'floor'],
    ['of 15 % of the live heap', 'liveHeapPeakBytes', 200 * MiB, 230 * MiB, 'same', 'threshold'],
    ['of 16 MiB of it', 'liveHeapPeakBytes', 20 * MiB, 36 * MiB, 'same', 'floor'],
    ['of the live heap', 'liveHeapPeakBytes', 20 * MiB, 36 * MiB + 1, 'warned', 'floor'],
    ['of resident memory', 'peakRssBytes', 200 * MiB, 230 * MiB + 1, 'warned', 'threshold'],
  ])('%s: %s from %d to %d is %s', (_, metric, base, head, verdict, limitedBy) => {
    expect(judged(metric, base, head)).toMatchObject({ base, head, verdict, limitedBy });
  });

  it('the threshold is the one of the settings', () => {
    const settings = { threshold: 0.2 };
    expect(judged('allocBytes', 100 * MiB, 119 * MiB, { settings }).verdict).toBe('same');
    expect(judged('allocBytes', 100 * MiB, 121 * MiB, { settings }).verdict).toBe('regressed');
  });

  it('the error of sampling is that of both sides, three times', () => {
    const known = { rate: 4096, relativeError: 0.03 };
    const found = judged('allocBytes', 3 * MiB, 3.3 * MiB, { sampling: known });
    expect(found).toMatchObject({ verdict: 'same', limitedBy: 'sampling' });
    expect(found.limit).toBeCloseTo((3 + 3 * 0.03 * Math.hypot(3, 3.3)) * MiB, 0);
    // Where it was not computed, no sizes of objects could make it worse than this.
    const unknown = { rate: 4096, relativeError: null };
    const bound = judged('allocBytes', 3 * MiB, 3.3 * MiB, { sampling: unknown });
    expect(bound.limit).toBeCloseTo(3 * MiB + 3 * Math.sqrt(4096 * 6.3 * MiB), 0);
  });

  it('a history that varies allows as much: 4 x 1.4826 x the median deviation of its steps', () => {
    const older = [103, 99, 102, 98, 101, 100, 101].map((figure) => figure * MiB);
    const found = judged('allocBytes', 100 * MiB, 111 * MiB, { older });
    // Steps: 3, -4, 3, -4, 3, -1, 1, of which the median is 1 and the median deviation from it 2.
    expect(found).toMatchObject({ verdict: 'same', limitedBy: 'history' });
    expect(found.limit).toBeCloseTo((100 + 4 * 1.4826 * 2) * MiB, 0);
  });

  it('one step that was meant is no noise', () => {
    const older = [...Array<number>(5).fill(100 * MiB), ...Array<number>(5).fill(50 * MiB)];
    expect(judged('allocBytes', 100 * MiB, 106 * MiB, { older }).verdict).toBe('regressed');
  });
});

it('a base that was low by chance is seen in the light of the records before it', () => {
  const older = [102, 100, 101, 99, 101, 100, 101].map((figure) => figure * MiB);
  const low = judged('allocBytes', 97 * MiB, 103 * MiB, { older });
  expect(low.verdict).toBe('same');
  const improved = judged('allocBytes', 70 * MiB, 95 * MiB, { older });
  expect(improved.verdict).toBe('regressed');
});

describe('what happens to a growth', () => {
  const record = withMetrics({ allocBytes: 100 * MiB });
  const base = packageBase(record, { older: Array<HeapRecord>(7).fill(record) });
  const head = withMetrics({ allocBytes: 120 * MiB });
  const again = (...figures: number[]): HeapRecord[] =>
    figures.map((figure) => withMetrics({ allocBytes: figure * MiB }));
  const verdictOf = (of: Parameters<typeof compareInput>[0]): MetricVerdict | undefined =>
    compare(compareInput({ heads: [head], bases: [base], ...of })).packages[0]?.verdict;

  it.each<[string, Parameters<typeof compareInput>[0], MetricVerdict]>([
    ['not measured again', {}, 'unconfirmed'],
    ['measured again once', { again: { head: again(120), base: [] } }, 'unconfirmed'],
    [
      'still there after two more runs',
      { again: { head: again(119, 121), base: [] } },
      'regressed',
    ],
    ['gone in one of them', { again: { head: again(101, 121), base: [] } }, 'unconfirmed'],
    ['without confirmation', { settings: { confirm: 'off' } }, 'regressed'],
    [
      'of a metric that warns',
      {
        settings: { metrics: { ...defaultPolicies, allocBytes: 'warn' } },
        again: { head: again(119, 121), base: [] },
      },
      'warned',
    ],
    [
      'of a metric that is off',
      { settings: { metrics: { ...defaultPolicies, allocBytes: 'off' } } },
      'same',
    ],
    [
      'the base had it too, measured here',
      { again: { head: again(120, 121), base: again(119, 120) } },
      'unconfirmed',
    ],
    [
      'the base had it not, measured here',
      { again: { head: again(120, 121), base: again(99, 101) } },
      'regressed',
    ],
  ])('%s: %#', (_, of, verdict) => {
    expect(verdictOf(of)).toBe(verdict);
  });

  it.each<[string, Parameters<typeof compareInput>[0]]>([
    ['distant', { bases: [{ ...base, distance: 2 }] }],
    ['foreign', { bases: [{ ...base, differences: ['Go 1.26.1, now 1.26.3'] }] }],
    ['inexact', { base: { commit: baseCommit, reason: 'merge base', exact: false } }],
  ])('%s: a base that is warns, and blocks only when it was measured here', (_, of) => {
    const head = again(119, 121);
    const recorded = compare(
      compareInput({
        heads: [withMetrics({ allocBytes: 120 * MiB })],
        bases: [base],
        ...of,
        again: { head, base: [] },
      }),
    );
    expect(recorded.packages[0]?.verdict).toBe('warned');
    expect(recorded.status).toBe('warn');
    expect(recorded.packages[0]?.metrics[0]?.because).toMatch(/so it does not block$/);
    expect(verdictOf({ ...of, again: { head, base: again(100, 101, 100) } })).toBe('regressed');
  });

  it('the best run of the head is what counts, and all runs are kept', () => {
    const found = compare(
      compareInput({ heads: [head], bases: [base], again: { head: again(118, 122), base: [] } }),
    );
    expect(found.packages[0]?.metrics[0]).toMatchObject({
      head: 118 * MiB,
      runs: { head: [120 * MiB, 118 * MiB, 122 * MiB], base: [] },
      because:
        'grew by 18.0 MiB (18.0 %) to 118.0 MiB, the smallest of 3 measurements; 105.0 MiB is the limit, from the relative threshold',
    });
  });

  it('without a history, runs of the head that differ by as much are noise', () => {
    const bases = [packageBase(record)];
    const wild = { head: again(108, 130), base: again(100, 100) };
    expect(verdictOf({ bases, again: wild })).toBe('unconfirmed');
    expect(verdictOf({ bases, again: { ...wild, head: again(119, 121) } })).toBe('regressed');
  });

  it('less is an improvement by the same rule, twice over where one record is all there is', () => {
    expect(judged('allocBytes', 100 * MiB, 89 * MiB).verdict).toBe('improved');
    expect(judged('allocBytes', 100 * MiB, 94 * MiB).verdict).toBe('same');
    const older = Array<number>(7).fill(100 * MiB);
    expect(judged('allocBytes', 100 * MiB, 94 * MiB, { older }).verdict).toBe('improved');
  });
});

describe('what to measure again', () => {
  const grown = heapRecord({ package: 'm/grown', metrics: { allocBytes: 20 * MiB } });
  const steady = heapRecord({ package: 'm/steady' });
  const finer = heapRecord({ package: 'm/finer', sampling: { rate: 1, relativeError: 0 } });
  const input = compareInput({
    heads: [grown, steady, finer],
    bases: [
      packageBase(heapRecord({ package: 'm/grown' }), {
        older: Array<HeapRecord>(7).fill(heapRecord({ package: 'm/grown' })),
      }),
      packageBase(steady),
      packageBase(heapRecord({ package: 'm/finer' })),
    ],
  });

  it('is what grew or was sampled at another rate, once', () => {
    const first = compare(input);
    expect(
      packagesToConfirm(first)
        .map((item) => item.package)
        .sort(),
    ).toEqual(['m/finer', 'm/grown']);
    expect(first.packages.find((item) => item.package === 'm/finer')).toMatchObject({
      state: 'incomparable',
      because:
        'sampled every 1 byte, the base every 512 bytes: such figures differ even where the code is the same',
    });
    const second = compare({
      ...input,
      again: {
        head: [grown, grown, ...[1, 2].map(() => heapRecord({ package: 'm/finer' }))],
        base: [],
      },
    });
    expect(packagesToConfirm(second)).toEqual([]);
    expect(second.packages.map((item) => [item.package, item.state, item.verdict])).toEqual([
      ['m/grown', 'compared', 'regressed'],
      ['m/steady', 'compared', 'same'],
      ['m/finer', 'compared', 'same'],
    ]);
  });

  it('nothing, where a growth counts without', () => {
    const off = compare({ ...input, settings: { ...input.settings, confirm: 'off' } });
    expect(packagesToConfirm(off).map((item) => item.package)).toEqual(['m/finer']);
  });

  it.each<[string, number[]]>([
    ['one record says nothing of noise', []],
    ['it was as high not long ago', [100, 112, 100, 100, 100, 100, 100, 100, 100]],
  ])('the base too, where the growth may be chance: %s', (_, sizes) => {
    const level = (size: number): HeapRecord => withMetrics({ allocBytes: size * MiB });
    const [base, head] = [level(100), level(112)];
    const input = compareInput({
      heads: [head],
      bases: [packageBase(base, { older: sizes.map(level) })],
    });
    const confirmed = compare({ ...input, again: { head: [head, head], base: [] } });
    expect(confirmed).toMatchObject({ status: 'warn', packages: [{ verdict: 'unconfirmed' }] });
    expect(packagesToMeasureAtBase(confirmed)).toEqual([{ package: 'm/p', leg: 'memory' }]);
    const measured = compare({ ...input, again: { head: [head, head], base: [base, base] } });
    expect(measured).toMatchObject({ status: 'fail', packages: [{ verdict: 'regressed' }] });
    const chance = compare({ ...input, again: { head: [head, head], base: [base, head] } });
    expect(chance).toMatchObject({ status: 'pass', packages: [{ verdict: 'unconfirmed' }] });
    for (const done of [measured, chance]) expect(packagesToMeasureAtBase(done)).toEqual([]);
  });
});

describe('packages that are on one side only, or have no figures', () => {
  const crashed: HeapRecord = {
    ...heapRecord({ package: 'm/crashed', outcome: 'crashed' }),
    metrics: z.parse(
      z.any(),
      Object.fromEntries(Object.keys(heapRecord().metrics).map((name) => [name, null])),
    ) as HeapMetrics,
    sampling: { rate: 0, relativeError: null },
  };

  it.each<[string, HeapRecord, string, string | null]>([
    ['new', heapRecord({ package: 'm/new' }), 'new', null],
    ['crashed', crashed, 'not-measured', 'no figures of a package that ended as "crashed"'],
    [
      'no profile',
      withMetrics({ allocBytes: null, allocObjects: null, inuseBytes: null }),
      'not-measured',
      'the process left no heap profile; the base has one',
    ],
  ])('%s', (_, head, state, because) => {
    const bases = [packageBase(heapRecord()), packageBase(heapRecord({ package: 'm/crashed' }))];
    const found = compare(compareInput({ heads: [head], bases }));
    expect(found.packages[0]).toMatchObject({ package: head.package, state, because });
    expect(found.status).toBe(state === 'new' ? 'neutral' : 'warn');
  });

  it('renamed ones are compared under their new name', () => {
    const head = heapRecord({ package: 'm/new', metrics: { allocBytes: 30 * MiB } });
    const old = heapRecord({ package: 'm/old' });
    const bases = [{ ...packageBase(old), package: 'm/new', renamedFrom: 'm/old' }];
    const before = { ...old, package: 'm/new' };
    const again = { head: [head, head], base: [before, before] };
    const found = compare(compareInput({ heads: [head], bases, again }));
    expect(found.packages[0]).toMatchObject({
      ...{ package: 'm/new', state: 'renamed', renamedFrom: 'm/old' },
      verdict: 'regressed',
    });
  });

  it('functions of a renamed one are compared with themselves, and so is what it was measured as again', () => {
    const load = (path: string, bytes: number): HeapFunction =>
      heapFunction(`${path}.(*Store).Load`, bytes);
    const grown = { metrics: { allocBytes: 20 * MiB }, functions: [load('m/new', 18 * MiB)] };
    const head = heapRecord({ package: 'm/new', ...grown });
    const old = heapRecord({ package: 'm/old', functions: [load('m/old', 8 * MiB)] });
    const bases = [{ ...packageBase(old), package: 'm/new', renamedFrom: 'm/old' }];
    const growth = (again: { head: HeapRecord[]; base: HeapRecord[] }): object | undefined =>
      compare(compareInput({ heads: [head], bases, again })).packages[0]?.why?.functions[0];
    const expected = {
      function: 'm/new.(*Store).Load',
      ...{ base: { allocBytes: 8 * MiB }, head: { allocBytes: 18 * MiB } },
    };
    expect(growth({ head: [], base: [] })).toMatchObject(expected);
    const before = { ...old, package: 'm/new' };
    expect(growth({ head: [head, head], base: [before, before] })).toMatchObject(expected);
  });

  it('removed ones are named', () => {
    const found = compare(compareInput({ removed: [{ package: 'm/gone', leg: 'memory' }] }));
    expect(found.packages).toMatchObject([
      { package: 'm/gone', state: 'removed', verdict: 'same' },
    ]);
    expect(found.status).toBe('neutral');
  });

  it('without a base nothing is compared, and budgets hold', () => {
    const budget = {
      package: './...',
      test: null,
      allocatedBytes: MiB,
      inuseBytes: null,
      rssBytes: null,
      leakPerStackBytes: null,
      where: '.crash-guard.yml:3 heap[budgets][0]',
    };
    const input = { base: null, noBase: 'the first run', heads: [heapRecord()] };
    expect(compare(compareInput(input))).toMatchObject({
      status: 'neutral',
      summary: 'no base: the first run',
      packages: [],
    });
    expect(compare(compareInput({ ...input, settings: { budgets: [budget] } }))).toMatchObject({
      status: 'fail',
      budgets: [{ what: 'allocated', bytes: 10 * MiB, limitBytes: MiB }],
    });
  });
});

it('says which base, and how it differs', () => {
  const heads = [heapRecord()];
  const summary = (of: Partial<ReturnType<typeof packageBase>>): string =>
    compare(compareInput({ heads, bases: [packageBase(heapRecord(), of)] })).summary;
  const chosen = 'base 3f2c1a9: first parent of the tested merge commit';
  expect(summary({})).toBe(`${chosen}; records of this commit`);
  const others = { heads, removed: [{ package: 'm/gone', leg: 'memory' }] };
  expect(compare(compareInput({ heads })).summary).toBe(`${chosen}; it has no records`);
  expect(compare(compareInput(others)).summary).toBe(
    `${chosen}; it has records of other packages only`,
  );
  expect(summary({ distance: 2 })).toBe(`${chosen}; record 2 commits older`);
  expect(summary({ distance: 1, differences: ['Go 1.26.1, now 1.26.3'] })).toBe(
    `${chosen}; record 1 commit older; Go 1.26.1, now 1.26.3`,
  );
  expect(compare(compareInput({ heads })).summary).toBe(`${chosen}; it has no records`);
});

it('benchmarks are exact: any growth of allocs/op counts, bytes by what maps and setup may move', () => {
  const bench = (bytesPerOp: number, allocsPerOp: number): HeapRecord =>
    heapRecord({ benchmarks: [{ name: 'BenchmarkPut-4', bytesPerOp, allocsPerOp }] });
  const verdicts = (base: HeapRecord, head: HeapRecord): (string | undefined)[] => {
    const input = compareInput({
      heads: [head],
      bases: [packageBase(base)],
      again: { head: [head, head], base: [base, base] },
    });
    const metrics = compare(input).packages[0]?.benchmarks[0]?.metrics;
    return (['bytesPerOp', 'allocsPerOp'] as const).map(
      (name) => metrics?.find(({ metric }) => metric === name)?.verdict,
    );
  };
  expect(verdicts(bench(48, 1), bench(48, 2))).toEqual([undefined, 'regressed']);
  expect(verdicts(bench(48, 1), bench(55, 1))).toEqual([undefined, undefined]);
  expect(verdicts(bench(48, 1), bench(56, 1))).toEqual(['regressed', undefined]);
  expect(verdicts(bench(10_000, 99), bench(10_100, 99))).toEqual([undefined, undefined]);
  expect(verdicts(bench(10_000, 99), bench(10_101, 98))).toEqual(['regressed', 'improved']);
  expect(verdicts(bench(0, 0), bench(0, 1))).toEqual([undefined, 'regressed']);
});

it('sums up what was compared, and is what the schema says', () => {
  const heads = ['m/a', 'm/b', 'm/new'].map((name) => heapRecord({ package: name }));
  const bases = ['m/a', 'm/b'].map((name) =>
    packageBase(heapRecord({ package: name, metrics: { inuseBytes: MiB } })),
  );
  const found = compare(compareInput({ heads, bases }));
  expect(found.totals).toEqual({
    base: { allocBytes: 20 * MiB, inuseBytes: 2 * MiB },
    head: { allocBytes: 20 * MiB, inuseBytes: 4 * MiB },
  });
  expect(z.parse(comparisonSchema, found)).toEqual(found);
});
