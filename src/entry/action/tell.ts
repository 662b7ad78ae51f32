import * as core from '@actions/core';
import { openArtifacts } from '../../github/actions-artifacts.ts';
import { annotate } from '../../github/annotations.ts';
import type { StoredArtifact } from '../../github/artifact-store.ts';
import type { Github } from '../../github/client.ts';
import type { Job } from '../../github/job.ts';
import { writeJobSummary } from '../../github/job-summary.ts';
import { publish } from '../../github/publish.ts';
import { renderSummary } from '../../render/summary.ts';
import type { Links } from '../../report/links.ts';
import type { Report } from '../../report/schema.ts';
import { layout } from '../../run/layout.ts';
import type { Publishing } from '../../settings/publishing.ts';
import { renderResult } from '../../render/result.ts';
import { resultPaths } from '../show-report.ts';
import { log, paint } from './log.ts';
import { setPublishedOutputs, setReportOutputs } from './outputs.ts';
import { concludedCheck, toldAll } from './told.ts';

/** The state in which main tells post that the job summary is written. */
const summed = 'summary';

export interface Telling {
  report: Report;
  out: string;
  publishing: Publishing;
  job: Job;
  github: Github | null;
  /** What other jobs of this workflow run have uploaded and the Report tells of. */
  evidence?: readonly StoredArtifact[];
  check: number | null;
  /** The root of the checked-out repository. */
  root: string;
  rewrite: (report: Report, links: Links) => Promise<Report>;
}

/** The result in the log and as outputs; what needs no network. */
export function tellLog(report: Report, out: string): void {
  log.write(renderResult(report, resultPaths(out), paint));
  log.resume();
  setReportOutputs(report, layout.report(out));
}

/** Everything else: artifacts, comment, check run or annotations, job summary. Nothing of it changes the verdict. */
export async function tellGithub(telling: Telling): Promise<void> {
  const { job, publishing, root } = telling;
  const published = await publish({
    ...telling,
    openArtifacts: () => openArtifacts({ env: process.env }),
  });
  const { report, links } = published;
  for (const warning of published.warnings) core.warning(warning);
  for (const note of published.notes.filter((text) => text !== '')) core.info(note);
  const { annotations } = publishing;
  const fromLog = annotations === 'log' || (annotations === 'auto' && !published.annotated);
  // The lines of a shard are annotated once, by the job that puts all of them together.
  if (fromLog && report.shard === undefined) annotate(report, root, job.workspace);
  setPublishedOutputs(published);
  if (core.getState(summed) === '') await summarise(renderSummary(report, links));
  if (telling.check === null || published.annotated) concludedCheck();
  toldAll();
}

/** The job summary of a run that was stopped, whose other parts are left to post. */
export async function tellSummary(report: Report): Promise<void> {
  await summarise(renderSummary(report));
  core.saveState(summed, 'yes');
}

async function summarise(markdown: string): Promise<void> {
  const problem = await writeJobSummary(markdown);
  if (problem !== null) core.warning(`the job summary could not be written: ${problem}`);
}
