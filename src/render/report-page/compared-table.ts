import type { Comparison, MetricName, PackageComparison } from '../../report/comparison-schema.ts';
import { plural } from '../../report/plural.ts';
import { recordedLegs } from '../comparison-words.ts';
import { formatAmount, verdictWords } from '../heap-figures.ts';
import { bounded } from '../html/bounded.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';

const rows = { items: 1000, chars: 400_000 };
const columns = [
  ['allocBytes', 'allocated'],
  ['inuseBytes', 'in use at the end'],
] as const satisfies [MetricName, string][];

/** Every package that was compared, or why it was not. */
export function comparedTable({ packages }: Comparison): Markup | null {
  if (packages.length === 0) return null;
  const recorded = recordedLegs(packages);
  const { shown, left } = bounded(packages, rows, (item) => rowOf(item, recorded));
  return markup`<details><summary>${plural(packages.length, 'package')} in all</summary><div class="scroll" tabindex="0" role="group" aria-label="All packages"><table class="figures"><thead><tr><th scope="col">package</th>${columns.map(([, name]) => markup`<th scope="col" class="number">${name}</th>`)}<th scope="col">state</th></tr></thead><tbody>${shown}</tbody></table></div>${left > 0 ? markup`<p class="note">${plural(left, 'more package')} in report.json.</p>` : null}</details>`;
}

function rowOf(item: PackageComparison, recorded: ReadonlySet<string>): Markup {
  const cells = columns.map(([wanted]) => {
    const figure = item.metrics.find(({ metric }) => metric === wanted);
    return markup`<td class="number">${figure === undefined ? '–' : markup`${formatAmount(figure.base, 'bytes')} → ${formatAmount(figure.head, 'bytes')}`}</td>`;
  });
  const state = stateOf(item, recorded);
  return markup`<tr><th scope="row">${code(item.package)} <small>${words(item.leg, 60)}</small></th>${cells}<td>${state}${item.because === null ? null : markup`: ${words(item.because, 300)}`}</td></tr>`;
}

function stateOf(
  { state, verdict, leg }: PackageComparison,
  recorded: ReadonlySet<string>,
): string {
  if (state === 'compared') return verdictWords[verdict];
  return state === 'new' && !recorded.has(leg) ? 'the base has no record' : state;
}
