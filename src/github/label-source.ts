import * as z from 'zod/mini';
import { allPages } from './api-call.ts';
import type { Github } from './client.ts';
import { calls } from './permission.ts';

/** What is read of pull requests, all of it as GitHub's REST API has it. */
export interface LabelSource {
  pull: (number: number) => Promise<LabelledPull>;
  /** In the order in which they happened. */
  events: (number: number) => Promise<IssueEvent[]>;
  /** The runs of workflows for a commit, newest first. */
  runs: (headSha: string) => Promise<WorkflowRun[]>;
  mayWrite: (login: string) => Promise<boolean>;
  /** The pull request whose merge made this commit. */
  mergedBy: (commit: string) => Promise<number | null>;
}

export type LabelledPull = z.infer<typeof pullSchema>;
export type IssueEvent = z.infer<typeof eventSchema>;
export type WorkflowRun = z.infer<typeof runSchema>;

const time = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));
const named = z.object({ full_name: z.string() });
const pullSchema = z.object({
  number: z.int(),
  created_at: time,
  labels: z.array(z.object({ name: z.string() })),
  head: z.object({ sha: z.string(), ref: z.string(), repo: z.nullable(named) }),
});
const eventSchema = z.object({
  event: z.string(),
  created_at: time,
  // Who has left GitHub is null.
  actor: z.nullish(z.object({ login: z.string() })),
  label: z.optional(z.object({ name: z.string() })),
});
const runSchema = z.object({
  event: z.string(),
  head_sha: z.string(),
  head_branch: z.nullable(z.string()),
  head_repository: z.nullish(named),
  created_at: time,
});
const mergeSchema = z.object({
  number: z.int(),
  merged_at: z.nullable(z.string()),
  merge_commit_sha: z.nullable(z.string()),
});
const permissionSchema = z.object({ permission: z.string() });

export function openLabelSource({ owner, repo, rest, ask }: Github): LabelSource {
  const here = { owner, repo };
  return {
    pull: (number) =>
      ask({ call: calls.pull, schema: pullSchema }, (request) =>
        rest.pulls.get({ ...here, pull_number: number, request }),
      ),
    events: (number) =>
      allPages('events', (page) =>
        ask({ call: calls.events, schema: z.array(eventSchema) }, (request) =>
          rest.issues.listEvents({ ...here, ...page, issue_number: number, request }),
        ),
      ),
    runs: (headSha) =>
      allPages('workflow runs', async (page) => {
        const schema = z.object({ workflow_runs: z.array(runSchema) });
        const found = await ask({ call: calls.runs, schema }, (request) =>
          rest.actions.listWorkflowRunsForRepo({ ...here, ...page, head_sha: headSha, request }),
        );
        return found.workflow_runs;
      }),
    mayWrite: async (username) => {
      const found = await ask(
        {
          call: { ...calls.collaborator, what: `the permission of ${username}` },
          ...{ schema: permissionSchema, notFound: { permission: 'none' } },
        },
        (request) => rest.repos.getCollaboratorPermissionLevel({ ...here, username, request }),
      );
      return found.permission === 'admin' || found.permission === 'write';
    },
    mergedBy: async (commit) => {
      const pulls = await ask(
        { call: calls.pullsOfCommit, schema: z.array(mergeSchema) },
        (request) =>
          rest.repos.listPullRequestsAssociatedWithCommit({ ...here, commit_sha: commit, request }),
      );
      const merged = pulls.find(
        (pull) => pull.merged_at !== null && pull.merge_commit_sha === commit,
      );
      return merged?.number ?? null;
    },
  };
}
