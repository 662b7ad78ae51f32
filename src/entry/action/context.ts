import { readFileSync } from 'node:fs';
import type { Job } from '../../github/job.ts';

/**
 * What the runner tells every step in its environment, by https://docs.github.com/en/actions/reference/variables-reference.
 * `@actions/github` has the same, but takes as long to load as all else together.
 */
export interface StepContext extends Omit<Job, 'key' | 'event' | 'headSha'> {
  /** `pull_request`; empty outside of a workflow, as everything that is not told. */
  eventName: string;
  /** The content of the event file; null where there is none that can be read. */
  payload: unknown;
  sha: string;
  ref: string;
}

export function readContext(): StepContext {
  const text = (name: string, fallback = ''): string => process.env[`GITHUB_${name}`] ?? fallback;
  return {
    eventName: text('EVENT_NAME'),
    payload: readJson(text('EVENT_PATH')),
    sha: text('SHA'),
    ref: text('REF'),
    apiUrl: text('API_URL', 'https://api.github.com'),
    serverUrl: text('SERVER_URL', 'https://github.com'),
    repository: text('REPOSITORY'),
    workflow: text('WORKFLOW'),
    job: text('JOB'),
    runId: text('RUN_ID'),
    runAttempt: text('RUN_ATTEMPT', '1'),
    workspace: text('WORKSPACE', process.cwd()),
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
