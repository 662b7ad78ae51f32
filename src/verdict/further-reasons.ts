import type { Attempt, PackageRun, Reason } from '../report/schema.ts';
import { outcomes, type Outcome } from './outcomes.ts';

/**
 * What went wrong in further attempts, each kind once: a reason that may be waived for the first attempt does not stand for another
 * one of a later attempt.
 * @param told kinds of reasons that the package has already
 */
export function* judgeFurther(
  { package: name, leg, attempts, tests }: PackageRun,
  told: ReadonlySet<Reason['kind']>,
): Generator<{ reason: Reason; status: Outcome['status'] }> {
  const seen = new Set(told);
  for (const attempt of attempts) {
    if (attempt.purpose === undefined || attempt.purpose === 'start-again') continue;
    const outcome = outcomeOf(attempt);
    // Tests that failed are counted for the package as a whole.
    if (outcome === null || (outcome.kind === 'test-failure' && tests.failed > 0)) continue;
    if (seen.has(outcome.kind)) continue;
    seen.add(outcome.kind);
    const message = `attempt ${String(attempt.number)} ${wordsOf(attempt)}`;
    yield {
      reason: { kind: outcome.kind, message, package: name, leg },
      status: outcome.status,
    };
  }
}

/** Who leaves with 0 in the middle of its tests leaves some of them out, which is told by itself. */
function outcomeOf({ ending, exitCode }: Attempt): Outcome | null {
  return ending === 'exited' && exitCode === 0 ? null : outcomes[ending];
}

function wordsOf({ ending, exitCode, signal }: Attempt): string {
  if (signal !== null) return `was ended by ${signal}`;
  if (exitCode !== null) return `ended with exit code ${String(exitCode)}`;
  return ending === 'cancelled' ? 'was stopped with the run' : 'was not seen to end';
}
