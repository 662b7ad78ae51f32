import { clip, listNames, oneLine } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { Ending } from '../report/ending-schema.ts';
import type { CrashRate } from './crash-rate.ts';
import type { Way } from './way.ts';

export interface Told {
  ending: Ending;
  /** The -timeout of the runs, where that is not the first attempt's: `10s`. */
  timeout: string | null;
  /** The smallest set, in the order in which its tests begin; null where nothing crashed again. */
  tests: readonly string[] | null;
  /** Tests that had begun when the process died at first. */
  begun: number;
  way: Way | null;
  rate: CrashRate;
  /** Why the search ended before its end. */
  stopped: string | null;
  /** Other ways to die that were seen, and how often. */
  others: ReadonlyMap<string, number>;
}

const verbs: Partial<Record<Ending, string>> = {
  killed: 'is killed',
  exited: 'ends its process',
};
const infinitives: Partial<Record<Ending, string>> = {
  killed: 'get killed',
  exited: 'end its process',
};
const maxNames = 6;

/** One sentence: `crashes only if TestA runs before TestB`. */
export function isolationSummary(told: Told): string {
  return clip(`${mainClause(told)}${otherDeaths(told)}`, 1000);
}

function mainClause(told: Told): string {
  const { ending, timeout, tests, begun, way, rate, stopped } = told;
  const hangs = ending === 'timed-out';
  const late = timeout === null ? 'end in time' : `end within ${timeout}`;
  const dies = hangs ? `does not ${late}` : (verbs[ending] ?? 'crashes');
  const die = hangs ? 'hang' : (infinitives[ending] ?? 'crash');
  if (tests === null) {
    if (rate.runs === 0 && stopped !== null) return `was not isolated: ${stopped}`;
    const again = `did not ${die} again in ${plural(rate.runs, 'run')}`;
    return stopped === null ? `${again} (95 % interval ${between(rate)})` : `${again}: ${stopped}`;
  }
  if (way === null && stopped !== null) {
    const part = `${String(tests.length)} of the ${plural(begun, 'test')} that had begun`;
    return `${dies} with ${part}, perhaps with fewer: ${stopped}`;
  }
  const how = whatItNeeds(tests, way ?? 'together');
  if (rate.crashes === rate.runs) return `${dies} ${how}`;
  return `${dies} in ${String(rate.crashes)} of ${plural(rate.runs, 'run')} (95 % interval ${between(rate)}) ${how}`;
}

function whatItNeeds(tests: readonly string[], way: Way): string {
  const last = tests.at(-1) ?? '';
  const names = listNames(tests, maxNames);
  if (tests.length === 0) return 'without any test';
  switch (way) {
    case 'alone':
      return 'without any other test';
    case 'order': {
      const before = tests.slice(0, -1);
      const run = before.length === 1 ? 'runs' : 'run';
      return `only if ${listed(before)} ${run} before ${listNames([last], 1)}`;
    }
    case 'parallel':
      return tests.length > maxNames
        ? `only while ${names} run side by side`
        : `only while ${listed(tests)} run side by side`;
    case 'together':
      return tests.length === 2
        ? `only if both ${listed(tests)} run`
        : `only if ${listed(tests)} all run`;
  }
}

/** `TestA`, `TestA and TestB`, `TestA, TestB and TestC`. */
function listed(names: readonly string[]): string {
  if (names.length < 2 || names.length > maxNames) return listNames(names, maxNames);
  return `${listNames(names.slice(0, -1), maxNames)} and ${listNames(names.slice(-1), 1)}`;
}

function otherDeaths({ others }: Told): string {
  const [first] = others;
  if (first === undefined) return '';
  const [words, times] = first;
  const more = others.size > 1 ? ` and ${plural(others.size - 1, 'other')}` : '';
  return `; it also died in another way: ${oneLine(words, 200)} (${plural(times, 'run')})${more}`;
}

function between({ low, high }: CrashRate): string {
  return `${percent(low)} to ${percent(high)} %`;
}

function percent(share: number): string {
  const value = share * 100;
  return value > 0 && value < 10 ? value.toFixed(1) : String(Math.round(value));
}
