import type { Frame } from './frame.ts';
import type { Goroutine } from './goroutines/goroutine.ts';

// What dlv prints for `goroutines -t` and `stack -full`, without colours (pkg/terminal/command.go of Delve 1.22 to 1.27):
//
//     * Goroutine 18 - User: /m/pk.go:12 example.com/m/pk.Total (0x52e6c1) (thread 12766)
//       Goroutine 19 - User: /m/pk_test.go:15 example.com/m/pk.TestTotal.func1 (0x52e8a0) [chan receive 123456789]
//     	0  0x000000000047f9ae in runtime.gopark
//     	    at /usr/local/go/src/runtime/proc.go:462
//     	        t = (*testing.T)(0x38eea6f6c248)

/** A frame with the arguments and local variables that the debugger could read. */
export interface FrameWithLocals extends Frame {
  locals: { name: string; value: string }[];
}

const header = /^(?<current>[* ]) Goroutine (?<id>\d{1,20}) - [A-Za-z]+: (?<rest>.*)$/;
// [chan receive]  [select (no cases) 5023741]
const waiting = / \[(?<state>[^\]]{1,100}?)(?: \d+)?\]$/;
const call = /^\s*\d+\s+0x[0-9a-f]+ in (?<function>.+)$/;
const position = /^\s*at (?<file>.+):(?<line>-?\d{1,10})$/;
const local = /^\s{4,}(?<name>[\p{L}_~][\p{L}\p{Nd}_.~]*) = (?<value>.*)$/u;
const maxValueChars = 1000;
const maxLocals = 100;

/** Takes colours away, and the prompt, which stands in front of an answer's first line. */
function plainLines(text: string): string[] {
  return text
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, '').replace(/^(?:\(dlv\) )+/, ''));
}

/** The goroutines of `goroutines -t`. How long they wait is not told: dlv prints a clock that is gone. */
export function parseDelveGoroutines(text: string): {
  goroutines: Goroutine[];
  current: number | null;
} {
  const goroutines: Goroutine[] = [];
  let current: number | null = null;
  let frames: Frame[] = [];
  let name: string | null = null;
  for (const line of plainLines(text)) {
    const head = header.exec(line)?.groups;
    if (head !== undefined) {
      const { id = '', rest = '' } = head;
      frames = [];
      name = null;
      if (head['current'] === '*') current = Number(id);
      goroutines.push({
        id: Number(id),
        state:
          waiting.exec(rest)?.groups?.['state'] ??
          (/ \(thread \d+\)$/.test(rest) ? 'running' : 'runnable'),
        waitMinutes: 0,
        lockedToThread: false,
        leaked: false,
        bubble: null,
        labels: {},
        frames,
        elided: null,
        createdBy: null,
        ancestors: [],
      });
      continue;
    }
    const at = name === null ? undefined : position.exec(line)?.groups;
    if (name !== null && at !== undefined)
      frames.push({
        function: name,
        file: at['file'] ?? '',
        line: Math.max(0, Number(at['line'])),
      });
    name = call.exec(line)?.groups?.['function'] ?? null;
  }
  return { goroutines, current };
}

/** The frames of `stack -full`; what the optimizer left no trace of is left out. */
export function parseDelveStack(text: string): FrameWithLocals[] {
  const frames: FrameWithLocals[] = [];
  let name: string | null = null;
  for (const line of plainLines(text)) {
    const at = name === null ? undefined : position.exec(line)?.groups;
    if (name !== null && at !== undefined) {
      frames.push({
        function: name,
        file: at['file'] ?? '',
        line: Math.max(0, Number(at['line'])),
        locals: [],
      });
      name = null;
      continue;
    }
    const next = call.exec(line)?.groups?.['function'];
    if (next !== undefined) {
      name = next;
      continue;
    }
    const variable = local.exec(line)?.groups;
    const locals = frames.at(-1)?.locals;
    if (variable === undefined || locals === undefined || locals.length >= maxLocals) continue;
    const value = (variable['value'] ?? '').slice(0, maxValueChars);
    if (!value.startsWith('(unreadable ')) locals.push({ name: variable['name'] ?? '', value });
  }
  return frames;
}

// runtime.gopanic  runtime.fatalthrow  runtime.sigpanic  runtime.crash: on the stack of the goroutine that brought the process down
const crashing =
  /^runtime\.(?:gopanic|fatalpanic|throw|fatal|fatalthrow|sigpanic|crash|dieFromSignal|sighandler)$/;

/** The goroutine that brought the process down; else the one whose thread wrote the core; null where neither is known. */
export function crashingGoroutine(
  goroutines: readonly Goroutine[],
  current: number | null,
): number | null {
  const guilty = (goroutine: Goroutine): boolean =>
    goroutine.frames.some((frame) => crashing.test(frame.function));
  const first = goroutines.find((goroutine) => goroutine.id === current && guilty(goroutine));
  return (first ?? goroutines.find(guilty))?.id ?? current;
}
