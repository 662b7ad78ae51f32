import { decisiveAttempt } from '../report/decisive-attempt.ts';
import type { PackageRun, Report } from '../report/schema.ts';
import { plural } from '../report/plural.ts';
import { describeEnding } from '../verdict/verdict.ts';
import { clip, listNames, oneLine, printable } from '../report/format.ts';
import { causeLines } from './cause.ts';
import { comparisonEnd, comparisonLines } from './comparison.ts';
import { crashesIn, crashLines, testsOfCrashes } from './crash.ts';
import { leakLines } from './leaks.ts';
import { recoveryLines } from './recovery.ts';
import { fuzzLines } from './fuzz.ts';
import { guardLine } from './guard.ts';
import { stressLine } from './stress-line.ts';
import { isOfCrash } from './failures.ts';
import { firstLines } from './first-lines.ts';
import { isolationLines } from './isolation-lines.ts';
import { missedRuns } from './missed-runs.ts';
import type { Paint } from './paint.ts';
import { rebuilt } from './rebuilt.ts';
import { headline, troubled } from './headline.ts';

const maxRuns = 30;

/** The end of a run for a terminal: what happened, where to read more. */
export function renderResult(
  whole: Report,
  paths: { report: string; summary: string; page: string | null },
  paint: Paint,
): string {
  // A name with a line break in it would begin a line of its own.
  const report = firstLines(withWholeMessages(whole));
  const lines: string[] = [];
  const runs = troubled(report);
  for (const run of runs.slice(0, maxRuns)) lines.push(...describe(report, run, paint));
  if (runs.length > maxRuns)
    lines.push(`  ... and ${plural(runs.length - maxRuns, 'more package')}, see the report`);
  for (const { name, leg, why } of rebuilt(report).slice(0, 5))
    lines.push(
      `${paint.dim('!')} ${printable(`${name} (${leg}) was built again with -p 1: ${why}`)}`,
    );
  for (const reason of report.verdict.reasons) {
    if (reason.package === undefined)
      lines.push(`${paint.bad('!')} ${reason.leg ?? 'run'}: ${reason.message}`);
  }
  for (const { what, leg, package: name } of report.gaps.slice(0, 5)) {
    const at = [name, leg].filter(Boolean).join(' ');
    lines.push(paint.dim(printable(`  not observed: ${at === '' ? '' : `${at}: `}${what}`)));
  }
  if (report.gaps.length > 5)
    lines.push(
      paint.dim(`  not observed: ${plural(report.gaps.length - 5, 'more thing')}, see the report`),
    );
  lines.push(...fuzzLines(report, paint), ...leakLines(report, paint));
  const { comparison } = report;
  if (comparison !== null) lines.push(...comparisonLines(comparison, paint));
  if (lines.length > 0) lines.push('');
  const colour = report.verdict.status === 'pass' ? paint.good : paint.bad;
  lines.push(paint.bold(colour(headline(report))));
  for (const leg of report.legs) {
    const line = guardLine(leg);
    if (line !== null) lines.push(paint.dim(`guard:   ${line}`));
    const stress = stressLine(leg);
    if (stress !== null) lines.push(paint.dim(`stress:  ${stress}`));
  }
  if (comparison !== null) lines.push(...comparisonEnd(comparison, paint));
  lines.push(paint.dim(`report:  ${paths.report}`), paint.dim(`summary: ${paths.summary}`));
  if (paths.page !== null) lines.push(paint.dim(`page:    ${paths.page}`));
  return `${lines.join('\n')}\n`;
}

/** `goroutine 7 [running]:`, `[signal SIGSEGV: ...`, `Read at 0x00c0000160e8 by goroutine 7:`, `Previous write at ...` */
const stackBegins = /\n(?:goroutine |\[signal |Read at |Write at |Previous )/;

/** Of a failed test all that it said, but for stacks; examples begin with `got:` alone. */
function withWholeMessages(report: Report): Report {
  const packages = report.packages.map((run) => {
    const failures = run.tests.failures.map((failure) => {
      const [said = ''] = failure.message.split(stackBegins, 1);
      return { ...failure, message: oneLine(said.replace(/^[=\s]+/, '').slice(0, 1000), 300) };
    });
    return { ...run, tests: { ...run.tests, failures } };
  });
  return { ...report, packages };
}

function describe(report: Report, run: PackageRun, paint: Paint): string[] {
  const { unfinished } = run.tests;
  const { neverRan, tooFewRuns } = missedRuns(run.tests);
  const lines = [
    `${paint.bad('✗')} ${paint.bold(printable(run.package))} ${paint.dim(`(${run.leg})`)} ${describeEnding(run)}`,
  ];
  const crashes = crashesIn(report, run);
  const waits = crashes.find(({ cause: id }) => id === run.cause?.id)?.waits;
  const [cause, ...more] = causeLines(run, waits, paint);
  if (cause !== undefined) lines.push(cause);
  lines.push(...crashLines(report, run, paint), ...more, ...isolationLines(report, run, paint));
  if (unfinished.length > 0) lines.push(`    unfinished: ${listNames(unfinished, 8)}`);
  if (neverRan.length > 0) lines.push(`    never ran:  ${listNames(neverRan, 8)}`);
  if (tooFewRuns.length > 0) lines.push(`    too few:    runs of ${listNames(tooFewRuns, 8)}`);
  const isTold = testsOfCrashes(crashes);
  const failures = run.tests.failures.filter(
    ({ test, message }) => !isTold(test) || !isOfCrash(message),
  );
  for (const { test, file, line, message } of failures.slice(0, 8)) {
    const where = file === null ? '' : ` ${printable(file)}:${String(line ?? 0)}`;
    const text = printable(message.replace(/^\S+\.go:\d+: /, ''));
    lines.push(
      `    failed:     ${clip(printable(test), 120)}${paint.dim(where)}${text === '' ? '' : `  ${clip(text, 160)}`}`,
    );
  }
  const { log, core } = decisiveAttempt(run) ?? {};
  if (failures.length > 8)
    lines.push(`    failed:     ${plural(failures.length - 8, 'more test')}`);
  lines.push(...recoveryLines(report, run));
  if (log !== undefined) lines.push(paint.dim(`    output:     ${log}`));
  if (core !== undefined) lines.push(paint.dim(`    core:       ${core}`));
  return lines;
}
