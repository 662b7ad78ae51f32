import { describe, expect, it } from '@jest/globals';
import type { BaseEvent } from '../../src/baseline/events.ts';
import { chosen, mergeOf, newestFirst, pullRequest } from '../support/base-choice.ts';
import { checkout, gitRepository, newRepository } from '../support/git-repository.ts';

describe('a pull request', () => {
  it.each([1, 2, 3, 0])(
    'that GitHub merged for the test, in a clone of depth %d',
    async (depth) => {
      const { remote, main, event } = pullRequest();
      const choice = await chosen(checkout(remote, 'refs/pull/7/merge', depth), event);
      expect(choice).toEqual({
        kind: 'base',
        commit: main.at(-1),
        reason: 'first parent of the tested merge commit',
        exact: true,
        ancestors: newestFirst(main),
      });
    },
  );

  it('when main has moved on since the event: the parent of the merge, not the tip of the branch', async () => {
    const { remote, main, event } = pullRequest();
    const clone = checkout(remote, 'refs/pull/7/merge', 1);
    remote.git('checkout', '--quiet', 'main');
    const moved = remote.commit('main-moved');
    const choice = await chosen(clone, { ...event, baseSha: moved });
    expect(choice).toMatchObject({ commit: main.at(-1), exact: true });
  });

  it('from a fork, whose branch the base repository does not have', async () => {
    const { remote, main } = pullRequest();
    const fork = gitRepository();
    fork.git('clone', '--quiet', `file://${remote.directory}`, '.');
    fork.git('checkout', '--quiet', '--detach', main.at(-3) ?? '');
    const tip = fork.commit('from-the-fork');
    remote.git('fetch', '--quiet', fork.directory, `+${tip}:refs/pull/7/head`);
    const { event } = mergeOf(remote, tip, 'main');
    const choice = await chosen(checkout(remote, 'refs/pull/7/merge', 1), { ...event, fork: true });
    expect(choice).toMatchObject({ commit: main.at(-1), exact: true });
    expect(choice.ancestors).toHaveLength(8);
  });

  it('on top of another pull request: the base is not on main, its ancestors lead there', async () => {
    const { remote, main, tip } = pullRequest();
    remote.git('checkout', '--quiet', '-b', 'stacked', tip);
    const upper = remote.commit('stacked-1');
    const { event } = mergeOf(remote, upper, 'topic');
    const choice = await chosen(checkout(remote, 'refs/pull/7/merge', 1), event);
    expect(choice).toMatchObject({ commit: tip, exact: true });
    expect(choice.ancestors.slice(2)).toEqual(newestFirst(main.slice(0, -3)));
  });

  it.each([1, 2, 0])(
    'whose own head is checked out, in a clone of depth %d: the merge base',
    async (depth) => {
      const { remote, main, event } = pullRequest();
      const choice = await chosen(checkout(remote, 'refs/pull/7/head', depth), event);
      expect(choice).toMatchObject({
        commit: main.at(-4),
        reason: 'merge base with main',
        exact: true,
      });
      expect(choice.ancestors).toEqual(newestFirst(main.slice(0, -3)));
    },
  );

  it('whose head has merged main: the merge base is what it merged', async () => {
    const { remote, main, event, tip } = pullRequest();
    remote.git('checkout', '--quiet', '--detach', tip);
    remote.git('merge', '--quiet', '--no-ff', '--message', 'update', main.at(-2) ?? '');
    const headSha = remote.git('rev-parse', 'HEAD');
    remote.git('update-ref', 'refs/pull/7/head', headSha);
    const clone = checkout(remote, 'refs/pull/7/head', 1);
    const choice = await chosen(clone, { ...event, headSha });
    expect(choice).toMatchObject({ commit: main.at(-2), exact: true });
  });

  it('after a forced push: the merge commit still tells', async () => {
    const { remote, main, event } = pullRequest();
    remote.git('checkout', '--quiet', '--detach', main.at(-2) ?? '');
    const tip = remote.commit('rewritten');
    const again = mergeOf(remote, tip, 'main');
    const choice = await chosen(checkout(remote, 'refs/pull/7/merge', 1), again.event);
    expect(choice).toMatchObject({ commit: main.at(-1), exact: true });
    // An event of the old head does not make the old merge's parent a base of the new one.
    const stale = await chosen(checkout(remote, 'refs/pull/7/head', 1), event);
    expect(stale).toMatchObject({ commit: main.at(-2), reason: 'merge base with main' });
  });

  it('that is older than what a few steps fetch: the base is not called exact', async () => {
    const { remote, event, tip } = pullRequest();
    const clone = checkout(remote, 'refs/pull/7/head', 1);
    clone.git('remote', 'set-url', 'origin', 'file:///no/such/remote');
    const choice = await chosen(clone, event);
    expect(choice).toMatchObject({ exact: false, commit: remote.git('rev-parse', `${tip}^`) });
    expect(choice.reason).toContain('no merge base with main');
  });

  it('when what a few commits show is a common ancestor, but not the nearest', async () => {
    // main has 60 commits in a row, and on top a merge of a branch that left it early: by that way an old ancestor is near.
    const remote = newRepository();
    const root = remote.commit('root');
    const tree = remote.git('rev-parse', 'HEAD^{tree}');
    const onTop = (message: string, ...parents: string[]): string =>
      remote.git(
        'commit-tree',
        tree,
        ...parents.flatMap((parent) => ['-p', parent]),
        '-m',
        message,
      );
    const nearest = onTop('nearest', root);
    let main = nearest;
    for (let number = 0; number < 60; number++) main = onTop(String(number), main);
    main = onTop('merge of an old branch', main, onTop('old branch', root));
    remote.git('update-ref', 'refs/heads/main', main);
    const headSha = onTop('topic', nearest);
    remote.git('update-ref', 'refs/pull/7/head', headSha);
    const event: BaseEvent = {
      ...{ kind: 'pull-request', number: 7, action: 'opened', label: null, fork: false },
      ...{ baseRef: 'main', baseSha: main, headSha },
    };
    const choice = await chosen(checkout(remote, 'refs/pull/7/head', 1), event);
    expect(choice).toMatchObject({ commit: nearest, exact: true });
  });

  it('with two merge bases: neither is exact', async () => {
    const remote = newRepository();
    const root = remote.commit('root');
    remote.git('checkout', '--quiet', '-b', 'topic');
    const left = remote.commit('left');
    remote.git('checkout', '--quiet', '-B', 'main', root);
    const right = remote.commit('right');
    remote.git('merge', '--quiet', '--no-ff', '--message', 'one', left);
    remote.git('checkout', '--quiet', 'topic');
    remote.git('merge', '--quiet', '--no-ff', '--message', 'two', right);
    const headSha = remote.commit('on-top');
    const { event } = mergeOf(remote, headSha, 'main');
    const choice = await chosen(checkout(remote, 'refs/pull/7/head', 0), event);
    expect(choice.exact).toBe(false);
    expect([left, right]).toContain(choice.commit);
  });
});
