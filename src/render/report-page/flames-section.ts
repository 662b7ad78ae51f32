import { plural } from '../../report/plural.ts';
import type { Report } from '../../report/schema.ts';
import { formatAmount } from '../heap-figures.ts';
import { bounded } from '../html/bounded.ts';
import { flameGraphPart } from '../html/flame-section.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup } from '../html/markup.ts';
import { keyOf } from './proof.ts';
import type { PageSection, ReportPage } from './page-content.ts';

const room = { items: 20, chars: 4_000_000 };

/** Flame graphs, each drawn when it is opened. */
export function flamesSection({ report, flames, flamesLeft }: ReportPage): PageSection | null {
  if (flames.length === 0) return null;
  const opened = firstToOpen(report, flames);
  const { shown, left } = bounded(flames, room, ({ package: name, leg, picture }, index) => {
    const [allocated = 0, , inUse = 0] = picture.graph.nodes[0]?.head ?? [];
    return markup`<details class="flame-details"${index === opened ? markup` open` : null}><summary>${code(name)} <small>${words(leg, 60)}; ${formatAmount(allocated, 'bytes')} allocated, ${formatAmount(inUse, 'bytes')} in use at the end</small></summary>${flameGraphPart(picture, `flame-${String(index + 1)}`)}</details>`;
  });
  const body = markup`${shown}${
    flamesLeft + left > 0
      ? markup`<p class="note">There is no room here for the flame graphs of ${plural(flamesLeft + left, 'more package')}; their profiles are in the run folder.</p>`
      : null
  }`;
  return { id: 'flames', title: 'Flame graphs', count: shown.length, body };
}

/** Where something failed, the graph of a package that is fine is not what a reader looks for. */
function firstToOpen(
  { packages, comparison, verdict }: Report,
  flames: ReportPage['flames'],
): number {
  if (verdict.status === 'pass') return 0;
  const bad = new Set([
    ...packages.filter(({ ending }) => ending !== 'passed' && ending !== 'no-tests').map(keyOf),
    ...(comparison?.packages ?? []).filter((item) => item.verdict !== 'same').map(keyOf),
  ]);
  return flames.findIndex((drawn) => bad.has(keyOf(drawn)));
}
