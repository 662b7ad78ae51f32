import { plural } from '../../report/plural.ts';
import { untoldFailures } from '../failures.ts';
import { bounded } from '../html/bounded.ts';
import { block, code, words } from '../html/foreign-text.ts';
import { markup } from '../html/markup.ts';
import { placeOf } from './place.ts';
import type { PageSection, ReportPage } from './page-content.ts';

const withMessage = { items: 250, chars: 800_000 };
const byName = { items: 2000, chars: 400_000 };
const maxMessageChars = 6000;
/** So few are open from the start. */
const maxOpen = 5;

/** Failed tests that no crash tells of, with what they said; past a number of them their names, then their count. */
export function failuresSection({ report, links }: ReportPage): PageSection | null {
  const all = untoldFailures(report);
  if (all.length === 0) return null;
  const told = bounded(all, withMessage, (test, index) => {
    // A link inside of what opens the text could not be reached with the keys.
    const where = markup`<p class="where">${test.file === null ? 'in ' : markup`at ${placeOf({ file: test.file, line: test.line }, links)} in `}${code(test.package)} <small>${words(test.legs.join(', '), 100)}</small></p>`;
    const text = test.message.trim() === '' ? null : block(test.message, maxMessageChars);
    return markup`<details class="failure"${index < maxOpen ? markup` open` : null}><summary>${code(test.test)}</summary>${where}${text}</details>`;
  });
  const named = bounded(
    all.slice(told.shown.length),
    byName,
    ({ test, file, line }) =>
      markup`<li>${code(test)}${file === null ? null : markup` at ${placeOf({ file, line }, links)}`}</li>`,
  );
  const left = all.length - told.shown.length - named.shown.length;
  const body = markup`${told.shown}
${
  named.shown.length === 0 || told.left === 0
    ? null
    : markup`<details><summary>${plural(named.shown.length, 'more failed test')}, by name</summary><ul>${named.shown}</ul></details>`
}
${left > 0 && told.left > 0 ? markup`<p class="note">${plural(left, 'more failed test')} in report.json.</p>` : null}`;
  return { id: 'failures', title: 'Failed tests', count: all.length, body };
}
