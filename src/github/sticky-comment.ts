import type { CommentMode } from '../settings/publishing-schema.ts';
import { Refused } from './api-call.ts';
import type { Github } from './client.ts';
import { shortHash, withMarker, type RunNumber } from './comment-marker.ts';
import { openThread } from './comment-thread.ts';
import { converge } from './converge.ts';
import { whyNoComments } from './open-pull.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import type { PublishedComment } from './published-comment.ts';
import { whoAmI } from './viewer.ts';

export interface CommentRequest {
  /** Of the pull request. */
  number: number;
  /** Tells the comments of one pull request apart: workflow, job, matrix. */
  key: string;
  /** Markdown; GitHub takes 65,536 characters, of which the marker needs about a hundred. */
  body: string;
  /** What the comment says, without what differs between runs that say the same. */
  digest: string;
  mode: CommentMode;
  /** Whether something is wrong. */
  problems: boolean;
  /** The run that the comment tells of: its text never replaces that of a newer one. */
  run: RunNumber;
}

const maxBodyChars = 65_536;
const maxSettleMs = 1_000;

/** One comment on the pull request, made or updated in place. */
export async function publishComment(
  github: Github,
  request: CommentRequest,
): Promise<Outcome<PublishedComment>> {
  const { number, mode } = request;
  if (mode === 'off') return { kind: 'skipped', because: 'comments are off' };
  return await outcomeOf(async () => {
    const because = await whyNoComments(github, number);
    if (because !== null) return { kind: 'skipped', because };
    const key = shortHash(request.key);
    const marker = { key, digest: shortHash(request.digest), run: request.run };
    const body = withMarker(marker, request.body);
    if (body.length > maxBodyChars)
      throw new Refused(
        `the comment has ${String(body.length)} characters, and GitHub takes ${String(maxBodyChars)}; please report this as a bug of go-crash-guard`,
      );
    return await converge({
      threadOf: (author) => openThread(github, { number, key, author }),
      author: await whoAmI(github),
      body,
      keepSame: mode === 'changed',
      mayCreate: mode !== 'problems' || request.problems,
      settleMs: Math.min(maxSettleMs, github.retryDelayMs),
    });
  });
}
