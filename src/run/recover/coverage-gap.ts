import type { AttemptRecords } from '../attempts.ts';
import type { ResultRerun } from './rerun.ts';

const what =
  'the coverage profile (-coverprofile) has nothing of what ran in further attempts: go test writes it at the end of its own run';

/**
 * What a coverage profile that the user asked for lacks, or null.
 * @param first the processes of go test's own run and of go tests that took its place
 * @param again another go test took its place
 */
export function coverageGap(
  first: readonly Pick<AttemptRecords, 'start'>[],
  further: readonly Pick<ResultRerun, 'purpose'>[],
  again: boolean,
): string | null {
  const asked = first.some(({ start }) => namesProfile(start?.args ?? []));
  // Repetitions add nothing that has not run before.
  const more = again || further.some(({ purpose }) => purpose !== 'stress');
  return asked && more ? what : null;
}

/** go test hands the flag on as one word, before the user's own arguments, with a file of its own. */
function namesProfile(args: readonly string[]): boolean {
  const end = args.findIndex((arg) => !arg.startsWith('-') || arg === '--');
  const own = end < 0 ? args : args.slice(0, end);
  return own.some((arg) => /^--?test\.coverprofile=/.test(arg));
}
