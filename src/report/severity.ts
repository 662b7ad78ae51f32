import type { MetricVerdict, PackageComparison } from './comparison-schema.ts';

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

/** Worst first. */
export function byWeight(a: PackageComparison, b: PackageComparison): number {
  return severity(a.verdict) - severity(b.verdict) || growthOf(b) - growthOf(a);
}

function growthOf({ metrics }: PackageComparison): number {
  return Math.max(0, ...metrics.map(({ base, head }) => (head - base) / Math.max(base, 1)));
}
