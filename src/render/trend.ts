import type { PackageTrend, Trend } from '../report/baseline-view.ts';
import { plural } from '../report/plural.ts';
import { measuredAs } from './baseline-contents.ts';
import { formatAmount, formatShare, shortCommit } from './heap-figures.ts';
import { heapMetrics } from '../report/heap-metric.ts';
import { moreLine, textLine, type Page } from './inspection-page.ts';
import { sparkline } from './sparkline.ts';

const shownShifts = 5;
const maxBars = 100;
const leastBars = 10;
const nameWidth = Math.max(...Object.values(heapMetrics).map(({ name }) => name.length));

/** A package's figures over time, and under each where its level shifted. */
export function renderTrend({ key, trends }: PackageTrend, page: Page): string {
  const points = trends[0]?.points ?? [];
  const [first] = points;
  const last = points.at(-1);
  const title = `${key.package} (${key.leg}), ${measuredAs({ ...key, rate: 0 })}`;
  const span =
    first === undefined || last === undefined
      ? ''
      : `, ${first.committedAt.slice(0, 10)} to ${last.committedAt.slice(0, 10)}`;
  const lines = [
    page.paint.bold(textLine(page, title)),
    textLine(page, `  ${plural(points.length, 'record')}${span}`),
    ...trends.flatMap((trend) => trendLines(trend, page)),
  ];
  return `${lines.join('\n')}\n`;
}

function trendLines({ metric, points, shifts }: Trend, page: Page): string[] {
  const { name, unit } = heapMetrics[metric];
  const amounts = points.map(({ amount }) => amount);
  const [oldest = 0] = amounts;
  const latest = amounts.at(-1) ?? 0;
  const start = `  ${name.padEnd(nameWidth)}  ${formatAmount(oldest, unit).padStart(10)}  `;
  const end = `  ${formatAmount(latest, unit)} (${formatShare(oldest, latest)})`;
  const columns = Math.min(maxBars, Math.max(leastBars, page.width - start.length - end.length));
  const { bars, columnOf } = sparkline(amounts, columns);
  const marks = Array.from(bars, () => ' ');
  for (const { index, before, after } of shifts)
    marks[columnOf(index)] = after > before ? '▲' : '▼';
  const markLine = ' '.repeat(start.length) + marks.join('').trimEnd();
  const latestFirst = [...shifts].reverse();
  return [
    `${start}${bars}${end}`,
    ...(shifts.length === 0 ? [] : [markLine]),
    ...latestFirst.slice(0, shownShifts).map((shift) => shiftLine(metric, shift, page)),
    ...moreLine(page, Math.max(0, shifts.length - shownShifts), 'shift'),
  ];
}

function shiftLine(metric: Trend['metric'], shift: Trend['shifts'][number], page: Page): string {
  const { commit, committedAt, before, after } = shift;
  const { unit } = heapMetrics[metric];
  const [word, paint] =
    after > before ? (['up', page.paint.bad] as const) : (['down', page.paint.good] as const);
  const where = `${shortCommit(commit)} of ${committedAt.slice(0, 10)}`;
  const step = `${formatAmount(before, unit)} to ${formatAmount(after, unit)}`;
  const text = `    ${word} since ${where}: ${step} (${formatShare(before, after)})`;
  return paint(textLine(page, text));
}
