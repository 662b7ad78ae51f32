import type { PlannedPackage } from '../plan/plan.ts';
import type { LegEvidence } from './leg-evidence.ts';
import type { RunPlan } from './run-plan.ts';

/** One package of one leg, to be put together. */
export interface PackageRequest {
  out: string;
  plan: RunPlan;
  evidence: LegEvidence;
  planned: PlannedPackage;
  /** Null for a run that was not stopped; the time in epoch milliseconds. */
  cancel: { signal: string; at: number } | null;
}
