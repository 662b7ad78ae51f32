import type { HeapRecord } from '../../report/heap-schema.ts';
import type { Measurements } from './measurements.ts';
import type { TestMetric } from './metric-rules.ts';

export type Amounts = Record<TestMetric, number>;

/**
 * Standard error of a figure, from sampling. A sample of size s is taken with p = 1 - exp(-s/rate) and stands for 1/p objects, so n
 * objects have the variance n(1-p)/p. For bytes that is at most bytes x rate, whatever the sizes; of a package's allocated
 * bytes the record knows better, and a test of it is as much worse as it is smaller.
 */
export function figureError(
  record: HeapRecord,
  metric: TestMetric,
  { allocBytes, allocObjects, inuseBytes }: Amounts,
): number {
  const { rate, relativeError } = record.sampling;
  if (rate <= 1) return 0;
  switch (metric) {
    case 'allocBytes': {
      const bound = Math.sqrt(allocBytes * rate);
      const whole = record.metrics.allocBytes ?? 0;
      return relativeError === null
        ? bound
        : Math.min(bound, relativeError * Math.sqrt(whole * allocBytes));
    }
    case 'allocObjects': {
      if (allocObjects === 0) return 0;
      const taken = -Math.expm1(-allocBytes / allocObjects / rate);
      return taken === 0 ? 0 : Math.sqrt((allocObjects * (1 - taken)) / taken);
    }
    case 'inuseBytes':
      return Math.sqrt(inuseBytes * rate);
  }
}

/** Of the difference between base and head: the errors of both add up as squares. */
export function errorOfDifference(
  { base, heads }: Measurements,
  metric: TestMetric,
  amountsOf: (record: HeapRecord) => Amounts,
): number {
  const errors = [base, heads[0]].map((record) => figureError(record, metric, amountsOf(record)));
  return Math.hypot(...errors);
}
