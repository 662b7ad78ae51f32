import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tempFolder } from './temp-folder.ts';

/** As on a machine on which nobody has set up git: no settings but these, no questions. */
export const plainGit = {
  ...process.env,
  CI: undefined,
  ...{ GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0' },
  ...{ GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com' },
  ...{ GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com' },
};

/** A real repository in a temporary folder. */
export interface GitRepository {
  directory: string;
  /** Runs git, which must succeed, and returns its stdout without the line end. */
  git: (...args: string[]) => string;
  /** Commits one file and returns the commit. */
  commit: (name: string, content?: string) => string;
}

export function gitRepository(directory = tempFolder()): GitRepository {
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: directory,
      env: plainGit,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  return {
    directory,
    git,
    commit: (name, content = name) => {
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      writeFileSync(join(directory, name), content);
      git('add', '--', name);
      git('commit', '--quiet', '--message', name);
      return git('rev-parse', 'HEAD');
    },
  };
}

/** A new repository on the branch main without a commit. */
export function newRepository(): GitRepository {
  const repository = gitRepository();
  repository.git('init', '--quiet', '--initial-branch=main');
  return repository;
}

/** What actions/checkout makes: one ref or commit of a remote repository, of that depth (0 for everything), with no branch. */
export function checkout(from: GitRepository, ref: string, depth: number): GitRepository {
  const clone = gitRepository();
  clone.git('init', '--quiet', '--initial-branch=main');
  clone.git('remote', 'add', 'origin', `file://${from.directory}`);
  const everything = ['+refs/heads/*:refs/remotes/origin/*'];
  if (depth === 0) clone.git('fetch', '--quiet', 'origin', ...everything, ref);
  else clone.git('fetch', '--quiet', '--no-tags', `--depth=${String(depth)}`, 'origin', ref);
  clone.git('checkout', '--quiet', '--detach', from.git('rev-parse', ref));
  return clone;
}
