import type { DeclaredTest } from '../evidence/completeness.ts';
import { topLevel } from '../crash/blame/running-tests.ts';
import type { PackageRun, TestCase, TestFailure } from '../report/schema.ts';

/** What the tests of one attempt came to. */
export interface AttemptTests {
  attempt: number;
  /** What it was to run. */
  declared: readonly DeclaredTest[];
  tests: PackageRun['tests'];
  /** The test or subtest that ended the process of this attempt; null where none did or nobody knows. */
  culprit: string | null;
}

interface Merged {
  cases: readonly TestCase[];
  attempt: number;
}

const maxNames = 5000;

/**
 * The tests of all attempts of a package, each once: as it ended in the first attempt that brought it to its end, or in the first in
 * which it failed. A test that ended the process did not end, whatever a further attempt without its culprit says.
 * @param repeats how often package testing runs each test
 */
export function mergeTests(
  attempts: readonly AttemptTests[],
  declared: readonly DeclaredTest[],
  repeats: number,
): PackageRun['tests'] {
  const [first] = attempts;
  if (first === undefined) throw new Error('a package without an attempt has no tests');
  if (attempts.length === 1) return repeats > 1 ? failedOnce(first.tests) : first.tests;
  const ended = new Map<string, Merged>();
  const declarations = countNames(declared);
  for (const { attempt, tests } of attempts)
    for (const [name, cases] of byName(tests.cases ?? [])) {
      const before = ended.get(name);
      const wanted = repeats * Math.max(1, declarations.get(name) ?? 1);
      if (before === undefined || isBetter(cases, before.cases, wanted))
        ended.set(name, { cases: telling(cases, wanted), attempt });
    }
  const fatal = fatalTests(attempts);
  if (repeats > 1) for (const [name, { cases }] of ended) if (hasFailed(cases)) fatal.delete(name);
  const settled = [...ended].filter(([name]) => !fatal.has(name));
  const cases = settled.flatMap(([, merged]) =>
    merged.cases.map((each) => inAttempt(each, merged.attempt)),
  );
  // Of very many tests not all names are kept: then their numbers are added up.
  const whole = attempts.every(
    ({ tests }) => listed(tests) >= tests.passed + tests.failed + tests.skipped,
  );
  const count = (outcome: TestCase[1]): number =>
    whole
      ? cases.filter(([, how]) => how === outcome).length
      : attempts.reduce((sum, { tests }) => sum + tests[outcome], 0);
  const begun = new Set(attempts.flatMap(({ tests }) => tests.unfinished));
  // One whose repetitions did not all end has not ended.
  const subtests = [...ended.keys()].filter((name) => name.includes('/'));
  const over = new Set([...subtests, ...attempts.flatMap(endedTests)]);
  const unfinished = [...new Set([...begun, ...fatal])].filter(
    (name) => fatal.has(name) || !isOver(name, over),
  );
  const begunOrEnded = new Set([...attempts.flatMap(endedTests), ...unfinished.map(topLevel)]);
  const merged: PackageRun['tests'] = {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    failures: failures(attempts),
    unfinished: unfinished.slice(0, maxNames),
    neverRan: declared
      .map(({ name }) => name)
      .filter((name) => !begunOrEnded.has(name))
      .slice(0, maxNames),
    cases,
  };
  return repeats > 1 ? failedOnce(merged) : merged;
}

/** What failed in one of its repetitions has failed: that the others did not end, or never ran, is no second account of it. */
function failedOnce(tests: PackageRun['tests']): PackageRun['tests'] {
  const failed = new Set(
    (tests.cases ?? []).filter((one) => hasFailed([one])).map(([name]) => name),
  );
  const isOpen = (name: string): boolean => !failed.has(name);
  const { unfinished, neverRan } = tests;
  return { ...tests, unfinished: unfinished.filter(isOpen), neverRan: neverRan.filter(isOpen) };
}

/** An internal and an external test package may declare the same name. */
function countNames(declared: readonly DeclaredTest[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of declared) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The tests that ended a process, with those that they are subtests of. */
function fatalTests(attempts: readonly AttemptTests[]): Set<string> {
  const fatal = new Set<string>();
  const passedLater = (name: string, from: number): boolean =>
    attempts
      .slice(from + 1)
      .some(({ tests }) => (tests.cases ?? []).some(([test]) => test === name));
  attempts.forEach(({ culprit, tests }, at) => {
    // A test that had ended before, and whose goroutine did it, has ended.
    if (culprit === null || !tests.unfinished.includes(culprit)) return;
    if (passedLater(culprit, at)) return;
    const parts = culprit.split('/');
    for (let length = 1; length <= parts.length; length++)
      fatal.add(parts.slice(0, length).join('/'));
  });
  return fatal;
}

/** A subtest that a further run of its test did not come to any more has its test's end. */
function isOver(name: string, ended: ReadonlySet<string>): boolean {
  return ended.has(name) || ended.has(topLevel(name));
}

function listed({ cases = [] }: PackageRun['tests']): number {
  return cases.length;
}

/** Top-level tests that an attempt was to run and that it brought to their end. */
export function endedTests({
  declared,
  tests,
}: Pick<AttemptTests, 'declared' | 'tests'>): string[] {
  const missing = new Set([...tests.unfinished, ...tests.neverRan]);
  return [...new Set(declared.map(({ name }) => name))].filter((name) => !missing.has(name));
}

function byName(cases: readonly TestCase[]): Map<string, TestCase[]> {
  const names = new Map<string, TestCase[]>();
  for (const one of cases) {
    const same = names.get(one[0]);
    if (same === undefined) names.set(one[0], [one]);
    else same.push(one);
  }
  return names;
}

function isBetter(
  cases: readonly TestCase[],
  before: readonly TestCase[],
  repeats: number,
): boolean {
  if (hasFailed(before)) return false;
  return hasFailed(cases) || (before.length < repeats && cases.length > before.length);
}

function hasFailed(cases: readonly TestCase[]): boolean {
  return cases.some(([, how]) => how === 'failed');
}

/** Of a test that ran more often than it was to, as often as that, failures first: further runs may repeat tests. */
function telling(cases: readonly TestCase[], repeats: number): readonly TestCase[] {
  if (cases.length <= repeats) return cases;
  const failed = cases.filter(([, how]) => how === 'failed');
  return [...failed, ...cases.filter(([, how]) => how !== 'failed')].slice(0, repeats);
}

function inAttempt([test, outcome, elapsedMs]: TestCase, attempt: number): TestCase {
  return attempt === 1 ? [test, outcome, elapsedMs] : [test, outcome, elapsedMs, attempt];
}

/** Of each test its first failure. */
function failures(attempts: readonly AttemptTests[]): TestFailure[] {
  const seen = new Map<string, TestFailure>();
  for (const { tests } of attempts)
    for (const failure of tests.failures)
      if (!seen.has(failure.test)) seen.set(failure.test, failure);
  return [...seen.values()];
}
