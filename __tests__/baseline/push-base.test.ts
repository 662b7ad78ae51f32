import { describe, expect, it } from '@jest/globals';
import type { BaseEvent } from '../../src/baseline/events.ts';
import { choose, chosen, newestFirst, pullRequest } from '../support/base-choice.ts';
import { checkout, newRepository } from '../support/git-repository.ts';

describe('a merge queue', () => {
  it.each([
    ['a merge', ['merge', '--quiet', '--no-ff', '--message', 'queued']],
    ['a squash', ['merge', '--quiet', '--squash']],
  ])('with %s, in a clone of depth 1', async (_, how) => {
    const { remote, main, tip } = pullRequest();
    remote.git('checkout', '--quiet', '-b', 'gh-readonly-queue/main/pr-7', 'main');
    remote.git(...how, tip);
    if (how.includes('--squash')) remote.git('commit', '--quiet', '--message', 'queued');
    const headSha = remote.git('rev-parse', 'HEAD');
    const event: BaseEvent = {
      kind: 'merge-group',
      number: 7,
      baseSha: main.at(-1) ?? '',
      headSha,
    };
    const choice = await chosen(checkout(remote, headSha, 1), event);
    expect(choice).toMatchObject({
      commit: main.at(-1),
      reason: 'the commit that the merge group is built on',
      exact: true,
      ancestors: newestFirst(main),
    });
  });

  it('with a rebase of several commits', async () => {
    const { remote, main } = pullRequest();
    remote.git('checkout', '--quiet', '--detach', 'main');
    remote.commit('rebased-1');
    const headSha = remote.commit('rebased-2');
    const event: BaseEvent = {
      kind: 'merge-group',
      number: 7,
      baseSha: main.at(-1) ?? '',
      headSha,
    };
    const choice = await chosen(checkout(remote, headSha, 1), event);
    expect(choice).toMatchObject({
      commit: main.at(-1),
      exact: true,
      ancestors: newestFirst(main),
    });
  });

  it('behind another group: the base is that group, its ancestors lead to main', async () => {
    const { remote, main } = pullRequest();
    remote.git('checkout', '--quiet', '--detach', 'main');
    const first = remote.commit('first-group');
    const headSha = remote.commit('second-group');
    const event: BaseEvent = { kind: 'merge-group', number: 8, baseSha: first, headSha };
    const choice = await chosen(checkout(remote, headSha, 2), event);
    expect(choice.ancestors).toEqual([first, ...newestFirst(main)]);
  });
});

describe('a push', () => {
  const push = (before: string | null, after: string): BaseEvent => ({
    ...{ kind: 'push', branch: 'main', defaultBranch: 'main', before, after },
  });

  it.each([1, 2, 0])('of one commit (a squash), in a clone of depth %d', async (depth) => {
    const { remote, main, tip } = pullRequest();
    remote.git('checkout', '--quiet', 'main');
    remote.git('merge', '--quiet', '--squash', tip);
    remote.git('commit', '--quiet', '--message', 'squashed');
    const after = remote.git('rev-parse', 'HEAD');
    const choice = await chosen(checkout(remote, 'main', depth), push(main.at(-1) ?? '', after));
    expect(choice).toEqual({
      kind: 'base',
      commit: main.at(-1),
      reason: 'first parent of the pushed commit',
      exact: true,
      ancestors: newestFirst(main),
    });
  });

  it.each([1, 2, 0])(
    'of several commits (a rebase), in a clone of depth %d: what was there before',
    async (depth) => {
      const { remote, main } = pullRequest();
      remote.git('checkout', '--quiet', 'main');
      remote.commit('rebased-1');
      remote.commit('rebased-2');
      const after = remote.commit('rebased-3');
      const choice = await chosen(checkout(remote, 'main', depth), push(main.at(-1) ?? '', after));
      expect(choice).toMatchObject({
        commit: main.at(-1),
        reason: 'the commit before the push',
        exact: true,
        ancestors: newestFirst(main),
      });
    },
  );

  it.each([1, 0])('that is forced, in a clone of depth %d: the first parent', async (depth) => {
    const { remote, main } = pullRequest();
    remote.git('checkout', '--quiet', '-B', 'main', main.at(-3) ?? '');
    remote.commit('rewritten-1');
    const after = remote.commit('rewritten-2');
    const choice = await chosen(checkout(remote, 'main', depth), push(main.at(-1) ?? '', after));
    expect(choice).toMatchObject({
      commit: remote.git('rev-parse', 'main^'),
      reason: 'first parent of the pushed commit',
    });
    expect(choice.ancestors.slice(1)).toEqual(newestFirst(main.slice(0, -2)));
  });

  it('of a new branch, and of a branch whose old commits are gone', async () => {
    const { remote, main } = pullRequest();
    const after = main.at(-1) ?? '';
    const clone = checkout(remote, 'main', 1);
    for (const before of [null, 'd'.repeat(40)])
      expect(await chosen(clone, push(before, after))).toMatchObject({ commit: main.at(-2) });
  });

  it('of the first commit of all: no base', async () => {
    const repository = newRepository();
    const after = repository.commit('first');
    expect(await choose(repository, push(null, after))).toEqual({
      kind: 'none',
      because: `${after.slice(0, 12)} is the first commit: there is none to compare with`,
    });
  });
});

it.each([
  [{ kind: 'tag', tag: 'v1.0.0' } as const, 'first parent of the tagged commit'],
  [{ kind: 'other', name: 'schedule' } as const, 'first parent of the tested commit'],
])('%j', async (event, reason) => {
  const { remote, main } = pullRequest();
  remote.git('tag', 'v1.0.0', main.at(-1) ?? '');
  const choice = await chosen(checkout(remote, 'refs/tags/v1.0.0', 1), event);
  expect(choice).toMatchObject({ reason, exact: true, ancestors: newestFirst(main).slice(1) });
});
