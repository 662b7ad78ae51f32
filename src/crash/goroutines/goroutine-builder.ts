import { detached } from './detached.ts';
import type { Frame } from '../frame.ts';
import type { FrameStore } from './frame-store.ts';
import type { Ancestor, Creation, Goroutine, GoroutineHeader } from './goroutine.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Puts goroutines together, one after the other, while their lines come in. */
export interface GoroutineBuilder {
  /** The goroutine that follows; complete after `finish`. */
  start: (header: GoroutineHeader) => Goroutine;
  addFrame: (functionName: string, file: string, line: number, callArguments?: string) => void;
  /** So many frames are missing here; null: nobody knows how many. */
  elide: (count: number | null) => void;
  /** What follows is the stack of an ancestor. False when there are too many. */
  startAncestor: (goroutine: number) => boolean;
  setCreation: (functionName: string, file: string, line: number, goroutine: number | null) => void;
  /** A stack ends with its creation. */
  stackHasEnded: () => boolean;
  finish: () => void;
}

const none: readonly never[] = [];
/** Of so many goroutines, and of so many innermost frames each: what somebody waits for is known from these. */
const maxWithArguments = 10_000;
const maxArguments = 64;

export function createGoroutineBuilder(store: FrameStore, maxFrames: number): GoroutineBuilder {
  let goroutine: Mutable<Goroutine> | null = null;
  let ancestors: Mutable<Ancestor>[] = [];
  let ancestor: Mutable<Ancestor> | null = null;
  let frames: Frame[] = [];
  let texts: string[] = [];
  let withArguments = 0;
  let lastCreation: Creation | null = null;

  const elide = (count: number | null): void => {
    if (goroutine === null || ancestor !== null) return;
    const { elided } = goroutine;
    if (elided === null) goroutine.elided = { after: frames.length, count };
    else elided.count = elided.count === null || count === null ? null : elided.count + count;
  };
  const keepArguments = (): void => {
    if (goroutine !== null && ancestor === null && withArguments < maxWithArguments) {
      if (texts.some((text) => text !== '')) {
        withArguments++;
        goroutine.callArguments = texts.map(detached);
      }
    }
    texts = [];
  };
  const endStack = (): void => {
    const block = ancestor ?? goroutine;
    if (block === null) return;
    const kept = store.stack(frames);
    block.frames = kept;
    keepArguments();
    const { length } = frames;
    frames = [];
    if (kept.length < length && ancestor === null && goroutine !== null) {
      goroutine.elided ??= { after: kept.length, count: 0 };
      goroutine.elided.after = kept.length;
      if (goroutine.elided.count !== null) goroutine.elided.count += length - kept.length;
    }
  };
  /** Many goroutines are started by the same call. */
  const creation = (frame: Frame, by: number | null): Creation => {
    const same =
      lastCreation?.goroutine === by &&
      lastCreation.function === frame.function &&
      lastCreation.file === frame.file &&
      lastCreation.line === frame.line;
    if (!same) lastCreation = { ...frame, goroutine: by };
    return lastCreation ?? { ...frame, goroutine: by };
  };

  return {
    start(header) {
      ancestors = [];
      ancestor = null;
      frames = [];
      texts = [];
      // Field by field: a spread is slow, and dumps have many.
      goroutine = {
        id: header.id,
        state: header.state,
        waitMinutes: header.waitMinutes,
        lockedToThread: header.lockedToThread,
        leaked: header.leaked,
        bubble: header.bubble,
        labels: header.labels,
        frames: none,
        elided: null,
        createdBy: null,
        ancestors: none,
      };
      return goroutine;
    },
    addFrame(functionName, file, line, callArguments = '') {
      const kept = frames.length < maxFrames ? store.frame(functionName, file, line) : null;
      if (kept === null) elide(1);
      else {
        frames.push(kept);
        if (texts.length < maxArguments) texts.push(callArguments);
      }
    },
    elide,
    startAncestor(id) {
      if (goroutine === null || ancestors.length >= maxFrames) return false;
      endStack();
      ancestor = { goroutine: id, frames: none, createdBy: null };
      ancestors.push(ancestor);
      goroutine.ancestors = ancestors;
      return true;
    },
    setCreation(functionName, file, line, by) {
      const block = ancestor ?? goroutine;
      if (block === null) return;
      const frame = store.frame(functionName, file, line) ?? {
        function: detached(functionName),
        file: detached(file),
        line,
      };
      block.createdBy = creation(frame, by);
    },
    stackHasEnded: () => (ancestor ?? goroutine)?.createdBy !== null,
    finish() {
      endStack();
      goroutine = null;
    },
  };
}
