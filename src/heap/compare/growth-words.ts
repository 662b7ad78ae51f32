import type { MetricComparison, MetricName } from '../../report/comparison-schema.ts';
import { formatBytes } from '../../report/format.ts';
import { heapMetrics } from '../../report/heap-metric.ts';
import { plural } from '../../report/plural.ts';

/** What the sentences on one figure speak of. */
export interface GrowthText {
  metric: MetricName;
  base: number;
  head: number;
  limit: number;
  limitedBy: MetricComparison['limitedBy'];
  headRuns: readonly number[];
}

const limits: Record<MetricComparison['limitedBy'], string> = {
  threshold: 'the relative threshold',
  floor: 'the least growth that counts',
  history: 'the noise of its measurements',
  sampling: 'the error of sampling',
};

/** An amount in its metric's unit: `1.4 MiB`, `41,500`. */
export function amountText(metric: MetricName, amount: number): string {
  if (heapMetrics[metric].unit === 'bytes') return formatBytes(Math.round(amount));
  return Math.round(amount).toLocaleString('en-US');
}

/** `by 2.0 MiB (20.0 %) to 12.0 MiB` */
function stepText({ metric, base, head }: GrowthText): string {
  const share = base === 0 ? '' : ` (${((100 * Math.abs(head - base)) / base).toFixed(1)} %)`;
  return `by ${amountText(metric, Math.abs(head - base))}${share} to ${amountText(metric, head)}`;
}

function reachText({ metric, limit, limitedBy }: GrowthText): string {
  return `${amountText(metric, limit)} is the limit, from ${limits[limitedBy]}`;
}

/** A figure that grew: by how much, in how many runs, and what it might have reached. */
export function grewText(text: GrowthText): string {
  const runs = text.headRuns.length;
  const best = runs > 1 ? `, the smallest of ${String(runs)} measurements` : '';
  // With tests removed, less than the base can be too much.
  const step =
    text.head > text.base
      ? `grew ${stepText(text)}`
      : `${amountText(text.metric, text.head)} instead of ${amountText(text.metric, text.base)}`;
  return `${step}${best}; ${reachText(text)}`;
}

export function shrankText(text: GrowthText): string {
  return `shrank ${stepText(text)}`;
}

export const growthWords = {
  moved: 'no function of the package allocates that much more: other tests did this work before',
  policy: (metric: MetricName): string => `"${heapMetrics[metric].word}" is set to warn`,
  tooFewRuns: (again: number): string =>
    again === 0
      ? 'not measured again'
      : `measured again ${plural(again, 'time')} only, which is too few to count`,
  maybeChance:
    'the records do not tell whether that is chance: it counts once the base is measured again too (confirm: base)',
  gone: (text: GrowthText, baseToo: boolean): string =>
    `grew at first, to ${amountText(text.metric, text.headRuns[0] ?? 0)}; measured again ` +
    (baseToo ? 'beside the base' : `it was ${amountText(text.metric, text.head)}`) +
    `, within the limit of ${amountText(text.metric, text.limit)}`,
  within: (text: GrowthText, fromTests: number): string => {
    const tests =
      fromTests > 0 ? `; new tests account for ${amountText(text.metric, fromTests)}` : '';
    return `${amountText(text.metric, text.head)}; ${reachText(text)}${tests}`;
  },
};
