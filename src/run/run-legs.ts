import type { Catalog } from '../catalog/catalog.ts';
import type { Environment, RunCommand } from '../machine/command.ts';
import { measuresGrowth } from '../settings/growth-legs.ts';
import type { Settings } from '../settings/settings.ts';
import type { BaselineOrigin } from './baseline/prepare-baseline.ts';
import type { Cancellation } from './cancellation.ts';
import type { MachineCheck } from './check-machine.ts';
import { cleanUpPorts, prepareCores, type Cores } from './cores.ts';
import type { LegPlan } from './plan-legs.ts';
import type { Progress } from './progress.ts';
import type { Rerun } from './recover/rerun.ts';
import { openReruns } from './recover/run-rerun.ts';
import { finishRunFolder, type RunMarker } from './run-folder.ts';
import { runLeg, type GuardOrder, type LegRequest } from './run-leg.ts';
import { readRunPlan } from './run-plan.ts';
import { runRounds } from './run-rounds.ts';
import type { Keep } from './shim-file.ts';

export interface LegPorts {
  run: RunCommand;
  env: Environment;
  probeDirectory: string;
  progress: Progress;
  cancellation: Cancellation;
  catalog: Catalog;
  baseline: BaselineOrigin;
}

export interface PreparedLegs {
  legs: readonly LegPlan[];
  checked: MachineCheck | null;
  order: GuardOrder | null;
  marker: RunMarker;
}

/** Runs the legs one after the other, and after each what its results ask for. */
export async function runLegs(
  settings: Settings,
  ports: LegPorts,
  { legs, checked, order, marker }: PreparedLegs,
): Promise<void> {
  const { out } = settings;
  ports.progress.warnings(checked?.checks ?? []);
  const cores = checked === null ? null : await tryCores(settings, checked, marker, ports);
  try {
    for (const plan of legs) {
      if (ports.cancellation.requested() !== null || order === null || cores === null) break;
      const request: LegRequest = {
        ...ports,
        ...{ guard: order, cores: cores.order, plan, out, run: marker.run },
        ...{ directory: settings.directory, snapshot: settings.snapshot },
        keep: keepOf(settings, plan),
      };
      const rerun = openReruns(request);
      const { endedWell } = await runLeg(request);
      if (!endedWell) {
        await runRounds(request, { ...settings, rerun, catalog: ports.catalog });
        await cores.afterLeg(plan);
      }
      await searchOn({ request, rerun }, settings, ports);
    }
  } finally {
    await cores?.finish(ports.cancellation.requested() !== null);
  }
}

/** What only some legs do after their tests. Most runs load nothing of it. */
async function searchOn(
  { request, rerun }: { request: LegRequest; rerun: Rerun },
  settings: Settings,
  ports: LegPorts,
): Promise<void> {
  const { plan, out } = request;
  const { resilience } = settings;
  if (plan.leg.fuzzMs !== null)
    await (await import('./fuzz/fuzz-leg.ts')).fuzzLeg(request, { settings, ports, plan });
  const repeats =
    plan.leg.stressMs !== null || measuresGrowth(settings.resilience.leaks.memory, plan.leg);
  const runPlan = repeats ? await readRunPlan(out) : null;
  const leg = runPlan?.legs.find(({ name }) => name === plan.leg.name);
  if (runPlan === null || leg === undefined) return;
  const tools = { request, runPlan, leg, rerun, catalog: ports.catalog };
  if (plan.leg.stressMs !== null) {
    const { stressPackages } = await import('./stress/stress-packages.ts');
    await stressPackages({ ...tools, bound: resilience.attempts }, ports);
  }
  if (
    measuresGrowth(settings.resilience.leaks.memory, plan.leg) &&
    ports.cancellation.requested() === null
  )
    await (await import('./memory-growth/measure-growth.ts')).measureGrowth(tools);
}

/** Which test binaries are kept for further runs. */
function keepOf(settings: Settings, plan: LegPlan): Keep {
  const { attempts, isolate } = settings.resilience;
  if (plan.leg.stressMs !== null || measuresGrowth(settings.resilience.leaks.memory, plan.leg))
    return 'all';
  return attempts > 1 || isolate !== 'off' ? 'failed' : 'died';
}

async function tryCores(
  settings: Settings,
  checked: MachineCheck,
  marker: RunMarker,
  { run, env, cancellation }: LegPorts,
): Promise<Cores> {
  const ports = { run, env, stop: cancellation.stop, cleanUp: cleanUpPorts(env) };
  try {
    return await prepareCores(settings, checked, marker.run, ports);
  } catch (error) {
    // Nothing ran that anybody would want a report of.
    await finishRunFolder(settings.out, marker);
    throw error;
  }
}
