import { plural } from '../../report/plural.ts';
import { formatAmount } from '../heap-figures.ts';
import { bounded } from '../html/bounded.ts';
import { flameGraphPart } from '../html/flame-section.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup } from '../html/markup.ts';
import type { PageSection, ReportPage } from './page-content.ts';

const room = { items: 20, chars: 4_000_000 };

/** Flame graphs, each drawn when it is opened. */
export function flamesSection({ flames, flamesLeft }: ReportPage): PageSection | null {
  if (flames.length === 0) return null;
  const { shown, left } = bounded(flames, room, ({ package: name, leg, picture }, index) => {
    const [allocated = 0, , inUse = 0] = picture.graph.nodes[0]?.head ?? [];
    return markup`<details class="flame-details"${index === 0 ? markup` open` : null}><summary>${code(name)} <small>${words(leg, 60)}; ${formatAmount(allocated, 'bytes')} allocated, ${formatAmount(inUse, 'bytes')} in use at the end</small></summary>${flameGraphPart(picture, `flame-${String(index + 1)}`)}</details>`;
  });
  const body = markup`${shown}${
    flamesLeft + left > 0
      ? markup`<p class="note">There is no room here for the flame graphs of ${plural(flamesLeft + left, 'more package')}; their profiles are in the run folder.</p>`
      : null
  }`;
  return { id: 'flames', title: 'Flame graphs', count: shown.length, body };
}
