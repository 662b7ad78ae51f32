import type { Ending } from '../report/ending-schema.ts';
import type { EndRecord, StartRecord } from './records.ts';

/** Everything that is known about how one package ended in one attempt. */
export interface EndingFacts {
  /** The terminal event of the package in go test's stream. */
  action: 'pass' | 'fail' | 'skip' | null;
  cached: boolean;
  noTestFiles: boolean;
  buildFailed: boolean;
  start: StartRecord | null;
  end: EndRecord | null;
  /** Text that the runtime wrote while dying: `file` from the agent's crash file, `stream` from the output, which a test can imitate. */
  crash: { file: string; stream: string | null; fileIsReliable: boolean };
  timedOut: boolean;
  killedByGo: boolean;
  /** Terminal events of tests, whatever their result. */
  endedTests: number;
  failedTests: number;
  /** Tests that began and never ended, or never began, although they should have. */
  missingTests: number;
  /** A benchmark had begun, and package testing never said that all went well. */
  cutInBenchmark: boolean;
  failfast: boolean;
  /** When the run was stopped by a signal to us, epoch milliseconds. */
  cancelledAt: number | null;
  /** When our own process was seen to be gone, epoch milliseconds: what still ran was stopped then. */
  supervisorGoneAt: number | null;
}

interface Rule {
  ending: Ending;
  when: (facts: EndingFacts) => boolean;
}

const fatalSignals = new Set(
  'SIGSEGV SIGBUS SIGFPE SIGILL SIGABRT SIGTRAP SIGSYS SIGQUIT'.split(' '),
);
const raceExitCode = 66;

/** The first rule that holds names the ending. Records of the process itself come before what the stream says of it. */
const rules: Rule[] = [
  { ending: 'build-failed', when: (f) => f.start === null && f.end === null && f.buildFailed },
  {
    ending: 'no-tests',
    when: (f) => f.start === null && f.end === null && f.noTestFiles && f.action !== 'fail',
  },
  { ending: 'not-started', when: (f) => f.end !== null && f.end.startError !== null },

  // The process ran and its parent saw how it ended.
  {
    ending: 'cancelled',
    when: (f) => f.cancelledAt !== null && stoppedWithTheRun(f, f.cancelledAt),
  },
  { ending: 'lost', when: (f) => f.end !== null && (f.end.parentGone || stoppedByLoss(f, f.end)) },
  { ending: 'timed-out', when: (f) => f.end !== null && (killedByGo(f) || timeoutFired(f)) },
  { ending: 'crashed', when: (f) => fatalSignals.has(f.end?.signal ?? '') },
  { ending: 'killed', when: (f) => f.end !== null && f.end.signal !== null },
  { ending: 'crashed', when: (f) => f.end?.exitCode === 2 && crashText(f) !== null },
  { ending: 'failed', when: (f) => f.end?.exitCode === raceExitCode && f.missingTests === 0 },
  {
    ending: 'exited',
    when: (f) => f.end !== null && f.missingTests > 0 && !(f.failfast && f.failedTests > 0),
  },
  { ending: 'exited', when: (f) => f.end?.exitCode === 0 && f.cutInBenchmark },
  { ending: 'failed', when: (f) => f.end !== null && (f.failedTests > 0 || f.end.exitCode !== 0) },
  // go test calls a package failed although its process ended well: something between the two died.
  { ending: 'lost', when: (f) => f.end !== null && f.action === 'fail' },
  // go test ends every package with an event; a test can only take it away, by imitating the line that ends itself.
  { ending: 'lost', when: (f) => f.end !== null && f.action === null },
  { ending: 'no-tests', when: (f) => f.end?.exitCode === 0 && f.endedTests === 0 },
  { ending: 'passed', when: (f) => f.end?.exitCode === 0 },

  // No process of this run: a replayed result, or one that never came to be.
  { ending: 'lost', when: (f) => f.start !== null },
  { ending: 'exited', when: (f) => f.cached && f.missingTests > 0 },
  { ending: 'failed', when: (f) => f.cached && f.failedTests > 0 },
  { ending: 'no-tests', when: (f) => f.cached && f.endedTests === 0 },
  { ending: 'passed', when: (f) => f.cached && f.action === 'pass' },
  { ending: 'lost', when: (f) => f.action !== null },
  { ending: 'not-started', when: () => true },
];

export function decideEnding(facts: EndingFacts): Ending {
  return rules.find((rule) => rule.when(facts))?.ending ?? 'lost';
}

/** What the runtime said while dying, from the best source there is. */
export function crashText(facts: EndingFacts): string | null {
  if (facts.crash.file !== '') return facts.crash.file;
  return facts.crash.fileIsReliable ? null : facts.crash.stream;
}

/** It had not ended when the run was stopped, and it did not get to the end of its tests afterwards. */
function stoppedWithTheRun(facts: EndingFacts, cancelledAt: number): boolean {
  if (facts.cached) return false;
  if (facts.end === null) return facts.action === null || facts.start !== null;
  return facts.missingTests > 0 && Date.parse(facts.end.endedAt) >= cancelledAt;
}

/** The keeper stopped it, because nobody was left to watch: such a signal says nothing about the tests. */
function stoppedByLoss(facts: EndingFacts, end: EndRecord): boolean {
  if (facts.supervisorGoneAt === null || Date.parse(end.endedAt) < facts.supervisorGoneAt)
    return false;
  return facts.missingTests > 0 || end.signal !== null;
}

/** go test says that it killed the process, and means it: anyone can print that line. */
function killedByGo(facts: EndingFacts): boolean {
  return facts.killedByGo && facts.action !== 'pass';
}

function timeoutFired(facts: EndingFacts): boolean {
  // SIGABRT where a core is wanted: GOTRACEBACK=crash.
  if (facts.end?.exitCode !== 2 && facts.end?.signal !== 'SIGABRT') return false;
  return facts.crash.fileIsReliable
    ? facts.crash.file.startsWith('panic: test timed out after ')
    : facts.timedOut;
}
