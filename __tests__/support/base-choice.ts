import { expect } from '@jest/globals';
import type { BaseChoice } from '../../src/baseline/base.ts';
import { chooseBase, type BaseRequest } from '../../src/baseline/choose-base.ts';
import type { BaseEvent } from '../../src/baseline/events.ts';
import { readHead } from '../../src/baseline/head.ts';
import { commandRunner } from '../../src/machine/command.ts';
import { newRepository, plainGit, type GitRepository } from './git-repository.ts';

const run = commandRunner(new AbortController().signal);

/** The choice in a repository, as a workflow makes it; `event: null` as a terminal does. */
export async function choose(
  { directory }: GitRepository,
  event: BaseEvent | null,
  of: Partial<BaseRequest> = {},
): Promise<BaseChoice> {
  const head = await readHead(run, plainGit, directory);
  const request = {
    ...{ run, env: plainGit, directory, event, head },
    explicit: null,
    token: null,
  };
  return chooseBase({ ...request, fetch: event !== null, ...of });
}

export async function chosen(
  ...args: Parameters<typeof choose>
): Promise<BaseChoice & { kind: 'base' }> {
  const choice = await choose(...args);
  if (choice.kind === 'none') throw new Error(`no base: ${choice.because}`);
  expect(choice.ancestors[0]).toBe(choice.commit);
  return choice;
}

export interface PullRequest {
  remote: GitRepository;
  /** main, oldest first. */
  main: string[];
  tip: string;
  merge: string;
  event: BaseEvent & { kind: 'pull-request' };
}

/** A remote with a pull request of two commits that left main three commits before its tip, and GitHub's merge of it. */
export function pullRequest(mainCommits = 8): PullRequest {
  const remote = newRepository();
  const main = Array.from({ length: mainCommits }, (_, index) => remote.commit(`main-${index}`));
  remote.git('checkout', '--quiet', '-b', 'topic', main.at(-4) ?? '');
  remote.commit('topic-1');
  const tip = remote.commit('topic-2');
  return { remote, main, tip, ...mergeOf(remote, tip, 'main') };
}

export function mergeOf(
  remote: GitRepository,
  tip: string,
  baseRef: string,
): Pick<PullRequest, 'merge' | 'event'> {
  const baseSha = remote.git('rev-parse', baseRef);
  remote.git('checkout', '--quiet', '--detach', baseRef);
  remote.git('merge', '--quiet', '--no-ff', '--message', 'merge', tip);
  const merge = remote.git('rev-parse', 'HEAD');
  remote.git('update-ref', 'refs/pull/7/merge', merge);
  remote.git('update-ref', 'refs/pull/7/head', tip);
  return {
    merge,
    event: {
      ...{ kind: 'pull-request', number: 7, action: 'synchronize', label: null, fork: false },
      ...{ baseRef, baseSha, headSha: tip },
    },
  };
}

export const newestFirst = (commits: readonly string[]): string[] => [...commits].reverse();
