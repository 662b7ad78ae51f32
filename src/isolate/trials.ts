import type { Observation, RunTrial, Trial } from './trial.ts';

export interface Tally {
  trial: Trial;
  runs: number;
  crashes: number;
  /** The last run that crashed. */
  crashed: Observation | null;
  /** The -timeout of the last run, where that is not the first attempt's: `10s`. */
  timeout: string | null;
}

/** All that was tried, and what came of it. */
export interface Trials {
  run: (trial: Trial) => Promise<Observation>;
  /** Runs it until it crashes, or until it has not crashed in so many runs, earlier ones included. */
  crashes: (trial: Trial, runs: number) => Promise<boolean>;
  tally: (trial: Trial) => Tally;
  /** Of every trial that was run, in the order of the first runs. */
  all: () => Tally[];
  runs: () => number;
  /** Other ways to die that were seen, and how often. */
  others: () => ReadonlyMap<string, number>;
}

const maxOthers = 20;

export function createTrials(runTrial: RunTrial): Trials {
  const tallies = new Map<string, Tally>();
  const others = new Map<string, number>();
  let runs = 0;
  const tally = (trial: Trial): Tally => {
    const key = JSON.stringify([trial.tests, trial.shuffle, trial.serial]);
    const known = tallies.get(key);
    if (known !== undefined) return known;
    const fresh = { trial, runs: 0, crashes: 0, crashed: null, timeout: null };
    tallies.set(key, fresh);
    return fresh;
  };
  const run = async (trial: Trial): Promise<Observation> => {
    const seen = await runTrial(trial);
    const counted = tally(trial);
    runs++;
    counted.runs++;
    counted.timeout = seen.timeout;
    if (seen.crashed) {
      counted.crashes++;
      counted.crashed = seen;
    } else if (seen.other !== null && (others.has(seen.other) || others.size < maxOthers))
      others.set(seen.other, (others.get(seen.other) ?? 0) + 1);
    return seen;
  };
  return {
    ...{ run, tally },
    async crashes(trial, wanted) {
      const counted = tally(trial);
      while (counted.crashes === 0 && counted.runs < wanted) await run(trial);
      return counted.crashes > 0;
    },
    runs: () => runs,
    all: () => [...tallies.values()].filter((each) => each.runs > 0),
    others: () => others,
  };
}
