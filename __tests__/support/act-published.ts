import { person, slug, type ActGithub } from './act-github.ts';

/** What stands on GitHub after a run. */
export interface Comment {
  id: number;
  body: string;
  author: string;
}

export async function commentsOf(github: ActGithub, number: number): Promise<Comment[]> {
  const path = `/repos/${slug}/issues/${String(number)}/comments?per_page=100`;
  const found = await github.ask(person('grace'), 'GET', path);
  return (found as { id: number; body: string; user: { login: string } }[]).map(
    ({ id, body, user }) => ({ id, body, author: user.login }),
  );
}

export interface Annotation {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: string;
  title?: string;
  message: string;
}

export interface Check {
  id: number;
  name: string;
  status: string;
  conclusion: string | null;
  external_id: string;
  details_url: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  /** Of all updates: the emulator keeps those of the last one alone. */
  annotations: Annotation[];
}

/** The check runs of a commit, the oldest first. */
export async function checksOf(github: ActGithub, sha: string): Promise<Check[]> {
  const path = `/repos/${slug}/commits/${sha}/check-runs?filter=all&per_page=100`;
  const found = (await github.ask(person('grace'), 'GET', path)) as { check_runs: Check[] };
  return found.check_runs
    .sort((one, other) => one.id - other.id)
    .map((check) => ({ ...check, annotations: annotationsOf(github, check.id) }));
}

function annotationsOf(github: ActGithub, id: number): Annotation[] {
  const checks = `/repos/${slug}/check-runs`;
  return github.calls
    .filter(({ method, path, status, answer }) => {
      const made = method === 'POST' && path === checks && (answer as { id?: number }).id === id;
      return status < 300 && (made || (method === 'PATCH' && path === `${checks}/${String(id)}`));
    })
    .flatMap(({ body }) => {
      const { output } = body as { output?: { annotations?: Annotation[] } };
      return output?.annotations ?? [];
    });
}

/** The requests of jobs that were to change something, as `POST /repos/org/repo/check-runs 201`. */
export function writesOf(github: ActGithub): string[] {
  return github.calls
    .filter(({ method, path, ofJob }) => ofJob && method !== 'GET' && path !== '/graphql')
    .map(({ method, path, status }) => `${method} ${path} ${String(status)}`);
}
