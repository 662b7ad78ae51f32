import type { BrokenBudget, Comparison, Creep } from '../../report/comparison-schema.ts';
import { heapMetrics } from '../../report/heap-metric.ts';
import { plural } from '../../report/plural.ts';
import { recordedText } from '../comparison.ts';
import {
  budgetWords,
  changedRows,
  comparisonHeadline,
  totalsText,
  type ComparedRow,
} from '../comparison-words.ts';
import {
  formatAmount,
  formatChange,
  formatShare,
  limitWords,
  shortCommit,
  verdictWords,
} from '../heap-figures.ts';
import { bounded } from '../html/bounded.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { comparedTable } from './compared-table.ts';
import { growthArticle } from './growth-article.ts';
import { keyOf } from './proof.ts';
import type { PageSection, ReportPage } from './page-content.ts';

const rows = { items: 100, chars: 200_000 };
const articles = { items: 20, chars: 500_000 };
const lines = { items: 50, chars: 50_000 };

/** Heap usage against the base: what changed and by what limit, why, and every package that was compared. */
export function heapSection(page: ReportPage): PageSection | null {
  const { comparison } = page.report;
  if (comparison === null) return null;
  const changed = changedRows(comparison);
  const explained = comparison.packages.filter(
    (item) => item.why !== null || (item.verdict !== 'same' && item.page !== null),
  );
  const histories = new Map(page.histories.map((drawn) => [keyOf(drawn), drawn.picture]));
  const table = bounded(changed, rows, rowOf);
  const why = bounded(explained, articles, (item, index) =>
    growthArticle(item, histories.get(keyOf(item)) ?? [], page, index === 0),
  );
  const body = markup`<p><strong class="first-capital">${comparisonHeadline(comparison)}</strong></p>
<p class="note">${words(comparison.summary, 800)}${totals(comparison)}</p>
${
  changed.length === 0
    ? null
    : markup`<div class="scroll" tabindex="0" role="group" aria-label="Figures that changed"><table class="figures"><thead><tr><th scope="col">package and figure</th><th scope="col" class="number">base</th><th scope="col" class="number">now</th><th scope="col" class="number">change</th><th scope="col" class="number">limit</th><th scope="col">why this verdict</th></tr></thead><tbody>${table.shown}</tbody></table></div>${more(table.left, 'more figure')}`
}
${listOf(comparison.budgets, 'Broken budgets', budgetLine)}
${why.shown}${more(why.left, 'more package')}
${listOf(comparison.creep, 'Slow growth', creepLine)}
${comparedTable(comparison)}
${listOf(comparison.problems, 'What could not be used', (problem) => words(problem, 600))}
${comparison.recorded === null ? null : markup`<p class="note">Recorded: ${words(recordedText(comparison.recorded), 500)}</p>`}`;
  return { id: 'heap', title: 'Heap usage', count: null, body };
}

function totals(comparison: Comparison): string | null {
  const text = totalsText(comparison);
  return text === null ? null : `; ${text}`;
}

function more(left: number, noun: string): Markup | null {
  return left > 0 ? markup`<p class="note">${plural(left, noun)} in report.json.</p>` : null;
}

function rowOf({ item, part, figure }: ComparedRow): Markup {
  const { unit, name } = heapMetrics[figure.metric];
  return markup`<tr class="${figure.verdict}"><th scope="row">${code(item.package)} <small>${words(item.leg, 60)}</small>${part === null ? null : markup`<br>${code(part)}`}<br>${name} <span class="badge ${figure.verdict}">${verdictWords[figure.verdict]}</span></th>
<td class="number">${formatAmount(figure.base, unit)}</td><td class="number">${formatAmount(figure.head, unit)}</td>
<td class="number">${formatChange(figure.head - figure.base, unit)} <small>${formatShare(figure.base, figure.head)}</small></td>
<td class="number">${formatAmount(figure.limit, unit)} <small>${limitWords[figure.limitedBy]}</small></td><td>${words(figure.because, 500)}</td></tr>`;
}

function listOf<T>(items: readonly T[], title: string, render: (item: T) => Markup): Markup | null {
  if (items.length === 0) return null;
  const { shown, left } = bounded(items, lines, (item) => markup`<li>${render(item)}</li>`);
  return markup`<h3>${title}</h3><ul>${shown}</ul>${left > 0 ? markup`<p class="note">and ${left} more</p>` : null}`;
}

function budgetLine({ package: name, leg, test, what, limitBytes, bytes, rule }: BrokenBudget) {
  return markup`${code(name)} <small>${words(leg, 60)}</small>${test === null ? null : markup` ${code(test)}`}: ${formatAmount(bytes, 'bytes')} ${budgetWords[what]}, ${formatAmount(limitBytes, 'bytes')} allowed by ${code(rule)}`;
}

function creepLine({ package: name, leg, metric, base, head, commit, committedAt, reason }: Creep) {
  const { unit, name: figure } = heapMetrics[metric];
  return markup`${code(name)} <small>${words(leg, 60)}</small>: ${figure} ${formatChange(head - base, unit)} (${formatShare(base, head)}) since ${code(shortCommit(commit))} of ${words(committedAt.slice(0, 10), 10)} (${words(reason, 100)})`;
}
