import type { Catalog } from './catalog/catalog.ts';
import { InterruptedError, type Environment, type RunCommand } from './machine/command.ts';
import type { Report, Source } from './report/schema.ts';
import type { Shard } from './report/shard-schema.ts';
import { restoreCorePattern } from './run/cores.ts';
import { followGrowth } from './run/baseline/follow-growth.ts';
import {
  prepareBaseline,
  type BaselineOrigin,
  type PreparedBaseline,
} from './run/baseline/prepare-baseline.ts';
import { leaveStopped, leaveToMerge, recordFigures } from './run/baseline/record-figures.ts';
import { writeBaselineFile } from './run/baseline/baseline-file.ts';
import { assemble, conclude } from './run/assemble.ts';
import { writeCancel } from './run/cancel-record.ts';
import { checkMachine } from './run/check-machine.ts';
import type { Cancellation } from './run/cancellation.ts';
import { makeRunPlan } from './run/make-run-plan.ts';
import { restoreLeftSeeds } from './run/fuzz/left-seeds.ts';
import { guardOrder } from './run/guard-order.ts';
import { planLegs, recordStore, type LegPlan } from './run/plan-legs.ts';
import { planShare } from './run/plan-shards.ts';
import type { Progress } from './run/progress.ts';
import { pruneRecords } from './run/prune-records.ts';
import { finishRunFolder, openRunFolder, readMarker } from './run/run-folder.ts';
import { searchLeakTests } from './run/leaks/search-tests.ts';
import { runLegs } from './run/run-legs.ts';
import type { LegRequest } from './run/run-leg.ts';
import { writeAll, writeReport, type PageTools } from './run/write-report.ts';
import { readRunPlan, writeRunPlan } from './run/run-plan.ts';
import type { Settings } from './settings/settings.ts';

export interface Ports {
  run: RunCommand;
  env: Environment;
  /** The folder of the Go sources that ride along. */
  probeDirectory: string;
  progress: Progress;
  cancellation: Cancellation;
  source: Source;
  catalog: Catalog;
  baseline: BaselineOrigin;
  /** The folder of what the pages about heap usage are made of. */
  heapPageDirectory: string;
}

/** Runs the tests under guard and returns what happened. Throws InputError before anything runs, never because of a test. */
export async function guard(settings: Settings, ports: Ports): Promise<Report> {
  const startedAt = new Date();
  const { out } = settings;
  const { legs: planned, problem, shard } = await tryPlan(settings, ports);
  // A run before this one may have been killed before it put back what it had changed.
  await restoreCorePattern(out, ports.env);
  await restoreLeftSeeds(out, settings.directory);
  const [first, ...others] = planned;
  const checked =
    first === undefined ? null : await checkMachine(settings, ports, [first, ...others]);
  const baseline = await tryBaseline(settings, planned, { ...ports, shard });
  const legs = planned.map((plan) => withRates(plan, baseline));
  const marker = await openRunFolder(out, startedAt);
  const runPlan = makeRunPlan(settings, {
    ...{ legs, problem, checked, marker, source: ports.source },
    shard: withMeasurement(shard, baseline),
  });
  await writeRunPlan(out, runPlan);
  if (baseline !== null) await writeBaselineFile(out, { ...baseline.file, run: marker.run });
  const order = checked === null ? null : guardOrder(ports.env, checked);
  const cancel = await noteCancel(out, ports.cancellation);
  await runLegs(settings, ports, { legs, checked, order, marker });
  await cancel.noted();
  let report = await assembleAndWrite(out, ports.catalog);
  if (report === null) throw new Error(`the run folder ${out} cannot be read back`);
  if (baseline !== null && order !== null && ports.cancellation.requested() === null) {
    const file = { ...baseline.file, run: marker.run };
    const { store } = baseline;
    const { baseline: origin, progress, heapPageDirectory } = ports;
    await followGrowth(
      {
        ...{ out, settings, legs, report, file, store, origin, progress, heapPageDirectory },
        guard: order,
      },
      ports,
    );
    const { branches } = settings.heap;
    if (store !== null && ports.cancellation.requested() !== null) await leaveStopped(out, store);
    else if (store !== null && shard !== null) await leaveToMerge(out, store);
    else if (store !== null) await recordFigures({ out, report, file, store, origin, branches });
    await cancel.noted();
    report = await conclude(out, runPlan, report);
    await writeReport(out, report);
  }
  if (order !== null && ports.cancellation.requested() === null) {
    const requestOf = (plan: LegPlan): LegRequest => ({
      ...{ ...ports, guard: order, cores: { enabled: false, pattern: '' }, plan, out },
      ...{ run: marker.run, directory: settings.directory, snapshot: settings.snapshot },
      keep: 'none',
    });
    const { directory } = settings;
    if (await searchLeakTests({ ...ports, out, directory, report, legs, requestOf })) {
      await cancel.noted();
      report = await conclude(out, runPlan, report);
      await writeReport(out, report);
    }
  }
  cancel.end();
  await finishRunFolder(out, marker);
  await pruneRecords(new Set(legs.map(recordStore)));
  // Who stops a run waits for its end, and the pages take a moment.
  if (ports.cancellation.requested() !== null) return report;
  return writeAll(out, report, { ...ports, directory: settings.directory });
}

/** Makes the Report from a run folder and leaves it there with its pages; null when the folder holds no run. */
export async function makeReport(
  out: string,
  catalog: Catalog,
  tools: Omit<PageTools, 'directory'>,
): Promise<Report | null> {
  const marker = await readMarker(out);
  const plan = await readRunPlan(out);
  const report = await assembleAndWrite(out, catalog);
  if (report === null || marker === null || plan === null) return report;
  await finishRunFolder(out, marker);
  return writeAll(out, report, { ...tools, directory: plan.directory });
}

async function assembleAndWrite(out: string, catalog: Catalog): Promise<Report | null> {
  const report = await assemble(out, catalog);
  if (report !== null) await writeReport(out, report);
  return report;
}

/** Notes in the run folder that the run was told to stop, from now until `end`, also while what grew is measured again. */
async function noteCancel(
  out: string,
  cancellation: Cancellation,
): Promise<{ noted: () => Promise<void>; end: () => void }> {
  let writing: Promise<void> = Promise.resolve();
  const end = cancellation.onRequest((signal, urgent) => {
    // Only the first: what ended between two signals ended because of the first.
    if (!urgent) writing = writeCancel(out, signal);
  });
  const early = cancellation.requested();
  if (early !== null) await writeCancel(out, early);
  return { noted: () => writing, end };
}

interface Planned {
  legs: LegPlan[];
  /** Why there are no legs: a helper command was killed. */
  problem: string | null;
  /** Null where the run takes all packages. */
  shard: Shard | null;
}

/** A helper command that is killed while the run is being stopped leaves it without a baseline. */
async function tryBaseline(
  settings: Settings,
  legs: readonly LegPlan[],
  ports: Ports & { shard: Shard | null },
): Promise<PreparedBaseline | null> {
  try {
    return await prepareBaseline(settings, legs, ports);
  } catch (error) {
    if (error instanceof InterruptedError) return null;
    throw error;
  }
}

function withRates(plan: LegPlan, baseline: PreparedBaseline | null): LegPlan {
  const rates = plan.packages.flatMap(({ package: name }): [string, number][] => {
    const rate = baseline?.rate(plan.leg.name, name) ?? null;
    return rate === null ? [] : [[name, rate]];
  });
  return { ...plan, rates: new Map(rates) };
}

async function tryPlan(settings: Settings, ports: Ports): Promise<Planned> {
  try {
    const planned = await planShare(settings, await planLegs(settings, ports), ports);
    return { ...planned, problem: null };
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    const { shard } = settings;
    return {
      legs: [],
      problem: `the run could not be planned: ${error.message}`,
      shard: shard && { ...shard, all: [], own: [] },
    };
  }
}

/** What the job that merges the shards needs to keep their figures. */
function withMeasurement(shard: Shard | null, baseline: PreparedBaseline | null): Shard | null {
  if (shard === null || baseline === null) return shard;
  const { head, environment, keys } = baseline.file;
  return { ...shard, measured: { head, environment, keys } };
}
