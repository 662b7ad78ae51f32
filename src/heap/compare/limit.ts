import type { MetricComparison, MetricName } from '../../report/comparison-schema.ts';
import { metricRules } from './metric-rules.ts';
import { median, medianDeviation } from './statistics.ts';

export interface LimitInput {
  metric: MetricName;
  /** What the head is compared with. */
  base: number;
  /** heap-threshold */
  threshold: number;
  /** Standard error of the difference between base and head, from sampling alone. */
  samplingError: number;
  /** The same figure along the base's line, nearest first. */
  history: readonly number[];
  /** Its historySigma. */
  sigma: number;
  /** Measured on this machine, for this comparison; empty where a side was not. */
  headRuns: readonly number[];
  baseRuns: readonly number[];
}

export interface Limit {
  /** By how much the head may differ, up or down. */
  allowance: number;
  by: MetricComparison['limitedBy'];
}

/** More points tell of other times. */
const historyPoints = 50;
/** With fewer records of a figure nobody knows how much it varies. */
export const enoughHistory = 8;
const recentPoints = 5;
/** Of a normal distribution the median deviation is this part of the standard deviation. */
const deviationsToSigma = 1.4826;

/**
 * The four parts of the rule; the largest allowance holds. Where the history does not tell enough, the measurements of this comparison
 * stand for it: where the work itself is random (keys, goroutines, pools that a collection may have emptied), three runs differ.
 */
export function limitOf(input: LimitInput): Limit {
  const { history, headRuns, baseRuns } = input;
  const isKnown = history.length >= enoughHistory && baseRuns.length === 0;
  const spread = isKnown ? 0 : Math.max(spreadOf(headRuns), spreadOf(baseRuns));
  const { floor, threshold } = metricRules[input.metric];
  const parts: [MetricComparison['limitedBy'], number][] = [
    ['threshold', (threshold === 'settings' ? input.threshold : threshold) * input.base],
    ['floor', floor],
    ['history', Math.max(4 * input.sigma, 2 * spread)],
    ['sampling', 3 * input.samplingError],
  ];
  const [by, allowance] = parts.reduce((most, part) => (part[1] > most[1] ? part : most));
  return { allowance, by };
}

/** What is allowed whatever history and sampling say. */
export function smallestAllowance(metric: MetricName, base: number, heapThreshold: number): number {
  const { floor, threshold } = metricRules[metric];
  return Math.max(floor, (threshold === 'settings' ? heapThreshold : threshold) * base);
}

/**
 * By how much two neighbours in the history differ without a reason, as a standard deviation. Steps that were meant are few, so that
 * the median deviation does not see them.
 */
export function historySigma(history: readonly number[]): number {
  if (history.length < enoughHistory) return 0;
  const values = history.slice(0, historyPoints);
  const deltas = values.slice(1).map((value, index) => value - (values[index] ?? value));
  return deviationsToSigma * medianDeviation(deltas);
}

/**
 * The median of the last records, where the base differs from it by noise alone; otherwise the base, which has a level of its own
 * then. One measurement may have been low by chance.
 */
export function usualLately(base: number, history: readonly number[], sigma: number): number {
  if (history.length < enoughHistory) return base;
  const usual = median(history.slice(0, recentPoints));
  return Math.abs(usual - base) <= 4 * sigma ? usual : base;
}

function spreadOf(runs: readonly number[]): number {
  return runs.length === 0 ? 0 : Math.max(...runs) - Math.min(...runs);
}
