import type { Job } from './job.ts';

// Pages of GitHub, made of what the runner tells, as https://docs.github.com/en/actions/reference/variables-reference has it.

type Place = Pick<Job, 'serverUrl' | 'repository' | 'runId' | 'runAttempt'>;

/** `https://github.com/OWNER/REPO/actions/runs/1/attempts/2`; null where the runner does not tell. */
export function runUrl({ serverUrl, repository, runId, runAttempt }: Place): string | null {
  if (!isRepository(repository) || !isNumber(runId)) return null;
  const attempt = isNumber(runAttempt) ? `/attempts/${runAttempt}` : '';
  return `${serverUrl}/${repository}/actions/runs/${runId}${attempt}`;
}

export function artifactUrl({ serverUrl, repository, runId }: Place, id: number): string | null {
  if (!isRepository(repository) || !isNumber(runId)) return null;
  return `${serverUrl}/${repository}/actions/runs/${runId}/artifacts/${String(id)}`;
}

/** The tree of a commit: a path and `#L12` can be added. */
export function sourceUrl(
  { serverUrl, repository }: Pick<Job, 'serverUrl' | 'repository'>,
  sha: string | null,
): string | null {
  if (!isRepository(repository) || sha === null || !/^[0-9a-f]{40,64}$/.test(sha)) return null;
  return `${serverUrl}/${repository}/blob/${sha}`;
}

function isRepository(name: string): boolean {
  return /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/.test(name);
}

function isNumber(text: string): boolean {
  return /^\d{1,20}$/.test(text);
}
