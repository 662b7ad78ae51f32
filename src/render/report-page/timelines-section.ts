import { formatBytes } from '../../report/format.ts';
import { plural } from '../../report/plural.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup } from '../html/markup.ts';
import { smallSize, timelineChart, timelineLegend } from '../html/timeline-chart.ts';
import type { PageSection, ReportPage } from './page-content.ts';

/** The memory of packages while their tests ran. */
export function timelinesSection({ timelines, timelinesLeft }: ReportPage): PageSection | null {
  const figures = timelines.flatMap(({ package: name, leg, picture }) => {
    const chart = timelineChart(picture, smallSize);
    if (chart === null) return [];
    const { rssBytes, liveHeapBytes } = picture.timeline.peak;
    return [
      markup`<figure class="timeline-figure"><figcaption>${code(name)} <small>${words(leg, 60)}; at most ${formatBytes(rssBytes)} resident, ${formatBytes(liveHeapBytes)} live heap</small></figcaption>${chart}</figure>`,
    ];
  });
  if (figures.length === 0) return null;
  const body = markup`${timelineLegend}<div class="histories">${figures}</div>${
    timelinesLeft > 0
      ? markup`<p class="note">${plural(timelinesLeft, 'more package')} with less memory not drawn.</p>`
      : null
  }`;
  return { id: 'timelines', title: 'Memory while the tests ran', count: null, body };
}
