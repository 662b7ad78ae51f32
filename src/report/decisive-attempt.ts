import type { Attempt, PackageRun } from './schema.ts';

/** The attempt that a package's ending tells of: the first that ended so; undefined where none left a record. */
export function decisiveAttempt({
  ending,
  attempts,
}: Pick<PackageRun, 'ending' | 'attempts'>): Attempt | undefined {
  const same = attempts.filter((attempt) => attempt.ending === ending);
  // Who leaves with 0 looks harmless: another one says more.
  const telling = same.find(({ exitCode }) => ending !== 'exited' || exitCode !== 0);
  return telling ?? same[0] ?? attempts.at(-1);
}
