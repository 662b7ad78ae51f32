import type { BaseEvent } from '../../src/baseline/events.ts';
import { acceptedLabel } from '../../src/github/accepted-label.ts';
import type { AcceptedLabel } from '../../src/github/label-judgement.ts';
import { githubApi, type Answer, type GithubApi, type Routes } from './github-api.ts';

export const head = 'b'.repeat(40);
export const repo = '/repos/org/repo';
export const label = { name: 'memory-accepted' };
export const event: BaseEvent & { kind: 'pull-request' } = {
  ...{ kind: 'pull-request', number: 7, action: 'synchronize', label: null, fork: true },
  ...{ baseRef: 'main', baseSha: 'a'.repeat(40), headSha: head },
};

/** `at(5)` is five minutes past ten. */
export const at = (minutes: number): string =>
  new Date(Date.UTC(2026, 10, 21, 10, minutes)).toISOString().replace('.000', '');

export const happened = (kind: string, minutes: number, of: object = {}): object => ({
  ...{ id: minutes, event: kind, created_at: at(minutes), actor: { login: 'grace' } },
  ...{ commit_id: null, ...of },
});
export const labeled = (minutes: number, of: object = {}): object =>
  happened('labeled', minutes, { label: { ...label, color: 'ededed' }, ...of });
export const run = (minutes: number, of: object = {}): object => ({
  ...{ id: minutes, event: 'pull_request', head_sha: head, head_branch: 'topic' },
  ...{ head_repository: { full_name: 'ada/repo' }, pull_requests: [], created_at: at(minutes) },
  ...of,
});

export interface Situation {
  /** A pull request of a fork that was opened at 10:00; pushed at 10:10, labelled at 10:20, but for what is given. */
  pull?: object;
  events?: object[];
  runs?: object[];
  permission?: Answer;
  others?: Routes;
}

export function routes({ pull, events, runs, permission, others }: Situation): Routes {
  const permitted = { json: { permission: 'write', role_name: 'maintain', user: {} } };
  return {
    [`GET ${repo}/pulls/7`]: () => ({
      json: {
        ...{ number: 7, created_at: at(0), labels: [{ name: 'bug' }, label] },
        head: { sha: head, ref: 'topic', repo: { full_name: 'ada/repo' } },
        ...pull,
      },
    }),
    [`GET ${repo}/issues/7/events`]: events ?? [happened('mentioned', 1), labeled(20)],
    [`GET ${repo}/actions/runs`]: (_, url) => {
      const all = (runs ?? [run(10)]).filter(
        (item) => (item as { head_sha: string }).head_sha === url.searchParams.get('head_sha'),
      );
      return { json: { total_count: all.length, workflow_runs: all } };
    },
    [`GET ${repo}/collaborators/grace/permission`]: () => permission ?? permitted,
    ...others,
  };
}

export async function judged(
  situation: Situation,
  of: BaseEvent | null = event,
): Promise<{ label: AcceptedLabel; api: GithubApi }> {
  const api = await githubApi(routes(situation));
  const request = { token: 'secret-token', apiUrl: api.url, repository: 'org/repo', event: of };
  return { api, label: await acceptedLabel({ ...request, retryDelayMs: 1 }) };
}
