import { listNames, oneLine } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { Crash, Report } from '../report/schema.ts';
import { linesOfCrash } from './crash.ts';
import {
  cleanText,
  inputFacts,
  outcomeText,
  toldTargets,
  whatFailed,
  type FuzzTarget,
} from './fuzz-words.ts';
import type { Paint } from './paint.ts';

const maxTold = 10;
const maxValues = 4;

/** What fuzzing found, for a terminal: each failing input, what was not fuzzed, the rest in one line. */
export function fuzzLines(report: Report, paint: Paint): string[] {
  const { bad, stopped, cleanAgain, clean, skipped } = toldTargets(report);
  const told = [
    ...bad.map((target) => ({ target, mark: paint.bad('✗') })),
    ...[...stopped, ...cleanAgain].map((target) => ({ target, mark: '!' })),
  ];
  const left = told.length - maxTold;
  const good = cleanText(clean);
  return [
    ...told.slice(0, maxTold).flatMap(({ target, mark }) => linesOf(target, mark, report, paint)),
    ...(left > 0 ? [`  ... and ${plural(left, 'more fuzz target')}, see the report`] : []),
    ...(good === null ? [] : [paint.dim(`  ${good}`)]),
    ...(skipped.length > 0
      ? [
          paint.dim(
            `  skipped themselves: ${listNames(
              skipped.map(({ fuzz }) => fuzz.target),
              8,
            )}`,
          ),
        ]
      : []),
  ];
}

function linesOf(told: FuzzTarget, mark: string, report: Report, paint: Paint): string[] {
  const { run, fuzz } = told;
  const { failing, target } = fuzz;
  const of = `${paint.bold(oneLine(run.package, 200))} ${paint.dim(`(${oneLine(run.leg, 100)})`)}`;
  const what = oneLine(whatFailed(fuzz), 300);
  const because = fuzz.because === null ? '' : oneLine(fuzz.because, 300);
  return [
    `${mark} ${of} ${oneLine(target, 120)} ${outcomeText(fuzz)}`,
    ...(what === '' ? [] : [`    ${what}`]),
    ...(because === '' || because === what ? [] : [`    ${because}`]),
    ...crashesOfTarget(report, told).flatMap((crash) => [...linesOfCrash(crash, '', paint)]),
    ...(failing === null ? [] : inputLines(failing)),
  ];
}

/** What the crash of a failing input tells beyond its cause; a failed test says its line itself. */
function crashesOfTarget({ crashes }: Report, { run, fuzz }: FuzzTarget): Crash[] {
  const isOfTarget = (test: string | null): boolean =>
    test === fuzz.target || test?.startsWith(`${fuzz.target}/`) === true;
  const found = crashes.find(
    ({ cause, occurrences }) =>
      cause === fuzz.cause?.id &&
      occurrences.some(
        (seen) => seen.package === run.package && seen.leg === run.leg && isOfTarget(seen.test),
      ),
  );
  return found === undefined ? [] : [found];
}

function inputLines(failing: NonNullable<FuzzTarget['fuzz']['failing']>): string[] {
  const { values = [], addCall, path, corpusFile } = failing;
  const shown = values.slice(0, maxValues).map((value) => oneLine(value, 160));
  const [first = '', ...others] = shown;
  return [
    `    input:      ${first}${first === '' ? '' : ' '}(${inputFacts(failing)})`,
    ...others.map((value) => `                ${value}`),
    ...(values.length > maxValues
      ? [`                ... and ${plural(values.length - maxValues, 'more value')}`]
      : []),
    `    kept:       ${oneLine(path, 500)}`,
    `    to keep it: copy it to ${oneLine(corpusFile, 500)}, and go test runs it from then on`,
    ...(addCall === undefined || addCall.length > 160
      ? []
      : [`    or add:     ${oneLine(addCall, 200)}`]),
  ];
}
