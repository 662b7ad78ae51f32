import { plural } from '../../report/plural.ts';
import { clip } from '../../report/format.ts';
import type { PackageRun } from '../../report/schema.ts';
import type { Item, Section } from '../fit.ts';
import { keys } from '../keys.ts';
import { inlineCode } from '../markdown.ts';
import { missedRuns } from '../missed-runs.ts';
import { isAre } from './causes.ts';
import { inReport, packageText, section, worth, type Telling } from './telling.ts';

const maxNames = 20;

interface Missing {
  package: string;
  legs: string[];
  unfinished: readonly string[];
  neverRan: readonly string[];
  tooFewRuns: readonly string[];
}

/** Tests that nobody saw end: a run is never green with them, whatever else passed. */
export function missingSection(telling: Telling): Section {
  const { report, extent, links } = telling;
  return section(missingTests(report.packages), extent.lines, (one) => itemOf(one, telling), {
    head: '### Tests that were not seen to end\n\n',
    tail: '',
    shape: 'list',
    more: (count) =>
      `- ${inReport(`${plural(count, 'more package')} with such tests ${isAre(count)}`, links)}`,
  });
}

/** By package; legs that miss the same tests are one. */
export function missingTests(packages: readonly PackageRun[]): Missing[] {
  const keyOf = keys();
  const found = new Map<string, Missing>();
  for (const { package: name, leg, tests } of packages) {
    const { unfinished } = tests;
    const missed = missedRuns(tests);
    const { neverRan, tooFewRuns } = missed;
    if (unfinished.length + tests.neverRan.length === 0) continue;
    const key = keyOf([
      ...[name, unfinished.length, ...unfinished],
      ...[neverRan.length, ...neverRan, ...tooFewRuns],
    ]);
    const same = found.get(key);
    if (same === undefined) found.set(key, { package: name, legs: [leg], unfinished, ...missed });
    else same.legs.push(leg);
  }
  return [...found.values()];
}

function itemOf(missing: Missing, telling: Telling): Item {
  const { package: name, legs, unfinished, neverRan, tooFewRuns } = missing;
  const of = packageText(name, legs, telling.report);
  const part = (tests: readonly string[], words: string): string[] =>
    tests.length === 0 ? [] : [`${words} ${namesText(tests)}`];
  const counted = [
    ...(unfinished.length > 0 ? [`${String(unfinished.length)} unfinished`] : []),
    ...(neverRan.length > 0 ? [`${String(neverRan.length)} never ran`] : []),
    ...(tooFewRuns.length > 0 ? [`too few runs of ${String(tooFewRuns.length)}`] : []),
  ].join(', ');
  const named = [
    ...part(unfinished, 'unfinished'),
    ...part(neverRan, 'never ran'),
    ...part(tooFewRuns, 'too few runs of'),
  ].join('; ');
  return [
    { text: `- ${of}: ${named}`, worth: worth.names },
    { text: `- ${of}: ${counted}`, worth: worth.missing },
  ];
}

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).map((name) => inlineCode(clip(name, 400), 100));
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}
