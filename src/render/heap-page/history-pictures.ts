import { historySigma } from '../../heap/compare/limit.ts';
import type { MetricComparison, MetricName } from '../../report/comparison-schema.ts';
import type { HeapMetrics } from '../../report/heap-schema.ts';
import type { HistoryPicture } from './history-chart.ts';

export interface PastFigures {
  commit: string;
  committedAt: string;
  metrics: HeapMetrics;
}

const maxPoints = 40;
/** Always of interest, also when they did not change. */
const always: readonly MetricName[] = ['allocBytes', 'inuseBytes'];

/** One picture for each metric that changed, and for the two that matter most. The history comes nearest first. */
export function historyPictures(
  metrics: readonly MetricComparison[],
  history: readonly PastFigures[],
): HistoryPicture[] {
  return metrics
    .filter(({ metric, verdict }) => verdict !== 'same' || always.includes(metric))
    .flatMap(({ metric, head, limit }) => {
      const known = history.flatMap(({ commit, committedAt, metrics: figures }) => {
        const amount = amountOf(figures, metric);
        return amount === null ? [] : [{ commit, committedAt, amount }];
      });
      if (known.length === 0) return [];
      // The gate allows so many standard deviations of the history.
      const noise = 4 * historySigma(known.map(({ amount }) => amount));
      const points = known.slice(0, maxPoints).reverse();
      return [{ metric, points, head, limit, noise: noise === 0 ? null : noise }];
    });
}

function amountOf(figures: HeapMetrics, metric: MetricName): number | null {
  return metric === 'bytesPerOp' || metric === 'allocsPerOp' ? null : figures[metric];
}
