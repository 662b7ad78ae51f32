import { availableParallelism, totalmem } from 'node:os';
import { shareable } from './bundle/environment.ts';
import type { Catalog } from './catalog/catalog.ts';
import { InterruptedError, type Environment, type RunCommand } from './machine/command.ts';
import { renderSummary } from './render/summary.ts';
import type { Report, Source } from './report/schema.ts';
import { cleanUpPorts, prepareCores, restoreCorePattern, type Cores } from './run/cores.ts';
import { assemble } from './run/assemble.ts';
import { writeCancel } from './run/cancel-record.ts';
import { placeInRepository } from './machine/source-files.ts';
import { checkMachine, type MachineCheck } from './run/check-machine.ts';
import type { Cancellation, CancelSignal } from './run/cancellation.ts';
import { goTestCommand } from './run/go-test-command.ts';
import { goTestFiles, layout } from './run/layout.ts';
import { guardOrder } from './run/guard-order.ts';
import { planLegs, recordStore, type LegPlan } from './run/plan-legs.ts';
import type { Progress } from './run/progress.ts';
import { pruneRecords } from './run/prune-records.ts';
import {
  finishRunFolder,
  openRunFolder,
  readMarker,
  writeAtomically,
  type RunMarker,
} from './run/run-folder.ts';
import { runLeg } from './run/run-leg.ts';
import { writeRunPlan, type RunPlan } from './run/run-plan.ts';
import { runRounds } from './run/run-rounds.ts';
import { repeats } from './settings/go-test-flags.ts';
import type { Settings } from './settings/settings.ts';
import { version } from './version.ts';

export interface Ports {
  run: RunCommand;
  env: Environment;
  /** The folder of the Go sources that ride along. */
  probeDirectory: string;
  progress: Progress;
  cancellation: Cancellation;
  source: Source;
  catalog: Catalog;
}

/** Runs the tests under guard and returns what happened. Throws InputError before anything runs, never because of a test. */
export async function guard(settings: Settings, ports: Ports): Promise<Report> {
  const startedAt = new Date();
  const { legs, problem } = await tryPlan(settings, ports);
  // A run before this one may have been killed before it put back what it had changed.
  await restoreCorePattern(settings.out, ports.env);
  const [first, ...others] = legs;
  const checked =
    first === undefined ? null : await checkMachine(settings, ports, [first, ...others]);
  const marker = await openRunFolder(settings.out, startedAt);
  await writeRunPlan(settings.out, runPlan(settings, ports, { legs, problem }, checked, marker));
  const noteCancel = (signal: CancelSignal): Promise<void> => writeCancel(settings.out, signal);
  const stopListening = ports.cancellation.onRequest((signal, urgent) => {
    // Only the first: what ended between two signals ended because of the first.
    if (!urgent) void noteCancel(signal);
  });
  const early = ports.cancellation.requested();
  if (early !== null) await noteCancel(early);
  ports.progress.warnings(checked?.checks ?? []);
  const cores = checked === null ? null : await tryCores(settings, checked, marker, ports);
  try {
    for (const plan of legs) {
      if (ports.cancellation.requested() !== null || checked === null || cores === null) break;
      const request = {
        ...ports,
        ...{ guard: guardOrder(ports.env, checked), cores: cores.order },
        ...{ plan, out: settings.out, run: marker.run },
        ...{ directory: settings.directory, snapshot: settings.snapshot },
      };
      const { endedWell } = await runLeg(request);
      if (!endedWell) {
        await runRounds(request, settings.diagnose);
        await cores.afterLeg(plan);
      }
    }
  } finally {
    stopListening();
    await cores?.finish(ports.cancellation.requested() !== null);
  }
  const report = await makeReport(settings.out, ports.catalog);
  if (report === null) throw new Error(`the run folder ${settings.out} cannot be read back`);
  await pruneRecords(new Set(legs.map(recordStore)));
  return report;
}

/** Makes the Report from a run folder and leaves report.json and summary.md there; null when it holds no run. */
export async function makeReport(out: string, catalog: Catalog): Promise<Report | null> {
  const marker = await readMarker(out);
  const report = await assemble(out, catalog);
  if (report === null || marker === null) return null;
  await writeAtomically(layout.report(out), `${JSON.stringify(report, null, 2)}\n`);
  await writeAtomically(layout.summary(out), renderSummary(report));
  await finishRunFolder(out, marker);
  return report;
}

async function tryCores(
  settings: Settings,
  checked: MachineCheck,
  marker: RunMarker,
  { run, env, cancellation }: Ports,
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

interface Planned {
  legs: LegPlan[];
  /** Why there are no legs: a helper command was killed. */
  problem: string | null;
}

async function tryPlan(settings: Settings, ports: Ports): Promise<Planned> {
  try {
    return { legs: await planLegs(settings, ports), problem: null };
  } catch (error) {
    if (error instanceof InterruptedError)
      return { legs: [], problem: `the run could not be planned: ${error.message}` };
    throw error;
  }
}

function runPlan(
  settings: Settings,
  ports: Ports,
  { legs, problem }: Planned,
  checked: MachineCheck | null,
  marker: RunMarker,
): RunPlan {
  const [first] = legs;
  return {
    schema: 1,
    run: marker.run,
    toolVersion: version,
    startedAt: marker.startedAt,
    directory: settings.directory,
    failOn: settings.failOn,
    kernelPids: checked?.machine.kernelPids ?? false,
    problem,
    source: {
      ...ports.source,
      module: first?.packages[0]?.modulePath ?? null,
      directory: placeInRepository(settings.directory),
    },
    machine: {
      os: process.platform,
      arch: process.arch,
      cpus: availableParallelism(),
      memoryBytes: totalmem(),
      go: first?.go.version ?? '',
      node: process.version,
    },
    preflight: checked?.checks ?? [],
    legs: legs.map((plan) => ({
      name: plan.leg.name,
      race: plan.leg.race,
      heapProfile: plan.leg.heapProfile,
      goVersion: plan.go.version,
      goMinor: plan.go.minor,
      command: goTestCommand(plan, goTestFiles.overlay(layout.leg(settings.out, plan.leg.name))),
      patterns: plan.patterns,
      env: shareable(plan.env),
      failfast: plan.leg.goTestFlags.failfast,
      repeats: repeats(plan.leg.goTestFlags),
      store: recordStore(plan),
      packages: plan.packages,
    })),
  };
}
