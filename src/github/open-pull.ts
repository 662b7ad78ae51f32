import * as z from 'zod/mini';
import { Refused } from './api-call.ts';
import type { Github } from './client.ts';
import { calls } from './permission.ts';

const pullSchema = z.object({ state: z.string(), locked: z.optional(z.boolean()) });

/** Why nobody should comment on a pull request; null where it is open. Throws Refused. */
export async function whyNoComments(github: Github, number: number): Promise<string | null> {
  const { owner, repo, rest, ask } = github;
  const name = `the pull request ${String(number)}`;
  try {
    const { state, locked } = await ask({ call: calls.pull, schema: pullSchema }, (request) =>
      rest.pulls.get({ owner, repo, pull_number: number, request }),
    );
    if (state !== 'open') return `${name} is closed`;
    return locked === true ? `${name} is locked` : null;
  } catch (error) {
    if (!(error instanceof Refused) || (error.status !== 404 && error.status !== 410)) throw error;
    // A token that may not see it is told the same as if it had never been; whoever sees the repository sees its pull requests.
    const seen = await ask(
      { call: calls.repository, schema: z.object({ id: z.int() }) },
      (request) => rest.repos.get({ owner, repo, request }),
    ).catch(() => null);
    if (seen === null) throw error;
    return `${name} does not exist (any more)`;
  }
}
