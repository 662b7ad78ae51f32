import type { Frame } from './frame.ts';
import type { FrameStore } from './frame-store.ts';
import type { Ancestor, Creation, Goroutine, GoroutineHeader } from './goroutine.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Block {
  frames: Frame[];
  createdBy: Creation | null;
}

/** Puts one goroutine together while its lines come in. */
export interface GoroutineBuilder {
  /** Complete after `finish`. */
  readonly goroutine: Goroutine;
  addFrame: (frame: Frame) => void;
  /** So many frames are missing here; null: nobody knows how many. */
  elide: (count: number | null) => void;
  /** What follows is the stack of an ancestor. False when there are too many. */
  startAncestor: (goroutine: number) => boolean;
  setCreation: (creation: Creation) => void;
  /** A stack ends with its creation. */
  stackHasEnded: () => boolean;
  finish: () => void;
}

export function createGoroutineBuilder(
  header: GoroutineHeader,
  store: FrameStore,
  maxFrames: number,
): GoroutineBuilder {
  const own: Block = { frames: [], createdBy: null };
  const ancestors: (Block & Mutable<Ancestor>)[] = [];
  let block = own;
  const goroutine: Mutable<Goroutine> = { ...header, ...own, elided: null, ancestors };

  const elide = (count: number | null): void => {
    if (block !== own) return;
    const { elided } = goroutine;
    if (elided === null) goroutine.elided = { after: own.frames.length, count };
    else elided.count = elided.count === null || count === null ? null : elided.count + count;
  };
  return {
    goroutine,
    addFrame(frame) {
      const kept = block.frames.length < maxFrames ? store.frame(frame) : null;
      if (kept === null) elide(1);
      else block.frames.push(kept);
    },
    elide,
    startAncestor(id) {
      if (ancestors.length >= maxFrames) return false;
      const ancestor = { goroutine: id, frames: [], createdBy: null };
      ancestors.push(ancestor);
      block = ancestor;
      return true;
    },
    setCreation(creation) {
      block.createdBy = creation;
    },
    stackHasEnded: () => block.createdBy !== null,
    finish() {
      goroutine.frames = store.stack(own.frames);
      goroutine.createdBy = own.createdBy;
    },
  };
}
