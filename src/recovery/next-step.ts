import { topLevel } from '../crash/blame/running-tests.ts';
import type { DeclaredTest } from '../evidence/completeness.ts';
import type { AttemptPurpose } from '../report/recovery-schema.ts';
import { diedAtLimit, endedFromOutside, hasDied, type AttemptView } from './attempt-view.ts';
import { nextLadderStep } from './ladder.ts';
import { settledTests } from './settled-tests.ts';

/** A package that has not ended well, so far. */
export interface RecoveryState {
  /** In the order in which the package runs them. */
  declared: readonly DeclaredTest[];
  attempts: readonly AttemptView[];
  /** Attempts in all. */
  bound: number;
  failfast: boolean;
  /** Whether subtests can be left out (go test -skip, from Go 1.20 on). */
  canSkip: boolean;
  ceilingBytes: number | null;
  /** Tests that package testing runs side by side unless it is told otherwise. */
  parallel: number;
}

/** A further attempt. */
export interface Step {
  purpose: AttemptPurpose;
  /** Top-level tests; null for all of the package. */
  wanted: readonly string[] | null;
  /** Subtests of those that are not to run again. */
  leaveOut: readonly string[];
  flags: readonly string[];
  env: Readonly<Record<string, string>>;
  /** As a person would write it for go test. */
  changes: readonly string[];
}

/** What comes next: a further attempt, or why there is none; `complete` when every test has ended or ended the process. */
export type Next = { step: Step } | { stopped: string } | 'complete';

const serial = { flags: ['-test.parallel=1'], changes: ['-parallel=1'] };

export function nextStep(state: RecoveryState): Next {
  const { attempts, declared, bound } = state;
  const [first] = attempts;
  const last = attempts.at(-1);
  if (first === undefined || last === undefined) return 'complete';
  if (!hasDied(first) && !diedAtLimit(first)) return 'complete';
  const settled = settledTests(attempts, state.canSkip);
  const pending = [...new Set(declared.map(({ name }) => name))].filter(
    (name) => !settled.has(name),
  );
  const ladder = nextLadderStep(state, pending.length);
  if (pending.length === 0 && ladder === null) return 'complete';
  if (state.failfast)
    return { stopped: 'go test was told to stop at the first failure (-failfast)' };
  if (attempts.length >= bound)
    return pending.length === 0
      ? 'complete'
      : { stopped: `the package has had ${String(bound)} attempts, as many as it may have` };
  if (ladder !== null && !leavesOthers(ladder, pending, bound - attempts.length))
    return { step: ladder };
  const standstill = noProgress(state);
  if (standstill !== null) return { stopped: standstill };
  return { step: carryOn(state, pending) };
}

/** The last attempt goes to tests that have not run yet, not to the culprit once more. */
function leavesOthers(
  { purpose, wanted }: Step,
  pending: readonly string[],
  left: number,
): boolean {
  const isOther = (name: string): boolean => wanted?.includes(name) !== true;
  return purpose === 'alone' && left === 1 && pending.some(isOther);
}

/**
 * The tests that are left. Those of which nobody knows which one ended the process come last, one at a time; so do those with one fatal
 * subtest after the other, which would keep all that stand behind them from running.
 */
function carryOn({ attempts, canSkip }: RecoveryState, pending: readonly string[]): Step {
  const suspects = new Set(attempts.flatMap(suspectsOf));
  const repeated = repeatedlyFatal(attempts);
  const innocent = pending.filter((name) => !suspects.has(name) && !repeated.has(name));
  const wanted = innocent.length > 0 ? innocent : pending;
  const oneByOne = innocent.length === 0 && pending.some((name) => suspects.has(name));
  return {
    purpose: 'carry-on',
    wanted,
    leaveOut: canSkip ? attempts.flatMap(({ culprit }) => subtestOf(culprit, wanted)) : [],
    flags: oneByOne ? serial.flags : [],
    env: {},
    changes: oneByOne ? serial.changes : [],
  };
}

/** Tests of which two attempts at least died in a subtest. */
function repeatedlyFatal(attempts: readonly AttemptView[]): Set<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { culprit } of attempts) {
    if (culprit?.includes('/') !== true) continue;
    const test = topLevel(culprit);
    (once.has(test) ? again : once).add(test);
  }
  return again;
}

function subtestOf(culprit: string | null, wanted: readonly string[]): string[] {
  return culprit?.includes('/') === true && wanted.includes(topLevel(culprit)) ? [culprit] : [];
}

/** Top-level tests at work when a process died of which nobody knows who ended it. */
function suspectsOf(attempt: AttemptView): string[] {
  return hasDied(attempt) && attempt.culprit === null ? attempt.active.map(topLevel) : [];
}

/** Why one more attempt would end like the last one, or null. The steps of the ladder are made for their figures. */
function noProgress({ attempts: all, canSkip }: RecoveryState): string | null {
  const attempts = all.filter(({ purpose }) => purpose === null || purpose === 'carry-on');
  const last = attempts.at(-1);
  if (last === undefined || !hasDied(last)) return last === undefined ? null : unmoved(last);
  const before = settledTests(attempts.slice(0, -1), canSkip);
  const now = settledTests(attempts, canSkip);
  const narrowed =
    last.culprit?.includes('/') === true &&
    !attempts.slice(0, -1).some(({ culprit }) => culprit === last.culprit);
  if (now.size > before.size || narrowed) return null;
  // With suspects the next attempt runs others, or the same ones one at a time.
  if (last.active.length > 1 && !last.changes.includes('-parallel=1')) return null;
  if (last.active.length > 0 && endedFromOutside(last) && last.purpose === null) return null;
  return last.active.length === 0 && last.ended.length === 0
    ? `attempt ${String(last.number)} ended before its first test, and so would the next one`
    : `attempt ${String(last.number)} brought no further test to its end`;
}

/** A further attempt that ended by itself and still left tests out: they did not begin although they were chosen. */
function unmoved({ purpose, number, tests, ended }: AttemptView): string | null {
  return purpose === 'carry-on' && tests?.every((test) => ended.includes(test)) !== true
    ? `attempt ${String(number)} ended by itself and did not run all the tests that it was to run`
    : null;
}
