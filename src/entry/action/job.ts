import * as core from '@actions/core';
import { context } from '@actions/github';
import { parseEvent } from '../../baseline/events.ts';
import type { Job } from '../../github/job.ts';

/** The job that this is a step of. */
export function readJob(): Job {
  const event = parseEvent(context.eventName, context.payload);
  const matrix = core.getInput('key');
  const parts = [matrix === 'null' ? '' : matrix, core.getInput('working-directory')];
  return {
    apiUrl: context.apiUrl,
    serverUrl: context.serverUrl,
    repository: process.env['GITHUB_REPOSITORY'] ?? '',
    workflow: context.workflow,
    job: context.job,
    runId: String(process.env['GITHUB_RUN_ID'] ?? ''),
    runAttempt: String(process.env['GITHUB_RUN_ATTEMPT'] ?? '1'),
    key: parts.filter((part) => part !== '').join('\n'),
    event,
    headSha:
      event?.kind === 'pull-request' || event?.kind === 'merge-group' ? event.headSha : context.sha,
    workspace: process.env['GITHUB_WORKSPACE'] ?? process.cwd(),
  };
}
