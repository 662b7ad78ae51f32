import type { PlannedPackage } from '../plan/plan.ts';
import type { Check, Machine, Source } from '../report/schema.ts';
import type { Shard } from '../report/shard-schema.ts';
import type { Resilience } from '../settings/resilience.ts';
import type { FailOn } from '../settings/schema.ts';
import { readBounded } from './bounded-file.ts';
import { layout } from './layout.ts';
import { writeAtomically } from './run-folder.ts';

/** plan.json: everything that a Report needs to know beforehand, so that the run folder alone is enough to make it. */
export interface RunPlan {
  schema: 1;
  run: string;
  toolVersion: string;
  startedAt: string;
  directory: string;
  failOn: FailOn[];
  flaky: Resilience['flaky'];
  /** Process ids here are those of the kernel's log. */
  kernelPids: boolean;
  /** Why nothing could be planned, null when it could. */
  problem: string | null;
  /** Absent where the run takes all packages. */
  shard?: Shard;
  /** What is done about leaks; absent where nobody looks. */
  leaks?: Resilience['leaks'];
  source: Source;
  machine: Machine;
  preflight: Check[];
  legs: RunPlanLeg[];
}

export interface RunPlanLeg {
  name: string;
  race: boolean;
  heapProfile: boolean;
  goVersion: string;
  /** 26 for Go 1.26. */
  goMinor: number;
  command: string[];
  /** The package patterns within it. */
  patterns: string[];
  /** What of its environment may leave the machine. */
  env: Record<string, string>;
  failfast: boolean;
  /** The user's -run and -skip; empty for none. */
  testPatterns: { run: string; skip: string };
  /** What each fuzz target gets; absent in a leg that does not fuzz. */
  fuzzMs?: number;
  /** How long its tests are repeated; absent in a leg that runs them once. */
  stressMs?: number;
  /** How often each test runs (-count, -cpu). */
  repeats: number;
  store: string;
  packages: PlannedPackage[];
}

export async function writeRunPlan(out: string, plan: RunPlan): Promise<void> {
  await writeAtomically(layout.plan(out), `${JSON.stringify(plan)}\n`);
}

const maxPlanBytes = 512 << 20;

/** The plan of a run folder, or null when there is none that can be read. */
export async function readRunPlan(out: string): Promise<RunPlan | null> {
  try {
    const plan = JSON.parse((await readBounded(layout.plan(out), maxPlanBytes)) ?? '') as RunPlan;
    return (plan.schema as unknown) === 1 && Array.isArray(plan.legs) ? plan : null;
  } catch {
    return null;
  }
}
