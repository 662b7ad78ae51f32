import * as core from '@actions/core';
import { parseEvent } from '../../baseline/events.ts';
import type { Github } from '../../github/client.ts';
import type { Job } from '../../github/job.ts';
import { readContext } from './context.ts';

/** The job that this is a step of. */
export function readJob(): Job {
  const { eventName, payload, sha, ref, ...place } = readContext();
  const event = parseEvent(eventName, payload);
  const parts = [oneLine(core.getInput('key')), core.getInput('working-directory')];
  return {
    ...place,
    key: parts.filter((part) => part !== '').join('\n'),
    event,
    headSha: event?.kind === 'pull-request' || event?.kind === 'merge-group' ? event.headSha : sha,
  };
}

/** `toJSON(matrix)` has many lines, and is `null` where there is no matrix. */
function oneLine(key: string): string {
  if (key === 'null') return '';
  try {
    return JSON.stringify(JSON.parse(key));
  } catch {
    return key;
  }
}

/** The repository of a job on GitHub; null without a token. */
export async function githubOf({ apiUrl, repository, event }: Job): Promise<{
  token: string;
  github: Github | null;
}> {
  const token = core.getInput('token');
  if (token === '') return { token, github: null };
  // Under pull_request_target the token may write, whoever made the pull request.
  const fork =
    readContext().eventName === 'pull_request' && event?.kind === 'pull-request' && event.fork;
  // Slow to load.
  const { openGithub } = await import('../../github/client.ts');
  return { token, github: openGithub({ token, apiUrl, repository, fork }) };
}
