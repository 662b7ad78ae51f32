import { lstat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import * as z from 'zod/mini';
import { recordParser } from '../evidence/record-parser.ts';
import {
  parseEndRecord,
  parseStartRecord,
  type EndRecord,
  type StartRecord,
} from '../evidence/records.ts';
import { parseGuardRecord } from '../evidence/guard-records.ts';
import type { PlannedPackage } from '../plan/plan.ts';
import { readAttempts } from '../run/attempts.ts';
import { readBounded } from '../run/bounded-file.ts';
import { goTestFiles, layout } from '../run/layout.ts';
import { binaryName } from '../run/prune-binaries.ts';
import { isOf } from '../run/recover/run-rerun.ts';
import { readMarker } from '../run/run-folder.ts';
import { readRunPlan, type RunPlan, type RunPlanLeg } from '../run/run-plan.ts';
import { InputError } from '../settings/input-error.ts';

/** An attempt of a run folder, and what its run had planned. */
export interface BundledAttempt {
  folder: string;
  out: string;
  plan: RunPlan;
  leg: RunPlanLeg;
  planned: PlannedPackage;
  start: StartRecord;
  end: EndRecord | null;
  /** The test binary that ran; null where it was not kept. */
  binary: string | null;
  /** What was set for this attempt alone: GOMEMLIMIT of one that looks for what fits. */
  ownEnv: Record<string, string>;
  /** Bytes; null where nothing held the leg down. */
  ceilingBytes: number | null;
}

const maxRecordBytes = 1 << 20;
const maxDepth = 64;

/** Reads the records of an attempt's folder. Throws InputError where it is none. */
export async function readAttemptFolder(given: string): Promise<BundledAttempt> {
  const folder = resolve(given);
  const out = await runFolderAbove(folder);
  if (out === null) throw refusal(given, 'it lies in no run folder of go-crash-guard');
  const read = (path: string): Promise<string | null> => readBounded(path, maxRecordBytes);
  const start = parseStartRecord(await read(join(folder, 'start.json')));
  if (start === null) throw refusal(given, 'it holds no start.json of a test process');
  const plan = await readRunPlan(out);
  const leg = plan?.legs.find(({ name }) => name === start.leg);
  const planned = leg?.packages.find((item) => item.package === start.package);
  if (plan === null || plan.run !== start.run || leg === undefined || planned === undefined)
    throw refusal(given, `the plan of ${out} does not know its package or its run`);
  const guard = parseGuardRecord(await read(goTestFiles.guard(layout.leg(out, leg.name))));
  return {
    ...{ folder, out, plan, leg, planned, start },
    end: parseEndRecord(await read(join(folder, 'end.json'))),
    binary: await findBinary(folder, start),
    ownEnv: await ownEnvironment(out, start),
    ceilingBytes: guard === null || guard.tier === 'none' ? null : guard.ceilingBytes,
  };
}

/** A further run runs the binary that go test's own attempt left behind, and keeps none of its own. */
async function findBinary(folder: string, start: StartRecord): Promise<string | null> {
  const others =
    start.rerun === undefined ? [] : (await readAttempts(dirname(folder))).toReversed();
  const first = others.filter(
    (other) => isOf(other, start.run, 0) && !other.diagnose && other.start !== null,
  );
  for (const at of [folder, ...first.map((other) => other.folder)]) {
    const path = join(at, binaryName);
    if ((await lstat(path).catch(() => null))?.isFile() === true) return path;
  }
  return null;
}

const parseChanges = recordParser(z.object({ changes: z.array(z.string()) }));

/** rerun.json says it as a person would: `GOMEMLIMIT=850MiB`, beside flags, which stand in the arguments. */
async function ownEnvironment(
  out: string,
  { leg, rerun }: StartRecord,
): Promise<Record<string, string>> {
  if (rerun === undefined) return {};
  const path = join(layout.rerun(out, leg, rerun), 'rerun.json');
  const { changes } = parseChanges(await readBounded(path, maxRecordBytes)) ?? { changes: [] };
  return Object.fromEntries(
    changes.flatMap((change) => {
      const { name, value } = /^(?<name>[A-Z]+)=(?<value>.*)$/.exec(change)?.groups ?? {};
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
}

async function runFolderAbove(folder: string): Promise<string | null> {
  let at = folder;
  for (let depth = 0; depth < maxDepth; depth++) {
    if ((await readMarker(at)) !== null)
      return /^runs(?:\/|$)/.test(relative(at, folder)) ? at : null;
    const parent = dirname(at);
    if (parent === at) return null;
    at = parent;
  }
  return null;
}

function refusal(where: string, what: string): InputError {
  const fix =
    'name the folder of an attempt, such as .crash-guard/out/runs/memory/PACKAGE/attempt-1';
  return new InputError([{ where, what, fix }]);
}
