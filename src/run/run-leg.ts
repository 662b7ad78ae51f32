import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFold } from '../gotest/fold.ts';
import { isBenchmark, type PackageFold } from '../gotest/package-fold.ts';
import { makeOverlay } from '../probe/inject.ts';
import type { SnapshotTriggers } from '../settings/settings.ts';
import type { Cancellation } from './cancellation.ts';
import { goTestCommand } from './go-test-command.ts';
import { runGoTest } from './go-test-run.ts';
import { goTestFiles, layout } from './layout.ts';
import { peakRss } from './peak-rss.ts';
import type { LegPlan } from './plan-legs.ts';
import type { LegStatus, Progress } from './progress.ts';
import { shimFile, type CoreOrder, type Keep } from './shim-file.ts';
import { snapshotRequests } from './snapshot-requests.ts';

export interface LegRequest {
  plan: LegPlan;
  out: string;
  run: string;
  directory: string;
  probeDirectory: string;
  progress: Progress;
  cancellation: Cancellation;
  guard: GuardOrder;
  snapshot: SnapshotTriggers;
  cores: CoreOrder;
  /** Which test binaries stay for further runs. */
  keep: Keep;
}

/** The ceiling over each go test. */
export interface GuardOrder {
  /** Bytes; null for none. */
  ceilingBytes: number | null;
  /** The means that may be tried, best first: cgroup, sudo, watcher. */
  tiers: readonly string[];
  /** What this job may use in all, bytes; null where nobody knows. */
  usableBytes: number | null;
}

const tickMs = 500;

/** Runs one leg under a keeper. Returns whether anything is worth a closer look: most legs end well and need none. */
export async function runLeg(request: LegRequest): Promise<{ endedWell: boolean }> {
  const { plan, out, progress } = request;
  const { name } = plan.leg;
  const folder = layout.leg(out, name);
  await prepareLeg(request, folder);
  const planned = new Set(plan.packages.map((item) => item.package));
  progress.legStarted(name, planned.size, plan.leg.goTestFlags.verbose);
  const began = Date.now();
  let done = 0;
  const fold = createFold({
    packageEnded(endedPackage, state) {
      if (planned.has(endedPackage.package)) done++;
      progress.packageEnded(name, endedPackage, state);
    },
    output: (event) => {
      progress.output(name, event);
    },
  });
  const peak = peakRss(out, name);
  const status = async (): Promise<LegStatus> => {
    const started = [...fold.state.packages.values()].filter((item) => item.started);
    const names = (ended: boolean): string[] =>
      started.filter((item) => (item.action !== null) === ended).map((item) => item.package);
    const running = names(false);
    return {
      leg: name,
      total: planned.size,
      done,
      running,
      elapsedMs: Date.now() - began,
      peakRssBytes: await peak.observe(running, names(true)),
    };
  };
  const requests = snapshotRequests(out, name, request.snapshot);
  let lastTick = 0;
  await runGoTest({
    keeper: plan.probe.keeper,
    folder,
    command: goTestCommand(plan, goTestFiles.overlay(folder)),
    ceilingBytes: request.guard.ceilingBytes,
    tiers: request.guard.tiers,
    directory: request.directory,
    env: plan.env,
    cancellation: request.cancellation,
    maxMs: null,
    onChunk: fold.push,
    onPoll: async () => {
      if (Date.now() - lastTick < tickMs) return;
      lastTick = Date.now();
      const now = await status();
      progress.tick(now);
      await requests.check(fold.state, lastTick);
    },
  });
  fold.end();
  progress.legEnded(await status());
  return { endedWell: [...fold.state.packages.values()].every(endedWell) };
}

function endedWell({
  action,
  running,
  passed,
  skipped,
  saysCached,
  noTestFiles,
}: PackageFold): boolean {
  if (action === 'fail' || action === null) return false;
  if (noTestFiles || saysCached) return true;
  const benchmarksOnly = [...running.keys()].every(isBenchmark);
  return action === 'pass' && benchmarksOnly && passed + skipped > 0;
}

/** Writes what shim and go read. */
async function prepareLeg(request: LegRequest, folder: string): Promise<void> {
  const { plan, out, run, snapshot, cores, guard, keep } = request;
  await mkdir(folder, { recursive: true });
  const overlay = await makeOverlay({
    packages: plan.packages,
    probeDirectory: request.probeDirectory,
    scratch: join(folder, '_inject'),
    userOverlay: plan.userOverlay,
  });
  await writeFile(goTestFiles.overlay(folder), JSON.stringify({ Replace: overlay }));
  const { usableBytes } = guard;
  const shim = shimFile({
    ...{ plan, out, run, folder, snapshot, cores, usableBytes, keep, diagnose: '' },
  });
  await writeFile(goTestFiles.shim(folder), JSON.stringify(shim));
}
