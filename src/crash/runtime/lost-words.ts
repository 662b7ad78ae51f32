import type { GoroutineHeader } from '../goroutines/goroutine.ts';
import { parseStackLine } from '../goroutines/goroutine-frames.ts';
import { parseGoroutineHeader } from '../goroutines/goroutine-header.ts';
import { createGoroutineParser, type GoroutineParser } from '../goroutines/goroutines.ts';
import type { PanicValue, ParsedCrash } from '../parsed-crash.ts';
import { isRuntime } from '../standard-library.ts';
import { bareCrash } from './bare-crash.ts';
import { withRoles } from './stack-roles.ts';

/** What is said of a crash whose first lines were not copied with the rest. */
export const lostWords = '(its message is not in this text)';

/** Follows the lines that belong to no report: they may be the stack of a crash whose words are missing. */
export interface LostWords {
  push: (line: string, lineNumber: number) => void;
  /** The crash of a process that then ended with this status, null for one that is not known; null where no such stack was seen. */
  crash: (status: number | null) => ParsedCrash | null;
  /** The same, where nothing tells how the process ended: package testing itself must have raised the panic again. */
  certain: () => ParsedCrash | null;
}

const limits = { goroutines: 500, stackFrames: 4096, frames: 20_000 };
/** So many lines of others in a row end a stack. */
const maxForeignInARow = 20;
const headless: GoroutineHeader = {
  id: 0,
  state: 'running',
  waitMinutes: 0,
  lockedToThread: false,
  leaked: false,
  bubble: null,
  labels: {},
};
/** The exit status of a process that the Go runtime has ended. */
const runtimeStatus = 2;
const throwing = /^runtime\.(?:throw|fatal|fatalthrow|fatalpanic)$/;
// debug.Stack, and loggers that end the process themselves: github.com/golang/glog.stacks, k8s.io/klog/v2.(*loggingT).output
const printing = /^runtime\/debug\.|(?:^|\/)[gk]log(?:\/v\d+)?(?:\/[\w/]+)?\./;

export function createLostWords(): LostWords {
  let parser: GoroutineParser | null = null;
  let firstLine = 0;
  let foreignInARow = 0;
  let over = true;
  let last = '';

  const open = (header: GoroutineHeader | null, lineNumber: number): void => {
    parser = createGoroutineParser(() => {
      foreignInARow++;
    }, limits);
    if (header !== null) parser.begin(header);
    firstLine = lineNumber;
    foreignInARow = 0;
    over = false;
  };
  const follow = (line: string): void => {
    if (parser === null || over) return;
    const before = parser.frames();
    parser.push(line);
    if (parser.frames() > before) foreignInARow = 0;
    over = foreignInARow > maxForeignInARow;
  };
  const found = (status: number | null, isSure: boolean): ParsedCrash | null => {
    if (parser === null) return null;
    parser.end();
    const frames = parser.goroutines[0]?.frames ?? [];
    const [top] = frames;
    if (top === undefined || printing.test(top.function)) return null;
    const panic = frames.findIndex(({ function: name }) => name === 'panic');
    const before = frames.slice(0, Math.max(0, panic));
    const raisedAgain = before.some(({ function: name }) => name.startsWith('testing.tRunner.'));
    if (panic < 0 ? isSure : isSure && !raisedAgain) return null;
    // A deferred call that prints where it is has recovered.
    if (!before.every((frame) => isRuntime(frame) || frame.function.startsWith('testing.')))
      return null;
    const words = {
      kind: throwing.test(top.function) ? ('fatal-error' as const) : ('panic' as const),
      message: lostWords,
      signal: null,
    };
    const stacks = parser.goroutines.map((goroutine) => ({
      role: 'other' as const,
      goroutine,
      access: null,
      title: '',
    }));
    return bareCrash(words.kind, words.message, {
      panics: words.kind === 'panic' ? [valueOf(raisedAgain)] : [],
      stacks: withRoles(words, stacks),
      omittedStacks: parser.omitted(),
      exitStatus: status,
      firstLine,
    });
  };

  return {
    push(line, lineNumber) {
      const before = last;
      last = line;
      if (!over) {
        follow(line);
        return;
      }
      if (line.startsWith('goroutine ')) {
        const read = parseGoroutineHeader(line);
        if (read?.start !== 0 || read.header.state !== 'running') return;
        open(null, lineNumber);
        follow(line);
      } else if (line.startsWith('\t') && isCall(before) && isPosition(line)) {
        open(headless, lineNumber - 1);
        follow(before);
        follow(line);
      }
    },
    crash: (status) => (status === null || status === runtimeStatus ? found(status, false) : null),
    certain: () => found(null, true),
  };
}

function valueOf(again: boolean): PanicValue {
  return { text: lostWords, type: null, recovered: again, repanicked: again, goexit: false };
}

function isCall(line: string): boolean {
  if (!line.endsWith(')')) return false;
  const read = parseStackLine(line);
  return read?.kind === 'call' && !read.byC;
}

function isPosition(line: string): boolean {
  return /:\d{1,10}(?: \+0x[0-9a-f]+)?$/.test(line) && parseStackLine(line)?.kind === 'position';
}
