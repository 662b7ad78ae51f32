import * as core from '@actions/core';
import type { Github } from '../../github/client.ts';
import { concludeCheck, findCheck, startCheck } from '../../github/check-run.ts';
import type { Job } from '../../github/job.ts';
import { jobSlug, jobTitle } from '../../run/job-slug.ts';
import { runUrl } from '../../github/web-address.ts';
import type { Publishing } from '../../settings/publishing.ts';

/** The state in which main tells post which check run is to be concluded. */
const state = 'check';

export interface BegunCheck {
  /** Null where there is none. */
  id: number | null;
  /** Says why there is none where one was wanted. The log may be closed to commands until the tests have ended. */
  tell: () => void;
}

const none: BegunCheck = { id: null, tell: () => undefined };

/** Creates the check run of this job, where there is to be one. Never throws because of GitHub. */
export async function beginCheck(
  { annotations }: Pick<Publishing, 'annotations'>,
  job: Job,
  github: Github | null,
): Promise<BegunCheck> {
  if (annotations === 'off' || annotations === 'log' || github === null) return none;
  const started = await startCheck(github, { ...identityOf(job), detailsUrl: runUrl(job) });
  if (started.kind === 'done') {
    core.saveState(state, String(started.value.id));
    return { id: started.value.id, tell: () => undefined };
  }
  const because = started.kind === 'refused' ? started.warning : started.because;
  const tell = (): void => {
    if (annotations === 'check') core.warning(because);
    else core.info(`No check run, lines are annotated from the log: ${because}`);
  };
  return { id: null, tell };
}

export function noCheck(): Promise<BegunCheck> {
  return Promise.resolve(none);
}

function identityOf(job: Job): { name: string; headSha: string; externalId: string } {
  return {
    name: `go-crash-guard (${jobTitle(job)})`,
    headSha: job.headSha,
    externalId: `${job.runId}-${job.runAttempt}-${jobSlug(job)}`,
  };
}

/** The check run that main created; null where it created none. */
export function begunCheck(): number | null {
  const id = core.getState(state);
  return /^\d{1,15}$/.test(id) ? Number(id) : null;
}

/** The same, also where main was killed while it created it. */
export async function openCheck(github: Github | null, job: Job): Promise<number | null> {
  const known = begunCheck();
  if (known !== null || github === null) return known;
  const found = await findCheck(github, identityOf(job));
  return found.kind === 'done' ? found.value.id : null;
}

/** Ends a check run for which there is no Report; false where it stays open. */
export async function failCheck(
  github: Github | null,
  id: number | null,
  job: Job,
  because: string,
): Promise<boolean> {
  if (github === null || id === null) return true;
  const concluded = await concludeCheck(github, {
    ...{ id, conclusion: 'failure', detailsUrl: runUrl(job), annotations: [] },
    ...{ title: 'There is no report', summary: because, text: '' },
  });
  if (concluded.kind === 'refused') core.warning(concluded.warning);
  return concluded.kind === 'done';
}
