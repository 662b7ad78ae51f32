import type { Crash } from '../../report/schema.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { waiterWords, waitsTitle } from '../waits.ts';
import { placeOf } from './place.ts';
import type { ReportPage } from './page-content.ts';

const maxRows = 40;
const maxHolds = 10;

/** Who waits for whom, and what each of them holds; null where nothing says that nobody goes on. */
export function waitsPart({ waits }: Crash, { links }: ReportPage): Markup | null {
  if (waits === undefined) return null;
  const { title, proof } = waitsTitle(waits);
  return markup`<h4>Who waits for whom: ${title} <span class="badge ${waits.confidence}">${waits.confidence}</span></h4>
<p>${words(waits.summary, 2000)}. <small>${proof}</small></p>
<ul class="related">${waits.waits
    .slice(0, maxRows)
    .map(
      (wait) =>
        markup`<li>${words(waiterWords(wait), 400)}${wait.at === null ? null : markup` ${placeOf(wait.at, links)} ${code(wait.at.function, 300)}`}${wait.holds
          .slice(0, maxHolds)
          .map(
            ({ what, at }) => markup`<br>holds ${code(what, 200)} since ${placeOf(at, links)}`,
          )}</li>`,
    )}</ul>`;
}
