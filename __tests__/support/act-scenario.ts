import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { actGithub, person, slug, type ActGithub } from './act-github.ts';
import { pushTo } from './act-commits.ts';
import type { ActEvent } from './act.ts';
import { checkout, gitRepository, type GitRepository } from './git-repository.ts';
import { goModule } from './go-module.ts';

/** What a job starts with: the event, and what actions/checkout makes of the commit. */
export interface Started {
  event: ActEvent;
  workspace: string;
}

/** A repository with a Go module, here in git and on GitHub. */
export interface Scenario {
  github: ActGithub;
  /** The remote repository: main, and pull requests as refs/pull/N/merge. */
  origin: GitRepository;
  /** The commit of main. */
  sha: string;
  /** Any event for the commit of main; that of a push is written by itself. */
  main: (name: string, payload?: object) => Started;
  /** Opens a pull request in which these files are changed. */
  open: (files: Record<string, string>, options?: { fork?: boolean }) => Promise<PullRequest>;
}

export interface PullRequest extends Started {
  number: number;
  /** The commit of the branch; what is tested is its merge with main. */
  headSha: string;
  mergeSha: string;
  /** Pushes one more commit; everything else is then of that one. */
  push: (files: Record<string, string>) => Promise<PullRequest>;
}

export async function scenario(files: Record<string, string>): Promise<Scenario> {
  const github = await actGithub();
  const origin = gitRepository(goModule(files));
  origin.git('init', '--quiet', '--initial-branch=main');
  const sha = commitAll(origin, 'Start');
  await pushTo(github, origin, 'main');
  const repository = await github.ask(person('grace'), 'GET', `/repos/${slug}`);

  const update = async (branch: string, fork: boolean, number?: number): Promise<PullRequest> => {
    const to = fork ? 'ada/repo' : slug;
    const headSha = await pushTo(github, origin, branch, { to, as: fork ? 'ada' : 'grace' });
    const pulls = `/repos/${slug}/pulls`;
    const head = fork ? `ada:${branch}` : branch;
    const wanted = { title: branch, head, base: 'main' };
    const made =
      number === undefined
        ? await github.ask(person(fork ? 'ada' : 'grace'), 'POST', pulls, wanted)
        : await github.ask(person('grace'), 'GET', `${pulls}/${String(number)}`);
    const pull = made as { number: number };
    // The commits of a fork are known to the repository too.
    await pushTo(github, origin, branch, { ref: `refs/pull/${String(pull.number)}/head` });
    const mergeSha = merged(origin, branch, pull.number);
    const action = number === undefined ? 'opened' : 'synchronize';
    const payload = { action, number: pull.number, pull_request: pull, repository };
    return {
      ...{ number: pull.number, headSha, mergeSha, event: { name: 'pull_request', payload } },
      workspace: checkedOut(origin, `pull/${String(pull.number)}/merge`),
      push: async (changed) => {
        commitOn(origin, branch, changed);
        return update(branch, fork, pull.number);
      },
    };
  };

  let branches = 0;
  return {
    ...{ github, origin, sha },
    main: (name, payload = name === 'push' ? pushed(sha) : {}) => ({
      event: { name, payload: { ref: 'refs/heads/main', repository, ...payload } },
      workspace: checkedOut(origin, 'heads/main'),
    }),
    open: async (changed, { fork = false } = {}) => {
      const branch = `topic-${String(++branches)}`;
      if (fork) await github.ask(person('ada'), 'POST', `/repos/${slug}/forks`, {});
      origin.git('branch', branch, 'main');
      commitOn(origin, branch, changed);
      return update(branch, fork);
    },
  };
}

/** What actions/checkout makes; the ref that it leaves behind tells a copy of the folder from one that is no repository. */
function checkedOut(origin: GitRepository, ref: string): string {
  const clone = checkout(origin, `refs/${ref}`, 1);
  clone.git('update-ref', `refs/remotes/${ref.replace('heads/', 'origin/')}`, 'HEAD');
  return clone.directory;
}

/** A first push to a branch, as GitHub tells it. */
function pushed(after: string): object {
  return { before: '0'.repeat(40), after, created: true, deleted: false, forced: false };
}

function commitOn(origin: GitRepository, branch: string, files: Record<string, string>): void {
  origin.git('checkout', '--quiet', branch);
  for (const [name, content] of Object.entries(files)) {
    const path = join(origin.directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  commitAll(origin, 'Change');
  origin.git('checkout', '--quiet', 'main');
}

function commitAll(origin: GitRepository, message: string): string {
  origin.git('add', '--all');
  origin.git('commit', '--quiet', '--allow-empty', '--message', message);
  return origin.git('rev-parse', 'HEAD');
}

/** The merge that GitHub makes for the tests of a pull request. */
function merged(origin: GitRepository, branch: string, number: number): string {
  origin.git('checkout', '--quiet', '--detach', 'main');
  origin.git('merge', '--quiet', '--no-ff', '--message', `Merge ${branch} into main`, branch);
  const sha = origin.git('rev-parse', 'HEAD');
  origin.git('update-ref', `refs/pull/${String(number)}/merge`, sha);
  origin.git('checkout', '--quiet', 'main');
  return sha;
}
