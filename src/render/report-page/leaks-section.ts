import { functionOf, standingText, whatLeaks } from '../../leaks/leak-text.ts';
import type { Leak } from '../../report/leak-schema.ts';
import { plural } from '../../report/plural.ts';
import { bounded } from '../html/bounded.ts';
import { block, code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { sparedText, toldLeaks } from '../leak-words.ts';
import { placeOf } from './place.ts';
import type { PageSection, ReportPage } from './page-content.ts';

const inFull = { items: 200, chars: 600_000 };
const inBrief = { items: 500, chars: 200_000 };
const maxStackChars = 4000;
/** So few are open from the start. */
const maxOpen = 3;

/** What the tests left behind: new leaks with their stacks, then those that are known or accepted. */
export function leaksSection(page: ReportPage): PageSection | null {
  const { failing, open, known, accepted } = toldLeaks(page.report);
  const count = failing.length + open.length + known.length + accepted.length;
  if (count === 0) return null;
  const full = bounded([...failing, ...open], inFull, (leak, index) =>
    leakArticle(leak, page, index < maxOpen),
  );
  const spared = sparedText(page.report);
  const body = markup`${full.shown}
${spared === null ? null : markup`<p class="note">${spared}.</p>`}
${full.left === 0 ? null : markup`<p class="note">${plural(full.left, 'more leak')} in report.json.</p>`}
${listOf('Leaks that earlier runs had too', known, page)}
${listOf('Accepted', accepted, page)}`;
  return { id: 'leaks', title: 'Left behind by the tests', count, body };
}

function leakArticle(leak: Leak, page: ReportPage, isOpen: boolean): Markup {
  const { frames, expired } = leak;
  const over =
    expired === undefined
      ? null
      : markup`<p class="note">It was accepted until ${words(expired.until, 20)}: ${words(expired.reason, 500)}</p>`;
  const stack = frames
    .map(({ function: name, file, line }) => `${name}\n    ${file}:${String(line)}`)
    .join('\n');
  return markup`<details class="failure"${isOpen ? markup` open` : null}><summary>${words(whatLeaks(leak), 200)}${leak.site === null ? null : markup` <small>${code(`${leak.site.file}:${String(leak.site.line)}`)}</small>`} <small>${standingText(leak)}</small></summary>
<p class="where">${placesOf(leak, page)}</p>${over}${frames.length < 2 ? null : block(stack, maxStackChars)}</details>`;
}

function placesOf(leak: Leak, { links }: ReportPage): Markup {
  const { site, createdBy, test, package: name, legs } = leak;
  const at =
    site === null ? markup`in ${code(functionOf(leak))}` : markup`at ${placeOf(site, links)}`;
  const start = createdBy === null ? null : markup`, started at ${placeOf(createdBy, links)}`;
  const by = test === null ? null : markup`${code(test)} of `;
  return markup`${at}${start}, in ${by}${code(name)} <small>${words(legs.join(', '), 100)}</small>`;
}

function listOf(title: string, leaks: readonly Leak[], page: ReportPage): Markup | null {
  if (leaks.length === 0) return null;
  const { shown, left } = bounded(leaks, inBrief, (leak) => {
    const { accepted } = leak;
    const why =
      accepted === null
        ? null
        : markup`: until ${words(accepted.until, 20)}, ${words(accepted.reason, 500)}`;
    return markup`<li>${words(whatLeaks(leak), 200)} ${placesOf(leak, page)}${why}</li>`;
  });
  return markup`<h3>${title}</h3><ul>${shown}</ul>${left > 0 ? markup`<p class="note">and ${left} more</p>` : null}`;
}
