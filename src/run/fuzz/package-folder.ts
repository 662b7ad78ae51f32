import { relative } from 'node:path';
import type { PlannedPackage } from '../../plan/plan.ts';
import type { RunPlan } from '../run-plan.ts';

/** A package's folder below the folder of the run, as the Report names files; '' for that folder itself. */
export function folderInRepository(
  { directory }: Pick<RunPlan, 'directory'>,
  { dir }: Pick<PlannedPackage, 'dir'>,
): string {
  return relative(directory, dir);
}
