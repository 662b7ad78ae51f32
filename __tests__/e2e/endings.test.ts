import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { failOnKinds } from '../../src/settings/schema.ts';
import { judge } from '../../src/verdict/verdict.ts';
import type { PackageRun, Report } from '../../src/report/schema.ts';
import { fixture, packageRun, readReport, run, scratch } from '../support/guarded.ts';

// One package for each way to end, really run; expected.json says what is right, a list of values where several are.

type OneOf<T> = T | T[];
interface Expected {
  ending: OneOf<string>;
  exitCode: OneOf<number | null>;
  signal: OneOf<string | null>;
  passed: OneOf<number>;
  failed: OneOf<number>;
  skipped: OneOf<number>;
  failures: string[] | string[][];
  unfinished: string[] | string[][];
  neverRan: string[] | string[][];
  verdict: OneOf<string>;
  why: string;
}
type Entry = Record<'memory', Expected> & { race?: Partial<Expected> };

const directory = fixture('endings');
const expected = JSON.parse(readFileSync(join(directory, 'expected.json'), 'utf8')) as Record<
  string,
  Entry
>;
const names = Object.keys(expected).sort();
const out = scratch();

/** Go versions besides the installed one; the module proxy serves them as toolchains. */
const legs = ['memory', 'race'] as const;

describe('every way to end', () => {
  let report: Report;

  beforeAll(async () => {
    const finished = await run([
      'run',
      '--dir',
      directory,
      '--out',
      out.path,
      '--timeout',
      '6s',
      '--fresh',
      './...',
    ]);
    expect(finished.stderr).toBe('');
    expect(finished.code).toBe(1);
    report = readReport(out.path);
  }, 600_000);
  afterAll(out.remove);

  it('covers each package of the module in both legs', () => {
    const seen = report.packages
      .map((item) => `${item.leg} ${item.package.split('/').at(-1) ?? ''}`)
      .sort();
    expect(seen).toEqual(legs.flatMap((leg) => names.map((name) => `${leg} ${name}`)).sort());
  });

  for (const leg of legs) {
    it.each(names)(`${leg}: %s`, (name) => {
      const entry = expected[name];
      if (entry === undefined) throw new Error(`no entry for ${name}`);
      const want: Expected = { ...entry.memory, ...(leg === 'race' ? entry.race : {}) };
      const found = packageRun(report, leg, name);
      expect(mismatches(want, found)).toEqual([]);
    });
  }
});

/** What differs from the expectation, one line each; counts come with the ending, so that a failure reads as a whole. */
function mismatches(want: Expected, found: PackageRun): string[] {
  const last = found.attempts.at(-1);
  const verdict = judge({
    packages: [found],
    legs: [],
    problem: null,
    cancelled: false,
    failOn: failOnKinds,
  });
  const rows: [string, unknown, unknown][] = [
    ['ending', want.ending, found.ending],
    ['exitCode', want.exitCode, last?.exitCode ?? null],
    ['signal', want.signal, last?.signal ?? null],
    ['passed', want.passed, found.tests.passed],
    ['failed', want.failed, found.tests.failed],
    ['skipped', want.skipped, found.tests.skipped],
    ['verdict', want.verdict, verdict.status],
  ];
  const wrong = rows.filter(
    ([, wanted, got]) => !(Array.isArray(wanted) ? wanted : [wanted]).includes(got),
  );
  const lists: [string, string[] | string[][], string[]][] = [
    ['unfinished', want.unfinished, found.tests.unfinished],
    ['neverRan', want.neverRan, found.tests.neverRan],
  ];
  for (const [what, wanted, got] of lists) {
    const alternatives = Array.isArray(wanted[0]) ? (wanted as string[][]) : [wanted as string[]];
    if (!alternatives.some((one) => sorted(one) === sorted(got))) wrong.push([what, wanted, got]);
  }
  const failures = found.tests.failures.map((failure) => failure.test);
  if (
    sorted(failures.filter(isLeaf)) !== sorted((want.failures as string[]).flat().filter(isLeaf))
  ) {
    wrong.push(['failures', want.failures, failures]);
  }
  return wrong.map(
    ([what, wanted, got]) => `${what}: want ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`,
  );
}

/** A parent that failed only through its subtests is counted, but not listed among the failures. */
function isLeaf(test: string, _index: number, all: string[]): boolean {
  return !all.some((other) => other.startsWith(`${test}/`));
}

function sorted(names: string[]): string {
  return [...names].sort().join('\n');
}
