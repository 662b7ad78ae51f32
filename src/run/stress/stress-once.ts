import { rm } from 'node:fs/promises';
import { selectTests } from '../../gotest/test-selection.ts';
import { judgeRun, type RunJudgement } from '../../stress/judge-run.ts';
import { countPass, countTime, note, type PackageState } from '../../stress/package-state.ts';
import { stressFlags } from '../../stress/stress-flags.ts';
import { plain, type Variation } from '../../stress/variation.ts';
import type { RerunOrder, RerunResult } from '../recover/rerun.ts';
import { controlLimits, mayBeOfItsDeadline, runLimits, type RunLimits } from './run-limits.ts';
import type { StressRequest } from './stress-leg.ts';
import { isStuckAtOnce, stuckRun } from './stuck-run.ts';

export interface StressOnce extends StressRequest {
  /** Of the budget. */
  leftMs: number;
}

/** Beside a run that failed, so many plain ones: if all fail as well, the schedule is not to blame. */
const controlRuns = 3;
/** A run that the end of the time cut off is a slow one, up to so many times what it should take. */
const overdueFactor = 10;

/** One run of a package, and what follows from it. */
export async function stressOnce(
  state: PackageState,
  variation: Variation,
  request: StressOnce,
): Promise<void> {
  const { expectedMs, spentMs } = state;
  const limits = runLimits(state, request.leftMs);
  const ended = await runVaried(state, variation, request, limits);
  if (ended === null) return;
  const { result, judgement } = ended;
  switch (judgement.kind) {
    case 'passed':
      countPass(state, judgement.ended);
      break;
    case 'failed':
      if (judgement.isProven || !(await isExcused(state, variation, ended, { request, limits }))) {
        keep(state, result);
        return;
      }
      break;
    case 'timed-out':
      if (isFinding(ended, judgement.running, state, { request, limits })) {
        keep(state, result);
        return;
      }
      if (limits.isHurried) cutOff(state, { expectedMs, spentMs });
      else notInTime(state);
      break;
    case 'cut':
      cutOff(state, { expectedMs, spentMs });
      break;
    case 'not-run':
      state.over = true;
      note(state, judgement.because);
  }
  await discard(result);
}

/** They wait for each other; or go test itself would not have waited longer. */
function isFinding(
  { result }: EndedRun,
  running: readonly string[],
  state: PackageState,
  { request, limits }: { request: StressOnce; limits: RunLimits },
): boolean {
  const stuck = stuckRun(result, running, request.repository);
  if (limits.isHurried) return stuck !== null && isStuckAtOnce(stuck);
  return stuck !== null || reachedOwnTimeout(state, request);
}

function notInTime(state: PackageState): void {
  const seconds = String(Math.round(state.patienceMs / 1000));
  note(state, `a run did not end within ${seconds} s; its tests did not wait for each other`);
  state.patienceMs *= 4;
  state.overdue++;
}

function cutOff(state: PackageState, before: { expectedMs: number; spentMs: number }): void {
  note(state, 'a run was ended because the time was over');
  if (state.spentMs - before.spentMs > overdueFactor * before.expectedMs) state.overdue++;
}

function keep(state: PackageState, { attempt }: RerunResult): void {
  state.runs++;
  state.over = true;
  state.failedIn = attempt?.number ?? null;
}

/** Nothing of it counts but its number. */
async function discard({ folder, attempt }: RerunResult): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  if (attempt !== null) await rm(attempt.folder, { recursive: true, force: true });
}

interface EndedRun {
  result: RerunResult;
  judgement: RunJudgement;
  tookMs: number;
}

/** Null where the tests cannot be chosen. */
async function runVaried(
  state: PackageState,
  variation: Variation,
  request: StressOnce,
  limits: RunLimits,
): Promise<EndedRun | null> {
  const order = orderOf(state, variation, request, limits);
  if (order === null) return null;
  const began = request.now();
  state.attempted++;
  const result = await request.rerun(order);
  const tookMs = request.now() - began;
  countTime(state, tookMs);
  const { fold, timedOut, attempt } = result;
  return { result, judgement: judgeRun({ fold, timedOut, end: attempt?.end ?? null }), tookMs };
}

function orderOf(
  state: PackageState,
  variation: Variation,
  request: StressOnce,
  { timeoutMs, maxMs }: RunLimits,
): RerunOrder | null {
  const selection = variation.tests === null ? [] : selectionOf(state, variation.tests, request);
  if (selection === null) return null;
  const { flags, env, changes } = stressFlags(variation, timeoutMs, request.gorace);
  return {
    package: state.package,
    purpose: 'stress',
    flags: [...flags, ...selection],
    tests: variation.tests === null ? null : [...variation.tests],
    ...{ env, changes, perturb: variation.perturb, maxMs },
  };
}

function selectionOf(
  state: PackageState,
  wanted: readonly string[],
  { goMinor, user }: StressOnce,
): string[] | null {
  const { declared } = state;
  const found = selectTests({ declared, wanted, leaveOut: [], user, goMinor });
  const [only, ...others] = 'problem' in found ? [] : found;
  if (only !== undefined && others.length === 0) return only.flags;
  state.mayChoose = false;
  note(state, 'problem' in found ? found.problem : 'its tests cannot be chosen a few at a time');
  return null;
}

/** Whether the failure of tests comes from how they were run, and is no finding. */
async function isExcused(
  state: PackageState,
  variation: Variation,
  { judgement, tookMs }: EndedRun,
  { request, limits }: { request: StressOnce; limits: RunLimits },
): Promise<boolean> {
  if (await failsByHurry(state, variation, request, { ...limits, tookMs })) return true;
  const test = judgement.kind === 'failed' ? judgement.test : null;
  return failsAnyway(state, variation, test, request);
}

/**
 * Whether tests may have failed because their -timeout was short: late, as one that gives up before its deadline, or in the ordinary
 * schedule too. That is no finding: the package is not hurried again.
 */
async function failsByHurry(
  state: PackageState,
  variation: Variation,
  request: StressOnce,
  run: RunLimits & { tookMs: number },
): Promise<boolean> {
  if (!run.isHurried) return false;
  const limits = { ...run, maxMs: run.timeoutMs };
  const isTooLate = mayBeOfItsDeadline(run, run.tookMs);
  if (!isTooLate && !(await failsAgain(state, plain(variation, 1), request, limits))) return false;
  state.mayHurry = false;
  const seconds = (run.timeoutMs / 1000).toFixed(1);
  note(state, `a failure with a -timeout of ${seconds} s, all that was left, is not counted`);
  return true;
}

/**
 * Whether tests that failed fail in the ordinary schedule as well, when they are only repeated, or run without the others. That is no
 * finding: such tests run once a process, and all together, from now on.
 */
async function failsAnyway(
  state: PackageState,
  variation: Variation,
  test: string | null,
  request: StressOnce,
): Promise<boolean> {
  const repeats = variation.count > 1 || variation.processors.length > 1;
  if (!repeats && variation.tests === null) return false;
  const control = plain(variation, repeats ? 2 : 1);
  for (let run = 0; run < controlRuns; run++)
    if (!(await failsAgain(state, control, request))) return false;
  const alone = variation.tests !== null && (await failsAgain(state, plain(variation, 1), request));
  const name = test ?? 'a test';
  if (alone) {
    state.mayChoose = false;
    note(state, `${name} fails without the other tests of the package: they run together only`);
  } else {
    state.mayRepeat = false;
    note(state, `${name} fails when it is repeated in one process: each test runs once a process`);
  }
  return true;
}

async function failsAgain(
  state: PackageState,
  control: Variation,
  request: StressOnce,
  limits = controlLimits(state),
): Promise<boolean> {
  if (request.stopped()) return false;
  const ended = await runVaried(state, control, request, limits);
  if (ended === null) return false;
  await discard(ended.result);
  return ended.judgement.kind === 'failed';
}

/** As long as go test itself would have waited. */
function reachedOwnTimeout({ patienceMs }: PackageState, { timeoutMs }: StressOnce): boolean {
  return timeoutMs !== null && patienceMs >= timeoutMs;
}
