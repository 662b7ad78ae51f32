import type { Ending } from '../report/ending-schema.ts';
import { formatBytes } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { LadderStep } from '../report/recovery-schema.ts';
import { diedOfLimit } from '../recovery/attempt-view.ts';
import type { Attempt, LegReport, PackageRun, Report } from '../report/schema.ts';
import { endedText, madeAttempts, numbersText } from './attempt-words.ts';
import { keys } from './keys.ts';

/** A name or a flag as the text takes it: printable in a terminal, code in Markdown. */
export type Written = (text: string) => string;

const maxSteps = 8;
const maxChanges = 5;
const maxNames = 3;
const maxFlaky = 10;
const maxSeeds = 8;

/**
 * What fits: `all tests 1.9 GiB: killed; TestImport alone 0.4 GiB: fits; all tests with -parallel=1 0.9 GiB: fits; ceiling 1.0 GiB`;
 * null where nothing was tried, and where somebody else's signal and no limit ended it.
 */
export function ladderText(
  run: PackageRun,
  leg: LegReport | undefined,
  written: Written,
): string | null {
  const ladder = run.recovery?.ladder ?? [];
  if (ladder.length === 0 || run.cause?.id === 'killed') return null;
  const first = run.attempts.find(({ number }) => number === 1);
  const before = first === undefined ? [] : [`all tests${tookText(first)}`];
  const steps = ladder.slice(0, maxSteps).map((step) => stepText(step, written));
  const more = ladder.length - steps.length;
  const ceiling = leg?.guard?.ceilingBytes ?? null;
  return [
    ...before,
    ...steps,
    ...(more > 0 ? [plural(more, 'more step')] : []),
    ...(ceiling === null ? [] : [`ceiling ${formatBytes(ceiling)}`]),
  ].join('; ');
}

function stepText(step: LadderStep, written: Written): string {
  const { tests, changes } = step;
  const said = changes.slice(0, maxChanges).map(written);
  const how = said.length === 0 ? '' : ` with ${said.join(' ')}`;
  return `${testsText(tests, written)}${how}${tookText(step)}`;
}

function testsText(tests: readonly string[] | null, written: Written): string {
  if (tests === null) return 'all tests';
  if (tests.length > maxNames) return plural(tests.length, 'test');
  return `${tests.map(written).join(', ')}${tests.length === 1 ? ' alone' : ''}`;
}

function tookText({ ending, peakRssBytes }: Pick<Attempt, 'ending' | 'peakRssBytes'>): string {
  const peak = peakRssBytes === null ? '' : ` ${formatBytes(peakRssBytes)}`;
  return `${peak}: ${fitText(ending)}`;
}

/**
 * What to change, from the first step that fits: `all tests fit with -parallel=1 (peak 134.1 MiB)`; null where none does, and where
 * no limit was met: what somebody else kills may pass with any flags.
 */
export function fitsText({ recovery, cause }: PackageRun): string | null {
  if (cause === null || !diedOfLimit(cause.id)) return null;
  const fitting = (recovery?.ladder ?? []).filter(({ ending }) =>
    fitText(ending).startsWith('fits'),
  );
  const step = fitting.find(({ changes }) => changes.length > 0) ?? fitting[0];
  if (step === undefined) return null;
  const { tests, changes, peakRssBytes } = step;
  const fit = tests?.length === 1 ? 'fits' : 'fit';
  const how = changes.length === 0 ? '' : ` with ${changes.slice(0, maxChanges).join(' ')}`;
  const isMemory = /^(?:oom-|go-out)/.test(cause.id);
  const peak = isMemory && peakRssBytes !== null ? ` (peak ${formatBytes(peakRssBytes)})` : '';
  return `${testsText(tests, (text) => text)} ${fit}${how}${peak}`;
}

/** A process that came to its own end fits, whatever its tests say. */
export function fitText(ending: Ending): string {
  if (ending === 'passed' || ending === 'no-tests') return 'fits';
  return ending === 'failed' ? 'fits, tests failed' : endedText(ending);
}

/** Tests that were killed at first and passed in a later attempt; null where there are none. */
export function flakyText({ recovery, tests }: PackageRun, written: Written): string | null {
  const flaky = recovery?.flaky ?? [];
  if (flaky.length === 0) return null;
  const attempts = new Map((tests.cases ?? []).map(([name, , , attempt]) => [name, attempt]));
  const said = flaky.slice(0, maxFlaky).map((name) => {
    const attempt = attempts.get(name);
    return `${written(name)}${attempt === undefined ? '' : ` (attempt ${String(attempt)})`}`;
  });
  const more = flaky.length - said.length;
  return `killed at first, passed later: ${said.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** The seeds of go test -shuffle: `-shuffle=17`, `-shuffle=17 in attempt 1; -shuffle=18 in attempt 2`; null where it was off. */
export function shuffleText(run: Pick<PackageRun, 'attempts'>, written: Written): string | null {
  const seeds = new Map<string, number[]>();
  for (const { shuffleSeed, number } of madeAttempts(run)) {
    if (!isSeed(shuffleSeed)) continue;
    seeds.set(shuffleSeed, [...(seeds.get(shuffleSeed) ?? []), number]);
  }
  const [only] = seeds.keys();
  if (only === undefined) return null;
  if (seeds.size === 1) return written(`-shuffle=${only}`);
  const all = [...seeds].slice(0, maxSeeds);
  return all
    .map(([seed, numbers]) => `${written(`-shuffle=${seed}`)} in ${numbersText(numbers)}`)
    .join('; ');
}

export function isSeed(seed: string | undefined): seed is string {
  return seed !== undefined && /^-?\d{1,20}$/.test(seed);
}

/** Flaky tests of all packages; in two legs it is one test. */
export function flakyCount({ packages }: Pick<Report, 'packages'>): number {
  const keyOf = keys();
  const tests = packages.flatMap(({ package: name, recovery }) =>
    (recovery?.flaky ?? []).map((test) => keyOf([name, test])),
  );
  return new Set(tests).size;
}
