import { median } from './statistics.ts';

/** A new level in a series. */
export interface ChangePoint {
  /** Of the first value on the new level. */
  index: number;
  /** Medians of the levels on both sides, up to the neighbouring change points. */
  before: number;
  after: number;
  /** That the series did change here: 1 less the p-value of the test. */
  probability: number;
}

/** Shorter levels are outliers. */
const shortestLevel = 3;
const leastProbability = 0.95;
const shuffles = 1000;
/** Older values are left out, so that a series of any length takes bounded time. */
const maxValues = 1000;

/**
 * Level shifts in a short noisy series, oldest value first. The test is the maximally selected rank statistic: for every split the
 * standardised Wilcoxon rank sum of its left part, of these the largest, and its p-value by shuffling the series (Lausen and
 * Schumacher, Biometrics 48, 1992, who give the asymptotic one). Ranks make it robust: it does not matter how far out an outlier is.
 * Where the test rejects (p below 0.05) the series is split and both parts are tested again (binary segmentation). It takes eight
 * values to see a shift in the middle, more to see one near an end. Shuffles come from a fixed seed: the same series, the same answer.
 */
export function changePoints(values: readonly number[]): ChangePoint[] {
  const start = Math.max(0, values.length - maxValues);
  const series = values.slice(start);
  if (!series.every(Number.isFinite)) return [];
  const splits = segment(series, 0, series.length).sort((a, b) => a.index - b.index);
  return splits.map(({ index, probability }, at) => ({
    index: start + index,
    before: median(series.slice(splits[at - 1]?.index ?? 0, index)),
    after: median(series.slice(index, splits[at + 1]?.index ?? series.length)),
    probability,
  }));
}

type Split = Pick<ChangePoint, 'index' | 'probability'>;

function segment(series: readonly number[], from: number, to: number): Split[] {
  if (to - from < 2 * shortestLevel) return [];
  const ranks = centredRanks(series.slice(from, to));
  const best = bestSplit(ranks);
  if (best.statistic === 0) return [];
  const probability = 1 - pValue(ranks, best.statistic);
  if (probability < leastProbability) return [];
  const index = from + best.at;
  return [{ index, probability }, ...segment(series, from, index), ...segment(series, index, to)];
}

/** Ranks less their mean; equal values share the mean of their ranks. */
function centredRanks(values: readonly number[]): Float64Array {
  const order = values.map((_, index) => index).sort((a, b) => at(values, a) - at(values, b));
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let next = first + 1;
    while (next < order.length && at(values, order[next]) === at(values, order[first])) next++;
    const rank = (first + next - values.length) / 2;
    for (const index of order.slice(first, next)) ranks[index] = rank;
    first = next;
  }
  return ranks;
}

function at(values: readonly number[], index: number | undefined): number {
  return values[index ?? 0] ?? 0;
}

/** The split whose left part has the most unusual rank sum. The variance that is left out is the same for all orders of the ranks. */
function bestSplit(ranks: Float64Array): { at: number; statistic: number } {
  const length = ranks.length;
  const best = { at: 0, statistic: 0 };
  let sum = 0;
  for (let left = 1; left <= length - shortestLevel; left++) {
    sum += ranks[left - 1] ?? 0;
    if (left < shortestLevel) continue;
    const statistic = (sum * sum) / (left * (length - left));
    if (statistic > best.statistic) Object.assign(best, { at: left, statistic });
  }
  return best;
}

/** How often the shuffled ranks look as unusual; no more than that it is too often, where it is. */
function pValue(ranks: Float64Array, statistic: number): number {
  const random = seededRandom(ranks.length);
  const shuffled = ranks.slice();
  let asUnusual = 0;
  const tooOften = (1 - leastProbability) * (shuffles + 1);
  for (let round = 0; round < shuffles && asUnusual <= tooOften; round++) {
    shuffle(shuffled, random);
    // A sum in another order may differ in its last bits.
    if (bestSplit(shuffled).statistic >= statistic * (1 - 1e-9)) asUnusual++;
  }
  return (asUnusual + 1) / (shuffles + 1);
}

/** Fisher and Yates. */
function shuffle(values: Float64Array, random: () => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const value = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = value;
  }
}

/** Between 0 and 1, by the multiplicative generator of Park and Miller (modulus 2^31 - 1, multiplier 48271). */
function seededRandom(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return (state - 1) / 2147483646;
  };
}
