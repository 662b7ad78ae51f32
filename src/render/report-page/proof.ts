import type { Attempt, Cause } from '../../report/schema.ts';
import type { Problem } from '../problems.ts';

/** The attempt of a problem's first package that died of it; null where none was made. */
export function attemptOf({ crash, runs }: Problem): Attempt | null {
  const [run] = runs;
  const seen = crash?.occurrences.find(
    ({ package: name, leg }) => name === run?.package && leg === run.leg,
  );
  const attempt = run?.attempts.find(({ number }) => number === seen?.attempt);
  return attempt ?? run?.attempts.at(-1) ?? null;
}

/** The cause with its evidence, as the facts of a run have it; null where only a text tells. */
export function causeOf({ cause: id, runs }: Problem): Cause | null {
  const causes = runs.flatMap((run) => [run.cause, ...run.attempts.map(({ cause }) => cause)]);
  return causes.find((cause) => cause?.id === id) ?? null;
}

/** A package of a leg, as a key. */
export function keyOf({ leg, package: name }: { leg: string; package: string }): string {
  return `${leg} ${name}`;
}
