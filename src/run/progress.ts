import type { TestEvent } from '../gotest/event.ts';
import type { RoundPurpose } from './round.ts';
import type { PackageFold, StreamFold } from '../gotest/fold.ts';
import type { Check } from '../report/schema.ts';

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
  /** Before the first leg: what the preflight found; only what is not right is shown. */
  warnings: (checks: readonly Check[]) => void;
  /** verbose: show what every test prints, not only failed ones (-v). */
  legStarted: (leg: string, packages: number, verbose: boolean) => void;
  /** Every piece of output, as it comes. */
  output: (leg: string, event: TestEvent) => void;
  packageEnded: (leg: string, ended: PackageFold, state: StreamFold) => void;
  tick: (status: LegStatus) => void;
  legEnded: (status: LegStatus) => void;
  /** A further go test of the leg begins. */
  roundStarted: (leg: string, purpose: RoundPurpose, packages: readonly string[]) => void;
  /** Packages that grew are measured once more: of the head, or of the base. */
  measuredAgain: (
    leg: string,
    side: 'head' | 'base',
    number: number,
    packages: readonly string[],
  ) => void;
}
