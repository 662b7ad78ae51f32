import { renderJunit } from '../render/junit.ts';
import { renderSummary } from '../render/summary.ts';
import { noLinks, type Links } from '../report/links.ts';
import type { Report } from '../report/schema.ts';
import { repositoryAt } from '../machine/source-files.ts';
import { layout } from './layout.ts';
import { writeReportPage } from './report-page.ts';
import { writeAtomically } from './run-folder.ts';

/** What the pages of a run folder are made with. */
export interface PageTools {
  /** The folder with the script and the style of the pages (dist/heap-page). */
  heapPageDirectory: string;
  /** A folder of the checkout, for the lines around frames. */
  directory: string;
}

/** Leaves a Report in its run folder: report.json, and what takes no time to make of it. */
export async function writeReport(out: string, report: Report, links = noLinks): Promise<void> {
  await writeAtomically(layout.report(out), `${JSON.stringify(report, null, 2)}\n`);
  await writeAtomically(layout.summary(out), renderSummary(report, links));
  await writeAtomically(layout.junit(out), renderJunit(report));
}

/**
 * Leaves report.html too, which draws what the run folder holds. A page that cannot be made is a gap of the Report, which comes back:
 * it takes nothing away from the rest.
 */
export async function writeAll(
  out: string,
  report: Report,
  tools: PageTools,
  links: Links = noLinks,
): Promise<Report> {
  await writeReport(out, report, links);
  try {
    const repository = repositoryAt(tools.directory);
    const { heapPageDirectory: assetsDirectory } = tools;
    await writeReportPage({ out, report, repository, assetsDirectory, links });
    return report;
  } catch (error) {
    const what = `report.html could not be written: ${(error as Error).message}`;
    const known = report.gaps.some((gap) => gap.what === what);
    const changed = known ? report : { ...report, gaps: [...report.gaps, { what }] };
    await writeReport(out, changed, links);
    return changed;
  }
}
