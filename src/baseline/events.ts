import * as z from 'zod/mini';

/** What the event that started a workflow says about the commits in question. Local runs have none. */
export type BaseEvent =
  | {
      kind: 'pull-request';
      number: number;
      /** `opened`, `synchronize`, `labeled` ... */
      action: string;
      /** The label that this event is about; null for all but `labeled` and `unlabeled`. */
      label: string | null;
      /** `main`, or the branch of another pull request. */
      baseRef: string;
      /** The tip of the base branch when the event was made: not the merge base. */
      baseSha: string;
      /** The tip of the pull request: not the tested merge commit. */
      headSha: string;
      /** The head lies in another repository. */
      fork: boolean;
    }
  | {
      kind: 'merge-group';
      /** What the group is built on: the base branch, or the group before it in the queue. */
      baseSha: string;
      headSha: string;
      /** The last pull request of the group; null where the branch's name does not tell. */
      number: number | null;
    }
  | {
      kind: 'push';
      branch: string;
      /** Null for a new branch. */
      before: string | null;
      after: string;
      defaultBranch: string | null;
    }
  | { kind: 'tag'; tag: string }
  /** `schedule`, `workflow_dispatch` ..., and events that cannot be read. */
  | { kind: 'other'; name: string };

const sha = z.string().check(z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
// What git allows in the name of a branch or tag, but for rarities.
const refName = z.string().check(
  z.maxLength(1024),
  z.regex(/^[^-/\s\p{Cc}~^:?*[\\][^\s\p{Cc}~^:?*[\\]*$/u),
  z.refine((name) => !name.includes('..')),
);
const number = z.int().check(z.positive());
const repository = z.object({ default_branch: z.optional(refName) });

const pullRequest = z.object({
  action: z.string().check(z.maxLength(100)),
  label: z.optional(z.object({ name: z.string().check(z.maxLength(1024)) })),
  pull_request: z.object({
    number,
    base: z.object({ ref: refName, sha, repo: z.object({ full_name: z.string() }) }),
    // The repository of a fork may be gone.
    head: z.object({ sha, repo: z.nullish(z.object({ full_name: z.string() })) }),
  }),
});
const mergeGroup = z.object({
  merge_group: z.object({ base_sha: sha, head_sha: sha, head_ref: z.optional(z.string()) }),
});
const push = z.object({
  ref: refName,
  before: sha,
  after: sha,
  repository: z.optional(repository),
});

type Parser = (payload: unknown) => BaseEvent | null;
const parsers: ReadonlyMap<string, Parser> = new Map([
  ['pull_request', parsePullRequest],
  ['pull_request_target', parsePullRequest],
  ['merge_group', parseMergeGroup],
  ['push', parsePush],
]);

/**
 * Reads an Actions event: its name and the content of the event file. Never throws; an event that is not as GitHub documents it
 * is `other`, which no base is taken from and nothing is recorded for.
 */
export function parseEvent(name: string | null, payload: unknown): BaseEvent | null {
  if (name === null || name === '') return null;
  return parsers.get(name)?.(payload) ?? { kind: 'other', name: name.slice(0, 100) };
}

function parsePullRequest(payload: unknown): BaseEvent | null {
  const parsed = pullRequest.safeParse(payload);
  if (!parsed.success) return null;
  const { action, label, pull_request: pull } = parsed.data;
  return {
    kind: 'pull-request',
    number: pull.number,
    action,
    label: label?.name ?? null,
    baseRef: pull.base.ref,
    baseSha: pull.base.sha,
    headSha: pull.head.sha,
    fork: pull.head.repo?.full_name !== pull.base.repo.full_name,
  };
}

// refs/heads/gh-readonly-queue/main/pr-104-3f2c1a9e...
const queueBranch = /\/pr-(?<number>\d{1,9})-[0-9a-f]{40,64}$/;

function parseMergeGroup(payload: unknown): BaseEvent | null {
  const parsed = mergeGroup.safeParse(payload);
  if (!parsed.success) return null;
  const { base_sha: baseSha, head_sha: headSha, head_ref: headRef } = parsed.data.merge_group;
  const named = queueBranch.exec((headRef ?? '').slice(-2048))?.groups?.['number'];
  return {
    kind: 'merge-group',
    baseSha,
    headSha,
    number: named === undefined ? null : Number(named),
  };
}

function parsePush(payload: unknown): BaseEvent | null {
  const parsed = push.safeParse(payload);
  if (!parsed.success) return null;
  const { ref, before, after } = parsed.data;
  const named = /^refs\/(?<kind>heads|tags)\/(?<name>.+)$/.exec(ref)?.groups;
  if (named?.['name'] === undefined) return null;
  if (named['kind'] === 'tags') return { kind: 'tag', tag: named['name'] };
  return {
    kind: 'push',
    branch: named['name'],
    before: /^0+$/.test(before) ? null : before,
    after,
    defaultBranch: parsed.data.repository?.default_branch ?? null,
  };
}
