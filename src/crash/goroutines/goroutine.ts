import type { Frame } from '../frame.ts';

/** The call that started a goroutine. The id is missing before Go 1.21, and for the runtime's own. */
export interface Creation extends Frame {
  goroutine: number | null;
}

/** What the line `goroutine 7 [chan receive, 3 minutes]:` says. */
export interface GoroutineHeader {
  id: number;
  /** As Go prints it, without the remarks that have fields of their own: `running`, `chan receive (nil chan)`, `select`. */
  state: string;
  /** Whole minutes; 0 for less, and for one that waits for nothing. */
  waitMinutes: number;
  lockedToThread: boolean;
  /** It can never run again: nothing else refers to what it waits for (Go 1.26 and later, goroutine leak profile). */
  leaked: boolean;
  /** The synctest bubble it lives in (in Go 1.24, the group). */
  bubble: number | null;
  labels: Record<string, string>;
}

export interface Goroutine extends GoroutineHeader {
  /** From the innermost out. */
  frames: readonly Frame[];
  /** Of each frame, what stands between its parentheses; absent beyond the first goroutines of a text, and where it has none. */
  callArguments?: readonly string[];
  /** Frames that are missing: how many, null where the text does not say, and after how many of `frames`. */
  elided: { after: number; count: number | null } | null;
  createdBy: Creation | null;
  /** Stacks at the moment of creation, nearest first (GODEBUG=tracebackancestors). */
  ancestors: readonly Ancestor[];
}

export interface Ancestor {
  goroutine: number;
  frames: readonly Frame[];
  createdBy: Creation | null;
}
