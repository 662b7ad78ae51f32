import { topLevel } from '../crash/blame/running-tests.ts';
import type { CauseId } from '../report/cause-ids.ts';
import type { Ending } from '../report/ending-schema.ts';

/** What tells one way to die from another. */
export interface Death {
  ending: Ending;
  cause: CauseId | null;
  /** Of the crash's text; null where the process died without a word. */
  fingerprint: string | null;
  /** The function that the crash is blamed on; null where nothing tells. */
  blamed: string | null;
  exitCode: number | null;
  signal: string | null;
  /** Subtests with their names; null where nobody knows. */
  test: string | null;
}

/** It takes two, and which of them notices is chance. */
const ofTwo: ReadonlySet<CauseId | null> = new Set<CauseId>(['concurrent-map', 'data-race']);

/**
 * Whether two processes died of the same thing: they ended in the same way, nothing says that it was in another test, and the root
 * cause is one; where there is no text, exit code and signal are all that there is.
 * @param beside top-level tests that ran at the same time as the first died: any of them may be the one that dies
 */
export function isSameDeath(
  first: Death,
  second: Death,
  beside: ReadonlySet<string> = new Set(),
): boolean {
  if (first.ending !== second.ending) return false;
  const [test, other] = [topOf(first), topOf(second)];
  const isOther = test !== null && other !== null && test !== other;
  if (isOther && !beside.has(other)) return false;
  if (first.fingerprint !== null && second.fingerprint !== null) {
    if (first.fingerprint === second.fingerprint) return true;
    if (first.cause !== second.cause) return false;
    if (isOther) return ofTwo.has(first.cause);
    return first.blamed !== null && first.blamed === second.blamed;
  }
  return !isOther && first.exitCode === second.exitCode && first.signal === second.signal;
}

function topOf({ test }: Death): string | null {
  return test === null ? null : topLevel(test);
}
