import type { Report } from '../report/schema.ts';
import { finishRunFolder, openRunFolder } from './run-folder.ts';
import { writeReport } from './write-report.ts';

/** Leaves a Report that was made of others in a run folder of its own. Throws InputError where the folder cannot be written. */
export async function writeMerged(out: string, report: Report): Promise<void> {
  const marker = await openRunFolder(out, new Date());
  await writeReport(out, report);
  await finishRunFolder(out, marker);
}
