import { detached } from './detached.ts';
import type { Frame } from '../frame.ts';

/** Keeps each frame and each stack once: a dump of a hundred thousand goroutines has a handful of different ones. */
export interface FrameStore {
  /** The frame as it is kept; null when there are too many different ones. */
  frame: (functionName: string, file: string, line: number) => Frame | null;
  /** The same array for the same stack of kept frames; with fewer frames, the innermost, when there are too many different ones. */
  stack: (frames: readonly Frame[]) => readonly Frame[];
}

/** Frames of all different stacks together; of those beyond, so many each. */
const maxStackFrames = 1_000_000;
const maxFramesBeyond = 32;

/** Nearly always one function has a line: the first one is found without a map. */
interface Line {
  frame: Frame;
  more: Map<string, Frame> | null;
}

/** Stacks that begin alike share their beginning. */
interface Node {
  frame: Frame | null;
  first: Node | null;
  more: Map<Frame, Node> | null;
  stack: readonly Frame[] | null;
}

const newNode = (frame: Frame | null): Node => ({ frame, first: null, more: null, stack: null });

export function createFrameStore(maxFrames: number): FrameStore {
  const files = new Map<string, Map<number, Line>>();
  const root = newNode(null);
  let frames = 0;
  let stackFrames = 0;

  const addFrame = (functionName: string, file: string, line: number): Frame | null => {
    if (frames >= maxFrames) return null;
    frames++;
    return { function: detached(functionName), file: detached(file), line };
  };

  return {
    frame(functionName, file, line) {
      let lines = files.get(file);
      const known = lines?.get(line);
      if (known !== undefined) {
        if (known.frame.function === functionName) return known.frame;
        const other = known.more?.get(functionName);
        if (other !== undefined) return other;
      }
      const frame = addFrame(functionName, file, line);
      if (frame === null) return null;
      if (lines === undefined) {
        lines = new Map();
        files.set(frame.file, lines);
      }
      if (known === undefined) lines.set(line, { frame, more: null });
      else (known.more ??= new Map()).set(frame.function, frame);
      return frame;
    },
    stack(given) {
      let node = root;
      for (const frame of given) {
        let next = node.first?.frame === frame ? node.first : node.more?.get(frame);
        if (next === undefined) {
          if (stackFrames >= maxStackFrames) return given.slice(0, maxFramesBeyond);
          stackFrames++;
          next = newNode(frame);
          if (node.first === null) node.first = next;
          else (node.more ??= new Map()).set(frame, next);
        }
        node = next;
      }
      node.stack ??= given.slice();
      return node.stack;
    },
  };
}
