import { plural } from '../report/plural.ts';
import type { Comparison } from '../report/comparison-schema.ts';
import type { FailOn } from '../settings/schema.ts';
import type { Ending } from '../report/ending-schema.ts';
import type { LegReport, PackageRun, Reason, Verdict } from '../report/schema.ts';
import { memoryReasons } from './memory-reasons.ts';

interface Outcome {
  kind: Reason['kind'];
  status: 'fail' | 'incomplete';
}

/** What an ending means for the verdict, before its tests are looked at. */
const outcomes: Record<Ending, Outcome | null> = {
  passed: null,
  'no-tests': null,
  failed: { kind: 'test-failure', status: 'fail' },
  crashed: { kind: 'crash', status: 'fail' },
  killed: { kind: 'crash', status: 'fail' },
  exited: { kind: 'crash', status: 'fail' },
  'timed-out': { kind: 'crash', status: 'fail' },
  'build-failed': { kind: 'build-failure', status: 'fail' },
  'not-started': { kind: 'lost', status: 'incomplete' },
  lost: { kind: 'lost', status: 'incomplete' },
  cancelled: { kind: 'cancelled', status: 'incomplete' },
};

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
}

/** The colour of a run: `pass` only if every test that should have run was seen to end well. */
export function judge(input: VerdictInput): Verdict {
  const found: { reason: Reason; status: 'fail' | 'incomplete' }[] = [];
  for (const run of input.packages) found.push(...judgePackage(run));
  for (const leg of input.legs) found.push(...judgeLeg(leg, input.packages));
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
  if (input.cancelled) {
    found.push({
      reason: { kind: 'cancelled', message: 'the run was stopped before its end' },
      status: 'incomplete',
    });
  }
  const blocking = found.filter(
    ({ reason }) => isUnseen(reason.kind) || input.failOn.includes(reason.kind),
  );
  const status = blocking.some((item) => item.status === 'fail')
    ? 'fail'
    : blocking.length > 0
      ? 'incomplete'
      : 'pass';
  return { status, reasons: found.map(({ reason }) => reason) };
}

/** What nobody saw cannot be waived: no setting makes a run green whose end is unknown. */
function isUnseen(kind: Reason['kind']): kind is 'lost' | 'cancelled' {
  return kind === 'lost' || kind === 'cancelled';
}

function* judgePackage(
  run: PackageRun,
): Generator<{ reason: Reason; status: 'fail' | 'incomplete' }> {
  const at = { package: run.package, leg: run.leg };
  const { unfinished, neverRan, failures, failed } = run.tests;
  const missing = missingText(unfinished.length, neverRan.length);
  const cleanExit = run.ending === 'exited' && run.attempts.at(-1)?.exitCode === 0 && failed === 0;
  const outcome: Outcome | null = cleanExit
    ? { kind: 'missing-tests', status: 'incomplete' }
    : outcomes[run.ending];
  if (outcome !== null) {
    const first = failures[0] ?? null;
    yield {
      status: outcome.status,
      reason: {
        kind: outcome.kind,
        message: `${describeEnding(run)}${missing === '' ? '' : `; ${missing}`}`,
        ...at,
        ...(run.ending === 'failed' && first !== null ? { test: first.test } : {}),
      },
    };
  }
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

/**
 * go test's own end must agree with what its packages say; a stream that was cut off is never green. The same goes for each
 * further go test that gave results.
 */
function* judgeLeg(
  leg: LegReport,
  packages: readonly PackageRun[],
): Generator<{ reason: Reason; status: 'fail' | 'incomplete' }> {
  const own = packages.filter((run) => run.leg === leg.name);
  const rebuilds = (leg.rounds ?? []).filter(({ purpose }) => purpose === 'rebuild');
  const ends = [
    { what: 'go test', explained: own.some(isExplained), ...leg },
    ...rebuilds.map((round) => ({
      what: 'the go test that built again what had been killed',
      explained: own.some(({ ending }) => outcomes[ending] !== null),
      ...round,
    })),
  ];
  for (const { what, explained, signal, exitCode } of ends) {
    const message = describeGoEnd(what, signal, exitCode, explained);
    if (message !== null)
      yield { status: 'incomplete', reason: { kind: 'lost', message, leg: leg.name } };
  }
}

function describeGoEnd(
  what: string,
  signal: string | null,
  exitCode: number | null,
  explained: boolean,
): string | null {
  if (signal !== null) return `${what} itself was ended by ${signal}`;
  if (exitCode === null) return `nobody saw how ${what} ended: its records stop`;
  if (exitCode !== 0 && !explained)
    return `${what} ended with exit code ${String(exitCode)} although no package says why`;
  return null;
}

/** A failure of the package, or a build of it that was killed at first, explains why go test failed. */
function isExplained(run: PackageRun): boolean {
  return outcomes[run.ending] !== null || run.attempts.some(({ number }) => number === 0);
}

/** One line for a person: how the package's process ended. */
export function describeEnding(run: PackageRun): string {
  const last = run.attempts.at(-1);
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
