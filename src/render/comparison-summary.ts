import type { Comparison, PackageComparison, Why } from '../report/comparison-schema.ts';
import { formatBytes, listNames, oneLine } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import { creepText, recordedText } from './comparison.ts';
import {
  budgetWords,
  changedRows,
  comparisonHeadline,
  functionText,
  growthText,
  isUnmeasured,
  notable,
  placeText,
  totalsText,
  type ComparedRow,
} from './comparison-words.ts';
import { formatAmount, formatChange, formatShare, verdictWords } from './heap-figures.ts';
import { heapMetrics } from '../report/heap-metric.ts';
import { cellCode, codeBlock, inlineCode, sentence } from './markdown.ts';

const maxRows = 10;
const maxExplained = 5;
const maxItems = 10;

/** A comparison as Markdown for the job summary, at most about 40 KB: one sentence, a table of the worst, then why. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { summary, packages, budgets, creep, problems, recorded } = comparison;
  const grown = packages.filter(({ why }) => why !== null);
  const sections = [
    `### Heap usage: ${comparisonHeadline(comparison)}`,
    [sentence(summary, 500), totalsText(comparison)].filter((text) => text !== null).join('  \n'),
    table(changedRows(comparison)),
    list(budgets, (each) => `- Budget broken: ${budgetText(each)}`),
    ...grown.slice(0, maxExplained).map(explain),
    [
      list(packages.filter(isUnmeasured), notCompared),
      list(
        creep,
        (each) => `- ${inlineCode(each.package)} (${each.leg}): ${sentence(creepText(each), 300)}`,
      ),
      states(packages),
      list(problems, (each) => `- ${sentence(each, 500)}`),
    ]
      .filter((lines) => lines !== '')
      .join('\n'),
    recorded === null ? '' : `Recorded: ${sentence(recordedText(recorded), 300)}`,
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function list<T>(all: readonly T[], line: (item: T) => string): string {
  const more = all.length - maxItems;
  const lines = all.slice(0, maxItems).map(line);
  return [...lines, ...(more > 0 ? [`- and ${String(more)} more in report.json`] : [])].join('\n');
}

function table(rows: readonly ComparedRow[]): string {
  if (rows.length === 0) return '';
  const lines = rows.slice(0, maxRows).map(({ item, part, figure }) => {
    const { name, unit } = heapMetrics[figure.metric];
    const { base, head, limit, verdict } = figure;
    const cells = [
      `${cellCode(item.package)} (${item.leg})${part === null ? '' : ` ${cellCode(part)}`}`,
      name,
      formatAmount(base, unit),
      formatAmount(head, unit),
      `${formatChange(head - base, unit)} (${formatShare(base, head)})`,
      formatAmount(limit, unit),
      verdictWords[verdict],
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const more = rows.length - lines.length;
  return [
    '| package | what | base | head | change | limit | verdict |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...lines,
    ...(more > 0 ? [`| ${plural(more, 'more row')} in report.json | | | | | | |`] : []),
  ].join('\n');
}

function explain(item: PackageComparison): string {
  const { package: name, leg, why, page } = item;
  if (why === null) return '';
  const rows = changedRows({ packages: [item] });
  const worst = rows.find(({ figure }) => figure.metric === why.metric) ?? rows[0];
  const part = worst?.part ?? null;
  const of = part === null ? '' : `${inlineCode(part)}: `;
  const because =
    worst === undefined
      ? ''
      : `${of}${heapMetrics[worst.figure.metric].name} ${sentence(worst.figure.because, 400)}`;
  const lines = [`#### ${inlineCode(name)} (${leg})`, because, functions(why), tests(why)];
  lines.push(
    list(
      why.escapes,
      (each) =>
        `- New on the heap: ${inlineCode(`${each.file}:${String(each.line)}`)} ${inlineCode(each.text)}`,
    ),
  );
  if (why.escapesMissing !== null)
    lines.push(`New escapes to the heap are not known: ${sentence(why.escapesMissing, 300)}`);
  if (page !== null) lines.push(`Flame graph, timeline and history: ${inlineCode(page)}`);
  if (why.command !== null) lines.push(codeBlock(oneLine(why.command, 2000), 2000));
  return lines.filter((line) => line !== '').join('\n\n');
}

function functions(why: Why): string {
  return notable(why, why.functions)
    .map((row) => {
      const { test, calledFrom, lines } = row;
      const source = lines[0]?.source.trim() ?? '';
      return [
        `- ${growthText(why, row)} in ${inlineCode(functionText(row.function))} at ${inlineCode(placeText(row))}`,
        ...(test === null ? [] : [`by ${inlineCode(test)}`]),
        ...(calledFrom === null
          ? []
          : [`called from ${inlineCode(`${calledFrom.file}:${String(calledFrom.line)}`)}`]),
        ...(source === '' ? [] : [inlineCode(source, 160)]),
      ].join(', ');
    })
    .join('\n');
}

function tests(why: Why): string {
  if (why.tests.length === 0) return '';
  const named = notable(why, why.tests).map(
    (row) => `${inlineCode(row.test)} ${growthText(why, row)}`,
  );
  return `Tests that grew: ${named.join(', ')}`;
}

function budgetText({
  package: name,
  leg,
  test,
  what,
  bytes,
  limitBytes,
  position,
  rule,
}: Comparison['budgets'][number]): string {
  const of = test === null ? '' : ` ${inlineCode(test)}`;
  const at =
    position === null ? '' : ` at ${inlineCode(`${position.file}:${String(position.line)}`)}`;
  return `${inlineCode(name)} (${leg})${of}, ${formatBytes(bytes)} ${budgetWords[what]}${at}; the budget is ${formatBytes(limitBytes)} (${inlineCode(rule)})`;
}

function notCompared({ package: name, leg, because }: PackageComparison): string {
  return `- ${inlineCode(name)} (${leg}) not compared: ${sentence(because ?? '', 300)}`;
}

function states(packages: readonly PackageComparison[]): string {
  const named = (state: PackageComparison['state']): string[] => [
    ...new Set(packages.filter((item) => item.state === state).map((item) => item.package)),
  ];
  const renamed = packages.filter(({ renamedFrom }) => renamedFrom !== null);
  return [
    ...(['new', 'removed'] as const).flatMap((state) =>
      named(state).length === 0
        ? []
        : [`- ${state}: ${inlineCode(listNames(named(state), 10), 1000)}`],
    ),
    ...renamed
      .slice(0, maxItems)
      .map(
        ({ package: name, renamedFrom }) =>
          `- ${inlineCode(name)} was ${inlineCode(renamedFrom ?? '')}`,
      ),
  ].join('\n');
}
