import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { assembleLeg } from './assemble.ts';
import { readCancel } from './cancel-record.ts';
import { followUps, type FollowUp } from './follow-ups.ts';
import { goTestCommand } from './go-test-command.ts';
import { runGoTest } from './go-test-run.ts';
import { goTestFiles, layout } from './layout.ts';
import { ownOutputs } from './own-outputs.ts';
import { givesResults, writeRound } from './round.ts';
import type { LegRequest } from './run-leg.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Settings } from '../settings/settings.ts';
import { isolatePackages } from './isolate/isolate-packages.ts';
import { recoverPackages } from './recover/recover.ts';
import type { Rerun } from './recover/rerun.ts';
import { readRunPlan } from './run-plan.ts';
import { shimFile } from './shim-file.ts';

/** A diagnosing round is no second test run: what has not died again by then will not. */
const maxDiagnosingMs = 120_000;

export interface RoundSettings extends Pick<Settings, 'diagnose' | 'resilience'> {
  catalog: Catalog;
  rerun: Rerun;
}

/**
 * After a leg: builds again what was killed while it was built, runs on what died, and looks closer at what died without a word.
 */
export async function runRounds(
  request: LegRequest,
  { diagnose, resilience, catalog, rerun }: RoundSettings,
): Promise<void> {
  const { out, plan, cancellation } = request;
  const runPlan = await readRunPlan(out);
  const leg = runPlan?.legs.find(({ name }) => name === plan.leg.name);
  if (runPlan === null || leg === undefined) return;
  const due = async (): Promise<FollowUp[]> => {
    const { packages } = await assembleLeg(out, runPlan, leg, await readCancel(out));
    return followUps(packages, diagnose);
  };
  let all = cancellation.requested() === null ? await due() : [];
  const again = all.filter(({ purpose }) => givesResults(purpose));
  for (const followUp of again) {
    if (cancellation.requested() !== null) return;
    await runRound(request, followUp);
  }
  // What ran at last may have died in its turn.
  if (again.length > 0 && cancellation.requested() === null) all = await due();
  const tools = { request, runPlan, leg, rerun, catalog };
  if (resilience.attempts > 1 && cancellation.requested() === null) {
    await recoverPackages({ ...tools, bound: resilience.attempts });
    if (cancellation.requested() === null) all = await due();
  }
  if (resilience.isolate === 'on-crash' && cancellation.requested() === null)
    await isolatePackages({ ...tools, budgetMs: resilience.isolateMs });
  for (const followUp of all) {
    if (cancellation.requested() !== null) return;
    if (!givesResults(followUp.purpose)) await runRound(request, followUp);
  }
}

async function runRound(request: LegRequest, followUp: FollowUp): Promise<void> {
  const { out, plan, run, guard } = request;
  const { purpose, packages } = followUp;
  const folder = await nextFolder(out, plan.leg.name);
  // The overlay of the leg serves its rounds: the same text makes the same build.
  const overlay = goTestFiles.overlay(layout.leg(out, plan.leg.name));
  const extraFlags = [...followUp.flags, ...ownOutputs(plan, folder)];
  const command = goTestCommand(plan, overlay, { patterns: packages, extraFlags });
  const shim = shimFile({
    plan,
    out,
    run,
    folder,
    snapshot: request.snapshot,
    cores: givesResults(purpose) ? request.cores : { enabled: false, pattern: '' },
    usableBytes: guard.usableBytes,
    diagnose: givesResults(purpose) ? '' : purpose,
    keep: givesResults(purpose) ? request.keep : 'none',
  });
  await writeFile(goTestFiles.shim(folder), JSON.stringify(shim));
  await writeRound(folder, { schema: 1, purpose, packages, command });
  request.progress.roundStarted(plan.leg.name, purpose, packages);
  await runGoTest({
    keeper: plan.probe.keeper,
    folder,
    command,
    ceilingBytes: guard.ceilingBytes,
    tiers: guard.tiers,
    directory: request.directory,
    env: plan.env,
    cancellation: request.cancellation,
    maxMs: givesResults(purpose) ? null : maxDiagnosingMs,
    onChunk: () => undefined,
    onPoll: () => Promise.resolve(),
  });
}

async function nextFolder(out: string, leg: string): Promise<string> {
  const parent = dirname(layout.round(out, leg, 1));
  await mkdir(parent, { recursive: true });
  const folder = layout.round(out, leg, (await readdir(parent)).length + 1);
  await mkdir(folder);
  return folder;
}
