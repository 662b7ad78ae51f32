import type { MetricName } from '../../report/comparison-schema.ts';
import { scale, ticks } from '../html/axis.ts';
import { formatAmount, shortCommit } from '../heap-figures.ts';
import { heapMetrics } from '../../report/heap-metric.ts';
import { markup, type Markup } from '../html/markup.ts';

export interface HistoryPicture {
  metric: MetricName;
  /** Oldest first; the base is the last one. */
  points: { commit: string; committedAt: string; amount: number }[];
  head: number;
  /** What the head may reach. */
  limit: number;
  /** How far figures of neighbouring commits lie apart as a rule, times what the gate allows; null for a short history. */
  noise: number | null;
}

const width = 460;
const height = 150;
const left = 76;
const right = 14;
const top = 12;
const bottom = 22;

/** The figures of one metric at earlier commits, their noise as a band around the base, and where the head lies. */
export function historyChart({ metric, points, head, limit, noise }: HistoryPicture): Markup {
  const { unit, name } = heapMetrics[metric];
  const base = points.at(-1)?.amount ?? head;
  const band = noise ?? 0;
  const amounts = [...points.map((point) => point.amount), head, limit, base + band, base - band];
  const lowest = Math.max(0, Math.min(...amounts));
  const highest = Math.max(...amounts);
  const margin = Math.max((highest - lowest) * 0.08, highest * 0.002, 1);
  const x = scale(0, points.length, left + 8, width - right - 8);
  const y = scale(Math.max(0, lowest - margin), highest + margin, height - bottom, top);
  const grew = head > limit;
  const line = points.map((point, index) => `${x(index)},${y(point.amount)}`).join(' ');
  const label = `${name}: ${formatAmount(base, unit)} at the base, ${formatAmount(head, unit)} now`;
  return markup`<figure class="history"><figcaption>${name}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
${ticks(Math.max(0, lowest - margin), highest + margin, 4, unit === 'bytes' ? 2 : 10).map(
  (amount) =>
    markup`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(amount)}" y2="${y(amount)}"/><text class="tick" x="${left - 6}" y="${y(amount) + 4}" text-anchor="end">${formatAmount(amount, unit)}</text>`,
)}
${
  noise === null
    ? null
    : markup`<rect class="band" x="${left}" width="${width - right - left}" y="${y(base + band)}" height="${Math.max(1, y(Math.max(0, base - band)) - y(base + band))}"><title>noise of the history: ±${formatAmount(band, unit)}</title></rect>`
}
<line class="limit" x1="${left}" x2="${width - right}" y1="${y(limit)}" y2="${y(limit)}"><title>limit: ${formatAmount(limit, unit)}</title></line>
<polyline class="line past" points="${line}"/>
<line class="step ${grew ? 'grew' : ''}" x1="${x(points.length - 1)}" y1="${y(base)}" x2="${x(points.length)}" y2="${y(head)}"/>
${points.map(
  (point, index) =>
    markup`<circle class="dot" cx="${x(index)}" cy="${y(point.amount)}" r="3"><title>${shortCommit(point.commit)} ${point.committedAt.slice(0, 10)}: ${formatAmount(point.amount, unit)}</title></circle>`,
)}
<circle class="dot head ${grew ? 'grew' : ''}" cx="${x(points.length)}" cy="${y(head)}" r="4.5"><title>now: ${formatAmount(head, unit)}</title></circle>
<text class="tick" x="${x(0)}" y="${height - 6}">${points.length === 1 ? 'base' : (points[0]?.committedAt.slice(0, 10) ?? '')}</text>
<text class="tick" x="${x(points.length)}" y="${height - 6}" text-anchor="end">now</text>
</svg></figure>`;
}

export function historyLegend(pictures: readonly HistoryPicture[]): Markup {
  const withBand = pictures.some(({ noise }) => noise !== null);
  return markup`<p class="legend"><span><i class="swatch past"></i>earlier commits</span>${
    withBand ? markup`<span><i class="swatch band"></i>noise of the history</span>` : null
  }<span><i class="swatch limit"></i>limit</span></p>`;
}
