import type { PackageFold } from '../gotest/package-fold.ts';
import { isBenchmark } from '../gotest/package-fold.ts';
import { innermost } from '../crash/blame/running-tests.ts';

/** Tests and subtests that were at work when the stream stopped: begun, not waiting for their turn, and without a subtest at work. */
export function activeTests(fold: Pick<PackageFold, 'running' | 'paused'> | null): string[] {
  if (fold === null) return [];
  return innermost(
    [...fold.running.keys()].filter((test) => !isBenchmark(test) && !fold.paused.has(test)),
  );
}
