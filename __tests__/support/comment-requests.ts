import { shortHash, withMarker } from '../../src/github/comment-marker.ts';
import type { CommentRequest } from '../../src/github/sticky-comment.ts';
import type { HostedPull } from './hosted-pull.ts';

/** A run that has something to say about a pull request, but for what is given. */
export const request = (pull: HostedPull, of: Partial<CommentRequest> = {}): CommentRequest => ({
  ...{ number: pull.number, key: 'ci/test', body: '## Two crashes\n', digest: 'two crashes' },
  ...{ mode: 'always', problems: true, run: { id: '100', attempt: '1' }, ...of },
});
export const good = { body: '## All is well\n', digest: 'pass', problems: false } as const;
export const run = (id: number, attempt = 1): { run: CommentRequest['run'] } => ({
  run: { id: String(id), attempt: String(attempt) },
});
/** The whole comment, as it is written. */
export const marked = (of: CommentRequest): string =>
  withMarker({ key: shortHash(of.key), digest: shortHash(of.digest), run: of.run }, of.body);
/** What is on the pull request, without the first line of each comment. */
export const texts = async (pull: HostedPull): Promise<string[]> =>
  (await pull.comments()).map(({ body }) => body.slice(body.indexOf('\n') + 1));
