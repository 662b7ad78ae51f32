import type { CauseId } from '../report/cause-ids.ts';
import type { Ending } from '../report/ending-schema.ts';
import type { AttemptPurpose } from '../report/recovery-schema.ts';

/** What the next attempt of a package is decided by: one attempt that it has had. */
export interface AttemptView {
  number: number;
  /** Null for the first. */
  purpose: AttemptPurpose | null;
  ending: Ending;
  cause: CauseId | null;
  /** The top-level tests that it was to run; null for all of the package. */
  tests: readonly string[] | null;
  changes: readonly string[];
  /** Top-level tests that came to their end, as often as they were to run. */
  ended: readonly string[];
  /** Tests and subtests that were at work at its end. */
  active: readonly string[];
  /** The test or subtest that ended the process; null where nobody knows, and where it ended well. */
  culprit: string | null;
  inParallel: boolean;
  peakRssBytes: number | null;
}

const died: ReadonlySet<Ending> = new Set(['crashed', 'killed', 'exited', 'timed-out']);

/** The process was over before its tests were. */
export function hasDied({ ending }: Pick<AttemptView, 'ending'>): boolean {
  return died.has(ending);
}

const memory: ReadonlySet<CauseId> = new Set<CauseId>([
  ...(['oom-cgroup', 'oom-host', 'oom-guard', 'go-out-of-memory'] as const),
]);
/** What fewer tests at a time may help against. */
const limits: ReadonlySet<CauseId> = new Set<CauseId>([
  ...memory,
  ...(['thread-limit', 'fd-limit'] as const),
]);

/** Whether a cause is a want of memory, threads or files. */
export function diedOfLimit(cause: CauseId): boolean {
  return limits.has(cause);
}

/** It died, or its tests failed, for want of memory, threads or files. */
export function diedAtLimit({ cause, ending }: Pick<AttemptView, 'cause' | 'ending'>): boolean {
  return cause !== null && limits.has(cause) && (died.has(ending) || ending === 'failed');
}

export function diedOfMemory(view: Pick<AttemptView, 'cause' | 'ending'>): boolean {
  return view.cause !== null && memory.has(view.cause) && diedAtLimit(view);
}

/** Somebody else ended it: the tests at work may have had nothing to do with it. */
export function endedFromOutside(view: Pick<AttemptView, 'cause' | 'ending'>): boolean {
  return view.ending === 'killed' && (diedAtLimit(view) || view.cause === 'killed');
}
