/**
 * What may be spent on one reading of a dump and the sources that it names. Both may be hostile: each visit of a word, a deed, a thing or
 * a link costs a step, and what stays in memory costs more.
 */
export interface Effort {
  /** Throws TooMuchToRead where less is left. */
  spend: (steps: number) => void;
  /** Whether as much is left: it is spent then, else all that is left. */
  allows: (steps: number) => boolean;
  /** Nothing is left from now on: there is more than a limit of its own allows. */
  giveUp: () => void;
  /** How many steps were spent. */
  spent: () => number;
  /** Something was left out, because there was not as much left. */
  gaveOut: () => boolean;
}

/** There is more than anybody could look at: what was read is not all, and nothing follows from it. */
export class TooMuchToRead extends Error {
  override name = 'TooMuchToRead';
}

/** The largest function alone takes a part of it. */
const baseSteps = 5_000_000;
const stepsPerGoroutine = 10_000;
const maxSteps = 20_000_000;

/** What all dumps of one report may cost together: ten of the largest. */
export interface SharedEffort {
  left: number;
}

export function sharedEffort(): SharedEffort {
  return { left: 10 * maxSteps };
}

/** Larger dumps are given more, up to a limit. */
export function effortFor(goroutines: number, shared = sharedEffort()): Effort {
  const own = Math.min(maxSteps, baseSteps + stepsPerGoroutine * goroutines);
  return createEffort(Math.min(own, shared.left));
}

export function createEffort(max = maxSteps): Effort {
  let left = max;
  let isOver = false;
  const allows = (steps: number): boolean => {
    if (!(steps <= left)) {
      left = 0;
      isOver = true;
      return false;
    }
    left -= steps;
    return true;
  };
  return {
    allows,
    spend(steps) {
      if (!allows(steps)) throw new TooMuchToRead('too much to look at');
    },
    giveUp() {
      left = 0;
      isOver = true;
    },
    spent: () => max - left,
    gaveOut: () => isOver,
  };
}

/** Where nobody looked to the end: what is not told may be there all the same. */
export const waitsCutText =
  'who waits for whom was not worked out to the end: there are more goroutines, or more lines of source, than are looked through';
