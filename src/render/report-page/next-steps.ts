import { clip } from '../../report/format.ts';
import { plural } from '../../report/plural.ts';
import { untoldFailures } from '../failures.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { isolationCommand, isolationOf } from '../isolation-words.ts';
import { problems, type Problem } from '../problems.ts';
import { reproduceCommand } from '../reproduce.ts';
import { missingTests } from '../sections/missing.ts';
import { placeOf } from './place.ts';
import type { ReportPage } from './page-content.ts';
import { isReproducible } from '../reproducible.ts';

const maxProblems = 3;

/** What to do, from the worst that was found on. */
export function nextSteps(page: ReportPage): Markup[] {
  const { report } = page;
  const found = problems(report);
  return [
    ...found.slice(0, maxProblems).map((problem, index) => ofProblem(problem, index, page)),
    ...(found.length > maxProblems
      ? [
          markup`Then the <a href="#crashes">${plural(found.length - maxProblems, 'further crash', 'further crashes')}</a>.`,
        ]
      : []),
    ...ofFailures(page),
    ...ofMissing(page, found),
    ...ofHeap(page),
    ...ofRun(page, found.length),
  ];
}

function ofProblem(problem: Problem, index: number, { report, links }: ReportPage): Markup {
  const { cause, place, summary, runs, test, crash, advice } = problem;
  const start =
    place === null
      ? markup`Start with ${code(runs[0]?.package ?? crash?.package ?? '')}`
      : markup`Start at ${placeOf(place, links)}`;
  const [first = ''] = summary.split('\n', 1);
  const [advised] = advice;
  const isolated = isolationOf(problem);
  const command = isReproducible(problem)
    ? ((isolated === null ? null : isolationCommand(isolated, report)) ??
      reproduceCommand({
        ...{ report, package: runs[0]?.package ?? '', legs: runs.map(({ leg }) => leg), test },
      }))
    : null;
  return markup`${start}: <a href="#problem-${index + 1}">${cause}</a>, ${words(first, 240)}${advised === undefined ? null : markup`. ${words(`${advised.slice(0, 1).toUpperCase()}${advised.slice(1)}`, 240)}`}${commandLine(command)}`;
}

function commandLine(command: string | null): Markup | null {
  return command === null ? null : markup`<code class="command">${clip(command, 1000)}</code>`;
}

function ofFailures({ report, links }: ReportPage): Markup[] {
  const failed = untoldFailures(report);
  const [first] = failed;
  if (first === undefined) return [];
  const { test, file, line, package: name, legs } = first;
  const at = file === null ? null : markup` at ${placeOf({ file, line }, links)}`;
  const more =
    failed.length > 1
      ? markup` and <a href="#failures">${plural(failed.length - 1, 'more failed test')}</a>`
      : null;
  return [
    markup`See why ${code(test)} fails${at}${more}.${commandLine(reproduceCommand({ report, package: name, legs, test }))}`,
  ];
}

/** Where something crashed, that is why tests are missing. */
function ofMissing({ report }: ReportPage, found: readonly Problem[]): Markup[] {
  const [first, ...others] = found.length > 0 ? [] : missingTests(report.packages);
  if (first === undefined) return [];
  return [
    markup`Find out why <a href="#missing">tests of ${code(first.package)}</a>${others.length > 0 ? ` and ${plural(others.length, 'more package')}` : ''} were not seen to end.`,
  ];
}

function ofHeap({ report: { comparison, verdict } }: ReportPage): Markup[] {
  if (comparison === null || verdict.status === 'pass') return [];
  const kinds = new Set(verdict.reasons.map(({ kind }) => kind));
  const grown = comparison.packages.filter(({ verdict: each }) => each === 'regressed').length;
  return [
    ...(kinds.has('memory-regression') && grown > 0
      ? [
          markup`Bring <a href="#heap">${plural(grown, 'package')}</a> below the limit, or accept the growth: an <code>accept</code> entry in the settings, or the label <code>memory-accepted</code>.`,
        ]
      : []),
    ...(kinds.has('memory-budget')
      ? [
          markup`Keep to <a href="#heap">${plural(comparison.budgets.length, 'broken budget')}</a>, or change it in the settings.`,
        ]
      : []),
  ];
}

function ofRun({ report: { verdict } }: ReportPage, found: number): Markup[] {
  if (verdict.status === 'pass' || found > 0) return [];
  const kinds = new Set(verdict.reasons.map(({ kind }) => kind));
  if (kinds.has('no-tests'))
    return [markup`No test ran: check which packages and tests are named.`];
  return kinds.has('lost') || kinds.has('cancelled')
    ? [markup`The run was not seen to its end: run the job again.`]
    : [];
}
