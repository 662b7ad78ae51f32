import { decisiveAttempt } from '../report/decisive-attempt.ts';
import { plural } from '../report/plural.ts';
import type { Comparison } from '../report/comparison-schema.ts';
import type { Resilience } from '../settings/resilience.ts';
import type { FailOn } from '../settings/schema.ts';
import type { LegReport, PackageRun, Reason, Verdict } from '../report/schema.ts';
import type { Leak } from '../report/leak-schema.ts';
import { fuzzReasons } from './fuzz-reasons.ts';
import { leakReasons, type LeakModes } from './leak-reasons.ts';
import { judgeFurther } from './further-reasons.ts';
import { judgeLeg } from './leg-reasons.ts';
import { outcomes, type Outcome } from './outcomes.ts';
import { flakyText, hasRecovered } from './recovered.ts';
import { memoryReasons } from './memory-reasons.ts';
import { searchReasons, type SearchedLeg } from './search-reasons.ts';

export interface VerdictInput {
  packages: readonly PackageRun[];
  legs: readonly LegReport[];
  /** Why nothing could be planned, null when it could. */
  problem: string | null;
  /** Other jobs run further packages: that none of these has tests says nothing. */
  partial?: boolean;
  cancelled: boolean;
  /** Null where no heap figures were to be judged. */
  comparison: Comparison | null;
  failOn: readonly FailOn[];
  /** What a test means that was killed and passed in a later attempt. */
  flaky?: Resilience['flaky'];
  /** What the tests left behind, and which of that fails the run. */
  leaks?: { found: readonly Leak[]; modes: LeakModes };
  /** What is to be looked for after the tests. */
  searched?: readonly SearchedLeg[];
}

/** The colour of a run: `pass` only if every test that should have run was seen to end well. */
export function judge(input: VerdictInput): Verdict {
  const found: { reason: Reason; status: 'fail' | 'incomplete' }[] = [];
  for (const run of input.packages) found.push(...judgePackage(run), ...fuzzReasons(run));
  for (const leg of input.legs) found.push(...judgeLeg(leg, input.packages));
  // Of a run that was stopped nobody expects that it came to the end.
  if (!input.cancelled)
    found.push(...searchReasons(input.searched ?? [], input.legs, input.packages));
  if (input.problem !== null) {
    found.push({ reason: { kind: 'lost', message: input.problem }, status: 'incomplete' });
  }
  const ran = input.packages.some(({ tests }) => tests.passed + tests.failed + tests.skipped > 0);
  if (!ran && found.length === 0 && input.partial !== true) {
    found.push({
      reason: { kind: 'no-tests', message: 'no test ran in any package' },
      status: 'incomplete',
    });
  }
  for (const reason of memoryReasons(input.comparison)) found.push({ reason, status: 'fail' });
  if (input.leaks !== undefined)
    for (const reason of leakReasons(input.leaks.found, input.leaks.modes))
      found.push({ reason, status: 'fail' });
  if (input.cancelled) {
    found.push({
      reason: { kind: 'cancelled', message: 'the run was stopped before its end' },
      status: 'incomplete',
    });
  }
  const blocking = found.filter(({ reason }) => blocks(reason.kind, input));
  const status = blocking.some((item) => item.status === 'fail')
    ? 'fail'
    : blocking.length > 0
      ? 'incomplete'
      : 'pass';
  return { status, reasons: found.map(({ reason }) => reason) };
}

function blocks(kind: Reason['kind'], { failOn, flaky = 'fail' }: VerdictInput): boolean {
  switch (kind) {
    // What nobody saw cannot be waived: no setting makes a run green whose end is unknown.
    case 'lost':
    case 'cancelled':
      return true;
    // Leaks become reasons only where the settings say that they fail the run.
    case 'goroutine-leak':
    case 'memory-leak':
      return true;
    case 'flaky':
      return flaky === 'fail' && failOn.includes('crash');
    default:
      return failOn.includes(kind);
  }
}

function* judgePackage(
  run: PackageRun,
): Generator<{ reason: Reason; status: 'fail' | 'incomplete' }> {
  const at = { package: run.package, leg: run.leg };
  const { unfinished, neverRan, failures, failed } = run.tests;
  const missing = missingText(unfinished.length, neverRan.length);
  const cleanExit = run.ending === 'exited' && decisiveAttempt(run)?.exitCode === 0 && failed === 0;
  const recovered = hasRecovered(run);
  const outcome: Outcome | null = cleanExit
    ? { kind: 'missing-tests', status: 'incomplete' }
    : recovered
      ? { kind: 'flaky', status: 'fail' }
      : outcomes[run.ending];
  if (outcome !== null) {
    const first = failures[0] ?? null;
    yield {
      status: outcome.status,
      reason: {
        kind: outcome.kind,
        message: `${describeEnding(run)}${missing === '' ? '' : `; ${missing}`}${recovered ? flakyText(run) : ''}`,
        ...at,
        ...(run.ending === 'failed' && first !== null ? { test: first.test } : {}),
      },
    };
  }
  const told: Reason['kind'][] = outcome === null ? [] : [outcome.kind];
  yield* judgeFurther(run, new Set(recovered ? ['crash', ...told] : told));
  if (missing !== '' && outcome?.kind !== 'missing-tests') {
    yield { status: 'incomplete', reason: { kind: 'missing-tests', message: missing, ...at } };
  }
  if (failed > 0 && outcome?.kind !== 'test-failure') {
    yield {
      status: 'fail',
      reason: { kind: 'test-failure', message: `${plural(failed, 'test')} failed`, ...at },
    };
  }
}

/** One line for a person: how the package's process ended. */
export function describeEnding(run: PackageRun): string {
  const last = decisiveAttempt(run);
  const code = last?.exitCode ?? null;
  const signal = last?.signal ?? null;
  const withCode = code === null ? '' : ` with exit code ${String(code)}`;
  switch (run.ending) {
    case 'passed':
      return 'passed';
    case 'no-tests':
      return 'has no tests to run';
    case 'failed':
      return run.tests.failed > 0
        ? `${plural(run.tests.failed, 'test')} failed`
        : `all tests ended, then the process ended${withCode}`;
    case 'crashed':
      return signal === null ? 'crashed' : `crashed by ${signal}`;
    case 'killed':
      return `killed by ${signal ?? 'a signal'}`;
    case 'exited':
      return `the process ended itself${withCode}`;
    case 'timed-out':
      return 'ran into -timeout';
    case 'build-failed':
      return run.cause?.id === 'vet-failed' ? 'was refused by go vet' : 'did not build';
    case 'not-started':
      return 'never started';
    case 'cancelled':
      return 'stopped with the run';
    case 'lost':
      return 'its records stop: nobody saw it end';
  }
}

function missingText(unfinished: number, neverRan: number): string {
  const parts = [
    ...(unfinished > 0 ? [`${plural(unfinished, 'test')} unfinished`] : []),
    ...(neverRan > 0 ? [`${plural(neverRan, 'test')} never ran`] : []),
  ];
  return parts.join(', ');
}
