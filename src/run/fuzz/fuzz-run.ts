import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PlannedPackage } from '../../plan/plan.ts';
import { goTestCommand } from '../go-test-command.ts';
import { runGoTest } from '../go-test-run.ts';
import { goTestFiles, layout } from '../layout.ts';
import { ownOutputs } from '../own-outputs.ts';
import type { LegRequest } from '../run-leg.ts';
import { shimFile } from '../shim-file.ts';
import { fuzzFolder, writeFuzzRecord, type FuzzRecord } from './fuzz-record.ts';

export interface FuzzRun {
  folder: string;
  record: Omit<FuzzRecord, 'schema' | 'number' | 'command'>;
  planned: PlannedPackage;
  flags: readonly string[];
  /** Where the leg's own environment does not say otherwise. */
  env: Readonly<Record<string, string>>;
  /** After so long it is killed. */
  maxMs: number;
}

/** A new folder for a go test of the leg's fuzz targets. */
export async function nextFuzzFolder({ out, plan }: LegRequest): Promise<string> {
  const parent = dirname(fuzzFolder(out, plan.leg.name, 1));
  await mkdir(parent, { recursive: true });
  const taken = (await readdir(parent)).map(Number).filter(Number.isInteger);
  const folder = fuzzFolder(out, plan.leg.name, Math.max(0, ...taken) + 1);
  await mkdir(folder);
  return folder;
}

/** One go test of one fuzz target under the leg's guard. Returns how long it took and whether it had to be killed. */
export async function runFuzzTest(
  request: LegRequest,
  run: FuzzRun,
): Promise<{ elapsedMs: number; overran: boolean }> {
  const { plan, guard } = request;
  const { folder, record, planned, maxMs } = run;
  const overlay = await overlayOf(request, run);
  const extraFlags = [...run.flags, ...ownFolder(request, folder)];
  const command = goTestCommand(plan, overlay, { patterns: [planned.package], extraFlags });
  await writeFile(goTestFiles.shim(folder), JSON.stringify(shimOf(request, run)));
  const number = Number(folder.slice(folder.lastIndexOf('/') + 1)) || 1;
  await writeFuzzRecord(folder, { schema: 1, number, ...record, command });
  const began = Date.now();
  await runGoTest({
    ...{ keeper: plan.probe.keeper, folder, command, maxMs, directory: request.directory },
    ceilingBytes: guard.ceilingBytes,
    tiers: guard.tiers,
    env: { ...run.env, ...plan.env },
    cancellation: request.cancellation,
    onChunk: () => undefined,
    onPoll: () => Promise.resolve(),
  });
  const elapsedMs = Date.now() - began;
  return { elapsedMs, overran: elapsedMs >= maxMs };
}

/** Files that the user's flags name are those of the leg; what these go tests would write stays in their folder. */
function ownFolder({ plan }: LegRequest, folder: string): string[] {
  return ownOutputs(plan, folder).filter((flag) => /^-(?:o|outputdir)=/.test(flag));
}

/** Fuzzing goes by the code that an input reaches, and the agent is no part of it; a replay has it, for what it tells of a crash. */
async function overlayOf({ out, plan }: LegRequest, { folder, record }: FuzzRun): Promise<string> {
  if (record.purpose !== 'fuzz') return goTestFiles.overlay(layout.leg(out, plan.leg.name));
  const path = goTestFiles.overlay(folder);
  await writeFile(path, JSON.stringify({ Replace: plan.userOverlay }));
  return path;
}

function shimOf(request: LegRequest, run: FuzzRun): Record<string, unknown> {
  const { plan, out, guard, snapshot } = request;
  const { folder, record, planned } = run;
  const isReplay = record.purpose !== 'fuzz';
  const common = shimFile({
    ...{ out, folder, snapshot, run: request.run, keep: 'none', diagnose: '' },
    plan: {
      ...plan,
      packages: [isReplay ? planned : { ...planned, injection: 'none' }],
      leg: { ...plan.leg, heapProfile: false },
    },
    cores: { enabled: false, pattern: '' },
    usableBytes: guard.usableBytes,
    rerun: { number: 0, place: join(folder, 'records'), leaks: false },
  });
  return { ...common, dataLimitBytes: record.dataLimitBytes ?? 0 };
}
