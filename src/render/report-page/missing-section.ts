import { plural } from '../../report/plural.ts';
import { bounded } from '../html/bounded.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { missingTests } from '../sections/missing.ts';
import type { PageSection, ReportPage } from './page-content.ts';

const packages = { items: 200, chars: 400_000 };
const names = { items: 300, chars: 60_000 };
/** Lists up to this length are open. */
const maxOpen = 20;

/** Tests that were not seen to end: a run with any of them cannot be green. */
export function missingSection({ report }: ReportPage): PageSection | null {
  const missing = missingTests(report.packages);
  if (missing.length === 0) return null;
  const { shown, left } = bounded(
    missing,
    packages,
    (one) => markup`<h3>${code(one.package)} <small>${words(one.legs.join(', '), 100)}</small></h3>
${listOf('unfinished: started and not seen to end', one.unfinished)}
${listOf('never ran', one.neverRan)}${listOf('had too few runs (-count, -cpu)', one.tooFewRuns)}`,
  );
  return {
    id: 'missing',
    title: 'Tests not seen to end',
    count: missing.reduce(
      (sum, { unfinished, neverRan, tooFewRuns, legs }) =>
        sum + (unfinished.length + neverRan.length + tooFewRuns.length) * legs.length,
      0,
    ),
    body: markup`${shown}${left > 0 ? markup`<p class="note">${plural(left, 'more package')} in report.json.</p>` : null}`,
  };
}

function listOf(what: string, tests: readonly string[]): Markup | null {
  if (tests.length === 0) return null;
  const { shown, left } = bounded(tests, names, (test) => markup`<li>${code(test)}</li>`);
  return markup`<details${tests.length <= maxOpen ? markup` open` : null}><summary>${tests.length} ${what}</summary><ul class="names">${shown}${left > 0 ? markup`<li>and ${left} more</li>` : null}</ul></details>`;
}
