import { detached } from '../goroutines/detached.ts';
import type { Frame } from '../frame.ts';
import type { Goroutine } from '../goroutines/goroutine.ts';
import type { CrashStack } from '../parsed-crash.ts';

/** What the first line of a block says of the stack below it. */
export interface BlockTitle extends Pick<CrashStack, 'role' | 'access' | 'title'> {
  /** 0 for the main goroutine, for threads, and where nothing is said. */
  goroutine: number;
  state: string;
}

/** Collects the stacks of a detector's report. */
export interface DetectorStacks {
  open: (title: BlockTitle) => void;
  /** A frame of the block that was opened last; before the first block it is dropped. */
  addFrame: (frame: Frame) => void;
  /** The position of the frame that was added last, where that has none yet. */
  setPosition: (file: string, line: number) => void;
  isEmpty: () => boolean;
  finish: () => { stacks: CrashStack[]; omittedStacks: number };
}

const maxStacks = 100;
const maxFrames = 1000;

type Block = Omit<BlockTitle, 'goroutine' | 'state'> & {
  goroutine: Goroutine & { frames: Frame[] };
};

export function createDetectorStacks(): DetectorStacks {
  const blocks: Block[] = [];
  let omittedStacks = 0;
  let current: Block | null = null;
  let last: Frame | null = null;
  return {
    open({ goroutine, state, ...title }) {
      current = {
        ...title,
        title: detached(title.title),
        goroutine: emptyGoroutine(goroutine, state),
      };
      last = null;
      if (blocks.length < maxStacks) blocks.push(current);
      else omittedStacks++;
    },
    addFrame(frame) {
      last = null;
      if (current === null) return;
      const { frames } = current.goroutine;
      if (frames.length < maxFrames) {
        last = { ...frame, function: detached(frame.function), file: detached(frame.file) };
        frames.push(last);
      } else omittedStacks++;
    },
    setPosition(file, line) {
      if (last === null) return;
      last.file = detached(file);
      last.line = line;
      last = null;
    },
    isEmpty: () => (current?.goroutine.frames.length ?? 0) === 0,
    finish() {
      for (const { role, goroutine } of blocks)
        if (role !== 'creation') goroutine.createdBy = creationOf(goroutine.id, blocks);
      return { stacks: blocks, omittedStacks };
    },
  };
}

/** Who created a goroutine stands in a block of its own. */
function creationOf(id: number, blocks: readonly Block[]): Goroutine['createdBy'] {
  if (id === 0) return null;
  const block = blocks.find(({ role, goroutine }) => role === 'creation' && goroutine.id === id);
  const [frame] = block?.goroutine.frames ?? [];
  return frame === undefined ? null : { ...frame, goroutine: null };
}

function emptyGoroutine(id: number, state: string): Goroutine & { frames: Frame[] } {
  return {
    id,
    state,
    waitMinutes: 0,
    lockedToThread: false,
    leaked: false,
    bubble: null,
    labels: {},
    frames: [],
    elided: null,
    createdBy: null,
    ancestors: [],
  };
}
