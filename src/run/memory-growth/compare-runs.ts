import { selectTests } from '../../gotest/test-selection.ts';
import type { RepeatedRun } from '../../heap/per-run/growing-sites.ts';
import type { MemoryGrowthRequest } from './memory-growth.ts';
import { repeatTests, type Collection } from './repeat-tests.ts';

export interface Search extends MemoryGrowthRequest {
  /** When the time is over; as `now` tells it. */
  until: number;
  notes: string[];
}

/** Runs of some tests, in the order of their repetitions; or the tests that fail when they are repeated; or why there are none. */
export type Compared =
  | { kind: 'runs'; runs: RepeatedRun[] }
  | { kind: 'failed'; tests: string[] }
  | { kind: 'problem'; because: string };

/** Fewer repetitions than so many times those before say little. */
const leastStep = 2;

/**
 * Runs tests in several processes, more often in each.
 * @param plan how often; less where the time would not do
 */
export async function compareRuns(
  search: Search,
  tests: readonly string[],
  plan: readonly number[],
  collection: Collection,
): Promise<Compared> {
  const selection = selectOnly(search, tests);
  if ('because' in selection) return selection;
  const runs: RepeatedRun[] = [];
  let perRunMs = 0;
  for (const planned of plan) {
    const began = search.now();
    const leftMs = search.until - began;
    if (search.stopped() || leftMs <= 0)
      return { kind: 'problem', because: 'the time was over before its memory was measured' };
    const before = runs.at(-1)?.repetitions ?? 0;
    const repetitions = Math.min(planned, Math.floor(leftMs / Math.max(perRunMs, 1e-3)));
    if (repetitions < leastStep * before)
      return { kind: 'problem', because: 'its tests take too long to be repeated' };
    const repeated = await repeatTests(
      { ...search, maxMs: leftMs },
      selection,
      repetitions,
      collection,
    );
    if (repeated.kind !== 'measured') return repeated;
    runs.push({ repetitions, sites: repeated.sites });
    perRunMs = (search.now() - began) / repetitions;
  }
  return { kind: 'runs', runs };
}

function selectOnly(
  { declared, user, goMinor }: Search,
  wanted: readonly string[],
): { flags: string[]; tests: readonly string[] | null } | { kind: 'problem'; because: string } {
  const all = new Set(declared.map(({ name }) => name)).size;
  if (wanted.length === all) return { flags: [], tests: null };
  const found = selectTests({ declared, wanted, leaveOut: [], user, goMinor });
  if ('problem' in found) return { kind: 'problem', because: found.problem };
  const [only, ...others] = found;
  return only === undefined || others.length > 0
    ? { kind: 'problem', because: 'its tests cannot be chosen one by one' }
    : only;
}
