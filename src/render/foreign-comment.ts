import { readPackedReport } from '../report/packed-report.ts';
import { commentDigest, renderComment, type CommentPage } from './comment.ts';

/** The comment on a report that somebody else packed, or why there is none. */
export type ForeignComment =
  | { kind: 'comment'; body: string; digest: string; problems: boolean }
  | { kind: 'refused'; because: string };

/** Reads and renders a report that may say anything, and take any time. */
export async function foreignComment(zip: Uint8Array, page: CommentPage): Promise<ForeignComment> {
  const packed = await readPackedReport(zip);
  if (packed.kind === 'refused') return packed;
  const { report } = packed;
  if (report.shard !== undefined)
    return { kind: 'refused', because: 'it is the report of one shard only' };
  return {
    kind: 'comment',
    body: renderComment(report, page),
    digest: commentDigest(report),
    problems: report.verdict.status !== 'pass',
  };
}
