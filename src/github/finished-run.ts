import * as z from 'zod/mini';

/** A workflow run that is over, as the event `workflow_run` tells of it. All of it is GitHub's own word. */
export interface FinishedRun {
  id: number;
  attempt: number;
  /** Of its workflow, whatever file or name it has by now. */
  workflowId: number;
  /** The event that it was started by: `pull_request`. */
  event: string;
  /** `success`, `failure`, `cancelled`, `timed_out` ... */
  conclusion: string;
  headSha: string;
  headBranch: string;
  /** `owner/name`: of a fork another one than ours. Null where it is gone. */
  headRepository: string | null;
}

const positive = z.int().check(z.positive());
const payloadSchema = z.object({
  action: z.string(),
  workflow_run: z.object({
    id: positive,
    run_attempt: z.optional(positive),
    workflow_id: positive,
    event: z.string(),
    conclusion: z.nullish(z.string()),
    head_sha: z.string().check(z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)),
    head_branch: z.nullish(z.string().check(z.maxLength(1024))),
    head_repository: z.nullish(
      z.object({
        full_name: z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/)),
      }),
    ),
  }),
});

export type ReadEvent =
  | { kind: 'run'; run: FinishedRun }
  /** It is no `workflow_run`, or not as GitHub documents it. */
  | { kind: 'other' }
  /** The run is not over. */
  | { kind: 'unfinished' };

/** Reads the content of an event file. Never throws. */
export function readFinishedRun(payload: unknown): ReadEvent {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return { kind: 'other' };
  const { action, workflow_run: run } = parsed.data;
  if (action !== 'completed') return { kind: 'unfinished' };
  return {
    kind: 'run',
    run: {
      id: run.id,
      attempt: run.run_attempt ?? 1,
      workflowId: run.workflow_id,
      event: run.event,
      conclusion: run.conclusion ?? '',
      headSha: run.head_sha,
      headBranch: run.head_branch ?? '',
      headRepository: run.head_repository?.full_name ?? null,
    },
  };
}
