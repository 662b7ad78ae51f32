import { createFrameStore } from './frame-store.ts';
import type { Goroutine, GoroutineHeader } from './goroutine.ts';
import { createGoroutineBuilder } from './goroutine-builder.ts';
import { parseStackLine, type StackLine } from './goroutine-frames.ts';
import { createHeaderWords } from './header-words.ts';
import { parseGoroutineHeader } from './goroutine-header.ts';

export interface GoroutineParser {
  /** One line, without its newline. */
  push: (line: string) => void;
  /** A stack follows that has no header line of its own. */
  begin: (header: GoroutineHeader) => void;
  /** To be called after the last line. */
  end: () => void;
  readonly goroutines: readonly Goroutine[];
  /** Frames that were read, kept or not. */
  frames: () => number;
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
type Call = StackLine & { kind: 'call' | 'creation' };
/** So many lines may stand between a call and its position. */
const maxBetween = 8;
/** No line of a stack is longer; a header with labels may be. */
const maxStackLineChars = 64 * 1024;
const carriageReturn = 0x0d;
const blank = 0x20;
const colon = 0x3a;

/**
 * Reads goroutine dumps (what a crash prints, debug.Stack, /debug/pprof/goroutine?debug=2) out of any text, line by line. Every
 * header makes a goroutine, whatever follows it. Lines that belong to no goroutine go to `other` in their order, empty ones apart,
 * and the part of a line in front of a header; blanks in front of a dump are taken for its margin. Never throws.
 */
export function createGoroutineParser(
  other: (line: string, isPart: boolean) => void = () => undefined,
  limits: GoroutineLimits = defaultLimits,
): GoroutineParser {
  const builder = createGoroutineBuilder(createFrameStore(limits.frames), limits.stackFrames);
  const words = createHeaderWords();
  const goroutines: Goroutine[] = [];
  let omitted = 0;
  let frames = 0;
  let open = false;
  /** Null until the first line after a header that did not begin its line. */
  let margin: string | null = '';
  /** A line that is a call if a position follows, and lines of others that came in between. */
  let pending: { line: string; call: Call; between: string[] } | null = null;

  const flush = (): void => {
    if (pending === null) return;
    const { line, between } = pending;
    pending = null;
    other(line, false);
    for (const one of between) other(one, false);
  };
  /** Whether a line may stand between a call and its position: Go writes them one after the other, and so may others. */
  const putAside = (raw: string): boolean => {
    if (pending === null || isOfC(pending.call) || pending.between.length >= maxBetween)
      return false;
    pending.between.push(raw);
    return true;
  };
  const close = (): void => {
    flush();
    if (open) builder.finish();
    open = false;
  };
  const begin = (header: GoroutineHeader, before: string): void => {
    close();
    margin = before.trim() === '' ? before : null;
    if (margin === null) other(before, true);
    open = true;
    const goroutine = builder.start(words.header(header));
    if (goroutines.length < limits.goroutines) goroutines.push(goroutine);
    else omitted++;
  };

  const takePosition = (read: StackLine & { kind: 'position' }): boolean => {
    if (pending === null) return false;
    // What was put aside may have been a call after all: C code's names look like anything.
    if (read.inC && pending.between.length > 0) {
      const line = pending.between.pop() ?? '';
      flush();
      builder.addFrame(line, read.file, read.line);
      frames++;
      return true;
    }
    const { call, between } = pending;
    if (isOfC(call) && !read.inC) return false;
    frames++;
    if (call.kind === 'call') builder.addFrame(call.function, read.file, read.line, call.arguments);
    else builder.setCreation(call.function, read.file, read.line, call.goroutine);
    pending = null;
    for (const one of between) other(one, false);
    return true;
  };

  /** False for a line that is not this goroutine's. */
  const take = (line: string, raw: string): boolean => {
    const read = parseStackLine(line);
    if (read?.kind === 'position') return takePosition(read);
    if ((read === null || (read.kind === 'call' && read.byC)) && putAside(raw)) return true;
    flush();
    switch (read?.kind) {
      case 'call':
      case 'creation':
        if (builder.stackHasEnded()) return false;
        pending = { line: raw, call: read, between: [] };
        return true;
      case 'elided':
        builder.elide(read.count);
        return true;
      case 'foreign':
        builder.addFrame('non-Go function', '', 0);
        return true;
      case 'ancestor':
        return builder.startAncestor(read.goroutine);
      case 'unavailable':
        frames++;
        return true;
      case undefined:
        return false;
    }
  };

  return {
    push(raw) {
      const line = raw.charCodeAt(raw.length - 1) === carriageReturn ? raw.slice(0, -1) : raw;
      if (line === '') {
        flush();
        return;
      }
      const header = parseGoroutineHeader(line);
      if (header !== null) {
        begin(header.header, line.slice(0, header.start));
        return;
      }
      const last = line.charCodeAt(line.length - 1);
      if (last <= blank && line.trim() === '') {
        flush();
        return;
      }
      // A block without a goroutine: throws on the system stack.
      if (last === colon && line.trimStart() === 'runtime stack:') close();
      margin ??= /^ */.exec(line)?.[0] ?? '';
      if (open && line.startsWith(margin) && line.length <= maxStackLineChars) {
        if (take(margin === '' ? line : line.slice(margin.length), raw)) return;
      }
      flush();
      other(raw, false);
    },
    begin: (header) => {
      begin(header, '');
    },
    end: close,
    goroutines,
    frames: () => frames,
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

function isOfC(call: Call): boolean {
  return call.kind === 'call' && call.byC;
}
