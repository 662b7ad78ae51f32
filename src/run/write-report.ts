import { renderSummary } from '../render/summary.ts';
import { noLinks, type Links } from '../report/links.ts';
import type { Report } from '../report/schema.ts';
import { layout } from './layout.ts';
import { writeAtomically } from './run-folder.ts';

/** Leaves a Report in its run folder, for machines and for people. */
export async function writeReport(out: string, report: Report, links = noLinks): Promise<void> {
  await writeAtomically(layout.report(out), `${JSON.stringify(report, null, 2)}\n`);
  await writePages(out, report, links);
}

async function writePages(out: string, report: Report, links: Links): Promise<void> {
  await writeAtomically(layout.summary(out), renderSummary(report, links));
}
