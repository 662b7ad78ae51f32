import { shortName } from '../../crash/function-name.ts';
import type { PackageComparison, Why } from '../../report/comparison-schema.ts';
import { heapMetrics } from '../../report/heap-metric.ts';
import { growthText, notable } from '../comparison-words.ts';
import { verdictWords } from '../heap-figures.ts';
import { historyChart, historyLegend, type HistoryPicture } from '../heap-page/history-chart.ts';
import { code, words } from '../html/foreign-text.ts';
import { linkTo, markup, type Markup } from '../html/markup.ts';
import { placeOf } from './place.ts';
import type { ReportPage } from './page-content.ts';

/** Why a package grew: the functions, tests and lines, its earlier figures, and what shows more. */
export function growthArticle(
  item: PackageComparison,
  history: readonly HistoryPicture[],
  page: ReportPage,
  open: boolean,
): Markup {
  const { why } = item;
  return markup`<details class="growth"${open ? markup` open` : null}><summary><strong>${code(item.package)}</strong> <small>${words(item.leg, 60)}</small> <span class="badge ${item.verdict}">${verdictWords[item.verdict]}</span></summary>
${why === null ? null : whyPart(why, page)}
${history.length === 0 ? null : markup`${historyLegend(history)}<div class="histories">${history.map(historyChart)}</div>`}
${pageLink(item.page)}</details>`;
}

/** Pages lie in a folder of the run; nothing else is linked to. */
function pageLink(path: string | null): Markup | null {
  if (path === null || !/^heap\/[^/\\]{1,200}\.html$/.test(path)) return null;
  return markup`<p><a href="${linkTo(path)}">All figures of this package, with its flame graph</a></p>`;
}

function whyPart(why: Why, { links }: ReportPage): Markup {
  const functions = notable(why, why.functions);
  const tests = notable(why, why.tests);
  return markup`<p>Why ${heapMetrics[why.metric].name} changed:</p><ul>${functions.map(
    (row) =>
      markup`<li><strong>${growthText(why, row)}</strong> in ${code(shortName(row.function.slice(0, 1000)))} ${placeOf({ file: row.file, line: row.lines[0]?.line ?? row.line }, links)}${
        row.test === null ? null : markup`, most of it in ${code(row.test)}`
      }${row.calledFrom === null ? null : markup`, called from ${code(shortName(row.calledFrom.function.slice(0, 1000)))} ${placeOf(row.calledFrom, links)}`}${linesOf(row)}</li>`,
  )}${tests.map((row) => markup`<li><strong>${growthText(why, row)}</strong> in the test ${code(row.test)}</li>`)}</ul>
${
  why.escapes.length === 0
    ? null
    : markup`<p>New on the heap since the base:</p><ul>${why.escapes
        .slice(0, 20)
        .map(
          ({ file, line, text }) =>
            markup`<li>${placeOf({ file, line }, links)} ${code(text)}</li>`,
        )}</ul>`
}
${why.command === null ? null : markup`<p>To look further: <code class="command">${words(why.command, 1000)}</code></p>`}`;
}

function linesOf({ lines }: Why['functions'][number]): Markup | null {
  const known = lines.filter(({ source }) => source.trim() !== '').slice(0, 3);
  if (known.length === 0) return null;
  const text = known.map(({ line, source }) => `${String(line)}  ${source.slice(0, 240).trim()}`);
  return markup`<pre class="excerpt">${text.join('\n')}</pre>`;
}
