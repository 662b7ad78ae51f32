import type { TestEvent } from '../gotest/event.ts';
import type { RerunOrder } from './recover/rerun.ts';
import type { StressStatus } from './stress/stress-leg.ts';
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
  /** A package that did not end well has a further attempt. */
  attemptStarted: (leg: string, order: RerunOrder) => void;
  /** A fuzz target begins; it gets that much time. */
  fuzzStarted: (leg: string, packageName: string, target: string, budgetMs: number) => void;
  /** The search for the smallest set of tests that still crashes begins. */
  isolating: (leg: string, packageName: string, budgetMs: number) => void;
  /** Tests are run again to find those that leave goroutines behind, so many different ones. */
  searchingLeakTests: (leg: string, packageName: string, leaks: number) => void;
  /** The tests of a leg are repeated; called before each run. */
  stressing: (leg: string, status: StressStatus) => void;
  /** The memory of a package is looked at over repeated runs of its tests. */
  measuringMemory: (leg: string, packageName: string) => void;
  /** Packages that grew are measured once more: of the head, or of the base. */
  measuredAgain: (
    leg: string,
    side: 'head' | 'base',
    number: number,
    packages: readonly string[],
  ) => void;
}
