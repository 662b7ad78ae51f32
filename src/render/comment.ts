import type { Links } from '../report/links.ts';
import type { Report } from '../report/schema.ts';
import type { Section } from './fit.ts';
import { always } from './fit.ts';
import { furtherSections, mainSections, told } from './story.ts';

export { commentDigest } from './comment-digest.ts';

/** GitHub takes 65,536 characters; the hidden marker above the text needs some of them. */
const room = { limit: 65_000, size: (text: string): number => text.length };
const extent = { lines: 650, details: 40 };
const maxCharts = 1;

export interface CommentPage {
  links: Links;
  /** What tells this comment from others of the same pull request; null where there is only one. */
  title: string | null;
  /** The report was made by code that nobody has reviewed yet: that of a fork. */
  untrusted: boolean;
  /** Where the run has a newer attempt than that of the report. */
  attempts?: { ofReport: number; newest: number };
}

/** The Report as the Markdown of a comment, 65,000 UTF-16 code units at most. */
export function renderComment(report: Report, page: CommentPage): string {
  const { links, title, untrusted, attempts } = page;
  const telling = { report, links, extent, charts: maxCharts };
  return told(
    [
      ...(attempts === undefined ? [] : [note(attemptText(attempts))]),
      ...mainSections(telling, title),
      ...furtherSections(telling),
      ...(untrusted ? [note(originText)] : []),
    ],
    room,
  );
}

const originText =
  '_This report was made by a job that ran the code of this pull request: read it as what that code says of itself._';

function attemptText({ ofReport, newest }: NonNullable<CommentPage['attempts']>): string {
  return `_This report is of attempt ${String(ofReport)} of the run: in attempt ${String(newest)} its job did not run again, or left no report._`;
}

/** A paragraph that stays, whatever else goes. */
function note(text: string): Section {
  return {
    ...{ head: '', tail: '', shape: 'list', more: () => '', unmade: 0 },
    items: [[{ text, worth: always }]],
  };
}
