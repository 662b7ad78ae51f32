import { formatBytes } from '../report/format.ts';
import type { MetricComparison, MetricVerdict } from '../report/comparison-schema.ts';

export const verdictWords: Record<MetricVerdict, string> = {
  same: 'same',
  regressed: 'grew',
  warned: 'grew, warning',
  unconfirmed: 'grew, not confirmed',
  accepted: 'grew, accepted',
  improved: 'shrank',
};

/** Which part of the rule makes the limit, as the sentence on a figure says it. */
export const limitWords: Record<MetricComparison['limitedBy'], string> = {
  threshold: 'relative threshold',
  floor: 'least growth',
  history: 'noise',
  sampling: 'error of sampling',
};

/** An amount as a person reads it: `1.4 MiB`, `12,345`. */
export function formatAmount(amount: number, unit: 'bytes' | 'count'): string {
  if (unit === 'bytes') return formatBytes(Math.round(amount));
  // Only the figures of benchmarks have a fraction that says something.
  const whole = Number.isInteger(amount) || amount >= 100;
  return groupDigits(whole ? String(Math.round(amount)) : amount.toFixed(1));
}

/** `+1.4 MiB`, `-12`, `0 B`. */
export function formatChange(change: number, unit: 'bytes' | 'count'): string {
  const sign = change > 0 ? '+' : change < 0 ? '\u2212' : '';
  return `${sign}${formatAmount(Math.abs(change), unit)}`;
}

/** `+12.3 %`; `new` where there was nothing before. */
export function formatShare(base: number, head: number): string {
  if (base === 0) return head === 0 ? '0 %' : 'new';
  const percent = ((head - base) / base) * 100;
  const digits = Math.abs(percent).toFixed(1);
  const sign = digits === '0.0' ? '' : percent > 0 ? '+' : '\u2212';
  return `${sign}${groupDigits(digits)} %`;
}

/** `12,345.6` */
function groupDigits(digits: string): string {
  const [whole = '', rest] = digits.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** `3f2c1a9` */
export function shortCommit(commit: string): string {
  return commit.slice(0, 7);
}
