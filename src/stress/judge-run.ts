import type { EndRecord } from '../evidence/records.ts';
import { isBenchmark, type PackageFold } from '../gotest/package-fold.ts';

/** What a run of the test binary says of the package. */
export type RunJudgement =
  /** `ended`: how often each top-level test ended. */
  | { kind: 'passed'; ended: ReadonlyMap<string, number> }
  /** `isProven`: it shows by itself that the code is wrong, whatever else was different in this run. */
  | { kind: 'failed'; test: string | null; isProven: boolean }
  /** It was still running when its -timeout was over. */
  | { kind: 'timed-out'; running: string[] }
  /** It was ended from outside, and says nothing. */
  | { kind: 'cut' }
  | { kind: 'not-run'; because: string };

export interface EndedRun {
  fold: PackageFold | null;
  end: EndRecord | null;
  /** It outlived the time that the supervisor gave it. */
  timedOut: boolean;
}

/** The exit code of the race detector (GORACE exitcode). */
const raceExitCode = 66;

export function judgeRun({ fold, end, timedOut }: EndedRun): RunJudgement {
  if (end !== null && end.startError !== null)
    return { kind: 'not-run', because: `its test binary could not be started: ${end.startError}` };
  if (timedOut || end === null || end.parentGone) return { kind: 'cut' };
  const running = [...(fold?.running.keys() ?? [])].filter((test) => !isBenchmark(test));
  if (fold !== null && hasTimedOut(fold, end)) return { kind: 'timed-out', running };
  const passed = end.exitCode === 0 && fold !== null && fold.action === 'pass' && fold.failed === 0;
  if (!passed || running.length > 0)
    return { kind: 'failed', test: culprit(fold, running), isProven: isProven(fold, end) };
  if (fold.ended.size === 0) return { kind: 'not-run', because: 'no test ran in it' };
  return { kind: 'passed', ended: fold.ended };
}

/** Anyone can print such a line; a process that ends with 2, or is killed, after it means it. */
function hasTimedOut(fold: PackageFold, { exitCode, signal }: EndRecord): boolean {
  return (
    (fold.timedOut && (exitCode === 2 || signal === 'SIGABRT')) ||
    (fold.killedByGo && exitCode !== 0)
  );
}

function culprit(fold: PackageFold | null, running: readonly string[]): string | null {
  const name = fold?.failures[0]?.test ?? running.at(-1) ?? null;
  return name === null ? null : (name.split('/', 1)[0] ?? null);
}

/** A data race, a fatal error of the runtime, a signal. */
function isProven(fold: PackageFold | null, end: EndRecord): boolean {
  if (end.signal !== null || end.exitCode === raceExitCode) return true;
  if (fold === null) return false;
  const texts = [fold.output.text(), ...fold.failures.map(({ output }) => output)];
  return (
    fold.crashLine?.startsWith('fatal error: ') === true ||
    texts.some(
      (text) =>
        text.includes('WARNING: DATA RACE') ||
        text.includes('race detected during execution of test'),
    )
  );
}
