import { describe, expect, it } from '@jest/globals';
import { compareReports } from '../../../src/heap/compare/compare-reports.ts';
import type { Comparison } from '../../../src/report/comparison-schema.ts';
import type { HeapRecord } from '../../../src/report/heap-schema.ts';
import type { Report } from '../../../src/report/schema.ts';
import {
  compareInput,
  heapFunction,
  heapRecord,
  heapTest,
  MiB,
} from '../../support/heap-comparison.ts';
import { legReport, sampleReport } from '../../support/sample-report.ts';

interface Side {
  heap: HeapRecord[];
  again?: HeapRecord[];
  of?: Partial<Report>;
}

const rules = { settings: compareInput().settings, today: '2026-11-21' };
const memory = legReport({ name: 'memory', race: false, heapProfile: true });

function compared(base: Side, head: Side): Comparison {
  const report = ({ heap, of }: Side, sha: string): Report =>
    sampleReport({
      legs: [memory],
      heap,
      source: { module: 'm', repository: null, sha, ref: null, event: null },
      ...of,
    });
  return compareReports(
    { name: 'before', report: report(base, 'b'.repeat(40)), again: base.again ?? [] },
    { name: 'now', report: report(head, 'a'.repeat(40)), again: head.again ?? [] },
    rules,
  );
}

const grown = heapRecord({
  metrics: { allocBytes: 12 * MiB },
  tests: [heapTest('TestA', 12 * MiB)],
  functions: [heapFunction('m/p.Add', 12 * MiB)],
});
const before = heapRecord({
  tests: [heapTest('TestA', 10 * MiB)],
  functions: [heapFunction('m/p.Add', 10 * MiB)],
});

it('a growth blocks without being measured again: two runs were asked for, and that is what they say', () => {
  const comparison = compared({ heap: [before] }, { heap: [grown] });
  expect(comparison).toMatchObject({
    status: 'fail',
    summary: 'now (aaaaaaa) compared with before (bbbbbbb)',
    packages: [
      {
        package: 'm/p',
        state: 'compared',
        verdict: 'regressed',
        why: { functions: [{ function: 'm/p.Add' }], tests: [{ test: 'TestA' }] },
      },
    ],
  });
});

it('the same figures pass', () => {
  expect(compared({ heap: [before] }, { heap: [before] })).toMatchObject({
    status: 'pass',
    packages: [{ verdict: 'same' }],
    problems: [],
  });
});

describe('runs in different surroundings', () => {
  it.each<[string, Partial<Report>, string]>([
    ['another Go', { legs: [{ ...memory, goVersion: 'go1.27.0' }] }, 'Go 1.26.8, now 1.27.0'],
    [
      'another system',
      { machine: { ...sampleReport().machine, arch: 'arm64' } },
      'system linux/x64, now linux/arm64',
    ],
    ['more CPUs', { machine: { ...sampleReport().machine, cpus: 64 } }, 'CPUs: 2, now 64'],
  ])('%s: a growth warns, and the first sentence says why', (_, of, difference) => {
    const comparison = compared({ heap: [before] }, { heap: [grown], of });
    expect(comparison.status).toBe('warn');
    expect(comparison.summary).toBe(`now (aaaaaaa) compared with before (bbbbbbb); ${difference}`);
    expect(comparison.packages[0]).toMatchObject({
      verdict: 'warned',
      base: { differences: [difference] },
    });
  });
});

describe('packages that only one side has', () => {
  const other = heapRecord({ package: 'm/q', tests: [heapTest('TestQ', 10 * MiB)] });

  it('are new and removed', () => {
    const { packages } = compared({ heap: [before] }, { heap: [other] });
    expect(packages.map(({ package: name, state }) => [name, state]).sort()).toEqual([
      ['m/p', 'removed'],
      ['m/q', 'new'],
    ]);
  });

  it('are one package under a new name where their tests say so', () => {
    const tests = ['TestA', 'TestB', 'TestC'].map((test) => heapTest(test, 3 * MiB));
    const old = heapRecord({ package: 'm/old', tests });
    const { packages } = compared(
      { heap: [old] },
      { heap: [heapRecord({ package: 'm/fresh', tests })] },
    );
    expect(packages).toMatchObject([
      { package: 'm/fresh', state: 'renamed', renamedFrom: 'm/old', verdict: 'same' },
    ]);
  });

  it('of a leg that the head did not run are not removed', () => {
    const race = heapRecord({ leg: 'race' });
    expect(compared({ heap: [before, race] }, { heap: [before] }).packages).toHaveLength(1);
  });
});

describe('runs that sampled at different rates', () => {
  const exact = heapRecord({ sampling: { rate: 1, relativeError: 0 } });

  it('are not compared, and the reader learns what to do', () => {
    const comparison = compared({ heap: [before] }, { heap: [exact] });
    expect(comparison.packages).toMatchObject([{ state: 'incomparable', verdict: 'same' }]);
    expect(comparison.problems).toEqual([expect.stringContaining('--baseline none')]);
  });

  it('are compared by what one of them measured again at the rate of the other', () => {
    expect(compared({ heap: [before] }, { heap: [exact], again: [grown] })).toMatchObject({
      status: 'fail',
      packages: [{ state: 'compared', verdict: 'regressed' }],
      problems: [],
    });
    expect(compared({ heap: [before], again: [exact] }, { heap: [exact] })).toMatchObject({
      status: 'pass',
      packages: [{ state: 'compared', verdict: 'same' }],
    });
  });
});

it('a package that crashed now is not measured, which is no pass', () => {
  const nothing = { allocBytes: null, allocObjects: null, inuseBytes: null, inuseObjects: null };
  const crashed = heapRecord({
    outcome: 'crashed',
    metrics: { ...nothing, liveHeapPeakBytes: null, peakRssBytes: null, goroutinesAtEnd: null },
  });
  expect(compared({ heap: [before] }, { heap: [crashed] })).toMatchObject({
    status: 'warn',
    packages: [{ state: 'not-measured' }],
  });
});
