import { formatBytes } from '../../report/format.ts';
import type { Comparison } from '../../report/comparison-schema.ts';
import { heapMetrics } from '../../report/heap-metric.ts';
import { plural } from '../../report/plural.ts';
import {
  budgetWords,
  changedRows,
  comparisonHeadline,
  totalsText,
  type ComparedRow,
} from '../comparison-words.ts';
import type { Item, Section } from '../fit.ts';
import {
  formatAmount,
  formatChange,
  formatShare,
  limitWords,
  verdictWords,
} from '../heap-figures.ts';
import { cellCode, inlineCode, sentence } from '../markdown.ts';
import { placeLink } from '../place.ts';
import { isAre } from './causes.ts';
import {
  inReport,
  legCell,
  packageText,
  section,
  shortPackage,
  worth,
  type Telling,
} from './telling.ts';

const maxRows = 10;

/** One sentence on the heap usage with the base and its reason. */
export function heapTitleSection({ report }: Telling): Section {
  const { comparison } = report;
  const text = comparison === null ? '' : titleText(comparison);
  return {
    ...{ head: '', tail: '', shape: 'paragraphs', more: () => '', unmade: 0 },
    items: text === '' ? [] : [[{ text, worth: worth.figure }]],
  };
}

function titleText(comparison: Comparison): string {
  if (comparison.status === 'neutral' && comparison.packages.length === 0)
    return `Heap usage was not compared: ${sentence(comparison.summary, 500)}`;
  const totals = totalsText(comparison);
  const lines = [sentence(comparison.summary, 500), ...(totals === null ? [] : [totals])];
  return `### Heap usage: ${comparisonHeadline(comparison)}\n\n${lines.join('  \n')}`;
}

/** The ten worst figures: base and now, their limit, and how far they are from it. */
export function figuresSection(telling: Telling): Section {
  const { report, links } = telling;
  const rows = report.comparison === null ? [] : changedRows(report.comparison);
  return section(rows, maxRows, (row) => itemOf(row, telling), {
    head: [
      '| package | figure | base | now | change | limit | to clear | verdict |',
      '| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n',
    ].join('\n'),
    tail: '',
    shape: 'rows',
    more: (count) =>
      inReport(`${plural(count, 'more figure')} that changed ${isAre(count)}`, links),
  });
}

function itemOf({ item, part, figure }: ComparedRow, { report }: Telling): Item {
  const { name, unit } = heapMetrics[figure.metric];
  const { base, head, limit, limitedBy, verdict } = figure;
  const isOver = head > limit && verdict !== 'accepted' && verdict !== 'improved';
  const cells = [
    [
      cellCode(shortPackage(item.package, report)),
      `(${legCell(item.leg)})`,
      ...(part === null ? [] : [cellCode(part, 100)]),
    ].join(' '),
    name,
    formatAmount(base, unit),
    formatAmount(head, unit),
    `${formatChange(head - base, unit)} (${formatShare(base, head)})`,
    `${formatAmount(limit, unit)} (${limitWords[limitedBy]})`,
    isOver ? formatChange(limit - head, unit) : '',
    verdict === 'regressed' ? `**${verdictWords[verdict]}**` : verdictWords[verdict],
  ];
  return [{ text: `| ${cells.join(' | ')} |`, worth: worth.figure }];
}

/** Budgets hold with or without a base, and no label accepts a broken one. */
export function budgetsSection(telling: Telling): Section {
  const { report, links, extent } = telling;
  return section(
    report.comparison?.budgets ?? [],
    extent.lines,
    (each) => [{ text: `- ${budgetText(each, telling)}`, worth: worth.failedLine }],
    {
      head: '**Broken budgets**\n\n',
      tail: '',
      shape: 'list',
      more: (count) =>
        `- ${inReport(`${plural(count, 'more broken budget')} ${isAre(count)}`, links)}`,
    },
  );
}

function budgetText(budget: Comparison['budgets'][number], { report, links }: Telling): string {
  const { package: name, leg, test, what, bytes, limitBytes, position, rule } = budget;
  const of = test === null ? '' : ` ${inlineCode(test)}`;
  const at = position === null ? '' : ` at ${placeLink(position, links)}`;
  return `${packageText(name, [leg], report)}${of}: ${formatBytes(bytes)} ${budgetWords[what]}${at}; the budget is ${formatBytes(limitBytes)} (${inlineCode(rule)})`;
}
