import { crashRate, runsToTell, type CrashRate } from './crash-rate.ts';
import { smallestSet } from './smallest-set.ts';
import type { Suspects } from './suspects.ts';
import { SearchEnd, type Trial } from './trial.ts';
import type { Trials } from './trials.ts';
import { wayOf, type Way } from './way.ts';

export interface SearchRequest {
  suspects: Suspects;
  /** Of the first attempt. */
  shuffle: string | null;
  trials: Trials;
  /** The part of the time that is left, 0 to 1. */
  timeLeft: () => number;
}

/** What a search came to. */
export interface Found {
  /** The smallest set that was seen to crash; null where none was. */
  tests: readonly string[] | null;
  /** How its members are needed; null where the search did not get so far. */
  way: Way | null;
  /** Why it ended before its end. */
  stopped: string | null;
}

const maxRepeats = 60;
/** Of a crash that comes and goes; of one that comes seldom, as many as of all again. */
const measuredRuns = 20;
const certain = 3;

/**
 * Finds the smallest set of tests that crashes: the culprit alone, all again, then by bisection. What was found until the time was over
 * is kept.
 */
export async function search(request: SearchRequest): Promise<Found> {
  const found: Found = { tests: null, way: null, stopped: null };
  try {
    await searchToTheEnd(request, found);
  } catch (error) {
    if (!(error instanceof SearchEnd)) throw error;
    found.stopped = error.message;
    const { culprit } = request.suspects;
    if (found.tests?.length === (culprit === null ? 0 : 1)) found.way = 'alone';
  }
  return found;
}

async function searchToTheEnd(request: SearchRequest, found: Found): Promise<void> {
  const { suspects, trials, shuffle } = request;
  const { culprit, begun } = suspects;
  const plain = (tests: readonly string[]): Trial => ({ tests, shuffle, serial: false });
  const all = begun.length;
  const crashes = async (tests: readonly string[], runs: number): Promise<boolean> => {
    const yes = await trials.crashes(plain(tests), runs);
    if (yes && tests.length < (found.tests?.length ?? Infinity)) found.tests = tests;
    return yes;
  };
  const alone = culprit === null ? [] : [culprit];
  const quick = alone.length < all && culprit !== null && (await crashes(alone, 2));
  let rate = quick ? crashRate(1, 1) : await repeated(plain(begun), request, found);
  if (rate.crashes === 0) return;

  let tests = quick ? alone : begun;
  for (;;) {
    const needed = runsToTell(rate);
    tests = await smallest(tests, { ...request, crashes, needed });
    found.tests = tests;
    rate = await measured(plain(tests), request);
    // It comes and goes more than was thought: what seemed to be needed may not be.
    if (runsToTell(rate) <= needed || tests.length === alone.length) break;
  }
  if (tests.length === 1 && suspects.subtest !== null) {
    found.way = 'alone';
    await narrowed(plain([suspects.subtest]), request, found);
    return;
  }
  found.way = await wayOf({ tests, shuffle, trials, needed: Math.max(2, runsToTell(rate)) });
}

/** A test with subtests that crashes alone: perhaps its subtest does. */
async function narrowed(trial: Trial, request: SearchRequest, found: Found): Promise<void> {
  const { trials } = request;
  const whole = trials.tally({ ...trial, tests: found.tests ?? [] });
  if (!(await trials.crashes(trial, Math.max(2, runsToTell(whole))))) return;
  found.tests = trial.tests;
  await measured(trial, request);
}

/** All again, until it is known how often it crashes. */
async function repeated(trial: Trial, request: SearchRequest, found: Found): Promise<CrashRate> {
  const { trials, timeLeft } = request;
  const tally = trials.tally(trial);
  while (tally.runs < maxRepeats && (tally.runs < 2 || timeLeft() > 0.5)) {
    const always = tally.crashes === tally.runs;
    if (tally.runs >= 2 && (always || tally.crashes >= certain)) break;
    const { crashed } = await trials.run(trial);
    if (crashed) found.tests ??= trial.tests;
  }
  return crashRate(tally.runs, tally.crashes);
}

/** More runs of the smallest set, to know how often it crashes. */
async function measured(trial: Trial, { trials, timeLeft }: SearchRequest): Promise<CrashRate> {
  const tally = trials.tally(trial);
  while (tally.runs < maxRepeats && timeLeft() > 0) {
    const isKnown = tally.crashes === tally.runs || timeLeft() < 0.3;
    if (tally.runs >= certain && isKnown) break;
    if (tally.runs >= measuredRuns && tally.crashes >= certain) break;
    await trials.run(trial);
  }
  return crashRate(tally.runs, tally.crashes);
}

interface Narrowing extends SearchRequest {
  crashes: (tests: readonly string[], runs: number) => Promise<boolean>;
  /** Runs without a crash that tell that there is none. */
  needed: number;
}

async function smallest(tests: readonly string[], request: Narrowing): Promise<string[]> {
  const { crashes, needed, suspects } = request;
  const { culprit, begun, running } = suspects;
  const inOrder = (chosen: Iterable<string>): string[] => {
    const wanted = new Set(chosen);
    return begun.filter((name) => wanted.has(name) || name === culprit);
  };
  // What ran at the same time is suspected first.
  const beside = running.filter((name) => tests.includes(name));
  const others = tests.filter((name) => name !== culprit);
  const isNarrowed =
    beside.length > 0 && beside.length < others.length && (await crashes(inOrder(beside), needed));
  const set = await smallestSet(isNarrowed ? beside : others, {
    crashes: (chosen) => crashes(inOrder(chosen), needed),
    surely: (chosen) => crashes(inOrder(chosen), Math.max(2, needed)),
  });
  return inOrder(set);
}
