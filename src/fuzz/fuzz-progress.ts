import type { LineSplitter } from '../gotest/lines.ts';
import { splitLines } from '../gotest/lines.ts';
import { parseEvent } from '../gotest/event.ts';

/** What the coordinator of a fuzz target has told of its work. */
export interface FuzzProgress {
  /** It got as far as making inputs of its own. */
  began: boolean;
  workers: number | null;
  /** Inputs that it began with. */
  corpus: number | null;
  executions: number | null;
  /** Inputs that reached new code. */
  newInputs: number | null;
  /** It began to make the failing input smaller. */
  minimising: boolean;
  /** A worker died while the failing input was made smaller: the input is what it was. */
  diedMinimising: boolean;
  /** The worker's end as go test words it: `exit status 2`, `signal: killed`; null where none died. */
  workerEnd: string | null;
  /** A failing input was written, says the coordinator. */
  wroteInput: boolean;
  /** Why a failing input could not be written: `mkdir testdata: read-only file system`; null where none was lost so. */
  unwritten: string | null;
  /** The first of the inputs that were there before failed: `FuzzX/name`. */
  failingSeed: string | null;
  /** The target said that it is not to be run. */
  skipped: boolean;
  passed: boolean;
  failed: boolean;
  /** Of the target, as testing measured it. */
  elapsedMs: number | null;
}

// src/internal/fuzz/fuzz.go (logStats, CoordinateFuzzing), worker.go (coordinate) and src/testing/fuzz.go (Fuzz, report).
// Go without coverage instrumentation has "testing seed corpus" for "gathering baseline coverage", and no new inputs.
const rules: readonly {
  example: string;
  pattern: RegExp;
  note: (progress: FuzzProgress, groups: Record<string, string | undefined>) => void;
}[] = [
  {
    example:
      'fuzz: elapsed: 0s, gathering baseline coverage: 192/192 completed, now fuzzing with 8 workers',
    pattern:
      /^fuzz: elapsed: \S{1,30}, (?:gathering baseline coverage|testing seed corpus): \d{1,9}\/(?<corpus>\d{1,9}) completed(?:, now fuzzing with (?<workers>\d{1,6}) workers)?$/,
    note: (progress, { corpus, workers }) => {
      progress.corpus = Number(corpus);
      if (workers === undefined) return;
      progress.began = true;
      progress.workers = Number(workers);
    },
  },
  {
    example: 'fuzz: elapsed: 3s, execs: 325017 (108336/sec), new interesting: 11 (total: 202)',
    pattern:
      /^fuzz: elapsed: \S{1,30}, execs: (?<executions>\d{1,15}) \(\d{1,15}\/sec\)(?:, new interesting: (?<newInputs>\d{1,9}) \(total: \d{1,9}\))?$/,
    note: (progress, { executions, newInputs }) => {
      progress.began = true;
      progress.executions = Number(executions);
      if (newInputs !== undefined) progress.newInputs = Number(newInputs);
    },
  },
  {
    example: 'fuzz: minimizing 138-byte failing input file',
    pattern: /^fuzz: minimizing \d{1,15}-byte failing input file$/,
    note: (progress) => {
      progress.minimising = true;
    },
  },
  {
    example: '    fuzzing process hung or terminated unexpectedly: exit status 2',
    pattern:
      /^ {4}fuzzing process hung or terminated unexpectedly(?<minimising> while minimizing)?: (?<end>.{1,200})$/,
    note: (progress, { end = '', minimising }) => {
      progress.workerEnd ??= end;
      if (minimising !== undefined) progress.diedMinimising = true;
    },
  },
  {
    example:
      '    fuzzing process terminated by unexpected signal; no crash will be recorded: signal: killed',
    pattern:
      /^ {4}fuzzing process terminated by unexpected signal; no crash will be recorded: (?<end>.{1,200})$/,
    note: (progress, { end = '' }) => {
      progress.workerEnd ??= end;
    },
  },
  {
    example: '    Failing input written to testdata/fuzz/FuzzX/4607786500663b34',
    pattern: /^ {4}Failing input written to /,
    note: (progress) => {
      progress.wroteInput = true;
    },
  },
  {
    // src/internal/fuzz/fuzz.go (writeToCorpus): the error stands in the place of what the target said.
    example: '    open testdata/fuzz/FuzzX/4607786500663b34: permission denied',
    pattern: /^ {4}(?<unwritten>(?:mkdir|open|write) testdata(?:[/\\][^:]{0,600})?: .{1,200})$/,
    note: (progress, { unwritten = '' }) => {
      progress.unwritten ??= unwritten;
    },
  },
  {
    example: 'failure while testing seed corpus entry: FuzzX/4b119b9766f4314b',
    pattern: /^failure while testing seed corpus entry: (?<seed>.{1,300})$/,
    note: (progress, { seed = '' }) => {
      progress.failingSeed ??= seed;
    },
  },
];

export const progressExamples: readonly string[] = rules.map(({ example }) => example);

export interface FuzzProgressFold extends LineSplitter {
  progress: FuzzProgress;
}

/** Reads the event stream of `go test -json -fuzz` as far as it tells of the fuzzing of one target. It never throws. */
export function createFuzzProgress(target: string): FuzzProgressFold {
  const progress: FuzzProgress = {
    began: false,
    workers: null,
    corpus: null,
    executions: null,
    newInputs: null,
    minimising: false,
    diedMinimising: false,
    workerEnd: null,
    wroteInput: false,
    unwritten: null,
    failingSeed: null,
    skipped: false,
    passed: false,
    failed: false,
    elapsedMs: null,
  };
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event === null) return;
    if (event.action === 'output') {
      noteLine(progress, event.output.replace(/\r?\n$/, ''));
      return;
    }
    if (event.test !== target) return;
    if (event.action === 'pass') progress.passed = true;
    if (event.action === 'fail') progress.failed = true;
    if (event.action === 'skip') progress.skipped = true;
    if (event.elapsedSeconds !== null) progress.elapsedMs = Math.round(event.elapsedSeconds * 1000);
  });
  return { progress, push: lines.push, end: lines.end };
}

function noteLine(progress: FuzzProgress, line: string): void {
  for (const { pattern, note } of rules) {
    const found = pattern.exec(line);
    if (found === null) continue;
    note(progress, found.groups ?? {});
    return;
  }
}
