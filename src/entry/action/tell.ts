import * as core from '@actions/core';
import { openArtifacts } from '../../github/actions-artifacts.ts';
import { annotate } from '../../github/annotations.ts';
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
import { log, paint } from './log.ts';
import { setPublishedOutputs, setReportOutputs } from './outputs.ts';

/** The state in which main tells post that all was told. */
const state = 'told';

export interface Telling {
  report: Report;
  out: string;
  publishing: Publishing;
  job: Job;
  github: Github | null;
  check: number | null;
  /** The root of the checked-out repository. */
  root: string;
  rewrite: (report: Report, links: Links) => Promise<void>;
}

/** The result in the log and as outputs; what needs no network. */
export function tellLog(report: Report, out: string): void {
  log.write(
    renderResult(report, { report: layout.report(out), summary: layout.summary(out) }, paint),
  );
  log.resume();
  setReportOutputs(report, layout.report(out));
}

/** Everything else: artifacts, comment, check run or annotations, job summary. Nothing of it changes the verdict. */
export async function tellGithub(telling: Telling): Promise<void> {
  const { job, publishing, root } = telling;
  const published = await publish({ ...telling, openArtifacts });
  const { report, links } = published;
  for (const warning of published.warnings) core.warning(warning);
  for (const note of published.notes.filter((text) => text !== '')) core.info(note);
  const { annotations } = publishing;
  if (!published.annotated && (annotations === 'auto' || annotations === 'log'))
    annotate(report, root, job.workspace);
  setPublishedOutputs(published);
  const problem = await writeJobSummary(renderSummary(report, links));
  if (problem !== null) core.warning(`the job summary could not be written: ${problem}`);
  core.saveState(state, 'yes');
}

/** Nothing is left to tell: main has told it, or there is no report to tell of. */
export function toldAll(): void {
  core.saveState(state, 'yes');
}

export function wasTold(): boolean {
  return core.getState(state) !== '';
}
