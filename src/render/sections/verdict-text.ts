import { plural } from '../../report/plural.ts';
import type { Report } from '../../report/schema.ts';
import { causeWords, isOfBuild } from '../cause-words.ts';
import { comparisonHeadline } from '../comparison-words.ts';
import { untoldFailures } from '../failures.ts';
import { toldTargets } from '../fuzz-words.ts';
import { countedLeaks, toldLeaks } from '../leak-words.ts';
import { keys } from '../keys.ts';
import { problems, type Problem } from '../problems.ts';
import { flakyCount } from '../recovery-words.ts';
import { shortPackage } from './telling.ts';

const words = { pass: 'passed', fail: 'failed', incomplete: 'incomplete' } as const;
const maxNamed = 3;

/** A name as the text takes it: code in Markdown. */
type Written = (name: string) => string;

/** `failed: data race in TestCounter (stock), 1 failed test; heap: 1 package grew` */
export function verdictText(report: Report, written: Written): string {
  const missing = missingCount(report);
  const flaky = flakyCount(report);
  const { failing } = toldLeaks(report);
  const parts = [
    ...causesText(problems(report), report, written),
    ...failedText(report, written),
    ...fuzzedText(report),
    ...(missing > 0 ? [`${plural(missing, 'test')} not seen to end`] : []),
    ...(flaky > 0 ? [plural(flaky, 'flaky test')] : []),
    ...(failing.length > 0 ? [countedLeaks(failing)] : []),
  ];
  const { comparison } = report;
  const status = words[report.verdict.status];
  const main = parts.length === 0 ? status : `${status}: ${parts.join(', ')}`;
  const heap = comparison === null || comparison.status === 'neutral' ? null : comparison;
  return heap === null ? main : `${main}; heap: ${comparisonHeadline(heap)}`;
}

/** A few causes are named, more are counted. */
function causesText(found: readonly Problem[], report: Report, written: Written): string[] {
  const said = found.slice(0, maxNamed).map((problem) => causeText(problem, report, written));
  const [first = ''] = said;
  if (found.length > maxNamed) return [`${plural(found.length, 'root cause')}, first ${first}`];
  return [...new Set(said)];
}

/** `data race in TestCounter (stock)`, `price does not build` */
function causeText(
  { cause, runs, crash, test }: Problem,
  report: Report,
  written: Written,
): string {
  const { noun } = causeWords[cause];
  const seen = runs.length > 0 ? runs : crash === null ? [] : [crash];
  const packages = [...new Set(seen.map((run) => run.package))];
  const [only = ''] = packages;
  const name = packages.length === 1 ? plainName(shortPackage(only, report)) : null;
  const where =
    name !== null ? written(name) : packages.length > 1 ? plural(packages.length, 'package') : '';
  if (isOfBuild(cause) && packages.length < 2)
    return `${where === '' ? 'a package' : where} ${noun}`;
  const inTest = test === null ? null : plainName(test);
  return [
    noun,
    ...(inTest === null ? [] : [`in ${written(inTest)}`]),
    ...(where === '' ? [] : [`(${where})`]),
  ].join(' ');
}

function failedText(report: Report, written: Written): string[] {
  const failed = untoldFailures(report);
  const [first] = failed;
  if (first === undefined) return [];
  const test = plainName(first.test);
  const name = plainName(shortPackage(first.package, report));
  if (failed.length > 1 || test === null || name === null)
    return [plural(failed.length, 'failed test')];
  return [`${written(test)} fails (${written(name)})`];
}

/** Crashes of fuzz targets whose cause is known are root causes already. */
function fuzzedText(report: Report): string[] {
  const { bad, stopped } = toldTargets(report);
  const failed = bad.filter(
    ({ fuzz }) => fuzz.outcome === 'failed' || fuzz.cause === undefined,
  ).length;
  return [
    ...(failed > 0
      ? [`${plural(failed, failed < bad.length ? 'more fuzz target' : 'fuzz target')} failed`]
      : []),
    ...(stopped.length > 0
      ? [`${plural(stopped.length, 'fuzz target')} not fuzzed to the end`]
      : []),
  ];
}

/** A test that two legs did not see end is one test. */
function missingCount({ packages }: Report): number {
  const keyOf = keys();
  return new Set(
    packages.flatMap(({ package: name, tests }) =>
      [...tests.unfinished, ...tests.neverRan].map((test) => keyOf([name, test])),
    ),
  ).size;
}

/** A title has room for short names only, and none for what is more than a name. */
function plainName(name: string): string | null {
  return /^[\p{L}\p{Nd}_][\p{L}\p{Nd}_./#-]{0,79}$/u.test(name) ? name : null;
}
