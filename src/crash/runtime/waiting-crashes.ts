import { detached } from '../goroutines/detached.ts';
import type { ParsedCrash } from '../parsed-crash.ts';

type Change = (crash: ParsedCrash) => Partial<ParsedCrash>;

/** Crashes whose package's verdict is still to come; when there are too many, the oldest is handed on without it. */
export interface WaitingCrashes {
  readonly last: ParsedCrash | undefined;
  add: (crash: ParsedCrash) => void;
  /** A further line belongs to the last one; false where there is none. */
  extendLast: (change: Partial<ParsedCrash>) => boolean;
  change: (change: Change) => void;
  handOn: (change: Change) => void;
}

const maxWaiting = 50;
const maxWaitingStacks = 200_000;

export function createWaitingCrashes(emit: (crash: ParsedCrash) => void): WaitingCrashes {
  let waiting: ParsedCrash[] = [];
  return {
    get last() {
      return waiting.at(-1);
    },
    add(crash) {
      waiting.push({
        ...crash,
        outputTest: crash.outputTest === null ? null : detached(crash.outputTest),
      });
      const stacks = waiting.reduce((sum, { stacks: some }) => sum + some.length, 0);
      if (waiting.length <= maxWaiting && stacks <= maxWaitingStacks) return;
      const oldest = waiting.shift();
      if (oldest !== undefined) emit(oldest);
    },
    extendLast(change) {
      const last = waiting.pop();
      if (last === undefined) return false;
      waiting.push({ ...last, ...change, lineCount: last.lineCount + 1 });
      return true;
    },
    change(change) {
      if (waiting.length === 0) return;
      waiting = waiting.map((crash) => ({ ...crash, ...change(crash) }));
    },
    handOn(change) {
      const crashes = waiting;
      waiting = [];
      for (const crash of crashes) emit({ ...crash, ...change(crash) });
    },
  };
}
