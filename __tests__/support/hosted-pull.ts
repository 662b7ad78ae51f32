import { openGithub, type Github, type GithubOptions } from '../../src/github/client.ts';
import { actGithub, person, slug, type ActGithub } from './act-github.ts';
import { strictChecks } from './strict-checks.ts';
import { faultProxy, type FaultProxy } from './fault-proxy.ts';

export interface HostedPull {
  number: number;
  headSha: string;
  api: ActGithub;
  proxy: FaultProxy;
  /** The repository, as a job sees it through the proxy. */
  github: (options?: Partial<GithubOptions>) => Promise<Github>;
  /** What is on the pull request, the oldest first. */
  comments: () => Promise<HostedComment[]>;
  /** Writes a comment as a person. */
  say: (login: string, body: string) => Promise<HostedComment>;
  /** Of the head. */
  checks: () => Promise<HostedCheck[]>;
  ask: (login: string, method: string, path: string, body?: object) => Promise<unknown>;
}

export interface HostedComment {
  id: number;
  body: string;
  html_url: string;
  user: { login: string };
}

export interface HostedCheck {
  id: number;
  name: string;
  status: string;
  conclusion: string | null;
  external_id: string;
  details_url: string;
  output: { title: string; summary: string; text: string; annotations_count: number };
}

/** A pull request from `topic` to `main` on an API that keeps state, behind a proxy that can make faults. */
export async function hostedPull(): Promise<HostedPull> {
  const api = await actGithub();
  const proxy = await faultProxy(api.url);
  proxy.adapt = strictChecks();
  const ask: HostedPull['ask'] = (login, method, path, body) =>
    api.ask(person(login), method, path, body);
  const repo = `/repos/${slug}`;
  await commit(ask, 'grace', repo, 'main', []);
  const headSha = await commit(ask, 'grace', repo, 'topic', []);
  const { number } = (await ask('grace', 'POST', `${repo}/pulls`, {
    ...{ title: 'Topic', head: 'topic', base: 'main' },
  })) as { number: number };
  const thread = `${repo}/issues/${String(number)}/comments`;
  return {
    ...{ number, headSha, api, proxy, ask },
    github: async (options = {}) =>
      openGithub({
        ...{ apiUrl: proxy.url, repository: slug, retryDelayMs: 1, timeoutMs: 30_000 },
        token: options.token ?? (await api.token()),
        ...options,
      }),
    comments: async () => {
      const all: HostedComment[] = [];
      for (let page = 1; all.length === (page - 1) * 100; page++) {
        const path = `${thread}?per_page=100&page=${String(page)}`;
        all.push(...((await ask('grace', 'GET', path)) as HostedComment[]));
      }
      return all;
    },
    say: async (login, body) => (await ask(login, 'POST', thread, { body })) as HostedComment,
    checks: async () => {
      const path = `${repo}/commits/${headSha}/check-runs?filter=all`;
      return ((await ask('grace', 'GET', path)) as { check_runs: HostedCheck[] }).check_runs;
    },
  };
}

/** Makes a commit and sets a branch on it. */
export async function commit(
  ask: HostedPull['ask'],
  login: string,
  repo: string,
  branch: string,
  parents: string[],
): Promise<string> {
  const git = async (of: string, body: object): Promise<string> =>
    ((await ask(login, 'POST', `${repo}/git/${of}`, body)) as { sha: string }).sha;
  const entry = { path: 'go.mod', mode: '100644', type: 'blob' };
  const content = `module example.com/${branch}${String(parents.length)}\n`;
  const tree = await git('trees', {
    tree: [{ ...entry, sha: await git('blobs', { content, encoding: 'utf-8' }) }],
  });
  const sha = await git('commits', { message: branch, tree, parents });
  await ask(login, 'POST', `${repo}/git/refs`, { ref: `refs/heads/${branch}`, sha });
  return sha;
}
