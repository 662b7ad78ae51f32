import type { Goroutine, GoroutineHeader } from '../goroutines/goroutine.ts';
import { parseStackLine } from '../goroutines/goroutine-frames.ts';
import { createGoroutineParser } from '../goroutines/goroutines.ts';

/** Stacks that were written in one piece: a line that is none of theirs ends them. */
export interface LeakedStacks {
  open: (header: GoroutineHeader) => void;
  /** False for a line that is no stack's. */
  push: (line: string) => boolean;
  readonly goroutines: readonly Goroutine[];
  omitted: () => number;
  /** False where the last call has no position. */
  finish: () => boolean;
}

const limits = { goroutines: 10_000, stackFrames: 1000, frames: 100_000 };

/** `notMine` gets a line that looked like a call and was none, before anything else happens. */
export function createLeakedStacks(notMine: (line: string) => void): LeakedStacks {
  const parser = createGoroutineParser(undefined, limits);
  /** In front of each line of a stack; null until one was seen. */
  let margin: string | null = null;
  let pending: string | null = null;
  let isOpen = false;

  const drop = (): void => {
    if (pending !== null) notMine(pending);
    pending = null;
  };
  return {
    open(header) {
      drop();
      parser.begin(header);
      isOpen = true;
    },
    push(raw) {
      if (!isOpen) return false;
      if (raw.trim() === '') return true;
      margin ??= /^\s*/.exec(raw)?.[0] ?? '';
      if (!raw.startsWith(margin)) {
        drop();
        return false;
      }
      const line = raw.slice(margin.length);
      const read = parseStackLine(line);
      if (read?.kind === 'position') {
        if (pending === null) return false;
        pending = null;
        parser.push(line);
        return true;
      }
      drop();
      if (read === null || (read.kind === 'call' && read.byC)) return false;
      if (read.kind === 'call' || read.kind === 'creation') pending = raw;
      parser.push(line);
      return true;
    },
    get goroutines() {
      return parser.goroutines;
    },
    omitted: parser.omitted,
    finish() {
      parser.end();
      return pending === null;
    },
  };
}
