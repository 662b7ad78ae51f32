import type { MetricVerdict } from '../../report/comparison-schema.ts';

/** From the worst to the best. */
const order: readonly MetricVerdict[] = [
  'regressed',
  'warned',
  'unconfirmed',
  'accepted',
  'improved',
  'same',
];

export function severity(verdict: MetricVerdict): number {
  return order.indexOf(verdict);
}

export function worst(verdicts: readonly MetricVerdict[]): MetricVerdict {
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'same';
}
