import * as z from 'zod/mini';
import { allPages } from './api-call.ts';
import type { Github } from './client.ts';
import { calls } from './permission.ts';

/** A job of one attempt of a workflow run. */
export interface AttemptJob {
  /** As its author has chosen it: `shard (2/4)`. */
  name: string;
  /** Null as long as it runs. */
  conclusion: string | null;
}

const schema = z.object({
  jobs: z.array(z.object({ name: z.string(), conclusion: z.nullable(z.string()) })),
});

/** The jobs of one attempt. Throws Refused. */
export function attemptJobs(
  { owner, repo, rest, ask }: Github,
  runId: number,
  attempt: number,
): Promise<AttemptJob[]> {
  return allPages('jobs', async (page) => {
    const found = await ask({ call: calls.jobs, schema }, (request) =>
      rest.actions.listJobsForWorkflowRunAttempt({
        ...{ owner, repo, ...page, run_id: runId, attempt_number: attempt, request },
      }),
    );
    return found.jobs;
  });
}
