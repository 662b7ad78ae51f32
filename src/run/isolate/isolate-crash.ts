import { topLevel } from '../../crash/blame/running-tests.ts';
import { rm } from 'node:fs/promises';
import type { Repository } from '../../crash/source/repository.ts';
import type { DeclaredTest } from '../../evidence/completeness.ts';
import { selectTests } from '../../gotest/test-selection.ts';
import { concluded } from '../../isolate/conclusion.ts';
import { isSameDeath, type Death } from '../../isolate/death.ts';
import type { FirstDeath } from '../../isolate/first-death.ts';
import { changesOf } from '../../isolate/changes.ts';
import { patternOf } from '../../isolate/run-flags.ts';
import { search } from '../../isolate/search.ts';
import { suspectsOf } from '../../isolate/suspects.ts';
import { timeLimit, type TimeLimit } from '../../isolate/time-limit.ts';
import { SearchEnd, type Observation, type RunTrial, type Trial } from '../../isolate/trial.ts';
import { createTrials } from '../../isolate/trials.ts';
import type { Isolation } from '../../report/isolation-schema.ts';
import { formatDuration } from '../../settings/duration.ts';
import type { Rerun, RerunOrder, RerunResult } from '../recover/rerun.ts';
import { rerunDeath, type SeenDeath } from './rerun-death.ts';
import { readRerunOutput } from './rerun-output.ts';

export interface IsolateRequest {
  rerun: Rerun;
  package: string;
  /** In the order of the package; those that the user's patterns select. */
  declared: readonly DeclaredTest[];
  crashed: FirstDeath;
  /** -run and -skip of the leg, empty for none. */
  user: { run: string; skip: string };
  goMinor: number;
  repository: Repository;
  budgetMs: number;
  /** Milliseconds of any clock that does not go back. */
  now: () => number;
  /** The run was cancelled. */
  stopped: () => boolean;
}

/** A run that hangs although the first attempt did not is not waited for much longer than others took, and the first attempt. */
const leastRunMs = 30_000;
const longest = 10;
const longestOfFirst = 3;

/** Runs a package's test binary again and again, until the smallest set of tests is known that still crashes, or the time is over. */
export async function isolateCrash(request: IsolateRequest): Promise<Isolation> {
  const { crashed, declared, budgetMs, now } = request;
  const began = now();
  const names = [...new Set(declared.map(({ name }) => name))];
  const shuffle = crashed.shuffleSeed;
  const suspects = suspectsOf(crashed, names, shuffle !== null);
  const limit = timeLimit(crashed.ending === 'timed-out' ? crashed.timeoutMs : null, budgetMs);
  const trials = createTrials(trialRunner(request, { began, limit, all: suspects.begun.length }));
  const timeLeft = (): number => 1 - (now() - began) / budgetMs;
  const found = await search({ suspects, shuffle, trials, timeLeft });
  return {
    ...concluded({
      ...{ found, trials, suspects, shuffle, ending: crashed.ending, test: crashed.test },
      declared: names.length,
    }),
    elapsedMs: Math.max(0, now() - began),
    budgetMs,
  };
}

interface Watch {
  began: number;
  limit: TimeLimit;
  /** How many tests had begun at first. */
  all: number;
}

function trialRunner(request: IsolateRequest, { began, limit, all }: Watch): RunTrial {
  const { now, budgetMs, stopped, crashed, repository } = request;
  const beside = new Set(crashed.running);
  const firstMs = longestOfFirst * (crashed.elapsedMs ?? 0);
  let slowestMs = 0;
  return async (trial) => {
    const leftMs = budgetMs - (now() - began);
    if (stopped()) throw new SearchEnd('the run was stopped');
    if (leftMs <= 0) throw timeIsOver(budgetMs);
    const timeoutMs = limit.timeoutMs(trial.tests.length >= all);
    const patienceMs = Math.max(leastRunMs, longest * slowestMs, firstMs);
    const order = orderOf(trial, request, timeoutMs);
    const maxMs = Math.ceil(slowestMs === 0 ? leftMs : Math.min(leftMs, patienceMs));
    const startedAt = now();
    const result = await request.rerun({ ...order, maxMs });
    if (stopped()) throw new SearchEnd('the run was stopped');
    if (result.timedOut && maxMs >= leftMs) throw timeIsOver(budgetMs);
    slowestMs = Math.max(slowestMs, now() - startedAt);
    const refused = whyNotRun(result);
    if (refused !== null) throw new SearchEnd(refused);
    const output = await readRerunOutput(result.folder);
    // Hundreds of runs would fill the run folder with the same dumps.
    await rm(result.folder, { recursive: true, force: true });
    const seen: Observation = {
      ...{ crashed: false, other: null, order: output.order, parallel: output.parallel },
      timeout: goDuration(timeoutMs),
    };
    if (result.timedOut)
      return { ...seen, other: `it had not ended after ${formatDuration(maxMs)}` };
    const wanted = new Set(trial.tests.map(topLevel));
    const chosen = request.declared.filter(({ name }) => wanted.has(name));
    const died = rerunDeath(result, output, { chosen, repository });
    if (died === null) return seen;
    const late = lateTest(crashed, died, output.beganMs);
    if (timeoutMs !== null && late !== null) throw beganTooLate(late, timeoutMs, budgetMs);
    if (!isSameDeath(crashed, died.death, beside))
      return { ...seen, other: died.death.ending === 'failed' ? null : describe(died) };
    const hungMs = output.beganMs.get(topLevel(died.death.test ?? '')) ?? null;
    if (hungMs !== null) limit.hung(hungMs);
    return { ...seen, crashed: true };
  };
}

/** The test that did not end at first, where the shorter timeout of a search came before its turn. */
function lateTest(
  { test }: FirstDeath,
  { death: { ending } }: SeenDeath,
  began: ReadonlyMap<string, unknown>,
): string | null {
  const top = test === null ? null : topLevel(test);
  return ending === 'timed-out' && top !== null && !began.has(top) ? top : null;
}

function beganTooLate(test: string, timeoutMs: number, budgetMs: number): SearchEnd {
  const within = `${test} had not begun after ${formatDuration(timeoutMs)}`;
  return new SearchEnd(
    `${within}, as long as a run may take of the ${formatDuration(budgetMs)} for the search`,
  );
}

function orderOf(
  trial: Trial,
  request: IsolateRequest,
  timeoutMs: number | null,
): Omit<RerunOrder, 'maxMs'> {
  const timeout = goDuration(timeoutMs);
  return {
    ...{ package: request.package, purpose: 'isolate', tests: trial.tests.map(topLevel), env: {} },
    flags: [
      ...choosing(trial.tests, request),
      ...(trial.shuffle === null ? [] : [`-test.shuffle=${trial.shuffle}`]),
      ...(trial.serial ? ['-test.parallel=1'] : []),
      ...(timeout === null ? [] : [`-test.timeout=${timeout}`]),
    ],
    changes: changesOf(trial, timeout),
  };
}

/** Benchmarks would only take time, unless it died in one. */
function choosing(tests: readonly string[], request: IsolateRequest): string[] {
  const { declared, user, goMinor, crashed } = request;
  const noBenchmarks = crashed.test?.startsWith('Benchmark') === true ? [] : ['-test.bench='];
  const isSubtest = tests.some((name) => name.includes('/'));
  if (tests.length === 0 || isSubtest) return [`-test.run=${patternOf(tests)}`, ...noBenchmarks];
  const chosen = selectTests({ declared, wanted: tests, leaveOut: [], user, goMinor });
  if ('problem' in chosen) throw new SearchEnd(chosen.problem);
  const [selection, ...more] = chosen;
  if (selection === undefined || more.length > 0)
    throw new SearchEnd('the names of its tests do not go into one command line');
  return [...selection.flags.filter((flag) => !flag.startsWith('-test.bench=')), ...noBenchmarks];
}

function whyNotRun({ attempt }: RerunResult): string | null {
  const error = attempt?.end?.startError ?? null;
  if (error !== null) return `its test binary could not be started again: ${error}`;
  return attempt === null ? 'its test binary could not be run again' : null;
}

function describe({ words, death }: { words: string; death: Death }): string {
  return death.test === null ? words : `${words} in ${death.test}`;
}

function timeIsOver(budgetMs: number): SearchEnd {
  return new SearchEnd(`the time for it was over (${formatDuration(budgetMs)})`);
}

/** `12s`; null stays null. */
function goDuration(ms: number | null): string | null {
  return ms === null ? null : `${String(ms / 1000)}s`;
}
