import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageRun, Report } from '../../src/report/schema.ts';
import { failOnKinds } from '../../src/settings/schema.ts';
import { judge } from '../../src/verdict/verdict.ts';
import type { ExpectedCause, OneOf } from './expected-endings.ts';
import { fixture } from './guarded.ts';
import { namedLine } from './marked-lines.ts';
import { accountOf } from './test-accounts.ts';

// One package for each way in which a run goes on after a crash; its README says how to read expected.json.

export interface ExpectedLeak {
  test: string;
  /** Words of the comment on the line where it waits. */
  site: string;
  createdBy: string;
}

export interface ExpectedIsolation {
  outcome: OneOf<string>;
  tests: string[];
  /** Runs of the test binary; null for as many as the time allows. */
  maxRuns: number | null;
  /** How often the smallest set crashes, 0 to 1. */
  rate?: number;
}

export interface ExpectedRecovery {
  /** Of the first attempt. */
  ending: OneOf<string>;
  exitCode: number | null;
  signal: string | null;
  verdict: OneOf<string>;
  cause: ExpectedCause | null;
  /** Every test and how it is accounted for: `passed`, `failed 2` (in attempt 2), `passed later`, `unfinished`, `neverRan`. */
  tests: Record<string, OneOf<string>>;
  /** The endings of all attempts; `*` for any. */
  attempts: string[] | string[][] | '*';
  /** What recovery.stopped says, `*` for anything; null where it says nothing. */
  stopped: string | null;
  /** Steps and how they end. */
  ladder?: Record<string, string>;
  flaky?: string[] | '*';
  isolation?: ExpectedIsolation;
  leaks?: ExpectedLeak[];
  waits?: { kind: string; at: string[] };
  why: string;
}

export const resilienceDirectory = fixture('resilience');

const expected = JSON.parse(
  readFileSync(join(resilienceDirectory, 'expected.json'), 'utf8'),
) as Record<string, ExpectedRecovery>;

/** The packages below some of the module's folders, such as `ends/panicfirst`. */
export function resilienceNames(...folders: string[]): string[] {
  return Object.keys(expected)
    .filter((name) => folders.some((folder) => `${name}/`.startsWith(`${folder}/`)))
    .sort();
}

export function expectedRecovery(name: string): ExpectedRecovery {
  const entry = expected[name];
  if (entry === undefined) throw new Error(`no entry for ${name} in expected.json`);
  return entry;
}

/** What differs from the expectation, one line each. */
export function recoveryMismatches(name: string, report: Report, found: PackageRun): string[] {
  const want = expectedRecovery(name);
  const first = found.attempts[0];
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
    ['exitCode', want.exitCode, first?.exitCode ?? null],
    ['signal', want.signal, first?.signal ?? null],
    ['verdict', want.verdict, verdict.status],
    ['cause', want.cause?.id ?? null, found.cause?.id ?? null],
    ['confidence', want.cause?.confidence ?? null, found.cause?.confidence ?? null],
  ];
  return [
    ...rows
      .filter(([, wanted, got]) => !(Array.isArray(wanted) ? wanted : [wanted]).includes(got))
      .map(([what, wanted, got]) => difference(what, wanted, got)),
    ...accountOf(found, want.tests),
    ...attemptMismatches(want, found),
    ...ladderMismatches(want, found),
    ...isolationMismatches(want.isolation, found),
    ...leakMismatches(name, want.leaks, report, found),
    ...waitMismatches(name, want.waits, report, found),
  ];
}

function difference(what: string, wanted: unknown, got: unknown): string {
  return `${what}: want ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`;
}

function attemptMismatches(want: ExpectedRecovery, { attempts, recovery }: PackageRun): string[] {
  const wrong: string[] = [];
  const endings = attempts.map(({ ending }) => ending);
  if (want.attempts !== '*') {
    const alternatives = (
      Array.isArray(want.attempts[0]) ? want.attempts : [want.attempts]
    ) as string[][];
    if (!alternatives.some((one) => one.join() === endings.join()))
      wrong.push(difference('attempts', want.attempts, endings));
  }
  const numbers = attempts.map(({ number }) => number);
  if (numbers.some((number, index) => number !== index + 1))
    wrong.push(difference('numbers of the attempts', 'one after the other', numbers));
  const enough = attempts.length === 1 && (recovery?.stopped ?? null) === null;
  if (enough !== (recovery === undefined))
    wrong.push(difference('recovery', enough ? 'absent' : 'there', recovery));
  const purposeless = attempts.slice(1).filter(({ purpose }) => purpose === undefined);
  if (purposeless.length > 0) wrong.push('a further attempt has no purpose');
  const stopped = recovery?.stopped ?? null;
  const right =
    want.stopped === null || stopped === null
      ? want.stopped === stopped
      : want.stopped === '*' || stopped.includes(want.stopped);
  if (!right) wrong.push(difference('stopped', want.stopped, stopped));
  return wrong;
}

function ladderMismatches(want: ExpectedRecovery, { recovery }: PackageRun): string[] {
  const wrong: string[] = [];
  const ladder = recovery?.ladder ?? [];
  if (want.ladder === undefined && ladder.length > 0)
    wrong.push(difference('ladder', 'none', ladder));
  for (const [steps, ending] of Object.entries(want.ladder ?? {})) {
    const found = ladder.filter(({ step }) => steps.split('|').includes(step));
    if (!found.some((step) => step.ending === ending))
      wrong.push(difference(`ladder ${steps}`, ending, ladder));
  }
  if (want.flaky === '*') return wrong;
  const flaky = (recovery?.flaky ?? []).filter((test) => !test.includes('/')).sort();
  if (flaky.join() !== [...(want.flaky ?? [])].sort().join())
    wrong.push(difference('flaky', want.flaky ?? [], flaky));
  return wrong;
}

function isolationMismatches(
  want: ExpectedIsolation | undefined,
  { isolation }: PackageRun,
): string[] {
  if (want === undefined)
    return isolation === undefined ? [] : [difference('isolation', 'none', isolation)];
  if (isolation === undefined) return [difference('isolation', want, 'none')];
  const { outcome, tests, runs, rate, flags, summary } = isolation;
  const wrong: string[] = [];
  const outcomes = Array.isArray(want.outcome) ? want.outcome : [want.outcome];
  if (!outcomes.includes(outcome)) wrong.push(difference('outcome', want.outcome, outcome));
  // Of what crashes by chance, chance may keep more than is needed.
  const smallest = want.rate === undefined ? tests : tests.slice(-1);
  if (outcome !== 'not-again' && smallest.join() !== want.tests.join())
    wrong.push(difference('smallest set', want.tests, tests));
  if (want.maxRuns !== null && runs > want.maxRuns)
    wrong.push(difference('runs', want.maxRuns, runs));
  if (outcome !== 'not-again' && flags.length === 0) wrong.push('no flags to reproduce it');
  if (summary === '') wrong.push('no summary');
  if (want.rate !== undefined && rate !== null && !plausible(want.rate, rate.crashes, rate.runs))
    wrong.push(difference('rate', want.rate, rate));
  return wrong;
}

/** Whether so many of the runs crash by chance more often than once in a million times (Chernoff's bound). */
function plausible(chance: number, crashes: number, runs: number): boolean {
  if (runs === 0) return true;
  const seen = crashes / runs;
  const part = (of: number, against: number): number =>
    of === 0 ? 0 : of * Math.log(of / against);
  return Math.exp(-runs * (part(seen, chance) + part(1 - seen, 1 - chance))) > 1e-6;
}

function leakMismatches(
  name: string,
  want: readonly ExpectedLeak[] | undefined,
  report: Report,
  found: PackageRun,
): string[] {
  const lines = (marker: string): string => lineOf(name, marker);
  const got = (report.leaks ?? [])
    .filter((leak) => leak.kind === 'goroutine' && leak.package === found.package)
    .map(({ test, site, createdBy }) =>
      [test, ...[site, createdBy].map((at) => `${at?.file ?? '?'}:${String(at?.line)}`)].join(' '),
    )
    .map((text) => text.replaceAll(`${report.source.directory ?? ''}/`, ''))
    .sort();
  if (want === undefined) return [];
  const wanted = want
    .map(({ test, site, createdBy }) => `${test} ${lines(site)} ${lines(createdBy)}`)
    .sort();
  return wanted.join('\n') === got.join('\n') ? [] : [difference('leaks', wanted, got)];
}

function waitMismatches(
  name: string,
  want: ExpectedRecovery['waits'],
  { crashes, source }: Report,
  found: PackageRun,
): string[] {
  if (want === undefined) return [];
  const own = crashes.filter(({ occurrences }) =>
    occurrences.some((seen) => seen.package === found.package && seen.leg === found.leg),
  );
  const waits = own.find((crash) => crash.waits !== undefined)?.waits;
  if (waits?.kind !== want.kind) return [difference('waits', want, waits ?? null)];
  const places = waits.waits.map(({ at }) =>
    `${at?.file ?? '?'}:${String(at?.line)}`.replace(`${source.directory ?? ''}/`, ''),
  );
  const missing = want.at
    .map((at) => lineOf(name, at.slice(at.indexOf(':') + 1)))
    .filter((line) => !places.includes(line));
  return missing.length === 0 ? [] : [difference('places that wait', missing, places)];
}

function lineOf(name: string, marker: string): string {
  return namedLine(resilienceDirectory, name, marker);
}
