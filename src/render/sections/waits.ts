import type { Crash } from '../../report/schema.ts';
import { cellCode, folded, sentence } from '../markdown.ts';
import { cellPlace } from '../place.ts';
import { waitsTitle } from '../waits.ts';
import type { Telling } from './telling.ts';

const maxRows = 12;
const maxHolds = 5;
const maxSummaryChars = 4000;

/** Who waits for whom, in a sentence; '' where nothing says that nobody goes on. */
export function waitsText(crash: Crash | null): string {
  const waits = crash?.waits;
  if (waits === undefined) return '';
  const { title } = waitsTitle(waits);
  return `**${title[0]?.toUpperCase() ?? ''}${title.slice(1)}** (${waits.confidence}): ${sentence(waits.summary.slice(0, maxSummaryChars), 800)}.`;
}

/** The same as a table, folded; '' where there is nothing to tell. */
export function waitsTable(crash: Crash | null, { links }: Telling): string {
  const waits = crash?.waits;
  if (waits === undefined || waits.waits.length === 0) return '';
  const rows = waits.waits.slice(0, maxRows).map(({ goroutine, goroutines, state, at, holds }) => {
    const count = goroutines > 1 ? ` × ${String(goroutines)}` : '';
    const where = at === null ? '' : cellPlace(at, links);
    const held = holds
      .slice(0, maxHolds)
      .map(({ what, at: since }) => `${cellCode(what)} ${cellPlace(since, links)}`)
      .join('<br>');
    return `| ${String(goroutine)}${count} | ${cellCode(state)} | ${where} | ${held} |`;
  });
  const head = ['| goroutine | waits in | at | holds, by the source |', '|---|---|---|---|'];
  return folded('Who waits for whom', [...head, ...rows].join('\n'));
}
