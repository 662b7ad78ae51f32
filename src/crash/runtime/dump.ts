import type { GoroutineHeader } from '../goroutines/goroutine.ts';
import { createGoroutineParser } from '../goroutines/goroutines.ts';
import type { Taken } from '../report-parser.ts';
import type { CrashStack } from '../parsed-crash.ts';

const limits = { goroutines: 100_000, stackFrames: 4096, frames: 200_000 };
/** So many lines in a row that belong to somebody else end a dump. */
const maxForeignInARow = 100;

/** The runtime throws on a thread's own stack, which is no goroutine's. */
const systemStack = 'runtime stack:';
const noGoroutine: GoroutineHeader = {
  id: 0,
  state: '',
  waitMinutes: 0,
  lockedToThread: false,
  leaked: false,
  bubble: null,
  labels: {},
};

/** Lines of a dump that belong to no stack, samples beside (src/runtime/signal_unix.go, defs_*, traceback.go). */
const furniture = [
  // rax    0x0   r10    0x7f   rflags 0x246   lr 0x4a   pstate 0x6
  /^[a-z][a-z0-9_]{0,11} +0x[0-9a-f]+$/,
  // -----
  /^-----$/,
  // PC=0x47b m=2 sigcode=0
  /^PC=0x[0-9a-f]+ m=/,
  // SIGQUIT: quit   (of each further thread with GOTRACEBACK=crash)
  /^SIG(?:QUIT|ABRT): [a-z]+$/,
  // runtime: g 0 gp=0x5b2f20: unknown pc 0x7f0001
  /^runtime: g \d/,
  // stack: frame={sp:0x7ffc, fp:0x0} stack=[0x7ffc,0x7ffd)
  /^stack: frame=\{/,
  // 0x00007ffc5d0d3c20:  0x0000000000000000  0x00007f1c5c0d1b80
  /^0x[0-9a-f]{8,16}: {2}/,
];

/** Reads what follows the words of a crash: stacks, registers, blank lines, and other people's output in between. */
export interface Dump {
  push: (line: string) => Taken;
  /** With GOTRACEBACK=crash each further thread reports as if it had got a signal of its own. */
  inOtherThreads: () => boolean;
  /** False when the last stack is cut off. */
  end: () => boolean;
  stacks: () => CrashStack[];
  omitted: () => number;
}

/** `giveBack`: see ReportParser. */
export function createDump(giveBack: (line: string) => void): Dump {
  let foreignInARow = 0;
  let over = false;
  let cut = false;
  /** The last stack has no frame yet. */
  let bare = false;
  let systemStackAt = -1;
  let otherThreads = false;
  const parser = createGoroutineParser((line, isPart) => {
    if (isPart) return;
    if (furniture.some((pattern) => pattern.test(line))) return;
    if (over && looksLikeCall(line)) {
      cut = true;
      return;
    }
    foreignInARow++;
    giveBack(line);
  }, limits);

  /** A goroutine shows once: this is another process, or a trace that a program printed. Goroutine 0 is any thread's. */
  const isFirstAgain = (line: string): boolean => {
    const first = parser.goroutines[0];
    if (first === undefined || first.id === 0 || !line.startsWith('goroutine ')) return false;
    return line.startsWith(`goroutine ${String(first.id)} `) && / \[.*\]/.test(line);
  };

  return {
    inOtherThreads: () => otherThreads,
    push(line) {
      if (line === '-----') otherThreads = true;
      else if (line !== '' && !line.startsWith('SIG')) otherThreads = false;
      if (foreignInARow > maxForeignInARow) return 'not-mine';
      if (isFirstAgain(line)) return 'not-mine';
      const goroutines = parser.goroutines.length + parser.omitted();
      const frames = parser.frames();
      if (line === systemStack) {
        systemStackAt = goroutines;
        parser.begin({ ...noGoroutine });
      } else parser.push(line);
      const isHeader = parser.goroutines.length + parser.omitted() > goroutines;
      bare ||= isHeader;
      if (line === '') return foreignInARow === 0 ? 'taken' : 'foreign';
      const isFrame = parser.frames() > frames;
      if (isFrame) bare = false;
      if (isHeader || isFrame) foreignInARow = 0;
      return 'taken';
    },
    end() {
      over = true;
      parser.end();
      return !cut && !bare;
    },
    stacks: () =>
      parser.goroutines.map((goroutine, index) => ({
        role: 'other',
        goroutine,
        access: null,
        title: index === systemStackAt ? systemStack : '',
      })),
    omitted: parser.omitted,
  };
}

// main.f(0x1, ...)   created by main.main in goroutine 1
function looksLikeCall(line: string): boolean {
  return /^(?:created by )?[\p{L}_][^\s(]*[.(]/u.test(line.slice(0, 200));
}
