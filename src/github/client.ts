import { getOctokit } from '@actions/github';
import { apiCaller, type ApiCaller } from './api-call.ts';

export interface GithubOptions {
  token: string;
  /** `https://api.github.com` */
  apiUrl: string;
  /** `owner/name` */
  repository: string;
  /** Before the second try of a call that failed for no fault of ours; there are three in all. */
  retryDelayMs?: number;
  /** Of one try. */
  timeoutMs?: number;
  /** All that failures may cost: whoever waits for the job is a person. */
  budgetMs?: number;
  /** The event is of a pull request from a fork, whose token may not write: refusals say so. */
  fork?: boolean;
}

type Octokit = ReturnType<typeof getOctokit>;

/** A repository on GitHub, as a token may use it. Every call goes through `ask`. */
export interface Github {
  owner: string;
  repo: string;
  rest: Octokit['rest'];
  graphql: Octokit['graphql'];
  /** Throws Refused. */
  ask: ApiCaller;
  retryDelayMs: number;
}

export function openGithub(options: GithubOptions): Github {
  const { token, apiUrl, repository, retryDelayMs = 2_000, timeoutMs = 20_000 } = options;
  const [owner = '', repo = ''] = repository.split('/');
  const quiet = (): void => undefined;
  const { rest, graphql } = getOctokit(token, {
    baseUrl: apiUrl.replace(/\/$/, ''),
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  const { budgetMs = 120_000, fork = false } = options;
  const ask = apiCaller({ retryDelayMs, timeoutMs, budgetMs, fork });
  return { owner, repo, rest, graphql, ask, retryDelayMs };
}
