import * as z from 'zod/mini';
import { allPages } from './api-call.ts';
import type { Github } from './client.ts';
import { compareMarkers, isSameMarker, markerOf } from './comment-marker.ts';
import { calls } from './permission.ts';

export interface Comment {
  id: number;
  url: string;
  /** Null where the account is gone. */
  author: string | null;
  body: string;
}

/** The comments of one pull request that one account wrote about one subject. */
export interface Thread {
  /** Those that begin with our marker, the oldest first. */
  list: () => Promise<Comment[]>;
  create: (body: string) => Promise<Comment>;
  /** The comment as it is then, which a newer run may have changed again. Null: it is no longer there. */
  update: (id: number, body: string) => Promise<Comment | null>;
  remove: (id: number) => Promise<void>;
}

export interface ThreadOptions {
  number: number;
  /** Hash of the subject. */
  key: string;
  /** Anybody can write a comment with our marker: those of others are left alone. */
  author: string;
}

const commentSchema = z.pipe(
  z.object({
    id: z.int(),
    html_url: z.string(),
    body: z.nullish(z.string()),
    user: z.nullish(z.object({ login: z.string() })),
  }),
  z.transform(({ id, html_url: url, body, user }): Comment => ({
    ...{ id, url, author: user?.login ?? null, body: body ?? '' },
  })),
);

/** "204 No Content" */
const nothing = z.literal('');

export function openThread(github: Github, { number, key, author }: ThreadOptions): Thread {
  const { owner, repo, rest, ask } = github;
  const here = { owner, repo };
  const isOurs = (comment: Comment): boolean =>
    comment.author === author && markerOf(comment.body)?.key === key;

  const list = async (): Promise<Comment[]> => {
    const read = async (page: { per_page: number; page: number }): Promise<Comment[]> =>
      await ask({ call: calls.comments, schema: z.array(commentSchema) }, (request) =>
        rest.issues.listComments({ ...here, ...page, issue_number: number, request }),
      );
    return (await allPages('comments', read, isOurs)).sort((a, b) => a.id - b.id);
  };
  return {
    list,
    create: async (body) =>
      await ask(
        { call: calls.createComment, schema: commentSchema },
        (request) => rest.issues.createComment({ ...here, issue_number: number, body, request }),
        async () => (await list()).find((comment) => isSameMarker(comment.body, body)) ?? null,
      ),
    update: async (id, body) =>
      await ask(
        { call: calls.updateComment, schema: commentSchema, notFound: null },
        (request) => rest.issues.updateComment({ ...here, comment_id: id, body, request }),
        async () => {
          // While we waited, a newer run may have written.
          const found = await ask({ call: calls.comments, schema: commentSchema }, (request) =>
            rest.issues.getComment({ ...here, comment_id: id, request }),
          );
          return found.body === body || compareMarkers(found.body, body) > 0 ? found : null;
        },
      ),
    remove: async (id) => {
      await ask({ call: calls.deleteComment, schema: nothing, notFound: null }, (request) =>
        rest.issues.deleteComment({ ...here, comment_id: id, request }),
      );
    },
  };
}
