import type { GuardEnd, GuardRecord, WatcherKill } from '../evidence/guard-records.ts';
import type { Death, EndRecord, StartRecord } from '../evidence/records.ts';
import type { Timeline } from '../evidence/timeline.ts';
import type { ToolDeath } from '../evidence/tool-deaths.ts';
import type { Usage } from '../evidence/usage.ts';
import type { CauseId } from '../report/cause-ids.ts';
import type { Ending } from '../report/ending-schema.ts';
import type { BlackBox, Cause } from '../report/schema.ts';

/** Everything that is known about one package's end in one leg, from which its cause is found. */
export interface CauseFacts {
  ending: Ending;
  race: boolean;
  start: StartRecord | null;
  end: EndRecord | null;
  /** What the shim read when the process was dead; null where there was no such process. */
  death: Death | null;
  guard: GuardRecord | null;
  /** The groups of go test and its tools. */
  guardEnd: GuardEnd | null;
  /** The signal that ended go test itself. */
  goTestSignal: string | null;
  /** The watcher's kill of this process or of one that it started. */
  watcherKill: WatcherKill | null;
  usage: Usage;
  timeline: Timeline;
  blackBox: BlackBox | null;
  crash: CrashWords;
  /** What the package and its unfinished and failed tests printed: a test can print anything. */
  output: string;
  /** The last thing that each failed test logged. */
  failureWords: string[];
  build: BuildFacts | null;
  tests: { passed: number; failed: number; unfinished: string[]; neverRan: string[] };
  /** The package has a TestMain of its own. */
  testMain: boolean;
  /** The signal that stopped the run. */
  cancelSignal: string | null;
  killedByGo: boolean;
  exitTrace: ExitCaller | null;
  /** `began`: the agent wrote its first sample; `silent`: it was in the binary and did not come to it. */
  agent: 'began' | 'silent' | 'absent';
  /** Process ids here are those of the kernel's log: this is no process namespace of its own. */
  kernelPids: boolean;
  /** m.Run returned: package testing wrote its heap profile, or a repeated run was seen to come to its end. */
  ranToEnd: boolean;
  /** Of a start under strace. */
  failedCall: { syscall: string; errno: string; line: string } | null;
  /** What the runtime's own tracing showed in one more attempt. */
  runtimeTrace: string[];
}

/** The runtime's last words. */
export interface CrashWords {
  /** The agent's crash file, which only the runtime writes. */
  file: string;
  /** The first line of the output that looks like a crash. */
  stream: string | null;
  /** The agent was there and Go is new enough: a crash would stand in the file. */
  fileIsReliable: boolean;
}

export interface BuildFacts {
  /** Text of the go command and its tools, not of a test. */
  text: string;
  setupFailed: boolean;
  toolDeaths: ToolDeath[];
}

/** Who ended the process, found in one more attempt. */
export interface ExitCaller {
  function: string;
  file: string;
  line: number;
  /** By os.Exit, log.Fatal, syscall.Exit ... */
  by: string;
  viaTestMain: boolean;
}

export type Evidence = Cause['evidence'][number];

/** What a rule found. */
export interface Finding {
  confidence: Cause['confidence'];
  summary: string;
  evidence: Evidence[];
  /** The line that it comes from. */
  position?: NonNullable<Cause['position']>;
}

/** One row of the table: the first one that finds something names the cause. */
export interface Rule {
  id: CauseId;
  find: (facts: CauseFacts) => Finding | null;
}
