import type { Check } from '../report/schema.ts';
import type { PlannedRun, PreflightFacts } from './checks/check-row.ts';
import { coreRows } from './checks/cores.ts';
import { diskRows } from './checks/disk.ts';
import { limitRows } from './checks/limits.ts';
import { memoryRows } from './checks/memory.ts';
import { systemRows } from './checks/system.ts';
import { toolchainRows } from './checks/toolchain.ts';

const rows = [
  ...toolchainRows,
  ...memoryRows,
  ...diskRows,
  ...limitRows,
  ...coreRows,
  ...systemRows,
];

/**
 * What this machine and Go version allow. A lack degrades a run or ends it; the row says to what, and what to do.
 * @param plan what will run, so that only what matters for it warns; null to show everything
 */
export function preflight(facts: PreflightFacts, plan: PlannedRun | null): Check[] {
  return rows.flatMap((row) => row(facts, plan) ?? []);
}
