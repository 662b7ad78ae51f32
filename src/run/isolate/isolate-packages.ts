import type { Catalog } from '../../catalog/catalog.ts';
import { firstDeath } from '../../isolate/first-death.ts';
import { repositoryAt } from '../../machine/source-files.ts';
import { hasDied } from '../../recovery/attempt-view.ts';
import { parseDuration } from '../../settings/duration.ts';
import { assemblePackage } from '../assemble-package.ts';
import type { AssembledRun } from '../attempt-run.ts';
import { readCancel } from '../cancel-record.ts';
import { readCrashes } from '../crashes.ts';
import { readLeg } from '../leg-evidence.ts';
import { writeLogs } from '../logs.ts';
import type { PackageRequest } from '../package-request.ts';
import { startArguments } from '../recover/kept-binary.ts';
import type { Rerun } from '../recover/rerun.ts';
import { timeoutOf } from '../recover/rerun-arguments.ts';
import { whyNotAgain } from '../recover/run-rerun.ts';
import type { LegRequest } from '../run-leg.ts';
import type { RunPlan, RunPlanLeg } from '../run-plan.ts';
import { isolateCrash } from './isolate-crash.ts';
import { noteIsolation } from './isolations.ts';

export interface IsolatePackagesRequest {
  request: LegRequest;
  runPlan: RunPlan;
  leg: RunPlanLeg;
  rerun: Rerun;
  catalog: Catalog;
  /** For one package. */
  budgetMs: number;
}

/** After a leg: searches for the smallest set of tests that still crashes, in each package that did. */
export async function isolatePackages(isolating: IsolatePackagesRequest): Promise<void> {
  const { request, runPlan, leg } = isolating;
  const { out, cancellation } = request;
  const evidence = await readLeg(out, leg);
  const cancel = await readCancel(out);
  for (const planned of leg.packages) {
    if (cancellation.requested() !== null) return;
    await isolatePackage(isolating, { out, plan: runPlan, evidence, planned, cancel });
  }
}

/** TestMain ended the process: whatever tests are chosen, none of them runs. */
function leftBeforeTests({ run: { ending, tests } }: AssembledRun): boolean {
  return ending === 'exited' && (tests.cases ?? []).length === 0 && tests.unfinished.length === 0;
}

async function isolatePackage(
  { request, runPlan, leg, rerun, catalog, budgetMs }: IsolatePackagesRequest,
  packageRequest: PackageRequest,
): Promise<void> {
  const { out, cancellation, progress } = request;
  const { planned, evidence } = packageRequest;
  const [first] = (await assemblePackage(packageRequest)).runs;
  if (first === undefined || !hasDied(first.run)) return;
  if (
    planned.declared.length === 0 ||
    leftBeforeTests(first) ||
    (await whyNotAgain(request, planned.package)) !== null
  )
    return;
  progress.isolating(leg.name, planned.package, budgetMs);
  await writeLogs(out, [first]);
  const { crashes } = await readCrashes([first], { out, plan: runPlan, catalog });
  const attempt = first.run.attempts.at(-1)?.number ?? 1;
  const timeout = timeoutOf(await startArguments(request, planned.package));
  const isolation = await isolateCrash({
    ...{ rerun, budgetMs, package: planned.package, declared: planned.declared },
    crashed: firstDeath(first.run, crashes[0] ?? null, {
      shuffleSeed: first.fold?.shuffleSeed ?? null,
      timeoutMs: timeout === null ? null : parseDuration(timeout),
      test: evidence.decisions.get(planned.package)?.culprits.get(attempt) ?? null,
    }),
    ...{
      user: leg.testPatterns,
      goMinor: leg.goMinor,
      repository: repositoryAt(runPlan.directory),
    },
    now: () => performance.now(),
    stopped: () => cancellation.requested() !== null,
  });
  await noteIsolation(out, leg.name, planned.package, isolation);
}
