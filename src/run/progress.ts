import type { TestEvent } from '../gotest/event.ts';
import type { PackageFold, StreamFold } from '../gotest/fold.ts';

export interface LegStatus {
  leg: string;
  total: number;
  done: number;
  /** Import paths of packages whose tests run now. */
  running: string[];
  elapsedMs: number;
  /** The largest peak RSS of a test process seen so far, bytes; null where the system does not tell. */
  peakRssBytes: number | null;
}

/** How a run tells a person what it does. All calls are cheap and never throw. */
export interface Progress {
  /** verbose: show what every test prints, not only failed ones (-v). */
  legStarted: (leg: string, packages: number, verbose: boolean) => void;
  /** Every piece of output, as it comes. */
  output: (leg: string, event: TestEvent) => void;
  packageEnded: (leg: string, ended: PackageFold, state: StreamFold) => void;
  tick: (status: LegStatus) => void;
  legEnded: (status: LegStatus) => void;
}
