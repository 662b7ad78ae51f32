import type { PackageRun, Report } from '../report/schema.ts';
import { formatDuration } from '../settings/duration.ts';
import { plural } from '../report/plural.ts';
import { describeEnding } from '../verdict/verdict.ts';
import { formatBytes, listNames } from '../report/format.ts';
import { causeMarkdown } from './cause.ts';
import { comparisonMarkdown } from './comparison-summary.ts';
import { crashMarkdown } from './crash.ts';
import { guardLine } from './guard.ts';
import { rebuilt } from './rebuilt.ts';
import { headline, troubled } from './headline.ts';
import { cellCode, codeBlock, inlineCode, sentence } from './markdown.ts';

const maxDetails = 20;
const maxRows = 200;

/** The Report as Markdown for a job summary; far below GitHub's limit of 1 MiB, above which it drops the whole. */
export function renderSummary(report: Report): string {
  const sections = [
    `## go-crash-guard: ${headline(report)}`,
    table(report),
    report.legs.flatMap((leg) => guardLine(leg) ?? []).join('  \n'),
    rebuilt(report)
      .slice(0, 20)
      .map(
        ({ name, leg, why }) =>
          `- ${inlineCode(name)} (${leg}) was built again with \`-p 1\`: ${inlineCode(why, 500)}`,
      )
      .join('\n'),
    ...details(report),
    report.comparison === null ? '' : comparisonMarkdown(report.comparison),
    ...gaps(report),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function table(report: Report): string {
  const rows = [...report.packages].slice(0, maxRows).map((run) => {
    const { passed, failed, skipped, unfinished, neverRan } = run.tests;
    const cells = [
      cellCode(run.package),
      run.leg,
      run.cached ? `${run.ending} (cached)` : run.ending,
      String(passed),
      String(failed),
      String(skipped),
      String(unfinished.length),
      String(neverRan.length),
      run.elapsedMs === null ? '' : formatDuration(run.elapsedMs),
      run.peakRssBytes === null ? '' : formatBytes(run.peakRssBytes),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const more = report.packages.length - rows.length;
  return [
    '| package | leg | ending | passed | failed | skipped | unfinished | never ran | time | peak memory |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    ...(more > 0 ? [`| ${plural(more, 'more row')} in report.json | | | | | | | | | |`] : []),
  ].join('\n');
}

function* details(report: Report): Generator<string> {
  const runs = troubled(report);
  for (const run of runs.slice(0, maxDetails)) yield describe(report, run);
  if (runs.length > maxDetails)
    yield `${plural(runs.length - maxDetails, 'more package')} in report.json.`;
  const general = report.verdict.reasons.filter((reason) => reason.package === undefined);
  if (general.length > 0)
    yield general.map((reason) => `- ${reason.leg ?? 'run'}: ${reason.message}`).join('\n');
}

function describe(report: Report, run: PackageRun): string {
  const { failures, unfinished, neverRan } = run.tests;
  const lines = [`### ${inlineCode(run.package)} (${run.leg}): ${describeEnding(run)}`];
  lines.push(...causeMarkdown(run), ...crashMarkdown(report, run));
  if (unfinished.length > 0)
    lines.push(`Unfinished: ${inlineCode(listNames(unfinished, 20), 2000)}`);
  if (neverRan.length > 0) lines.push(`Never ran: ${inlineCode(listNames(neverRan, 20), 2000)}`);
  for (const failure of failures.slice(0, 10)) {
    const where =
      failure.file === null
        ? ''
        : ` at ${inlineCode(`${failure.file}:${String(failure.line ?? 0)}`)}`;
    lines.push(`${inlineCode(failure.test)} failed${where}`);
    if (failure.message !== '') lines.push(codeBlock(failure.message, 2000));
  }
  if (failures.length > 10)
    lines.push(`${plural(failures.length - 10, 'more failure')} in report.json.`);
  if (run.output.trim() !== '' && (run.ending !== 'failed' || failures.length === 0))
    lines.push(codeBlock(run.output, 6000));
  lines.push(...coreMarkdown(run));
  return lines.join('\n\n');
}

/** What a debugger read in the core of the last attempt. */
function* coreMarkdown({ attempts }: PackageRun): Generator<string> {
  const { coreExcerpt, coreText } = attempts.at(-1) ?? {};
  if (coreExcerpt === undefined) return;
  const title = '<details><summary>Read in its core</summary>';
  yield [
    title,
    codeBlock(coreExcerpt, 8192),
    `All of it: ${inlineCode(coreText ?? '')}`,
    '</details>',
  ].join('\n\n');
}

function* gaps(report: Report): Generator<string> {
  if (report.gaps.length === 0) return;
  const lines = report.gaps.slice(0, 20).map(({ what, leg, package: name }) => {
    const at = [name === undefined ? '' : inlineCode(name), leg ?? ''].filter(Boolean).join(' ');
    return `- ${at === '' ? '' : `${at}: `}${sentence(what, 800)}`;
  });
  yield ['### What could not be observed', '', ...lines].join('\n');
}
