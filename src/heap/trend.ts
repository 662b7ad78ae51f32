import { packageMetrics } from '../report/heap-metric.ts';
import type { MetricName } from '../report/comparison-schema.ts';
import type { StoredRecord, Trend } from '../report/baseline-view.ts';
import { changePoints } from './compare/change-point.ts';

/** What of a record a trend is made of. */
export type TrendRecord = Pick<StoredRecord, 'commit' | 'committedAt'> & {
  record: Pick<StoredRecord['record'], 'metrics'>;
};

/** Each figure over the records, which are oldest first, and where its level shifted. */
export function trendsOf(
  records: readonly TrendRecord[],
  wanted: readonly MetricName[] = packageMetrics,
): Trend[] {
  return packageMetrics
    .filter((metric) => wanted.includes(metric))
    .flatMap((metric) => {
      const points = records.flatMap(({ commit, committedAt, record }) => {
        const amount = record.metrics[metric];
        return amount === null ? [] : [{ commit, committedAt, amount }];
      });
      if (points.length === 0) return [];
      const shifts = changePoints(points.map(({ amount }) => amount)).flatMap((change) => {
        const point = points[change.index];
        if (point === undefined) return [];
        const { commit, committedAt } = point;
        return [{ commit, committedAt, ...change }];
      });
      return [{ metric, points, shifts }];
    });
}
