import { topLevel } from '../crash/blame/running-tests.ts';
import type { Ending } from '../report/ending-schema.ts';
import type { Isolation } from '../report/isolation-schema.ts';
import { changesOf } from './changes.ts';
import { crashRate } from './crash-rate.ts';
import { reproducingFlags } from './run-flags.ts';
import type { Found } from './search.ts';
import { isolationSummary } from './summary.ts';
import type { Suspects } from './suspects.ts';
import type { Tally, Trials } from './trials.ts';

export interface Concluded {
  found: Found;
  trials: Trials;
  suspects: Suspects;
  /** Of the package. */
  declared: number;
  ending: Ending;
  /** As the record of the crash names it. */
  test: string | null;
  /** Of the first attempt. */
  shuffle: string | null;
}

/** Larger sets are not listed in a proof. */
const maxProofTests = 50;
const maxSetTests = 500;

/** What a search came to, for the Report; the times are the caller's. */
export function concluded(of: Concluded): Omit<Isolation, 'elapsedMs' | 'budgetMs'> {
  const { found, trials, suspects, shuffle, ending, test } = of;
  const plain = (tests: readonly string[]): Tally =>
    trials.tally({ tests, shuffle, serial: false });
  const tally = plain(found.tests ?? suspects.begun);
  const { timeout } = tally;
  const rate = crashRate(tally.runs, tally.crashes);
  const tests = found.tests === null ? null : inOrderOfStart(found.tests, tally);
  const { begun } = suspects;
  const others = trials.others();
  const told = { ...found, ending, timeout, tests, rate, begun: begun.length, others };
  return {
    test,
    outcome: outcomeOf(found, rate),
    tests: (tests ?? []).slice(0, maxSetTests),
    rate: rate.runs === 0 ? null : rate,
    runs: trials.runs(),
    summary: isolationSummary(told),
    flags: tests === null ? [] : reproducingFlags(tests, { shuffle, timeout }),
    proof: proofOf(of),
  };
}

function outcomeOf(
  { tests, way, stopped }: Found,
  { runs, crashes }: { runs: number; crashes: number },
): Isolation['outcome'] {
  if (tests === null) return stopped === null ? 'not-again' : 'unfinished';
  if (way === null) return 'unfinished';
  return crashes < runs ? 'intermittent' : way;
}

function inOrderOfStart(tests: readonly string[], { crashed }: Tally): string[] {
  const places = new Map((crashed?.order ?? []).map((name, place) => [name, place]));
  const placeOf = (name: string): number => places.get(name) ?? Infinity;
  return tests.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

/** The runs that prove it: the set, the set without each of its members, its other orders, one at a time, and all. */
function proofOf({ found, trials, suspects, declared }: Concluded): Isolation['proof'] {
  const { begun } = suspects;
  const tests = found.tests ?? begun;
  const members = new Set(tests.map(topLevel));
  const isProof = ({ trial }: Tally): boolean =>
    trial.tests.length >= tests.length - 1 &&
    trial.tests.every((name) => members.has(topLevel(name)));
  const rows = trials
    .all()
    .filter((tally) => isProof(tally) || tally.trial.tests.length === begun.length);
  return rows
    .filter(({ trial }) => trial.tests.length <= maxProofTests || trial.tests.length === declared)
    .map(({ trial, runs, crashes, timeout }) => ({
      tests: trial.tests.length === declared && declared > maxProofTests ? null : [...trial.tests],
      changes: changesOf(trial, timeout),
      ...{ runs, crashes },
    }))
    .slice(0, maxProofTests);
}
