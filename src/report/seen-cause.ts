import type { Cause, Crash, PackageRun } from './schema.ts';

type Seen = Pick<Crash, 'cause' | 'occurrences'>;

/** Of a crash that is seen everywhere the first places are enough. */
const maxOccurrences = 100;

/** Why the attempt of this run ended in which the crash was seen; null where that was not found out or is something else. */
export function seenCause({ cause: id, occurrences }: Seen, run: PackageRun): Cause | null {
  const seen = occurrences
    .slice(0, maxOccurrences)
    .find(({ package: name, leg }) => name === run.package && leg === run.leg);
  const attempt = run.attempts.find(({ number }) => number === seen?.attempt);
  // The first attempt's cause is that of the package.
  const cause = attempt?.cause ?? (attempt?.purpose === undefined ? run.cause : null);
  return cause?.id === id ? cause : null;
}
