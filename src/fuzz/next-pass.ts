import type { FuzzProgress } from './fuzz-progress.ts';

/** How one go test that fuzzed a target came to its end. */
export interface PassFacts {
  progress: FuzzProgress;
  /** What the order said. */
  fuzzMs: number;
  /** Of go test; null where it was killed or nobody saw it. */
  exitCode: number | null;
  buildFailed: boolean;
  /** go test itself outlived its time and was killed. */
  overran: boolean;
  /** The name of the failing input that it left; null for none. */
  input: string | null;
}

/** What a pass comes to, read from its facts. */
export type PassEnding =
  | { kind: 'clean' }
  /** Nothing failed, but a worker did not answer when the time was over: it may hang. */
  | { kind: 'unanswered' }
  | { kind: 'failing'; input: string }
  /** An input that the target began with fails. */
  | { kind: 'failing-seed'; seed: string }
  /** An input failed, and it is nowhere to be found. */
  | { kind: 'unkept'; why: string }
  /** A worker was killed, and go test keeps no input then. */
  | { kind: 'killed'; end: string }
  | { kind: 'skipped' }
  /** It did not come to fuzzing, or broke off. */
  | { kind: 'broken'; why: string };

// src/internal/fuzz/worker.go (stop): a worker that does not end within a second of being told to gets SIGINT, and SIGKILL a
// second later. One that was at work ends at once.
const answerMs = 1500;

export function passEnding(facts: PassFacts): PassEnding {
  const { progress, input, exitCode } = facts;
  if (input !== null) return { kind: 'failing', input };
  if (progress.failingSeed !== null) return { kind: 'failing-seed', seed: progress.failingSeed };
  const lost = progress.failed ? lostInput(progress) : null;
  if (lost !== null) return { kind: 'unkept', why: lost };
  if (facts.overran) return { kind: 'broken', why: 'go test did not end in time and was killed' };
  if (facts.buildFailed) return { kind: 'broken', why: 'it could not be built for fuzzing' };
  if (progress.workerEnd?.startsWith('signal: ') === true)
    return { kind: 'killed', end: progress.workerEnd };
  if (progress.skipped && exitCode === 0) return { kind: 'skipped' };
  if (!progress.passed || exitCode !== 0)
    return { kind: 'broken', why: brokenOff(progress, exitCode) };
  if (!progress.began) return { kind: 'broken', why: 'it ended before any input was made' };
  const overtimeMs = (progress.elapsedMs ?? 0) - facts.fuzzMs;
  if (overtimeMs >= answerMs) return { kind: 'unanswered' };
  if (overtimeMs <= -answerMs || progress.elapsedMs === null)
    return { kind: 'broken', why: tooShort(progress, facts.fuzzMs) };
  if ((progress.executions ?? 0) === 0)
    return { kind: 'broken', why: 'no input came to its end in that time' };
  return { kind: 'clean' };
}

/** How a failing input that go test spoke of was lost; null where it spoke of none. */
function lostInput({ unwritten, wroteInput, minimising }: FuzzProgress): string | null {
  if (unwritten !== null)
    return `go test could not write it down (${unwritten}), which loses what the target said of it too: make testdata writable to have it`;
  return wroteInput || minimising ? 'testdata/fuzz has no new file with it' : null;
}

/** A worker that ends itself with code 0 makes go test stop and say PASS. */
function tooShort({ elapsedMs }: FuzzProgress, fuzzMs: number): string {
  const seconds = (ms: number): string => String(Math.round(ms / 100) / 10);
  const after =
    elapsedMs === null ? 'early' : `after ${seconds(elapsedMs)} s of ${seconds(fuzzMs)} s`;
  return `fuzzing ended ${after} and did not say why: a fuzzing process may have ended itself with exit code 0`;
}

function brokenOff({ workerEnd, began }: FuzzProgress, exitCode: number | null): string {
  if (workerEnd !== null) return `a fuzzing process ended with ${workerEnd}, and left no input`;
  const code = exitCode === null ? 'without an exit code' : `with exit code ${String(exitCode)}`;
  return began
    ? `fuzzing ended ${code} and left no input`
    : `go test ended ${code} before any input was made`;
}

/** What a failing input did when it was run again, as an ordinary test in a process of its own. */
export type Replay = 'failed' | 'passed' | 'unknown';

/** A pass and what was found out about it. */
export interface PastPass {
  ending: PassEnding;
  progress: FuzzProgress;
  /** Null where there was no input to run again. */
  replay: Replay | null;
  /** Peak RSS of the process in which the input ran alone; null where nobody knows. */
  aloneBytes: number | null;
  /** The same of the largest process while it was fuzzed. */
  peakBytes: number | null;
  /** Run again with the bound of a fuzzing process, the input ended with Go's own words for too little memory, or went beyond it. */
  needsMore: boolean;
  /** It was still at work when the run was stopped. */
  stopped: boolean;
  workers: number;
  /** Bytes of private memory that each fuzzing process may have; null for no bound. */
  dataLimitBytes: number | null;
  fuzzMs: number;
  elapsedMs: number;
}

export interface NextPass {
  fuzzMs: number;
  workers: number;
  /** Whether each process has a bound of private memory. */
  bounded: boolean;
  /** Why there is one more, for a person. */
  because: string;
}

/** src/internal/fuzz/worker.go (RunFuzzWorker): after so long an execution counts as hanging. */
export const hangMs = 10_000;
const marginMs = 5000;
const leastMs = 1000;
const maxPasses = 3;

/** Whether the last pass leaves a question that one more can answer; null where it does not. */
export function nextPass(past: readonly PastPass[], budgetMs: number): NextPass | null {
  const last = past.at(-1);
  if (last === undefined || past.length >= maxPasses) return null;
  const { ending, workers } = last;
  if (ending.kind === 'unanswered') {
    if (past.slice(0, -1).some((pass) => pass.ending.kind === 'unanswered')) return null;
    return {
      fuzzMs: budgetMs + hangMs + marginMs,
      ...{ workers, bounded: last.dataLimitBytes !== null },
      because:
        'a worker did not answer when the time was over, and only after 10 s does go test say that it hangs',
    };
  }
  const spentMs = past.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  const restMs = Math.max(leastMs, budgetMs - spentMs);
  // The process that leads the workers has the bound too, and needs most where there are many.
  const brokeBounded =
    ending.kind === 'broken' && last.progress.began && last.dataLimitBytes !== null;
  if (brokeBounded || (ending.kind === 'unkept' && mayHaveOutgrown(last)))
    return { fuzzMs: restMs, workers, bounded: false, because: `${ending.why}, under a bound` };
  const outgrew = ending.kind !== 'killed' && outgrewItsShare(last);
  if (ending.kind !== 'killed' && !outgrew) return null;
  const rest = { fuzzMs: restMs, workers: 1, bounded: last.dataLimitBytes !== null };
  if (workers === 1)
    return outgrew
      ? {
          ...rest,
          bounded: false,
          because: filledByOthers(last)
            ? 'a worker outgrew the bound of its memory'
            : 'an input needed more memory than the bound allows',
        }
      : null;
  return {
    ...rest,
    because: filledByOthers(last)
      ? 'a worker outgrew its share of the memory'
      : outgrew
        ? 'an input needed more memory than one of several workers may have'
        : `a worker was killed (${last.progress.workerEnd ?? 'nobody saw how'}), which leaves no input`,
  };
}

/**
 * A fuzzing process ended with code 2 under a bound, at an input that passes without one. That may be the bound, or a crash that comes
 * and goes: what the process said is lost, because go test throws away what its workers print.
 */
export function mayHaveOutgrownItsShare({ progress, dataLimitBytes, replay }: PastPass): boolean {
  return replay === 'passed' && dataLimitBytes !== null && progress.workerEnd === 'exit status 2';
}

/** The same where it was the bound, by what was measured. */
export function outgrewItsShare(pass: PastPass): boolean {
  return mayHaveOutgrownItsShare(pass) && (pass.needsMore || wasFull(pass));
}

/** Its process was full, and not for the sake of the input that it died of: others had left it behind. */
export function filledByOthers(pass: PastPass): boolean {
  const { aloneBytes, dataLimitBytes, needsMore } = pass;
  const isSmall = aloneBytes !== null && aloneBytes < (dataLimitBytes ?? 0) / 4;
  return outgrewItsShare(pass) && !needsMore && isSmall;
}

/** RLIMIT_DATA counts what a fuzzing process maps and hardly uses: measured 170 MiB with Go 1.26. */
const unusedBytes = 208 * 1024 * 1024;

/**
 * Whether a process had come near its bound of private memory. What is asked for last may be twice what there is, as where a map or a
 * buffer grows, so that a third is full.
 */
export function wasFull({ peakBytes, dataLimitBytes }: PastPass): boolean {
  if (peakBytes === null || dataLimitBytes === null) return false;
  return peakBytes >= Math.min(dataLimitBytes / 3, dataLimitBytes - unusedBytes);
}

/** A process ended with code 2 under a bound and left no input, and nothing says that it was the bound. */
export function diedUnexplained(pass: PastPass): boolean {
  const { ending, progress, dataLimitBytes } = pass;
  return (
    ending.kind === 'broken' &&
    dataLimitBytes !== null &&
    progress.workerEnd !== null &&
    !wasFull(pass)
  );
}

/** A process under a bound may have died of it at an input that is lost; one that lived on to make the input smaller did not. */
export function mayHaveOutgrown({ progress, dataLimitBytes }: PastPass): boolean {
  return dataLimitBytes !== null && !progress.minimising;
}
