import { availableParallelism } from 'node:os';
import type { Catalog } from '../../catalog/catalog.ts';
import { selectTests } from '../../gotest/test-selection.ts';
import { activeTests } from '../../recovery/active-tests.ts';
import { diedAtLimit, hasDied, type AttemptView } from '../../recovery/attempt-view.ts';
import { endedTests } from '../../recovery/merge-tests.ts';
import { nextStep, type Step } from '../../recovery/next-step.ts';
import { assemblePackage } from '../assemble-package.ts';
import type { AssembledRun } from '../attempt-run.ts';
import { readCancel } from '../cancel-record.ts';
import { readCrashes } from '../crashes.ts';
import { readGoTest, readLeg, type LegEvidence } from '../leg-evidence.ts';
import { needsLog, writeLogs } from '../logs.ts';
import type { PackageRequest } from '../package-request.ts';
import type { LegRequest } from '../run-leg.ts';
import type { RunPlan, RunPlanLeg } from '../run-plan.ts';
import { noteDecision } from './decisions.ts';
import { selected } from './merge-runs.ts';
import { startArguments } from './kept-binary.ts';
import { readReruns, type Rerun, type RerunOrder, type ResultRerun } from './rerun.ts';
import { whyNotAgain } from './run-rerun.ts';

export interface RecoverRequest {
  request: LegRequest;
  runPlan: RunPlan;
  leg: RunPlanLeg;
  rerun: Rerun;
  catalog: Catalog;
  /** Attempts that a package may have. */
  bound: number;
}

/** After a leg: what crashed or was killed runs on without its culprit, until every test has ended or nothing more is gained. */
export async function recoverPackages(recovery: RecoverRequest): Promise<void> {
  const { request, runPlan, leg } = recovery;
  const { out, cancellation } = request;
  const evidence = await readLeg(out, leg);
  const cancel = await readCancel(out);
  const bad: { request: PackageRequest; first: AssembledRun }[] = [];
  for (const planned of leg.packages) {
    const request = { out, plan: runPlan, evidence, planned, cancel };
    const [first] = (await assemblePackage(request)).runs;
    if (first !== undefined && (hasDied(first.run) || diedAtLimit(viewed(first))))
      bad.push({ request, first });
  }
  // The stream of the leg is read once for all of them.
  await writeLogs(
    out,
    bad.map(({ first: { run, events } }) => ({ run, events })),
  );
  for (const { request: packageRequest, first } of bad) {
    if (cancellation.requested() !== null) return;
    await tryRecover(recovery, packageRequest, first);
  }
}

/** What goes wrong in a further attempt, such as a full disk, ends the attempts of its package and nothing else. */
async function tryRecover(
  recovery: RecoverRequest,
  packageRequest: PackageRequest,
  first: AssembledRun,
): Promise<void> {
  try {
    await recoverPackage(recovery, packageRequest, first);
  } catch (error) {
    const { request, leg, bound } = recovery;
    const stopped = `a further attempt was not possible: ${(error as Error).message}`;
    const about = { package: packageRequest.planned.package, bound, attempt: 1, culprit: null };
    await noteDecision(request.out, leg.name, { ...about, stopped }).catch(() => undefined);
  }
}

function viewed({ run }: AssembledRun): Pick<AttemptView, 'ending' | 'cause'> {
  return { ending: run.ending, cause: run.cause?.id ?? null };
}

async function recoverPackage(
  recovery: RecoverRequest,
  packageRequest: PackageRequest,
  first: AssembledRun,
): Promise<void> {
  const { request, bound, rerun, leg } = recovery;
  const { planned } = packageRequest;
  const name = planned.package;
  let evidence = packageRequest.evidence;
  const views: AttemptView[] = [];
  for (let newest = first; ;) {
    const rerunOf = evidence.reruns.findLast((one) => one.rerun.package === name)?.rerun ?? null;
    const view = await viewOf(newest, rerunOf, { ...recovery, planned });
    views.push(view);
    const { stopped, following } = await decide(views, newest, { ...recovery, planned });
    await noteDecision(request.out, leg.name, {
      ...{ package: name, bound, attempt: view.number, culprit: view.culprit, stopped },
    });
    if (following === null) return;
    request.progress.attemptStarted(leg.name, following);
    const { number } = await rerun(following);
    if (request.cancellation.requested() !== null) return;
    evidence = await withRerun(request.out, evidence, number);
    const { runs } = await assemblePackage({ ...packageRequest, evidence });
    newest = runs.at(-1) ?? newest;
    if (needsLog(newest.run.ending)) await writeLogs(request.out, [newest]);
  }
}

/** The evidence of a leg with one more run; the rest is read only once. */
async function withRerun(out: string, evidence: LegEvidence, number: number): Promise<LegEvidence> {
  const reruns = [...evidence.reruns];
  for (const { folder, rerun } of await readReruns(out, evidence.leg.name))
    if (rerun.number === number) reruns.push({ rerun, evidence: await readGoTest(folder) });
  return { ...evidence, reruns };
}

/** Which test ended each repetition that is kept, as for the attempts before. */
export async function noteCulprits(recovery: RecoverRequest): Promise<void> {
  const { request, runPlan, leg, bound } = recovery;
  const { out } = request;
  const evidence = await readLeg(out, leg);
  const cancel = await readCancel(out);
  for (const planned of leg.packages) {
    const reruns = evidence.reruns.filter(({ rerun }) => rerun.package === planned.package);
    if (!reruns.some(({ rerun }) => rerun.purpose === 'stress')) continue;
    const { runs } = await assemblePackage({ out, plan: runPlan, evidence, planned, cancel });
    for (const [at, { rerun }] of reruns.entries()) {
      const run = runs[at + 1];
      if (rerun.purpose !== 'stress' || run === undefined) continue;
      await writeLogs(out, [run]);
      const { number: attempt, culprit } = await viewOf(run, rerun, { ...recovery, planned });
      const stopped = evidence.decisions.get(planned.package)?.stopped ?? null;
      const decision = { package: planned.package, bound, attempt, culprit, stopped };
      await noteDecision(out, leg.name, decision);
    }
  }
}

/** The next attempt; null where there is none, with the reason where tests are left. */
async function decide(
  views: readonly AttemptView[],
  newest: AssembledRun,
  tools: ViewTools,
): Promise<{ following: RerunOrder | null; stopped: string | null }> {
  const { request, leg, planned, bound } = tools;
  const next = nextStep({
    ...{ declared: planned.declared, attempts: views, bound, failfast: leg.failfast },
    canSkip: leg.goMinor >= 20,
    ceilingBytes: request.guard.ceilingBytes,
    parallel: parallelOf(await startArguments(request, planned.package)),
  });
  if (next === 'complete') return { following: null, stopped: null };
  if ('stopped' in next) return { following: null, stopped: next.stopped };
  const ordered = order(next.step, tools, planned, newest);
  if ('stopped' in ordered) return { following: null, stopped: ordered.stopped };
  const problem = await whyNotAgain(request, planned.package);
  return { following: problem === null ? ordered : null, stopped: problem };
}

function order(
  step: Step,
  { leg }: RecoverRequest,
  planned: PackageRequest['planned'],
  { fold }: AssembledRun,
): RerunOrder | { stopped: string } {
  const shuffle = fold?.shuffleSeed ?? null;
  const base = {
    ...{ package: planned.package, purpose: step.purpose, env: step.env, changes: step.changes },
    maxMs: null,
  };
  const flags = [...step.flags, ...(shuffle === null ? [] : [`-test.shuffle=${shuffle}`])];
  if (step.wanted === null) return { ...base, flags, tests: null };
  const selections = selectTests({
    ...{ declared: planned.declared, wanted: step.wanted, leaveOut: step.leaveOut },
    user: leg.testPatterns,
    goMinor: leg.goMinor,
  });
  if ('problem' in selections) return { stopped: selections.problem };
  // What does not go into one command line follows in the attempts after it.
  const [selection] = selections;
  if (selection === undefined) return { stopped: 'none of the tests that are left can be chosen' };
  return { ...base, flags: [...flags, ...selection.flags], tests: selection.tests };
}

interface ViewTools extends RecoverRequest {
  planned: PackageRequest['planned'];
}

async function viewOf(
  assembled: AssembledRun,
  rerun: ResultRerun | null,
  tools: ViewTools,
): Promise<AttemptView> {
  const { run, fold } = assembled;
  const declared =
    rerun === null ? tools.planned.declared : selected(tools.planned.declared, rerun);
  const active = activeTests(fold);
  return {
    number: run.attempts.at(-1)?.number ?? 1,
    purpose: rerun?.purpose ?? null,
    ...viewed(assembled),
    tests: rerun?.tests ?? null,
    changes: rerun?.changes ?? [],
    ended: endedTests({ declared, tests: run.tests }),
    active,
    culprit: hasDied(run) ? await culpritOf(assembled, atWork(fold, active, rerun), tools) : null,
    inParallel: fold?.inParallel ?? false,
    peakRssBytes: run.peakRssBytes,
  };
}

/**
 * Where one test at a time may run, it is the one that came last: package testing lets the next one begin before it tells of the end
 * of the one before.
 */
function atWork(
  fold: AssembledRun['fold'],
  active: readonly string[],
  rerun: ResultRerun | null,
): readonly string[] {
  const last = fold?.lastContinued ?? null;
  const oneByOne = rerun?.changes.includes('-parallel=1') === true;
  return oneByOne && last !== null && active.includes(last) ? [last] : active;
}

/** By what the process wrote while it died; else the test that was at work, if it was the only one. */
async function culpritOf(
  assembled: AssembledRun,
  active: readonly string[],
  { request: { out }, runPlan, catalog }: ViewTools,
): Promise<string | null> {
  const { run } = assembled;
  const { crashes } = await readCrashes([assembled], { out, plan: runPlan, catalog });
  const told = crashes[0]?.test ?? null;
  const { unfinished, cases = [] } = run.tests;
  if (told !== null && (unfinished.includes(told) || cases.some(([name]) => name === told)))
    return told;
  const [only = null] = active;
  return active.length === 1 ? only : null;
}

/** How many tests package testing runs side by side: -test.parallel, else GOMAXPROCS. */
function parallelOf(args: readonly string[]): number {
  const given = args.findLast((arg) => arg.startsWith('-test.parallel='));
  const count = Number(given?.slice(given.indexOf('=') + 1));
  return Number.isSafeInteger(count) && count > 0 ? count : availableParallelism();
}
