import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failOnKinds } from '../../src/settings/schema.ts';
import { judge } from '../../src/verdict/verdict.ts';
import type { Cause, PackageRun } from '../../src/report/schema.ts';
import { fixture } from './guarded.ts';

// One package for each way to end; expected.json says what is right, a list of values where several are.

export type OneOf<T> = T | T[];

export interface ExpectedCause {
  id: OneOf<string>;
  confidence: OneOf<string>;
  why?: string;
}

export interface ExpectedEnding {
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
  /** Null: nothing needs a cause. */
  cause: OneOf<ExpectedCause | null>;
  why: string;
}
type Entry = Record<'memory', ExpectedEnding> & { race?: Partial<ExpectedEnding> };

/** The module with a package for each way to end. */
export const endingsDirectory = fixture('endings');

const expected = JSON.parse(
  readFileSync(join(endingsDirectory, 'expected.json'), 'utf8'),
) as Record<string, Entry>;

/** The packages' folders, sorted. */
export const endingNames = Object.keys(expected).sort();

/** What is right for a package in one of the built-in legs; race says only what differs from memory. */
export function expectedEnding(name: string, leg: 'memory' | 'race'): ExpectedEnding {
  const entry = expected[name];
  if (entry === undefined) throw new Error(`no entry for ${name} in expected.json`);
  return { ...entry.memory, ...(leg === 'race' ? entry.race : {}) };
}

/**
 * What differs from the expectation, one line each; counts come with the ending, so that a failure reads as a whole. Without a
 * crash file (before Go 1.23) the runtime's last words are text like any other, and prove less.
 */
export function mismatches(
  want: ExpectedEnding,
  found: PackageRun,
  { crashFile = true, vetHeader = true } = {},
): string[] {
  const last = found.attempts.at(-1);
  const verdict = judge({
    packages: [found],
    legs: [],
    problem: null,
    cancelled: false,
    comparison: null,
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
  const wrong = rows.filter(([, wanted, got]) => !toList(wanted).includes(got));
  const lists: [string, string[] | string[][], string[]][] = [
    ['unfinished', want.unfinished, found.tests.unfinished],
    ['neverRan', want.neverRan, found.tests.neverRan],
    ['failures', want.failures, found.tests.failures.map(({ test }) => test)],
  ];
  for (const [what, wanted, got] of lists) {
    const alternatives = Array.isArray(wanted[0]) ? (wanted as string[][]) : [wanted as string[]];
    const told = what === 'failures' ? leaves : sorted;
    if (!alternatives.some((one) => told(one) === told(got))) wrong.push([what, wanted, got]);
  }
  const wanted = toList(want.cause).flatMap((one) => forOldGo(one, vetHeader));
  if (!wanted.some((one) => isRight(one, found.cause, crashFile)))
    wrong.push(['cause', want.cause, found.cause]);
  return wrong.map(
    ([what, wanted, got]) => `${what}: want ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`,
  );
}

/** Up to Go 1.21 nothing tells what vet says from what the compiler says. */
function forOldGo(one: ExpectedCause | null, vetHeader: boolean): (ExpectedCause | null)[] {
  return one?.id === 'vet-failed' && !vetHeader ? [one, { ...one, id: 'build-failed' }] : [one];
}

/** Without a crash file there is only the output, which proves nothing. */
function isRight(want: ExpectedCause | null, found: Cause | null, crashFile: boolean): boolean {
  if (want === null || found === null) return want === found;
  const confidences = toList(want.confidence);
  return (
    toList(want.id).includes(found.id) &&
    (confidences.includes(found.confidence) ||
      (!crashFile && found.confidence === 'consistent' && confidences.includes('confirmed')))
  );
}

function toList<T>(value: OneOf<T>): T[] {
  return Array.isArray(value) ? value : [value];
}

/** A parent that failed only through its subtests is counted, but not listed among the failures. */
function leaves(tests: string[]): string {
  return sorted(tests.filter((test) => !tests.some((other) => other.startsWith(`${test}/`))));
}

function sorted(names: string[]): string {
  return [...names].sort().join('\n');
}
