import { decisiveAttempt } from '../report/decisive-attempt.ts';
import type { CauseId } from '../report/cause-ids.ts';
import type { PackageRun } from '../report/schema.ts';

export const outOfMemory: ReadonlySet<CauseId> = new Set([
  'oom-cgroup',
  'oom-guard',
  'oom-host',
  'go-out-of-memory',
]);

/**
 * What is told of several runs is what the first one shows. Where memory ran out that is to be one with a black box and without the
 * race detector, whose own memory hides what the tests held. Else the order stays.
 */
export function clearestFirst<T>(
  seen: readonly T[],
  runOf: (one: T) => PackageRun,
  races: ReadonlySet<string>,
): T[] {
  const blur = (one: T): number => {
    const run = runOf(one);
    if (!ranOut(run)) return 0;
    const hasBox = (decisiveAttempt(run)?.blackBox?.functions.length ?? 0) > 0;
    return (hasBox ? 0 : 2) + (races.has(run.leg) ? 1 : 0);
  };
  return seen.toSorted((a, b) => blur(a) - blur(b));
}

function ranOut({ cause, attempts }: PackageRun): boolean {
  return [cause, ...attempts.map((attempt) => attempt.cause)].some(
    (each) => each !== null && each !== undefined && outOfMemory.has(each.id),
  );
}
