import type { Cause } from '../../report/schema.ts';
import { words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';

const maxRows = 60;

/** What proves a cause, and what was excluded by what. */
export function evidenceDetails({ evidence, excluded, confidence }: Cause): Markup | null {
  if (evidence.length + excluded.length === 0) return null;
  return markup`<details><summary>Evidence (${confidence})</summary>
<dl class="evidence">${evidence
    .slice(0, maxRows)
    .map(
      ({ source, detail }) => markup`<dt>${words(source, 100)}</dt><dd>${words(detail, 1000)}</dd>`,
    )}</dl>
${
  excluded.length === 0
    ? null
    : markup`<h4>Excluded</h4><dl class="evidence">${excluded
        .slice(0, maxRows)
        .map(
          ({ id, because }) =>
            markup`<dt>not ${words(id, 100)}</dt><dd>${words(because, 1000)}</dd>`,
        )}</dl>`
}</details>`;
}
