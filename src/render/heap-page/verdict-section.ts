import type { MetricComparison, PackageComparison } from '../../report/comparison-schema.ts';
import {
  formatAmount,
  formatChange,
  formatShare,
  limitWords,
  verdictWords,
} from '../heap-figures.ts';
import { heapMetrics } from '../../report/heap-metric.ts';
import { markup, type Markup } from '../html/markup.ts';

/** Every metric of the package, then the tests and benchmarks that changed. */
export function verdictSection(comparison: PackageComparison): Markup {
  const { metrics, tests, benchmarks } = comparison;
  return markup`<section><h2>Figures</h2>
${
  metrics.length === 0
    ? markup`<p class="note">There are no figures to compare.</p>`
    : table(
        'figure',
        metrics.map((row) => ({ name: null, row })),
      )
}
${part(
  'Test',
  tests.map(({ test, metrics: rows }) => ({ name: test, rows })),
)}
${part(
  'Benchmark',
  benchmarks.map(({ name, metrics: rows }) => ({ name, rows })),
)}
</section>`;
}

interface Row {
  /** Of a test or benchmark; null for the package. */
  name: string | null;
  row: MetricComparison;
}

function part(title: string, items: { name: string; rows: MetricComparison[] }[]): Markup | null {
  const rows = items.flatMap(({ name, rows: own }) => own.map((row) => ({ name, row })));
  const changed = rows.filter(({ row }) => row.verdict !== 'same');
  return changed.length === 0
    ? null
    : markup`<h3>${title}s</h3>${table(title.toLowerCase(), changed)}`;
}

function table(title: string, rows: readonly Row[]): Markup {
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="Figures"><table class="figures"><thead><tr>
<th scope="col">${title}</th><th scope="col" class="number">base</th><th scope="col" class="number">now</th><th scope="col" class="number">change</th><th scope="col" class="number">limit</th><th scope="col">why this verdict</th></tr></thead>
<tbody>${rows.map(bodyOf)}</tbody></table></div>`;
}

function bodyOf({ name, row }: Row): Markup {
  const { unit, name: metric } = heapMetrics[row.metric];
  const again = row.runs.head.length > 1 || row.runs.base.length > 0;
  return markup`<tr class="${row.verdict}">
<th scope="row">${name === null ? metric : markup`<code>${name}</code> <small>${metric}</small>`} <span class="badge ${row.verdict}">${verdictWords[row.verdict]}</span></th>
<td class="number">${formatAmount(row.base, unit)}</td><td class="number">${formatAmount(row.head, unit)}</td>
<td class="number">${formatChange(row.head - row.base, unit)} <small>${formatShare(row.base, row.head)}</small></td>
<td class="number">${formatAmount(row.limit, unit)} <small>${limitWords[row.limitedBy]}</small></td>
<td>${row.because}${again ? markup`<br><small>measured ${runsOf(row, unit)}</small>` : null}</td></tr>`;
}

function runsOf({ runs }: MetricComparison, unit: 'bytes' | 'count'): string {
  const list = (amounts: number[]): string =>
    amounts.map((amount) => formatAmount(amount, unit)).join(', ');
  const again = runs.base.length > 0 ? `; base measured again: ${list(runs.base)}` : '';
  return `${list(runs.head)}${again}`;
}
