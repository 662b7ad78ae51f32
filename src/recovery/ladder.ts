import { topLevel } from '../crash/blame/running-tests.ts';
import { formatBytes } from '../report/format.ts';
import type { LadderStep } from '../report/recovery-schema.ts';
import { diedAtLimit, diedOfMemory, endedFromOutside, type AttemptView } from './attempt-view.ts';
import type { RecoveryState, Step } from './next-step.ts';

type Rung = LadderStep['step'];

/** A soft limit this far below the ceiling leaves room for what is not Go's heap. */
const softShare = 0.85;
/** So many tests side by side are tried only if by the figures they take no more than this of the ceiling. */
const fittingShare = 0.9;

/**
 * After a death at a limit: the culprit alone, the package with one test at a time, with as many as should fit, with a soft limit. The first
 * death decides; null when no step is left that could say more.
 * @param pending tests that have still to run
 */
export function nextLadderStep(state: RecoveryState, pending: number): Step | null {
  const { attempts } = state;
  const death = attempts.find((attempt) => attempt.purpose === null && isOutOf(attempt));
  if (death === undefined) return null;
  const done = (rung: Rung): AttemptView | undefined =>
    attempts.find(({ purpose }) => purpose === rung);
  const alone = done('alone');
  const one = done('serial');
  const aloneFits = alone === undefined || !isOutOf(alone);
  const culprit = soleCulprit(death);
  const others = state.declared.some(({ name }) => name !== culprit);
  if (culprit !== null && alone === undefined && (others || death.inParallel))
    return step('alone', { wanted: [culprit] });
  if (!diedAtLimit(death)) return null;
  // One test may have several subtests side by side.
  const mayFit = aloneFits || alone.inParallel;
  if (death.inParallel && one === undefined && mayFit) return step('serial', {});
  // What has not run yet is worth more than figures.
  if (pending > 0) return null;
  const many = fewer(state, death, one);
  if (many !== null && done('fewer') === undefined) return step('fewer', { parallel: many });
  const { ceilingBytes } = state;
  const helps = one === undefined ? !death.inParallel || !aloneFits : isOutOf(one);
  if (!diedOfMemory(death) || ceilingBytes === null || !helps || done('soft-limit') !== undefined)
    return null;
  const wanted = aloneFits || culprit === null ? null : [culprit];
  return softly(wanted, death.inParallel, ceilingBytes);
}

function isOutOf(attempt: AttemptView): boolean {
  return diedAtLimit(attempt) || endedFromOutside(attempt);
}

/** The top-level test that was at work; null where several were and nothing tells which one it was. */
function soleCulprit({ culprit, active }: AttemptView): string | null {
  if (culprit !== null) return topLevel(culprit);
  const names = new Set(active.map(topLevel));
  const [only = null] = names;
  return names.size === 1 ? only : null;
}

/** How many tests side by side should fit by what one at a time took; null where that is one, all, or not known. */
function fewer(
  { ceilingBytes, parallel }: RecoveryState,
  death: AttemptView,
  one: AttemptView | undefined,
): number | null {
  if (one === undefined || isOutOf(one) || !diedOfMemory(death)) return null;
  if (ceilingBytes === null || one.peakRssBytes === null || one.peakRssBytes === 0) return null;
  const fitting = Math.floor((ceilingBytes * fittingShare) / one.peakRssBytes);
  return fitting >= 2 && fitting < parallel ? fitting : null;
}

function softly(wanted: readonly string[] | null, inParallel: boolean, ceilingBytes: number): Step {
  const limit = Math.floor(ceilingBytes * softShare);
  const base = step('soft-limit', {
    wanted,
    ...(inParallel && wanted === null ? { parallel: 1 } : {}),
  });
  return {
    ...base,
    env: { GOMEMLIMIT: String(limit) },
    changes: [`GOMEMLIMIT=${mebibytes(limit)}`, ...base.changes],
  };
}

/** As GOMEMLIMIT takes it. */
function mebibytes(bytes: number): string {
  return bytes >= 1024 * 1024
    ? `${String(Math.floor(bytes / 1024 / 1024))}MiB`
    : formatBytes(bytes);
}

function step(
  rung: Rung,
  { wanted = null, parallel }: { wanted?: readonly string[] | null; parallel?: number },
): Step {
  const many = rung === 'serial' ? 1 : parallel;
  return {
    purpose: rung,
    wanted,
    leaveOut: [],
    flags: many === undefined ? [] : [`-test.parallel=${String(many)}`],
    env: {},
    changes: many === undefined ? [] : [`-parallel=${String(many)}`],
  };
}
