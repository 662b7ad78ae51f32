import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BaseEvent } from '../../src/baseline/events.ts';
import { findPullRequests, pullRequestOf, type FoundPulls } from '../../src/github/pull-request.ts';
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

  const find = async (
    headRepository: string,
    headBranch: string,
    headSha: string,
  ): Promise<FoundPulls> =>
    await findPullRequests(await hosted.github(), { headRepository, headBranch, headSha });

  it('of our own repository', async () => {
    const { number } = hosted;
    const pull = { number, state: 'open', locked: false, title: 'Topic', fork: false };
    expect(await find(slug, 'topic', hosted.headSha)).toEqual({ kind: 'found', pulls: [pull] });
    expect(await find('org/REPO', 'topic', hosted.headSha)).toMatchObject({ kind: 'found' });
  });

  it('of a fork', async () => {
    expect(await find('ada/repo', 'topic', forkSha)).toMatchObject({
      ...{ kind: 'found', pulls: [{ number: forkNumber, title: 'From a fork', fork: true }] },
    });
  });

  it('the head is another commit by now', async () => {
    expect(await find('ada/repo', 'topic', 'c'.repeat(40))).toEqual({
      ...{ kind: 'stale', number: forkNumber, headSha: forkSha },
    });
  });

  it.each([
    ['a branch that has none', slug, 'other'],
    ['an owner that has none', 'mallory/repo', 'topic'],
    ['another repository of the same owner', 'org/repo-fork', 'topic'],
    ['names that are none', '', ''],
    ['names that could be a filter', 'org:topic&state=closed', '../../pulls/1'],
  ])('%s', async (_, repository, branch) => {
    expect(await find(repository, branch, hosted.headSha)).toEqual({ kind: 'none' });
  });

  it('GitHub ignores a filter that it does not understand: all pull requests are not ours', async () => {
    const { proxy } = hosted;
    const all = await hosted.ask('grace', 'GET', `/repos/${slug}/pulls`);
    proxy.fail(({ path }) => path.endsWith('/pulls'), {
      ...{ kind: 'answer', status: 200, body: JSON.stringify(all) },
    });
    expect(await find('mallory/repo', 'topic', hosted.headSha)).toEqual({ kind: 'none' });
  });

  it('all that are open, or the newest that is closed', async () => {
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
    const numbers = async (): Promise<number[]> => {
      const found = await find(slug, 'again', headSha);
      return found.kind === 'found' ? found.pulls.map(({ number }) => number) : [];
    };
    await close(third);
    expect(await numbers()).toEqual([second, first]);
    await close(second);
    expect(await numbers()).toEqual([first]);
    await close(first);
    expect(await numbers()).toEqual([third]);
    expect(await find(slug, 'again', forkSha)).toEqual({ kind: 'none' });
  });
});
