import type { Problem } from './problems.ts';

/** Whoever runs the test alone does not meet a limit of the whole run, nor the end of a job. */
const ofTheRun =
  /^(?:oom-|go-out|address-|cpu-|fd-|thread-|file-|memlock-|disk-|killed|cancelled|runner-|lost|unknown)/;

/** Whether a command for the failing test alone can show the problem. */
export function isReproducible({ cause, runs }: Problem): boolean {
  return runs.length > 0 && !ofTheRun.test(cause);
}
