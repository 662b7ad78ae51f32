import { createFrameStore } from './frame-store.ts';
import type { Goroutine, GoroutineHeader } from './goroutine.ts';
import { createGoroutineBuilder, type GoroutineBuilder } from './goroutine-builder.ts';
import { parseStackLine, type StackLine } from './goroutine-frames.ts';
import { parseGoroutineHeader } from './goroutine-header.ts';

export interface GoroutineParser {
  /** One line, without its newline. */
  push: (line: string) => void;
  /** A stack follows that has no header line of its own. */
  begin: (header: GoroutineHeader) => void;
  /** To be called after the last line. */
  end: () => void;
  readonly goroutines: readonly Goroutine[];
  /** Goroutines beyond the limit: counted, not kept. */
  omitted: () => number;
}

export interface GoroutineLimits {
  goroutines: number;
  /** Frames of one stack. */
  stackFrames: number;
  /** Different frames in all; the rest is counted as elided. */
  frames: number;
}

const defaultLimits: GoroutineLimits = {
  goroutines: 1_000_000,
  stackFrames: 4096,
  frames: 500_000,
};
/** No line of a stack is longer; a header with labels may be. */
const maxStackLineChars = 64 * 1024;

/**
 * Reads goroutine dumps (what a crash prints, debug.Stack, /debug/pprof/goroutine?debug=2) out of any text, line by line. Every
 * header makes a goroutine, whatever follows it. Lines that belong to no goroutine go to `other` in their order, empty ones apart;
 * blanks in front of a dump are taken for its margin. Never throws.
 */
export function createGoroutineParser(
  other: (line: string) => void = () => undefined,
  limits: GoroutineLimits = defaultLimits,
): GoroutineParser {
  const store = createFrameStore(limits.frames);
  const goroutines: Goroutine[] = [];
  let omitted = 0;
  let current: GoroutineBuilder | null = null;
  /** Null until the first line after a header that did not begin its line. */
  let margin: string | null = '';
  /** A line that is a call if a position follows. */
  let pending: { line: string; call: StackLine & { kind: 'call' | 'creation' } } | null = null;

  const flush = (): void => {
    if (pending !== null) other(pending.line);
    pending = null;
  };
  const close = (): void => {
    flush();
    current?.finish();
    current = null;
  };
  const open = (header: GoroutineHeader, before: string): void => {
    close();
    margin = before.trim() === '' ? before : null;
    if (margin === null) other(before);
    current = createGoroutineBuilder(header, store, limits.stackFrames);
    if (goroutines.length < limits.goroutines) goroutines.push(current.goroutine);
    else omitted++;
  };

  /** False for a line that is not this goroutine's. */
  const take = (builder: GoroutineBuilder, line: string, raw: string): boolean => {
    const read = parseStackLine(line);
    if (read?.kind === 'position') {
      const call = pending?.call;
      if (call === undefined || (call.kind === 'call' && call.byC && !read.inC)) return false;
      const frame = { function: call.function, file: read.file, line: read.line };
      if (call.kind === 'call') builder.addFrame(frame);
      else builder.setCreation({ ...frame, goroutine: call.goroutine });
      pending = null;
      return true;
    }
    flush();
    switch (read?.kind) {
      case 'call':
      case 'creation':
        if (builder.stackHasEnded()) return false;
        pending = { line: raw, call: read };
        return true;
      case 'elided':
        builder.elide(read.count);
        return true;
      case 'foreign':
        builder.addFrame({ function: 'non-Go function', file: '', line: 0 });
        return true;
      case 'ancestor':
        return builder.startAncestor(read.goroutine);
      case 'unavailable':
        return true;
      case undefined:
        return false;
    }
  };

  return {
    push(raw) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      const header = parseGoroutineHeader(line);
      if (header !== null) {
        open(header.header, line.slice(0, header.start));
        return;
      }
      if (line.trim() === '') {
        flush();
        return;
      }
      // A block without a goroutine: throws on the system stack.
      if (line.trimStart() === 'runtime stack:') close();
      margin ??= /^ */.exec(line)?.[0] ?? '';
      if (current !== null && line.startsWith(margin) && line.length <= maxStackLineChars) {
        if (take(current, line.slice(margin.length), raw)) return;
      }
      flush();
      other(raw);
    },
    begin: (header) => {
      open(header, '');
    },
    end: close,
    goroutines,
    omitted: () => omitted,
  };
}

/** All goroutines of a text. */
export function parseGoroutines(text: string): readonly Goroutine[] {
  const parser = createGoroutineParser();
  for (const line of text.split('\n')) parser.push(line);
  parser.end();
  return parser.goroutines;
}
