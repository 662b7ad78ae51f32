import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { commentOnRun } from '../../github/comment-mode.ts';
import { foreignReader } from '../../github/foreign-report.ts';
import { readSettings } from './inputs.ts';
import { githubOf, readJob } from './job.ts';
import type { Places } from './places.ts';

const noToken =
  'no comment: the input token is empty; leave it out, so that the token of the job is used';

/** Comments on the pull request whose workflow run has ended; see docs/forks.md. It fails for nothing but wrong input. */
export async function commentMode({ foreignReportUrl }: Places): Promise<void> {
  const { publishing } = await readSettings('comment');
  const job = readJob();
  const { github } = await githubOf(job);
  if (github === null) {
    core.warning(noToken);
    return;
  }
  const { serverUrl } = job;
  const told = await commentOnRun({
    ...{ github, event: readEvent(), publishing, serverUrl },
    foreign: foreignReader(foreignReportUrl),
  });
  for (const warning of told.warnings) core.warning(warning);
  for (const note of told.notes) core.info(note);
  for (const { url, what } of told.comments) core.info(`${what}: ${url}`);
  core.setOutput('comment-url', told.commentUrl ?? '');
}

function readEvent(): unknown {
  try {
    return JSON.parse(readFileSync(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
  } catch {
    return null;
  }
}
