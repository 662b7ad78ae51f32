import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BaseEvent } from '../../src/baseline/events.ts';
import { findPullRequest, pullRequestOf, type FoundPull } from '../../src/github/pull-request.ts';
import { slug } from '../support/act-github.ts';
import { commit, hostedPull, type HostedPull } from '../support/hosted-pull.ts';

describe('the pull request of an event', () => {
  const sha = 'a'.repeat(40);
  const pull: BaseEvent = {
    ...{ kind: 'pull-request', number: 7, action: 'opened', label: null, fork: false },
    ...{ baseRef: 'main', baseSha: sha, headSha: sha },
  };

  it.each<[string, BaseEvent | null, number | null]>([
    ['a pull request', pull, 7],
    ['a merge group', { kind: 'merge-group', number: 7, baseSha: sha, headSha: sha }, null],
    ['a schedule', { kind: 'other', name: 'schedule' }, null],
    ['none', null, null],
  ])('%s', (_, event, number) => {
    expect(pullRequestOf(event)).toBe(number);
  });
});

describe('the pull request of a run that is over', () => {
  let hosted: HostedPull;
  let forkSha: string;
  let forkNumber: number;

  beforeAll(async () => {
    hosted = await hostedPull();
    const { ask } = hosted;
    await ask('ada', 'POST', `/repos/${slug}/forks`, {});
    // A branch of a fork may have any name, also one of ours.
    forkSha = await commit(ask, 'ada', '/repos/ada/repo', 'topic', []);
    const opened = await ask('ada', 'POST', `/repos/${slug}/pulls`, {
      ...{ title: 'From a fork', head: 'ada:topic', base: 'main' },
    });
    forkNumber = (opened as { number: number }).number;
  });

  const find = async (headOwner: string, headBranch: string, headSha: string): Promise<FoundPull> =>
    await findPullRequest(await hosted.github(), { headOwner, headBranch, headSha });

  it('of our own repository', async () => {
    expect(await find('org', 'topic', hosted.headSha)).toEqual({
      ...{ kind: 'found', number: hosted.number, state: 'open', locked: false, title: 'Topic' },
      fork: false,
    });
  });

  it('of a fork', async () => {
    expect(await find('ada', 'topic', forkSha)).toMatchObject({
      ...{ kind: 'found', number: forkNumber, title: 'From a fork', fork: true },
    });
  });

  it('the head is another commit by now', async () => {
    expect(await find('ada', 'topic', 'c'.repeat(40))).toEqual({
      ...{ kind: 'stale', number: forkNumber, headSha: forkSha },
    });
  });

  it.each([
    ['a branch that has none', 'org', 'other'],
    ['an owner that has none', 'mallory', 'topic'],
    ['names that are none', '', ''],
    ['names that could be a filter', 'org:topic&state=closed', '../../pulls/1'],
  ])('%s', async (_, owner, branch) => {
    expect(await find(owner, branch, hosted.headSha)).toEqual({ kind: 'none' });
  });

  it('GitHub ignores a filter that it does not understand: all pull requests are not ours', async () => {
    const { proxy } = hosted;
    const all = await hosted.ask('grace', 'GET', `/repos/${slug}/pulls`);
    proxy.fail(({ path }) => path.endsWith('/pulls'), {
      ...{ kind: 'answer', status: 200, body: JSON.stringify(all) },
    });
    expect(await find('mallory', 'topic', hosted.headSha)).toEqual({ kind: 'none' });
  });

  it('an open one goes before a closed one, and the newest first', async () => {
    const { ask } = hosted;
    const pulls = `/repos/${slug}/pulls`;
    const headSha = await commit(ask, 'grace', `/repos/${slug}`, 'again', []);
    const open = async (base: string): Promise<number> => {
      const head = { title: base, head: 'again', base };
      return ((await ask('grace', 'POST', pulls, head)) as { number: number }).number;
    };
    const close = async (number: number): Promise<unknown> =>
      await ask('grace', 'PATCH', `${pulls}/${String(number)}`, { state: 'closed' });
    const [first, second, third] = [await open('main'), await open('topic'), await open('main')];
    await close(third);
    expect(await find('org', 'again', headSha)).toMatchObject({ number: second, state: 'open' });
    await close(second);
    expect(await find('org', 'again', headSha)).toMatchObject({ number: first });
    await close(first);
    expect(await find('org', 'again', headSha)).toMatchObject({ number: third, state: 'closed' });
    expect(await find('org', 'again', forkSha)).toEqual({ kind: 'none' });
  });
});
