import { describe, expect, it } from '@jest/globals';
import type { BaseEvent } from '../../src/baseline/events.ts';
import { acceptedLabel } from '../../src/github/accepted-label.ts';
import { apiFaults } from '../support/api-faults.ts';
import { faultProxy } from '../support/fault-proxy.ts';
import { githubApi } from '../support/github-api.ts';
import { at, event, head, repo, routes } from '../support/labelled-pull.ts';

const merged = { number: 7, merged_at: at(40), merge_commit_sha: head };
const push: BaseEvent = {
  ...{ kind: 'push', branch: 'main', before: null, after: head, defaultBranch: 'main' },
};

describe.each([
  ['the pull request', `${repo}/pulls/7`, 'pull-requests: read'],
  ['its events', `${repo}/issues/7/events`, 'pull-requests: read'],
  ['the runs', `${repo}/actions/runs`, 'actions: read'],
  ['who may write', `${repo}/collaborators/grace/permission`, 'metadata: read'],
  ['the merge', `${repo}/commits/${head}/pulls`, 'pull-requests: read'],
])('%s', (_, path, permission) => {
  const label = async (
    { fault }: (typeof apiFaults)[number],
    times: number,
  ): ReturnType<typeof acceptedLabel> => {
    const others = { [`GET ${repo}/commits/${head}/pulls`]: [merged] };
    const api = await githubApi(routes({ others }));
    const proxy = await faultProxy(api.url);
    proxy.fail((request) => request.path === path, fault, times);
    return await acceptedLabel({
      ...{ token: 'hush-hush', apiUrl: proxy.url, repository: 'org/repo', retryDelayMs: 1 },
      timeoutMs: fault.kind === 'silence' ? 300 : 5_000,
      event: path.includes('/commits/') ? push : event,
    });
  };

  it.each(apiFaults)('once: $name', async (named) => {
    const { kind } = await label(named, 1);
    expect(kind).toBe(named.passes ? 'accepted' : 'not-accepted');
  });

  it.each(apiFaults)('again and again: $name', async (named) => {
    const answer = await label(named, 1000);
    expect(answer.kind).toBe('not-accepted');
    const because = answer.kind === 'not-accepted' ? answer.because : null;
    if (named.name === '403') expect(because).toContain(`"permissions: ${permission}"`);
    expect(because).not.toMatch(/hush-hush|\n/);
  });
});
