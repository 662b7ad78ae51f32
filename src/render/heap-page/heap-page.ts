import type { PackageComparison } from '../../report/comparison-schema.ts';
import { plural } from '../../report/plural.ts';
import { htmlDocument, type PageAssets } from '../html/document.ts';
import { shortCommit, verdictWords } from '../heap-figures.ts';
import { flameSection, type FlamePicture } from '../html/flame-section.ts';
import { historyChart, historyLegend, type HistoryPicture } from './history-chart.ts';
import { linkTo, markup, type Markup } from '../html/markup.ts';
import {
  largeSize,
  timelineChart,
  timelineLegend,
  type TimelinePicture,
} from '../html/timeline-chart.ts';
import { verdictSection } from './verdict-section.ts';
import { whySection } from './why-section.ts';

export interface HeapPage {
  comparison: PackageComparison;
  /** What the whole run is compared with, and why: one sentence. */
  base: { commit: string; reason: string } | null;
  flame: FlamePicture;
  timeline: TimelinePicture;
  /** Why no tests are marked in the timeline; null where they are. */
  spansMissing: string | null;
  history: HistoryPicture[];
  /** Relative to the page. */
  links: { index: string; profile: string | null };
  version: string;
}

/** A page about one package, with everything in it. */
export function renderHeapPage(page: HeapPage, assets: PageAssets): string {
  const { comparison } = page;
  return htmlDocument({
    title: `Heap: ${comparison.package}`,
    assets,
    withScript: page.flame.kind === 'graph',
    body: markup`<header>
<p class="crumbs"><a href="${linkTo(page.links.index)}">All packages</a> / ${comparison.leg}</p>
<h1><code>${comparison.package}</code> <span class="badge ${comparison.verdict}">${verdictWords[comparison.verdict]}</span></h1>
${baseLine(comparison, page.base)}
${page.links.profile === null ? null : markup`<p class="note">Profile: <a href="${linkTo(page.links.profile)}"><code>${page.links.profile.replace(/^(?:\.\.\/)+/, '')}</code></a> (for <code>go tool pprof</code> and speedscope)</p>`}
</header>
<main>
${verdictSection(comparison)}
${whySection(comparison.why)}
${flameSection(page.flame)}
${timelineSection(page)}
${historySection(page.history)}
</main>
<footer><p>go-crash-guard ${page.version}</p></footer>`,
  });
}

function baseLine(
  { base: record, because, renamedFrom }: PackageComparison,
  base: HeapPage['base'],
): Markup {
  return markup`${record === null ? null : markup`<p>Compared with ${recordWords(record, base)}.${environment(record.differences)}</p>`}
${renamedFrom === null ? null : markup`<p>It was <code>${renamedFrom}</code> in the base.</p>`}
${because === null ? null : markup`<p class="note">${because}</p>`}`;
}

function recordWords(
  { commit, distance }: NonNullable<PackageComparison['base']>,
  base: HeapPage['base'],
): Markup {
  const own = markup`<code>${shortCommit(commit)}</code>`;
  if (base === null) return own;
  if (distance === 0) return markup`${own} (${base.reason})`;
  return markup`the record of ${own}, ${plural(distance, 'commit')} older than the base <code>${shortCommit(base.commit)}</code> (${base.reason})`;
}

function environment(differences: readonly string[]): string {
  return differences.length === 0
    ? ''
    : ` The record is from another environment: ${differences.join('; ')}.`;
}

function timelineSection({ timeline, spansMissing }: HeapPage): Markup {
  const chart = timelineChart(timeline, largeSize);
  return markup`<section><h2>Memory while the tests ran</h2>
${
  chart === null
    ? markup`<p class="note">There are too few samples to draw.</p>`
    : markup`${timelineLegend}<div class="scroll" tabindex="0" role="group" aria-label="Memory over time">${chart}</div>`
}
${spansMissing === null ? null : markup`<p class="note">${spansMissing}</p>`}</section>`;
}

function historySection(pictures: readonly HistoryPicture[]): Markup | null {
  if (pictures.length === 0) return null;
  return markup`<section><h2>History</h2>${historyLegend(pictures)}
<div class="histories">${pictures.map(historyChart)}</div></section>`;
}
