import { shortName } from '../../crash/function-name.ts';
import { formatBytes } from '../../report/format.ts';
import type { BlackBox, Cause } from '../../report/schema.ts';
import { mainHolders } from '../cause.ts';
import { outsideWords } from '../outside-words.ts';
import { fromRoot } from '../../report/repository-path.ts';
import { code } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { formatTime } from '../html/timeline-chart.ts';
import { placeOf } from './place.ts';
import type { ReportPage } from './page-content.ts';

const maxHolders = 10;

/** Who held the memory near the end, as the black box has it. */
export function holdersPart(
  box: BlackBox,
  cause: Cause | null,
  { links, report }: ReportPage,
): Markup {
  const { directory = '' } = report.source;
  const rows = mainHolders(box, maxHolders).map(({ bytes, share, test, ...top }) => {
    const { function: name, file, line } = top.caller ?? top;
    const place = { file: fromRoot(directory, file), line };
    return markup`<tr><td class="number">${formatBytes(bytes)}</td><td class="number">${(share * 100).toFixed(0)} %</td><td>${code(shortName(name.slice(0, 1000)))} <span class="where">${placeOf(place, links)}</span></td><td>${test === null ? '' : code(test)}</td></tr>`;
  });
  const outside = box.outsideGoBytes ?? 0;
  return markup`<h4>Who held the memory</h4><p class="note">${whenTaken(box)}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Who held the memory"><table class="figures holders"><thead><tr><th scope="col" class="number">held</th><th scope="col" class="number">share</th><th scope="col">function</th><th scope="col">test</th></tr></thead><tbody>${rows}${
    outside > 0
      ? markup`<tr><td class="number">${formatBytes(outside)}</td><td></td><td>${outsideWords(cause)}</td><td></td></tr>`
      : null
  }</tbody></table></div>`;
}

function whenTaken({ rssBytes, heapBytes, ceilingBytes, elapsedMs, early, goroutines }: BlackBox) {
  const parts = [
    ...(rssBytes === null ? [] : [`${formatBytes(rssBytes)} resident`]),
    ...(heapBytes === null ? [] : [`${formatBytes(heapBytes)} on the heap`]),
    ...(goroutines === null ? [] : [`${String(goroutines)} goroutines`]),
    ...(ceilingBytes === null ? [] : [`ceiling ${formatBytes(ceilingBytes)}`]),
  ];
  const at = elapsedMs === null ? '' : ` ${formatTime(elapsedMs)} after its start`;
  return `Taken${at}: ${parts.join(', ')}.${early ? ' It is from before the garbage was collected.' : ''}`;
}
