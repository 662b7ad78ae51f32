import type { MetricName, Why } from '../../report/comparison-schema.ts';
import { formatAmount, formatChange } from '../heap-figures.ts';
import { heapMetrics } from '../../report/heap-metric.ts';
import { markup, type Markup } from '../html/markup.ts';

type Sums = Why['tests'][number]['head'];
type WhyFunction = Why['functions'][number];

/** The functions and tests that grew most, their lines, and what the compiler says is on the heap now. */
export function whySection(why: Why | null): Markup | null {
  if (why === null) return null;
  const column = columnOf(why.metric);
  const unit = column === 'allocObjects' ? 'count' : 'bytes';
  return markup`<section><h2>Why: ${heapMetrics[why.metric].name}</h2>
${why.functions.length === 0 ? markup`<p class="note">No function stands out.</p>` : null}
${why.functions.map((row) => functionOf(row, column, unit))}
${
  why.tests.length === 0
    ? null
    : markup`<h3>Tests that grew</h3><ul class="tests">${why.tests.map(
        (row) =>
          markup`<li><code>${row.test}</code> ${changeOf(row.base[column], row.head[column], unit)}</li>`,
      )}</ul>`
}
${escapes(why)}
${why.command === null ? null : markup`<p>To look further: <code class="command">${why.command}</code></p>`}
</section>`;
}

function functionOf(row: WhyFunction, column: keyof Sums, unit: 'bytes' | 'count'): Markup {
  return markup`<article class="culprit"><h3><code>${row.function}</code></h3>
<p>${changeOf(row.base[column], row.head[column], unit)} <span class="where">${place(row)}</span>${
    row.calledFrom === null
      ? null
      : markup`, called from <code>${row.calledFrom.function}</code> <span class="where">${place(row.calledFrom)}</span>`
  }${row.test === null ? null : markup`, most of it in <code>${row.test}</code>`}</p>
${
  row.lines.length === 0
    ? null
    : markup`<table class="source"><tbody>${row.lines.map(
        (line) =>
          markup`<tr><td class="number">${line.line}</td><td><code>${line.source}</code></td><td class="number">${formatAmount(line[column], unit)}</td></tr>`,
      )}</tbody></table>`
}</article>`;
}

function changeOf(base: number, head: number, unit: 'bytes' | 'count'): Markup {
  const kind = head > base ? 'grew' : head < base ? 'shrank' : '';
  return markup`${formatAmount(base, unit)} → ${formatAmount(head, unit)} <strong class="${kind}">${formatChange(head - base, unit)}</strong>`;
}

function escapes(why: Why): Markup | null {
  if (why.escapes.length === 0)
    return why.escapesMissing === null
      ? null
      : markup`<p class="note">New escapes to the heap: not looked for: ${why.escapesMissing}.</p>`;
  return markup`<h3>New on the heap since the base</h3><ul class="escapes">${why.escapes.map(
    (row) =>
      markup`<li><span class="where">${row.file}:${row.line}</span> <code>${row.text}</code></li>`,
  )}</ul>`;
}

function place({ file, line }: { file: string; line: number }): string {
  if (file === '') return '';
  return line > 0 ? `${file}:${line}` : file;
}

/** The amounts of functions and tests that say most about a metric. */
function columnOf(metric: MetricName): keyof Sums {
  switch (metric) {
    case 'allocObjects':
    case 'allocsPerOp':
      return 'allocObjects';
    case 'inuseBytes':
    case 'liveHeapPeakBytes':
    case 'peakRssBytes':
    case 'goroutinesAtEnd':
      return 'inuseBytes';
    case 'allocBytes':
    case 'bytesPerOp':
      return 'allocBytes';
  }
}
