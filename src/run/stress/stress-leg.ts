import type { Repository } from '../../crash/source/repository.ts';
import type { StressReport } from '../../report/search-schema.ts';
import {
  newPackageState,
  note,
  repetitionsOf,
  type PackageState,
  type StressedPackage,
} from '../../stress/package-state.ts';
import { nextTurn } from '../../stress/turns.ts';
import { variationOf } from '../../stress/variation.ts';
import type { Rerun } from '../recover/rerun.ts';
import { stressOnce, type StressOnce } from './stress-once.ts';

export interface StressRequest {
  rerun: Rerun;
  /** Those whose ordinary run ended well. */
  packages: readonly StressedPackage[];
  budgetMs: number;
  now: () => number;
  stopped: () => boolean;
  progress: (status: StressStatus) => void;
  /** Of the run: another one brings other orders and schedules. */
  seed: number;
  /** Processors of the machine. */
  cores: number;
  goMinor: number;
  /** The leg's own -run and -skip; '' for none. */
  user: { run: string; skip: string };
  /** GORACE of the leg; '' for none. */
  gorace: string;
  /** The leg's own -timeout; null for none. */
  timeoutMs: number | null;
  repository: Repository;
}

/** How far it has come. */
export interface StressStatus {
  package: string;
  runs: number;
  spentMs: number;
  budgetMs: number;
}

/**
 * Runs kept test binaries again and again, in other orders and under other schedules, until the time is over. A run that fails
 * stays in the run folder as an attempt of its package and ends its share; the others leave nothing but their number.
 */
export async function stressLeg(request: StressRequest): Promise<StressReport> {
  const { budgetMs, now, stopped, progress } = request;
  const began = now();
  const states = request.packages.map((of) => newPackageState(of, budgetMs));
  for (;;) {
    const leftMs = budgetMs - (now() - began);
    const state = stopped() ? null : nextTurn(states, leftMs);
    if (state === null) break;
    const runs = states.reduce((sum, { runs: count }) => sum + count, 0);
    progress({ package: state.package, runs, spentMs: budgetMs - leftMs, budgetMs });
    await takeTurn(state, { ...request, leftMs });
  }
  const over = stopped() ? 'the run was stopped' : 'the time was over';
  for (const state of states)
    if (state.attempted === 0 && !state.over) note(state, `${over} before its first repetition`);
  return { budgetMs, spentMs: now() - began, packages: states.map(stressed) };
}

function stressed(state: PackageState): StressReport['packages'][number] {
  return {
    ...{ package: state.package, runs: state.runs, repetitions: repetitionsOf(state) },
    elapsedMs: state.spentMs,
    ...(state.overdue === 0 ? {} : { overdue: state.overdue }),
    ...{ because: state.because, failedIn: state.failedIn, notes: state.notes },
  };
}

/** Runs that are made beside one that failed, to see whether it fails because of its schedule. */
const controls = 4;

async function takeTurn(state: PackageState, request: StressOnce): Promise<void> {
  const { seed, cores, leftMs } = request;
  // What fails when tests are repeated or chosen has to be looked at, and that takes time.
  const enough = leftMs >= (1 + controls) * state.expectedMs;
  const variation = variationOf({
    ...{ package: state.package, run: state.attempted, seed, cores, tests: state.tests },
    mayRepeat: state.mayRepeat && enough,
    mayChoose: state.mayChoose && enough,
  });
  try {
    await stressOnce(state, variation, request);
  } catch (error) {
    state.over = true;
    note(state, (error as Error).message);
  }
}
