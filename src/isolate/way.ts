import type { Observation, Trial } from './trial.ts';
import { SearchEnd } from './trial.ts';
import type { Trials } from './trials.ts';

/** How a test needs the others of its set. */
export type Way = 'alone' | 'order' | 'parallel' | 'together';

interface WayRequest {
  /** The smallest set, seen to crash. */
  tests: readonly string[];
  /** Of the first attempt. */
  shuffle: string | null;
  trials: Trials;
  /** Runs without a crash that tell that there is none. */
  needed: number;
}

/** Half of the seeds bring two tests into the other order. */
const maxSeeds = 10;

/** Whether a set crashes because of its order, because of what runs at the same time, or in no way that was found. */
export async function wayOf(request: WayRequest): Promise<Way> {
  const { tests, shuffle, trials } = request;
  if (tests.length < 2) return 'alone';
  try {
    const { crashed } = trials.tally({ tests, shuffle, serial: false });
    const parallel = tests.filter((name) => crashed?.parallel.includes(name) === true);
    const isBeside = parallel.length > 1;
    const serial = { tests, shuffle, serial: true };
    if (isBeside && !(await trials.crashes(serial, request.needed))) return 'parallel';
    return (await needsItsOrder(request, isBeside)) ? 'order' : 'together';
  } catch (error) {
    // The set is known, and that is worth saying.
    if (error instanceof SearchEnd) return 'together';
    throw error;
  }
}

async function needsItsOrder(
  { tests, shuffle, trials, needed }: WayRequest,
  serial: boolean,
): Promise<boolean> {
  const { crashed } = trials.tally({ tests, shuffle, serial });
  const last = crashed === null ? undefined : lastOf(crashed, tests);
  if (last === undefined) return false;
  for (let number = 1; number <= maxSeeds; number++) {
    const trial: Trial = { tests, shuffle: String(number), serial };
    if (trial.shuffle === shuffle) continue;
    const seen = await trials.run(trial);
    const place = tests.length - 1;
    if (!seen.order.includes(last) || seen.order.indexOf(last) === place) continue;
    return !seen.crashed && !(await trials.crashes(trial, needed));
  }
  return false;
}

/** The test that began last when the set crashed. */
function lastOf({ order }: Observation, tests: readonly string[]): string | undefined {
  const begun = order.filter((name) => tests.includes(name));
  return begun.length === tests.length ? begun.at(-1) : undefined;
}
