import { topLevel } from '../crash/blame/running-tests.ts';
import { hasDied, type AttemptView } from './attempt-view.ts';

/**
 * Top-level tests that need no further attempt: they have ended, or ended the process themselves. A test whose subtest did that is run
 * again without this subtest, where subtests can be left out.
 */
export function settledTests(attempts: readonly AttemptView[], canSkip: boolean): Set<string> {
  const settled = new Set<string>();
  for (const attempt of attempts) {
    const { culprit } = attempt;
    const fatal = culprit !== null && hasDied(attempt) ? culprit : null;
    const again = fatal?.includes('/') === true && canSkip ? topLevel(fatal) : null;
    // Where a subtest panics, package testing still says that the tests around it have failed; their other subtests did not run.
    for (const test of attempt.ended) if (test !== again) settled.add(test);
    if (fatal !== null && again === null) settled.add(topLevel(fatal));
  }
  return settled;
}
