import { dirname, join, relative, resolve } from 'node:path';
import {
  parseEndRecord,
  parseStartRecord,
  type EndRecord,
  type StartRecord,
} from '../evidence/records.ts';
import { parseGuardRecord } from '../evidence/guard-records.ts';
import type { PlannedPackage } from '../plan/plan.ts';
import { readBounded } from '../run/bounded-file.ts';
import { goTestFiles, layout } from '../run/layout.ts';
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
    ceilingBytes: guard === null || guard.tier === 'none' ? null : guard.ceilingBytes,
  };
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
