import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../src/settings/input-error.ts';
import { choose, chosen, newestFirst, pullRequest } from '../support/base-choice.ts';
import { checkout, gitRepository, newRepository } from '../support/git-repository.ts';

describe('in a terminal', () => {
  it('a clean commit is compared with its first parent', async () => {
    const { remote, main, merge } = pullRequest();
    remote.git('checkout', '--quiet', '--detach', merge);
    const choice = await chosen(remote, null);
    expect(choice).toMatchObject({ exact: true, ancestors: newestFirst(main) });
    expect(choice.reason).toBe('first parent of the tested commit');
  });

  it('changes that are not committed are compared with the commit that they are made on', async () => {
    const repository = newRepository();
    const commits = [repository.commit('a'), repository.commit('b')];
    repository.git('rm', '--quiet', 'a');
    const choice = await chosen(repository, null);
    expect(choice).toMatchObject({ exact: true, ancestors: newestFirst(commits) });
    expect(choice.reason).toContain('the changes of the work tree');
  });

  it('nothing is fetched: a shallow clone stays as it is', async () => {
    const { remote, main } = pullRequest();
    const clone = checkout(remote, 'main', 1);
    const before = clone.git('count-objects', '-v');
    expect(await chosen(clone, null)).toMatchObject({ ancestors: [main.at(-2)] });
    expect(clone.git('count-objects', '-v')).toBe(before);
  });

  it('no repository, and one without a commit', async () => {
    expect(await choose(gitRepository(), null)).toMatchObject({
      kind: 'none',
      because: expect.stringContaining('not in a git repository'),
    });
    expect(await choose(newRepository(), null)).toMatchObject({
      kind: 'none',
      because: expect.stringContaining('no commit yet'),
    });
  });
});

describe('a commit that the user names', () => {
  it.each(['main~2', 'HEAD~2', 'v1', 'origin/main~2'])('%s', async (name) => {
    const { remote, main } = pullRequest();
    remote.git('tag', 'v1', main.at(-3) ?? '');
    const clone = gitRepository();
    clone.git('clone', '--quiet', `file://${remote.directory}`, '.');
    clone.git('checkout', '--quiet', 'main');
    expect(await chosen(clone, null, { explicit: name })).toMatchObject({
      commit: main.at(-3),
      reason: `named by --base ${name}`,
      exact: true,
    });
  });

  it('that is not an ancestor is taken, but is not exact', async () => {
    const { remote, main, tip } = pullRequest();
    remote.git('checkout', '--quiet', '--detach', tip);
    const choice = await chosen(remote, null, { explicit: 'main' });
    expect(choice).toMatchObject({ commit: main.at(-1), exact: false });
    expect(choice.reason).toContain('not known as an ancestor');
  });

  it('that a shallow clone lacks is fetched in a workflow', async () => {
    const { remote, main } = pullRequest();
    const clone = checkout(remote, 'main', 1);
    const explicit = main.at(-4) ?? '';
    expect(await chosen(clone, { kind: 'other', name: 'schedule' }, { explicit })).toMatchObject({
      commit: explicit,
    });
    await expect(choose(checkout(remote, 'main', 1), null, { explicit })).rejects.toThrow(
      InputError,
    );
  });

  it.each(['nowhere', '--upload-pack=touch /tmp/x', '-h', '', 'a\nb', 'HEAD:main-1'])(
    '%j is refused',
    async (explicit) => {
      const repository = newRepository();
      repository.commit('a');
      await expect(choose(repository, null, { explicit })).rejects.toThrow(
        /--base: this clone has no/,
      );
    },
  );
});

it('a fetch leaves branches, tags, settings and FETCH_HEAD alone, and cuts nothing off', async () => {
  const { remote, event } = pullRequest(70);
  remote.git('tag', 'v1', 'main~5');
  const clone = checkout(remote, 'refs/pull/7/merge', 20);
  clone.git('update-ref', '-d', 'FETCH_HEAD');
  const state = (): string => clone.git('for-each-ref') + clone.git('config', '--list', '--local');
  const before = state();
  const known = clone.git('rev-list', '--count', 'HEAD');
  const { ancestors } = await chosen(clone, event);
  expect(ancestors.length).toBeGreaterThan(50);
  expect(state()).toBe(before);
  expect(Number(clone.git('rev-list', '--count', 'HEAD'))).toBeGreaterThan(Number(known));
  expect(() => clone.git('rev-parse', '--verify', '--quiet', 'FETCH_HEAD')).toThrow();
});

it('no more than 500 ancestors', async () => {
  const repository = newRepository();
  let commit = repository.commit('a');
  const tree = repository.git('rev-parse', 'HEAD^{tree}');
  for (let number = 0; number < 520; number++)
    commit = repository.git('commit-tree', tree, '-p', commit, '-m', String(number));
  repository.git('reset', '--quiet', '--hard', commit);
  expect((await chosen(repository, null)).ancestors).toHaveLength(500);
});
