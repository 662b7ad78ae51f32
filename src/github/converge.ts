import { Refused } from './api-call.ts';
import { compareMarkers, isSameDigest, isSameMarker } from './comment-marker.ts';
import type { Comment, Thread } from './comment-thread.ts';
import type { Outcome } from './outcome.ts';
import type { PublishedComment } from './published-comment.ts';

export interface Convergence {
  threadOf: (author: string) => Thread;
  /** Who we are, as far as GitHub tells. */
  author: string;
  /** With its marker. */
  body: string;
  /** A comment that says the same already stays as it is. */
  keepSame: boolean;
  mayCreate: boolean;
  /** Between what was written and the next look: the time in which another run may write what it saw before. */
  settleMs: number;
}

/** What a look at the comments led to. */
type Step =
  | { kind: 'end'; outcome: Outcome<PublishedComment> }
  | { kind: 'look-again'; thread: Thread; published: PublishedComment | null };

const maxLooks = 5;
const vanishing =
  'GitHub lists the comment, but does not find it when it is to be changed; give the job "permissions: pull-requests: write"';

/**
 * Looks and acts until a look finds nothing to do, so that runs at the same time end with one comment whatever the order of their
 * calls: the oldest comment stays and gets the text of the newest run, the others go. Throws Refused.
 */
export async function converge(request: Convergence): Promise<Outcome<PublishedComment>> {
  let thread = request.threadOf(request.author);
  let published: PublishedComment | null = null;
  for (let look = 0; look < maxLooks; look++) {
    try {
      if (published !== null) await new Promise((resolve) => setTimeout(resolve, request.settleMs));
      const step = await lookAndAct(request, thread, published);
      if (step.kind === 'end') return step.outcome;
      ({ thread, published } = step);
    } catch (error) {
      // It is published; what could not be made sure of is for the next run.
      if (error instanceof Refused && published !== null) break;
      throw error;
    }
  }
  if (published === null) throw new Refused(vanishing, 404);
  return { kind: 'done', value: published };
}

async function lookAndAct(
  request: Convergence,
  thread: Thread,
  published: PublishedComment | null,
): Promise<Step> {
  const { body, keepSame } = request;
  const [oldest, ...others] = await thread.list();
  if (oldest === undefined) return await createFirst(request, thread, published);
  const text = newest([oldest, ...others], body);
  const isMine = text === body;
  const stays = keepSame
    ? isSameDigest(oldest.body, text)
    : isSameMarker(oldest.body, text) && (published !== null || !isMine);
  if (stays && others.length === 0)
    return { kind: 'end', outcome: ended(oldest, published, isMine) };

  if (!stays) {
    const updated = await thread.update(oldest.id, text);
    if (updated === null || !isSameMarker(updated.body, text))
      return { kind: 'look-again', thread, published };
  }
  const told = isMine && !stays ? written(oldest, published) : published;
  return (await removed(thread, others))
    ? { kind: 'look-again', thread, published: told }
    : { kind: 'end', outcome: ended(oldest, told, isMine) };
}

function written({ url }: Comment, published: PublishedComment | null): PublishedComment {
  const isNew = published?.what === 'created' && published.url === url;
  return { url, what: isNew ? 'created' : 'updated' };
}

/** False: GitHub refuses it. The next run tries again. */
async function removed(thread: Thread, comments: readonly Comment[]): Promise<boolean> {
  try {
    for (const { id } of comments) await thread.remove(id);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

async function createFirst(
  { threadOf, author, body, mayCreate }: Convergence,
  thread: Thread,
  published: PublishedComment | null,
): Promise<Step> {
  // A list may lag behind what was written.
  if (published !== null) return { kind: 'end', outcome: { kind: 'done', value: published } };
  if (!mayCreate) {
    const because = 'nothing is wrong, and no comment says otherwise';
    return { kind: 'end', outcome: { kind: 'skipped', because } };
  }
  const { url, author: writer } = await thread.create(body);
  // Whoever the token belongs to, it is the author of what was just written.
  const ours = writer === null || writer === author ? thread : threadOf(writer);
  return { kind: 'look-again', thread: ours, published: { url, what: 'created' } };
}

function ended(
  { url }: Comment,
  published: PublishedComment | null,
  isMine: boolean,
): Outcome<PublishedComment> {
  if (isMine || published !== null)
    return { kind: 'done', value: { url, what: published?.what ?? 'unchanged' } };
  return { kind: 'skipped', because: 'the comment tells of a newer run already' };
}

/** The text of the newest run; ours where it is as new. */
function newest(comments: readonly Comment[], body: string): string {
  return comments.reduce(
    (text, comment) => (compareMarkers(comment.body, text) > 0 ? comment.body : text),
    body,
  );
}
