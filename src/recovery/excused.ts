import type { Cause, PackageRun } from '../report/schema.ts';
import { diedOfLimit, hasDied, type AttemptView } from './attempt-view.ts';

/** One attempt, and what was at work at its end. */
export interface EndedAttempt {
  ending: PackageRun['ending'];
  cause: Cause | null;
  tests: PackageRun['tests'];
  /** Tests and subtests, no benchmarks. */
  active: AttemptView['active'];
}

/**
 * The tests that were at work when an attempt was killed, if all of them passed later, nothing else went wrong, and the last attempt
 * came to a good end: top-level names. None where anything of that is not so.
 */
export function excusedTests(attempts: readonly EndedAttempt[]): string[] {
  const last = attempts.at(-1);
  if (last?.ending !== 'passed') return [];
  const excused = new Set<string>();
  for (const [at, attempt] of attempts.entries()) {
    if (!hasDied(attempt)) {
      if (attempt.ending !== 'passed') return [];
      continue;
    }
    const stopped = attempt.tests.unfinished;
    // What dies with no test at work dies of something else: of what comes before, between or after them.
    if (!wasStopped(attempt) || attempt.active.length === 0) return [];
    const passed = passedIn(attempts.slice(at + 1));
    for (const test of stopped) {
      if (!passed.has(test)) return [];
      if (!test.includes('/')) excused.add(test);
    }
  }
  return [...excused];
}

/** By the kernel, by the guard or by somebody else; or by the runtime, for want of memory or threads. A text alone is no proof. */
function wasStopped({ ending, cause }: EndedAttempt): boolean {
  if (cause === null) return false;
  if (ending === 'killed') return cause.id === 'killed' || diedOfLimit(cause.id);
  return ending === 'crashed' && cause.confidence === 'confirmed' && diedOfLimit(cause.id);
}

function passedIn(attempts: readonly EndedAttempt[]): Set<string> {
  const cases = attempts.flatMap(({ tests }) => tests.cases ?? []);
  return new Set(cases.filter(([, how]) => how === 'passed').map(([name]) => name));
}
