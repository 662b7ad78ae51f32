import type { Frame } from './frame.ts';

/** Keeps each frame and each stack once: a dump of a hundred thousand goroutines has a handful of different ones. */
export interface FrameStore {
  /** The frame as it is kept; null when there are too many different ones. */
  frame: (frame: Frame) => Frame | null;
  /** The same array for the same stack of kept frames. */
  stack: (frames: Frame[]) => Frame[];
}

export function createFrameStore(maxFrames: number): FrameStore {
  const known = new Map<string, { frame: Frame; number: number }>();
  const numbers = new Map<Frame, number>();
  const stacks = new Map<string, Frame[]>();
  return {
    frame(frame) {
      const key = `${frame.function}\n${frame.file}\n${String(frame.line)}`;
      let entry = known.get(key);
      if (entry === undefined) {
        if (known.size >= maxFrames) return null;
        entry = { frame, number: known.size };
        known.set(key, entry);
        numbers.set(frame, entry.number);
      }
      return entry.frame;
    },
    stack(frames) {
      const key = frames.map((frame) => numbers.get(frame) ?? -1).join(' ');
      const same = stacks.get(key);
      if (same !== undefined) return same;
      stacks.set(key, frames);
      return frames;
    },
  };
}
