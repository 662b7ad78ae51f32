import { decisiveAttempt } from '../../report/decisive-attempt.ts';
import type { Attempt, Cause } from '../../report/schema.ts';
import { seenCause } from '../../report/seen-cause.ts';
import type { Problem } from '../problems.ts';

/** The attempt of a problem's first package that died of it; null where none was made. */
export function attemptOf({ crash, runs }: Problem): Attempt | null {
  const [run] = runs;
  const seen = crash?.occurrences.find(
    ({ package: name, leg }) => name === run?.package && leg === run.leg,
  );
  const attempt = run?.attempts.find(({ number }) => number === seen?.attempt);
  return attempt ?? (run === undefined ? null : (decisiveAttempt(run) ?? null));
}

/** The cause with its evidence, as the facts of a run have it; null where only a text tells. */
export function causeOf({ cause: id, runs, crash }: Problem): Cause | null {
  const [first] = runs;
  const seen = crash === null || first === undefined ? null : seenCause(crash, first);
  if (seen !== null) return seen;
  const causes = runs.flatMap((run) => [
    run.cause,
    ...run.attempts.map(({ cause }) => cause),
    ...(run.fuzz ?? []).map(({ cause }) => cause),
  ]);
  return causes.find((cause) => cause?.id === id) ?? null;
}

/** A package of a leg, as a key. */
export function keyOf({ leg, package: name }: { leg: string; package: string }): string {
  return `${leg} ${name}`;
}
