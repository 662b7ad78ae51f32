import type { MetricVerdict } from '../../report/comparison-schema.ts';
import type { HeapMetrics } from '../../report/heap-schema.ts';
import { htmlDocument, type PageAssets } from '../html/document.ts';
import { formatAmount, verdictWords } from '../heap-figures.ts';
import { linkTo, markup, type Markup } from '../html/markup.ts';
import {
  smallSize,
  timelineChart,
  timelineLegend,
  type TimelinePicture,
} from '../html/timeline-chart.ts';

export interface IndexRow {
  package: string;
  leg: string;
  metrics: HeapMetrics;
  /** Null where nothing was compared. */
  verdict: MetricVerdict | null;
  /** The package's page, relative to the index. */
  page: string | null;
  timeline: TimelinePicture;
}

export interface HeapIndex {
  /** What was compared with what, in a sentence. */
  summary: string;
  rows: IndexRow[];
  /** Packages without a row, and those that grew without a page: said, never dropped silently. */
  notes: string[];
  version: string;
}

/** The heap of every package of a run, with its memory over time. */
export function renderHeapIndex(index: HeapIndex, assets: PageAssets): string {
  return htmlDocument({
    title: 'Heap of all packages',
    assets,
    withScript: false,
    body: markup`<header><h1>Heap of all packages</h1><p>${index.summary}</p>
${index.notes.map((note) => markup`<p class="note">${note}</p>`)}
${index.rows.length === 0 ? markup`<p class="note">No package left figures of its heap.</p>` : timelineLegend}</header>
<main>${
      index.rows.length === 0
        ? null
        : markup`<div class="scroll" tabindex="0" role="group" aria-label="Packages"><table class="packages"><thead><tr><th scope="col">package</th><th scope="col" class="number">allocated</th><th scope="col" class="number">in use at the end</th><th scope="col" class="number">live heap, peak</th><th scope="col" class="number">resident, peak</th><th scope="col">memory while the tests ran</th></tr></thead>
<tbody>${index.rows.map(rowOf)}</tbody></table></div>`
    }</main>
<footer><p>go-crash-guard ${index.version}</p></footer>`,
  });
}

function rowOf(row: IndexRow): Markup {
  const name = markup`<code>${row.package}</code>`;
  const cell = (amount: number | null): Markup =>
    markup`<td class="number">${amount === null ? '–' : formatAmount(amount, 'bytes')}</td>`;
  const { allocBytes, inuseBytes, liveHeapPeakBytes, peakRssBytes } = row.metrics;
  return markup`<tr><th scope="row">${row.page === null ? name : markup`<a href="${linkTo(row.page)}">${name}</a>`} <small>${row.leg}</small>${
    row.verdict === null || row.verdict === 'same'
      ? null
      : markup`<br><span class="badge ${row.verdict}">${verdictWords[row.verdict]}</span>`
  }</th>${[allocBytes, inuseBytes, liveHeapPeakBytes, peakRssBytes].map(cell)}
<td class="picture">${timelineChart(row.timeline, smallSize) ?? markup`<span class="note">too few samples</span>`}</td></tr>`;
}
