import type { PackageComparison } from '../../report/comparison-schema.ts';
import { heapMetrics } from '../../report/heap-metric.ts';
import { severity } from '../../report/severity.ts';
import type { Section } from '../fit.ts';
import { shortPackage, worth, type Telling } from './telling.ts';

/** More points than these do not draw well, and fewer tell nothing. */
const maxPoints = 20;
const leastPoints = 4;

/** How the worst figure of the worst packages moved, as charts that GitHub draws. */
export function historySection(telling: Telling): Section {
  const { report, charts } = telling;
  const drawn = (report.comparison?.packages ?? [])
    .filter(({ verdict }) => severity(verdict) <= severity('unconfirmed'))
    .flatMap((item) => chartText(item, telling) ?? [])
    .slice(0, charts);
  return {
    ...{ head: '', tail: '', shape: 'paragraphs', more: () => '', unmade: 0 },
    items: drawn.map((text) => [{ text, worth: worth.chart }]),
  };
}

function chartText(item: PackageComparison, { report }: Telling): string | null {
  const { history } = item;
  if (history === undefined) return null;
  const figure = item.metrics.find(({ metric }) => metric === history.metric);
  const past = history.points.slice(1 - maxPoints).map(({ amount }) => amount);
  if (figure === undefined || past.length + 1 < leastPoints) return null;
  const { name, unit } = heapMetrics[history.metric];
  const amounts = [...past, figure.head];
  const { per, word } = scaleOf(unit, Math.max(...amounts));
  const values = amounts.map((amount) => (amount / per).toFixed(2));
  const labels = amounts.map((_, index) => labelOf(amounts.length - 1 - index));
  const low = Math.min(...amounts) / per;
  const high = Math.max(...amounts) / per;
  const margin = Math.max((high - low) * 0.1, high * 0.01, 0.01);
  const bottom = Math.max(0, low - margin).toFixed(2);
  const title = `${name}, ${plainText(shortPackage(item.package, report))} - ${plainText(item.leg)}`;
  return [
    '```mermaid',
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis "recorded commits" [${labels.map((label) => `"${label}"`).join(', ')}]`,
    `  y-axis "${word}" ${bottom} --> ${(high + margin).toFixed(2)}`,
    `  line [${values.join(', ')}]`,
    '```',
  ].join('\n');
}

/** The last point is the tested commit, the one before it the base. */
function labelOf(before: number): string {
  if (before === 0) return 'now';
  return before === 1 ? 'base' : `-${String(before - 1)}`;
}

function scaleOf(unit: 'bytes' | 'count', most: number): { per: number; word: string } {
  if (unit === 'count') return { per: 1, word: 'count' };
  if (most >= 1 << 30) return { per: 1 << 30, word: 'GiB' };
  return most >= 1 << 20 ? { per: 1 << 20, word: 'MiB' } : { per: 1024, word: 'KiB' };
}

/** What can neither end a text of a chart nor be a command in it. */
function plainText(text: string): string {
  return text.slice(0, 80).replace(/[^\w ./-]/g, '_');
}
