import type { PackageState } from '../../stress/package-state.ts';

/** How long a run may take. */
export interface RunLimits {
  /** Its -timeout. */
  timeoutMs: number;
  /** Then it is killed. */
  maxMs: number;
  /** The end of the leg's time is why its -timeout is shorter than what the package gets. */
  isHurried: boolean;
}

/** package testing ends the process itself; this is for one that does not let it. */
const graceMs = 10_000;
/** Between the end of -timeout and the end of the time: goroutines are printed, and their text is read. */
const printMs = 1500;
/** A run that is given less than this, or less than so many times what it should take, is only cut off. */
const leastHurriedMs = 1500;
const hurriedFactor = 2;

/**
 * What a run gets where the leg has so much time left. Shortly before the end that is less than patience asks for: a -timeout that is
 * over earlier shows then what the goroutines do, which a kill does not.
 */
export function runLimits(state: PackageState, leftMs: number): RunLimits {
  const { patienceMs, expectedMs, mayHurry } = state;
  const maxMs = Math.max(1000, Math.min(leftMs, patienceMs + graceMs));
  const hurriedMs = leftMs - printMs;
  const isHurried =
    mayHurry &&
    hurriedMs < patienceMs &&
    hurriedMs >= Math.max(leastHurriedMs, hurriedFactor * expectedMs);
  return { timeoutMs: isHurried ? hurriedMs : patienceMs, maxMs, isHurried };
}

/** For runs beside one that failed: the time of the leg does not end them. */
export function controlLimits({ patienceMs }: PackageState): RunLimits {
  return { timeoutMs: patienceMs, maxMs: Math.max(1000, patienceMs), isHurried: false };
}

/** A test may look at its deadline, and give up before it: such a failure says nothing if -timeout was short. */
export function mayBeOfItsDeadline({ timeoutMs, isHurried }: RunLimits, tookMs: number): boolean {
  return isHurried && tookMs >= timeoutMs / 2;
}
