import type { MetricComparison, MetricName } from '../../report/comparison-schema.ts';
import type { MetricPolicy } from '../../settings/heap.ts';
import { grewText, growthWords, shrankText, type GrowthText } from './growth-words.ts';
import { enoughHistory, historySigma, limitOf, usualLately } from './limit.ts';
import { median } from './statistics.ts';

/** One figure of the head and all there is to judge it by. */
export interface Figure {
  metric: MetricName;
  /** As the base's record has it. */
  recorded: number;
  /** Of the head, the first one first. */
  headRuns: readonly number[];
  /** How many of them come from measuring again. */
  headsAgain: number;
  /** Of the base's commit, measured again beside the head. */
  baseRuns: readonly number[];
  history: readonly number[];
  samplingError: number;
  /** What new tests bring, less what went with removed ones: allowed on top. */
  fromTests: number;
  /** Varies so little that a single record is enough to call less an improvement. */
  steady: boolean;
}

export interface Judging {
  policy: MetricPolicy;
  threshold: number;
  /** Whether a growth must show again before it counts. */
  confirm: boolean;
  /** Why the base's record cannot block by itself; null where it can. */
  doubt: string | null;
  /** What accepts this growth, in words. */
  accepted: (base: number, head: number, limit: number) => string | null;
  /** Whether the package's functions grew by enough to account for so much. */
  isBacked: (growth: number) => boolean;
}

/** Measured so often again, besides the first time: best of three. */
const confirmations = 2;
/** What a figure was in these is what it may be by chance. */
const recentRecords = 10;

/** The verdict on one figure. The best of the head's runs counts: a growth that is real shows in all of them. */
export function judgeFigure(figure: Figure, judging: Judging): MetricComparison {
  const { metric, headRuns, baseRuns } = figure;
  const range = rangeOf(figure, judging);
  const head = Math.min(...headRuns);
  const text: GrowthText = { ...range, metric, head, headRuns };
  const { verdict, because } =
    head > range.limit
      ? judgeGrowth(figure, judging, range, text)
      : judgeNoGrowth(figure, judging, range, text);
  return {
    ...{ metric, base: range.base, head, limit: range.limit, limitedBy: range.limitedBy },
    ...{ verdict, runs: { head: [...headRuns], base: [...baseRuns] }, because },
  };
}

interface Range {
  base: number;
  /** Below this the figure has shrunk. */
  lower: number;
  /** Growth is counted from here, up to so much more. */
  from: number;
  allowance: number;
  limit: number;
  limitedBy: MetricComparison['limitedBy'];
}

/**
 * What is no change. The base may have been low by chance as the head may be high, and it was measured once: growth is counted from
 * the largest of what is known of it, shrinking from the smallest.
 */
function rangeOf(figure: Figure, { threshold, doubt }: Judging): Range {
  const { recorded, baseRuns, history, fromTests } = figure;
  const sigma = historySigma(history);
  const base = baseRuns.length > 0 ? median(baseRuns) : recorded;
  const known =
    doubt !== null && baseRuns.length > 0
      ? baseRuns
      : [recorded, usualLately(recorded, history, sigma), ...baseRuns];
  const { allowance, by } = limitOf({ ...figure, base, threshold, sigma });
  const from = Math.max(...known) + fromTests;
  const lower = Math.min(...known) + fromTests - allowance;
  return { base, lower, from, allowance, limit: Math.max(0, from + allowance), limitedBy: by };
}

type Judged = Pick<MetricComparison, 'verdict' | 'because'>;

function judgeNoGrowth(figure: Figure, judging: Judging, range: Range, text: GrowthText): Judged {
  const { headsAgain, baseRuns } = figure;
  if (headsAgain > 0 && grewAtFirst(figure, judging))
    return { verdict: 'unconfirmed', because: growthWords.gone(text, baseRuns.length > 0) };
  if (isImprovement(figure, range)) return { verdict: 'improved', because: shrankText(text) };
  return { verdict: 'same', because: growthWords.within(text, figure.fromTests) };
}

/** Whether the head's first run, seen alone, was too much for the base's record. */
function grewAtFirst(figure: Figure, judging: Judging): boolean {
  const headRuns = figure.headRuns.slice(0, 1);
  const { limit } = rangeOf({ ...figure, headRuns, baseRuns: [] }, judging);
  return headRuns.some((value) => value > limit);
}

/** All runs of the head are below. Nobody measures again to make sure, so that a single record asks for twice as much. */
function isImprovement(figure: Figure, range: Range): boolean {
  const { headRuns, baseRuns, history, fromTests, steady } = figure;
  const highest = Math.max(...headRuns);
  if (baseRuns.length > 1) return highest < range.lower;
  if (history.length < enoughHistory) return steady && highest < range.lower - range.allowance;
  const lowest = Math.min(...history.slice(0, recentRecords)) + fromTests;
  return highest < Math.min(range.lower, lowest - range.allowance);
}

function judgeGrowth(figure: Figure, judging: Judging, range: Range, text: GrowthText): Judged {
  const { confirm, policy, doubt } = judging;
  const { headsAgain, baseRuns } = figure;
  const grew = grewText(text);
  const accepted = judging.accepted(range.base, text.head, range.limit);
  if (accepted !== null) return { verdict: 'accepted', because: `${grew}; ${accepted}` };
  if (confirm && headsAgain < confirmations)
    return { verdict: 'unconfirmed', because: `${grew}; ${growthWords.tooFewRuns(headsAgain)}` };
  if (!judging.isBacked(text.head - range.from))
    return { verdict: 'warned', because: `${grew}; ${growthWords.moved}` };
  if (doubt !== null && baseRuns.length === 0)
    return { verdict: 'warned', because: `${grew}; ${doubt}` };
  if (confirm && !isBeyondChance(figure, range, text.head))
    return { verdict: 'unconfirmed', because: `${grew}; ${growthWords.maybeChance}` };
  if (policy !== 'enforce')
    return { verdict: 'warned', because: `${grew}; ${growthWords.policy(figure.metric)}` };
  return { verdict: 'regressed', because: grew };
}

/**
 * Whether the growth cannot be chance. One record does not tell how much a figure varies; many do, unless it was as high not long
 * ago. The base's own runs, beside the head's, always do.
 */
function isBeyondChance(
  { baseRuns, history, fromTests }: Figure,
  range: Range,
  head: number,
): boolean {
  if (baseRuns.length > 1) return true;
  if (history.length < enoughHistory) return false;
  const highest = Math.max(...history.slice(0, recentRecords)) + fromTests;
  return head > highest + range.allowance;
}
