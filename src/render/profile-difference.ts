import { formatAmount, formatChange } from './heap-figures.ts';
import { aligned, frameLine, moreLine, textLine, type Page } from './inspection-page.ts';

interface BothSides {
  base: number;
  head: number;
}

/** What is shown of the difference of two profiles by one sample type. */
export interface ShownDifference {
  sampleType: string;
  unit: string;
  totals: BothSides;
  rows: readonly {
    function: string;
    file: string;
    line: number;
    flat: BothSides;
    cumulative: BothSides;
    charged: BothSides;
  }[];
}

/** What is a smaller part of the whole is counted only; the first is shown in any case. */
const leastShare = 0.001;

/** Functions by how much more or less they allocate, the largest change first, at most `top`. */
export function differenceLines(difference: ShownDifference, top: number, page: Page): string[] {
  const { sampleType, unit, totals, rows } = difference;
  const changed = rows.filter((row) => largestChange(row) !== 0);
  const least = leastShare * Math.max(totals.base, totals.head);
  const kind = unit === 'bytes' ? 'bytes' : 'count';
  const [before, now] = [totals.base, totals.head].map((amount) => formatAmount(amount, kind));
  const all = formatChange(changeOf(totals), kind);
  const title = `${sampleType}: ${before ?? ''} before, ${now ?? ''} now, ${all}`;
  const heading = page.paint.bold(textLine(page, title));
  if (changed.length === 0) return [heading, '  no function changed'];
  const shown = changed.filter((row, i) => i === 0 || largestChange(row) >= least).slice(0, top);
  const cells = shown.map(({ flat, cumulative, charged }) =>
    [charged, flat, cumulative].map((both) => formatChange(changeOf(both), kind)),
  );
  const [head = '', ...starts] = aligned(
    [['charged', 'flat', 'cum'], ...cells],
    [true, true, true],
  );
  return [
    heading,
    page.paint.dim(`  ${head}`),
    ...shown.map((row, i) => frameLine(page, `  ${starts[i] ?? ''}  `, row)),
    ...moreLine(page, changed.length - shown.length, 'function'),
  ];
}

function largestChange({ flat, cumulative, charged }: ShownDifference['rows'][number]): number {
  return Math.max(...[flat, cumulative, charged].map((both) => Math.abs(changeOf(both))));
}

function changeOf({ base, head }: BothSides): number {
  return head - base;
}
