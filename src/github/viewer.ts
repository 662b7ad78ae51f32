import * as z from 'zod/mini';
import { Refused } from './api-call.ts';
import type { Github } from './client.ts';
import { calls } from './permission.ts';

/** The account that the token's comments are written by: `github-actions[bot]`, a person, or the bot of an app. */
export type Viewer = string;

/** Of `GITHUB_TOKEN`. */
const actionsBot: Viewer = 'github-actions[bot]';

const viewerSchema = z.object({ viewer: z.object({ login: z.string().check(z.minLength(1)) }) });
const userSchema = z.object({ login: z.string().check(z.minLength(1)) });

/**
 * Who we are. REST's `GET /user` knows persons alone, it is refused to the tokens of apps, of which `GITHUB_TOKEN` is one; GraphQL's
 * `viewer` knows all of them. Where neither answers, the token is taken for `GITHUB_TOKEN`.
 */
export async function whoAmI({ rest, graphql, ask }: Github): Promise<Viewer> {
  const answers = [
    async () => {
      const { viewer } = await ask(
        { call: calls.viewer, schema: viewerSchema },
        async (request) => ({
          data: await graphql('query { viewer { login } }', { request }),
        }),
      );
      return viewer.login;
    },
    async () => {
      const user = await ask({ call: calls.viewer, schema: userSchema }, (request) =>
        rest.users.getAuthenticated({ request }),
      );
      return user.login;
    },
  ];
  for (const answer of answers) {
    try {
      return await answer();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return actionsBot;
}
