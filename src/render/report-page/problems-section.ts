import { plural } from '../../report/plural.ts';
import { bounded } from '../html/bounded.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { problems, type Problem } from '../problems.ts';
import { placeOf } from './place.ts';
import { problemArticle } from './problem-article.ts';
import type { PageSection, ReportPage } from './page-content.ts';

const inFull = { items: 40, chars: 1_500_000 };
const inBrief = { items: 400, chars: 200_000 };

/** Every root cause, the worst first: some with all that is known, further ones in a line each. */
export function problemsSection(page: ReportPage): PageSection | null {
  const found = problems(page.report);
  if (found.length === 0) return null;
  const full = bounded(found, inFull, (problem, index) =>
    problemArticle(problem, page, `problem-${String(index + 1)}`),
  );
  const brief = bounded(found.slice(full.shown.length), inBrief, (problem) =>
    inOneLine(problem, page),
  );
  const body = markup`${full.shown}
${
  full.left === 0
    ? null
    : markup`<h3>${full.left} more, in brief</h3><ul>${brief.shown}</ul>
${brief.left === 0 ? null : markup`<p class="note">${plural(brief.left, 'more crash', 'more crashes')} in report.json.</p>`}`
}`;
  return { id: 'crashes', title: 'Crashes', count: found.length, body };
}

function inOneLine({ crash, cause, place, summary, runs }: Problem, page: ReportPage): Markup {
  const name = runs[0]?.package ?? crash?.package ?? '';
  return markup`<li><strong>${cause}</strong>: ${words(summary, 200)}${place === null ? null : markup` at ${placeOf(place, page.links)}`} in ${code(name)}</li>`;
}
