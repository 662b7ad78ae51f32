import type { Table } from 'mdast';
import { renderCheck } from '../../src/render/check.ts';
import { renderComment } from '../../src/render/comment.ts';
import { renderSummary } from '../../src/render/summary.ts';
import type { Links } from '../../src/report/links.ts';
import type { Report } from '../../src/report/schema.ts';

export const sampleLinks: Links = {
  run: 'https://github.com/org/shop/actions/runs/1/attempts/1',
  report: 'https://github.com/org/shop/actions/runs/1/artifacts/2',
  source: 'https://github.com/org/shop/blob/3f2c1a9',
  artifacts: [
    {
      name: 'go-crash-guard-memory-unit',
      url: 'https://github.com/org/shop/actions/runs/1/artifacts/3',
      bytes: 1_300_000,
    },
  ],
};

/** Everything that is made of a report in Markdown. */
export const markdownRenderers: readonly (readonly [string, (report: Report) => string])[] = [
  [
    'the comment',
    (report) => renderComment(report, { links: sampleLinks, title: null, untrusted: true }),
  ],
  ['the summary', (report) => renderSummary(report, sampleLinks)],
  [
    'the check',
    (report) => {
      const { summary, text } = renderCheck(report, sampleLinks);
      return `${summary}\n${text}`;
    },
  ],
];

/** Cells of each row of a table. */
export function widths({ children }: Table): number[] {
  return children.map((row) => row.children.length);
}
