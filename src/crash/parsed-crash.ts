import type { Goroutine } from './goroutines/goroutine.ts';

/** The families of reports; each has a grammar of its own. */
export const crashKinds = [
  // panic: VALUE, also the runtime errors, and what package testing raises
  'panic',
  // fatal error: MESSAGE
  'fatal-error',
  // SIGSEGV: segmentation violation, SIGQUIT: quit
  'signal',
  // panic: test timed out after 10m0s; *** Test killed with quit: ran too long
  'timeout',
  // WARNING: DATA RACE
  'data-race',
  // ==1==ERROR: AddressSanitizer, MemorySanitizer, LeakSanitizer, ThreadSanitizer
  'sanitizer',
  // goroutineleak profile: total 3; "found unexpected goroutines"
  'goroutine-leak',
  // exit status 3, or a package that fails though no test of it does, with nothing that tells why
  'exit',
  // signal: killed
  'killed',
  // what the go command, compiler, linker or vet refuse
  'build-failure',
] as const;
export type CrashKind = (typeof crashKinds)[number];

/** One value of a chain of panics, in the order in which they were raised; the last one killed the process. */
export interface PanicValue {
  /** Without `panic: `, the remarks and newlines at the end; its lines as they were, without the tab that Go adds since 1.23. */
  text: string;
  /** `main.state` of `main.state("half open")` and `main.order` of `(main.order) 0xc000012345`; null where Go prints none. */
  type: string | null;
  recovered: boolean;
  repanicked: boolean;
  /** The text says that runtime.Goexit followed it; Go 1.18 to 1.27 never do. */
  goexit: boolean;
}

/** `[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x47b]`, or `SIGSEGV: ...` with `PC=0x47b m=0 sigcode=1`. */
export interface SignalDetail {
  name: string;
  words: string;
  /** code= and sigcode=, as a signed number; null where the text has none. */
  code: number | null;
  /** 0x... in lower case; null where the text has none. */
  address: string | null;
  pc: string | null;
  /** "signal arrived during cgo execution". */
  inCgo: boolean;
}

/**
 * 'crashing': raised it, or was interrupted by the signal; there is none in a deadlock, after a timeout and after a signal that came
 * from outside (SIGQUIT, kill), where those that wait are 'waiting'.
 */
export type StackRole = 'crashing' | 'access' | 'previous' | 'creation' | 'waiting' | 'other';

/** A goroutine with the part it plays. In a race report each block is one: id 0 is the main goroutine's or a thread's. */
export interface CrashStack {
  role: StackRole;
  goroutine: Goroutine;
  /** Of a race's access: what was done, where in memory, and what with. */
  access: {
    operation: 'read' | 'write' | 'atomic read' | 'atomic write';
    address: string;
  } | null;
  /** The block's first line where it is no goroutine header: `Previous write at 0x00c000 by goroutine 7:`. '' else. */
  title: string;
}

/** A crash as its text tells it: nothing is known yet about repository, package or leg. */
export interface ParsedCrash {
  kind: CrashKind;
  /**
   * What a person would quote, without the prefix that `kind` stands for: `assignment to entry in nil map`; `all goroutines are
   * asleep - deadlock!`; `segmentation violation`; `test timed out after 2s`; `Test killed with quit: ran too long (11m0s)`; `data
   * race`; `heap-use-after-free`; `exit status 3` (`exit status unknown` where go test does not show it); `signal: killed`; the first
   * line of a compiler's complaint without its position. Of a chain of panics, the last value. 4096 characters at most; several lines
   * where the value has them.
   */
  message: string;
  /** Of a panic, chronological; empty for other kinds. */
  panics: readonly PanicValue[];
  signal: SignalDetail | null;
  /**
   * Lines that explain it, 50 at most: `runtime: ` and the like before a fatal error, the C library's last words, log.Fatal's line,
   * what a linker says besides. No registers.
   */
  notes: readonly string[];
  /** The crashing goroutine (or the access) first, then in the order of the text. */
  stacks: readonly CrashStack[];
  /** Goroutines that were read but not kept; frames that were not are counted in `elided`. */
  omittedStacks: number;
  /** Of a timeout: `running tests:`. */
  runningTests: readonly { test: string; elapsed: string }[];
  /** Positions that the text itself names: compiler errors, `file.go:3:8: ...`; files as they stand there. */
  positions: readonly { file: string; line: number; message: string }[];
  /** Of `exit status 3`, its own or in the line that follows. */
  exitStatus: number | null;
  /** The test whose output this stands in (=== RUN, === NAME, --- FAIL), null where the text does not say. */
  outputTest: string | null;
  /** The package that the text says it belongs to (FAIL<tab>PACKAGE, # PACKAGE), null where it does not. */
  package: string | null;
  /**
   * The package or the test went on and passed, or the program printed the trace by itself (debug.Stack, a deferred call that
   * recovered): no crash, though it looks like one.
   */
  survived: boolean;
  /** The text stops in the middle of it. */
  truncated: boolean;
  /** How many lines of the text are its own, and the number of the first, counted from 1; others may stand in between. */
  lineCount: number;
  firstLine: number;
}

/** Whether the process is dead after one of these; the others are reports, after which it went on or which others made. */
export function endsProcess(kind: CrashKind): boolean {
  return kind === 'panic' || kind === 'fatal-error' || kind === 'signal' || kind === 'timeout';
}
