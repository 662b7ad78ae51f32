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
  /** `owner/name` of the repository that the head lies in: of a fork another one than ours. */
  headRepository: string;
  headBranch: string;
}

export interface FoundPull {
  number: number;
  state: 'open' | 'closed';
  locked: boolean;
  title: string;
  /** The head lies in another repository. */
  fork: boolean;
}

export type FoundPulls =
  /** All that are open, the newest first; where none is, the newest of those that are closed. */
  | { kind: 'found'; pulls: FoundPull[] }
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
    repo: repository,
  }),
  base: z.object({ repo: repository }),
});
type Pull = z.infer<typeof pullSchema>;

/**
 * The pull requests whose head is this very commit of this branch: one for each base that it may be merged into. GitHub leaves
 * `workflow_run.pull_requests` empty for forks, and ignores a filter that it does not understand: each answer is looked at. The filter
 * takes an owner only, who may have several forks of one repository.
 */
export async function findPullRequests(
  { owner, repo, rest, ask }: Github,
  { headSha, headRepository, headBranch }: HeadOfRun,
): Promise<FoundPulls> {
  const [headOwner = ''] = headRepository.split('/');
  const head = `${headOwner}:${headBranch}`;
  try {
    const ofBranch = await allPages('pull requests of the branch', async (page) => {
      const here = { owner, repo, head, state: 'all' as const, ...page };
      return await ask({ call: calls.pulls, schema: z.array(pullSchema) }, (request) =>
        rest.pulls.list({ ...here, request }),
      );
    });
    const pulls = ofBranch
      .filter(({ head: { ref, repo } }) => ref === headBranch && isSame(repo, headRepository))
      .sort((a, b) => rank(a) - rank(b) || b.number - a.number);
    const exact = pulls.filter((pull) => pull.head.sha === headSha);
    const open = exact.filter(({ state }) => state === 'open');
    if (exact.length > 0)
      return { kind: 'found', pulls: (open.length > 0 ? open : exact.slice(0, 1)).map(found) };
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

/** Names of repositories are not case-sensitive. */
function isSame(repo: Pull['head']['repo'], name: string): boolean {
  return repo?.full_name.toLowerCase() === name.toLowerCase();
}

function found({ number, state, locked, title, head, base }: Pull): FoundPull {
  const fork = head.repo?.full_name !== base.repo?.full_name;
  return { number, state, locked: locked ?? false, title, fork };
}
