import * as z from 'zod/mini';
import type { BaseEvent } from '../baseline/events.ts';
import { allPages, Refused } from './api-call.ts';
import type { Github } from './client.ts';
import { calls } from './permission.ts';

/** The pull request that a run of this event is for. A merge group tests several at once: its result is told by the check. */
export function pullRequestOf(event: BaseEvent | null): number | null {
  return event?.kind === 'pull-request' ? event.number : null;
}

/** As `workflow_run` tells of the run that is over. */
export interface HeadOfRun {
  headSha: string;
  /** The owner of the repository that the head lies in: of a fork another one than ours. */
  headOwner: string;
  headBranch: string;
}

export type FoundPull =
  | {
      kind: 'found';
      number: number;
      state: 'open' | 'closed';
      locked: boolean;
      title: string;
      /** The head lies in another repository. */
      fork: boolean;
    }
  /** The branch has a pull request, but its head is another commit by now. */
  | { kind: 'stale'; number: number; headSha: string }
  | { kind: 'none' }
  | { kind: 'refused'; warning: string };

const repository = z.nullish(z.object({ full_name: z.string() }));
const pullSchema = z.object({
  number: z.int(),
  state: z.enum(['open', 'closed']),
  locked: z.optional(z.boolean()),
  title: z.string(),
  head: z.object({
    sha: z.string(),
    ref: z.string(),
    user: z.nullish(z.object({ login: z.string() })),
    repo: repository,
  }),
  base: z.object({ repo: repository }),
});
type Pull = z.infer<typeof pullSchema>;

/**
 * The pull request whose head is this very commit of this branch; an open one before a closed one, the newest first. GitHub leaves
 * `workflow_run.pull_requests` empty for forks, and ignores a filter that it does not understand: each answer is looked at.
 */
export async function findPullRequest(
  { owner, repo, rest, ask }: Github,
  { headSha, headOwner, headBranch }: HeadOfRun,
): Promise<FoundPull> {
  const head = `${headOwner}:${headBranch}`;
  try {
    const ofBranch = await allPages('pull requests of the branch', async (page) => {
      const here = { owner, repo, head, state: 'all' as const, ...page };
      return await ask({ call: calls.pulls, schema: z.array(pullSchema) }, (request) =>
        rest.pulls.list({ ...here, request }),
      );
    });
    const pulls = ofBranch
      .filter(({ head: { ref, user } }) => ref === headBranch && isSame(user?.login, headOwner))
      .sort((a, b) => rank(a) - rank(b) || b.number - a.number);
    const exact = pulls.find((pull) => pull.head.sha === headSha);
    if (exact !== undefined) return found(exact);
    const newer = pulls.find(({ state }) => state === 'open');
    return newer === undefined
      ? { kind: 'none' }
      : { kind: 'stale', number: newer.number, headSha: newer.head.sha };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', warning: error.warning };
    throw error;
  }
}

function rank({ state }: Pull): number {
  return state === 'open' ? 0 : 1;
}

/** Names of owners are not case-sensitive. */
function isSame(login: string | undefined, owner: string): boolean {
  return login?.toLowerCase() === owner.toLowerCase();
}

function found({ number, state, locked, title, head, base }: Pull): FoundPull {
  const fork = head.repo?.full_name !== base.repo?.full_name;
  return { kind: 'found', number, state, locked: locked ?? false, title, fork };
}
