import type { Ending } from '../report/ending-schema.ts';
import { plural } from '../report/plural.ts';
import type { Attempt, PackageRun, Report } from '../report/schema.ts';

const maxEndings = 8;

/** What kept tests from ending, and what an attempt did. */
const endingWords: Record<Ending, { because: string; did: string }> = {
  passed: { because: 'attempt 1', did: 'passed' },
  'no-tests': { because: 'attempt 1', did: 'ran no test' },
  failed: { because: 'attempt 1', did: 'failed' },
  crashed: { because: 'the crash', did: 'crashed' },
  killed: { because: 'the kill', did: 'killed' },
  exited: { because: 'the exit', did: 'ended itself' },
  'timed-out': { because: 'the timeout', did: 'timed out' },
  'build-failed': { because: 'the build', did: 'did not build' },
  'not-started': { because: 'the failed start', did: 'did not start' },
  lost: { because: 'the lost attempt', did: 'not seen to end' },
  cancelled: { because: 'the stop', did: 'stopped' },
};

/** What a further attempt was made for. */
const purposeWords: Record<NonNullable<Attempt['purpose']>, string> = {
  'carry-on': 'tests that had not ended',
  'start-again': 'started again',
  alone: 'the culprit alone',
  serial: 'one test at a time',
  fewer: 'fewer tests at a time',
  'soft-limit': 'soft memory limit',
  stress: 'repeated',
};

export function purposeText({ purpose }: Pick<Attempt, 'purpose'>): string {
  return purpose === undefined ? 'go test' : purposeWords[purpose];
}

export function endedText(ending: Ending): string {
  return endingWords[ending].did;
}

/** Attempts of the package, without a build that was killed before and without repetitions. */
export function madeAttempts({ attempts }: Pick<PackageRun, 'attempts'>): Attempt[] {
  return attempts.filter(({ number, purpose }) => number > 0 && purpose !== 'stress');
}

const fine = new Set<Ending>(['passed', 'no-tests', 'cancelled']);

/** The repetition of a leg with stress that failed; undefined where none did. */
export function failedRepetition({ attempts }: Pick<PackageRun, 'attempts'>): Attempt | undefined {
  return attempts.find(({ purpose, ending }) => purpose === 'stress' && !fine.has(ending));
}

/** Packages of which more is told than of a single attempt. */
export function recovered(report: Pick<Report, 'packages'>): PackageRun[] {
  return report.packages.filter(
    (run) =>
      run.recovery !== undefined ||
      madeAttempts(run).length > 1 ||
      failedRepetition(run) !== undefined,
  );
}

/** `3 attempts (crashed, crashed, passed); 41 tests that the crash had kept from ending passed in attempt 2` */
export function attemptsText(run: PackageRun): string {
  const made = madeAttempts(run);
  const ends = made.slice(0, maxEndings).map(({ ending }) => endedText(ending));
  const more = made.length > maxEndings ? ', ...' : '';
  const listed = ends.length === 0 ? '' : ` (${ends.join(', ')}${more})`;
  const later = laterText(run);
  return `${plural(made.length, 'attempt')}${listed}${later === null ? '' : `; ${later}`}`;
}

/** Tests are counted without their subtests. */
function laterText(run: PackageRun): string | null {
  const { tests, recovery } = run;
  const flaky = new Set(recovery?.flaky);
  const ends = new Map<string, (typeof outcomes)[number]>();
  const inAttempts = new Set<number>();
  for (const [name, outcome, , attempt] of tests.cases ?? []) {
    if (attempt === undefined || name.includes('/') || flaky.has(name)) continue;
    // With -count a test ends several times.
    if (ends.get(name) !== 'failed') ends.set(name, outcome);
    inAttempts.add(attempt);
  }
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const outcome of ends.values()) counts[outcome]++;
  const total = counts.passed + counts.failed + counts.skipped;
  if (total === 0) return null;
  const atLeast = hasAllCases(run) ? '' : 'at least ';
  const { because } = endingWords[run.ending];
  const subject = `${atLeast}${plural(total, 'test')} that ${because} had kept from ending`;
  const others = counts.failed > 0 && ranWithoutOthers(run, inAttempts) ? withoutOthers : '';
  return `${subject}${outcomesText(counts)} in ${numbersText([...inAttempts])}${others}`;
}

/** What fails there may only lack what other tests had prepared for it. */
const withoutOthers = ', without what had ended before';

function ranWithoutOthers(
  { attempts }: Pick<PackageRun, 'attempts'>,
  numbers: ReadonlySet<number>,
): boolean {
  return attempts.some(({ number, ranTests }) => ranTests !== undefined && numbers.has(number));
}

function hasAllCases({ tests: { cases = [], passed, failed, skipped } }: PackageRun): boolean {
  return cases.length >= passed + failed + skipped;
}

const outcomes = ['passed', 'failed', 'skipped'] as const;

function outcomesText(counts: Record<(typeof outcomes)[number], number>): string {
  const some = outcomes.filter((how) => counts[how] > 0);
  const [only] = some;
  if (only !== undefined && some.length === 1)
    return only === 'skipped' ? ' were skipped' : ` ${only}`;
  return `: ${some.map((how) => `${String(counts[how])} ${how}`).join(', ')},`;
}

/** `attempts 2 and 3` */
export function numbersText(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((one, other) => one - other);
  const last = sorted.at(-1);
  if (sorted.length <= 1) return `attempt ${String(last)}`;
  const shown = sorted.slice(0, -1).slice(0, maxEndings).map(String);
  const gap = sorted.length - 1 > maxEndings ? ', ...' : '';
  return `attempts ${shown.join(', ')}${gap} and ${String(last)}`;
}
