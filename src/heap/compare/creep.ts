import type { Creep } from '../../report/comparison-schema.ts';
import type { HeapRecord } from '../../report/heap-schema.ts';
import type { CompareInput, PackageBase } from './input.ts';
import { historySigma, limitOf, smallestAllowance } from './limit.ts';
import { isTestMetric, packageMetrics, type PackageMetric } from './metric-rules.ts';
import { figureError } from './figure-error.ts';

/**
 * Growth in steps that are too small to count each. Large steps were seen when they came, and judged then; what is left when they are
 * taken out has crept in.
 */
export function creepOf(
  head: HeapRecord,
  base: PackageBase,
  settings: CompareInput['settings'],
): Creep[] {
  const { old } = base;
  if (old === null || base.record.sampling.rate !== head.sampling.rate) return [];
  return packageMetrics
    .filter((metric) => settings.metrics[metric] !== 'off')
    .flatMap((metric) => {
      const [from, to] = [old.metrics[metric], head.metrics[metric]];
      if (from === null || to === null) return [];
      const line = lineSince(base, metric, old.committedAt);
      const { allowance } = limitOf({
        ...{ metric, base: from, threshold: settings.threshold, history: line },
        ...{ sigma: historySigma(line), headRuns: [], baseRuns: [] },
        samplingError: isTestMetric(metric) ? errorOf(head, metric) * Math.SQRT2 : 0,
      });
      const crept = to - from - largeSteps([to, ...line, from], metric, settings.threshold);
      if (Math.min(to - from, crept) <= allowance) return [];
      const { commit, committedAt, reason } = old;
      return [
        {
          ...{ package: head.package, leg: head.leg, metric, commit, committedAt, reason },
          ...{ base: from, head: to },
        },
      ];
    });
}

/** The figures since the old record, nearest first. */
function lineSince({ history }: PackageBase, metric: PackageMetric, committedAt: string): number[] {
  const since = Date.parse(committedAt);
  return history
    .filter((point) => !(Date.parse(point.committedAt) <= since))
    .map(({ metrics }) => metrics[metric])
    .filter((value) => value !== null);
}

/** The sum of the steps, up or down, that counted by themselves. Values are nearest first. */
function largeSteps(values: readonly number[], metric: PackageMetric, threshold: number): number {
  return values.slice(0, -1).reduce((sum, value, index) => {
    const before = values[index + 1] ?? value;
    const step = value - before;
    return Math.abs(step) > smallestAllowance(metric, before, threshold) ? sum + step : sum;
  }, 0);
}

function errorOf(head: HeapRecord, metric: Parameters<typeof figureError>[1]): number {
  const { allocBytes, allocObjects, inuseBytes } = head.metrics;
  return figureError(head, metric, {
    ...{ allocBytes: allocBytes ?? 0, allocObjects: allocObjects ?? 0 },
    inuseBytes: inuseBytes ?? 0,
  });
}
