import type {
  BrokenBudget,
  Comparison,
  Creep,
  MetricVerdict,
  PackageComparison,
} from '../report/comparison-schema.ts';
import { formatBytes, listNames, oneLine } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import {
  budgetWords,
  comparisonHeadline,
  isUnmeasured,
  oneSided,
  rowsOf,
  totalsText,
} from './comparison-words.ts';
import { formatAmount, shortCommit } from './heap-figures.ts';
import { heapMetrics } from '../report/heap-metric.ts';
import type { Paint } from './paint.ts';
import { whyLines } from './why.ts';

const maxPackages = 10;
const maxRows = 6;
const maxLines = 10;

const marks: Record<MetricVerdict, (paint: Paint) => string> = {
  regressed: (paint) => paint.bad('✗'),
  warned: () => '!',
  unconfirmed: () => '!',
  accepted: (paint) => paint.good('✓'),
  improved: (paint) => paint.good('↓'),
  same: (paint) => paint.dim('='),
};

/** A comparison for a terminal: one sentence, then what changed, worst first. */
export function renderComparison(comparison: Comparison, paint: Paint): string {
  const { status } = comparison;
  const colour = status === 'fail' ? paint.bad : status === 'pass' ? paint.good : paint.dim;
  const sentence = `heap usage: ${comparisonHeadline(comparison)}`;
  const lines = [paint.bold(colour(sentence)), ...baseTexts(comparison).map(paint.dim)];
  const found = comparisonLines(comparison, paint);
  if (found.length > 0) lines.push('', ...found);
  return `${lines.join('\n')}\n`;
}

/** The same sentence for the end of a run, with the base and what was recorded. */
export function comparisonEnd(comparison: Comparison, paint: Paint): string[] {
  const { recorded } = comparison;
  return [
    `heap:    ${comparisonHeadline(comparison)}`,
    ...baseTexts(comparison).map((text) => `         ${text}`),
    ...(recorded === null ? [] : [`records: ${recordedText(recorded)}`]),
  ].map(paint.dim);
}

function baseTexts(comparison: Comparison): string[] {
  const { summary } = comparison;
  const totals = totalsText(comparison);
  return [oneLine(summary, 500), ...(totals === null ? [] : [totals])];
}

export function recordedText(recorded: NonNullable<Comparison['recorded']>): string {
  const { packages, store, because } = recorded;
  const what = packages === 0 ? 'nothing' : `${plural(packages, 'package')} in ${store}`;
  return oneLine(because === null ? what : `${what}: ${because}`, 500);
}

/** What changed, worst first; nothing where nothing did. */
export function comparisonLines(comparison: Comparison, paint: Paint): string[] {
  const { packages, budgets, creep, problems } = comparison;
  const grown = packages.filter(({ verdict }) => verdict !== 'same' && verdict !== 'improved');
  const improved = packages.filter(({ verdict }) => verdict === 'improved');
  const unmeasured = packages.filter((item) => isUnmeasured(item) && item.verdict === 'same');
  return [
    ...bounded(grown, maxPackages, 'package', (item) => packageLines(item, paint)),
    ...bounded(budgets, maxLines, 'broken budget', (each) => [budgetLine(each, paint)]),
    ...bounded(unmeasured, maxLines, 'package', (item) => [
      `! ${nameOf(item, paint)} not compared: ${oneLine(item.because ?? '', 300)}`,
    ]),
    ...bounded(creep, maxLines, 'package', (each) => [creepLine(each, paint)]),
    ...bounded(improved, maxPackages, 'package', (item) => packageLines(item, paint)),
    ...stateLines(packages, paint),
    ...bounded(problems, maxLines, 'problem', (each) => [`! ${oneLine(each, 500)}`]),
  ];
}

function bounded<T>(
  all: readonly T[],
  max: number,
  noun: string,
  lines: (item: T) => string[],
): string[] {
  const more = all.length - max;
  return [
    ...all.slice(0, max).flatMap(lines),
    ...(more > 0 ? [`  ... and ${plural(more, `more ${noun}`)}, see the report`] : []),
  ];
}

function packageLines(item: PackageComparison, paint: Paint): string[] {
  const rows = rowsOf(item).filter(({ figure }) => figure.verdict !== 'same');
  const lines = bounded(rows, maxRows, 'figure', ({ part, figure }) => {
    const of = part === null ? '' : `${oneLine(part, 120)}: `;
    const { name } = heapMetrics[figure.metric];
    return [`    ${of}${name} ${oneLine(figure.because, 400)}`];
  });
  const renamed = item.renamedFrom === null ? '' : `, was ${oneLine(item.renamedFrom, 200)}`;
  const head = `${marks[item.verdict](paint)} ${nameOf(item, paint)}${paint.dim(renamed)}`;
  // What did not grow again needs no explanation.
  const passed = rows.every(({ figure }) => figure.head <= figure.limit);
  if (item.verdict === 'unconfirmed' && passed) return [head, ...lines];
  const page = item.page === null ? [] : [paint.dim(`    page:       ${oneLine(item.page, 200)}`)];
  return [head, ...lines, ...whyLines(item.why, paint), ...page];
}

function nameOf({ package: name, leg }: { package: string; leg: string }, paint: Paint): string {
  return `${paint.bold(oneLine(name, 200))} ${paint.dim(`(${oneLine(leg, 200)})`)}`;
}

function budgetLine(budget: BrokenBudget, paint: Paint): string {
  const { test, what, bytes, limitBytes, position, rule } = budget;
  const of = test === null ? '' : ` ${oneLine(test, 120)}`;
  const at =
    position === null ? '' : ` at ${oneLine(`${position.file}:${String(position.line)}`, 200)}`;
  return `${paint.bad('✗')} ${nameOf(budget, paint)}${of}: ${formatBytes(bytes)} ${budgetWords[what]}${at}; the budget is ${formatBytes(limitBytes)} ${paint.dim(`(${oneLine(rule, 200)})`)}`;
}

export function creepText(creep: Creep): string {
  const { metric, base, head, reason, commit, committedAt } = creep;
  const { name, unit } = heapMetrics[metric];
  const [from, to] = [formatAmount(base, unit), formatAmount(head, unit)];
  return `${name} crept from ${from} to ${to} in small steps since ${shortCommit(commit)} of ${committedAt.slice(0, 10)} (${reason})`;
}

function creepLine(creep: Creep, paint: Paint): string {
  return `! ${nameOf(creep, paint)} ${oneLine(creepText(creep), 200)}`;
}

/** Packages that only one side has. */
function stateLines(packages: readonly PackageComparison[], paint: Paint): string[] {
  return (['new', 'removed'] as const).flatMap((state) => {
    const names = oneSided(packages, state);
    const some = listNames(names, 8);
    return names.length === 0 ? [] : [paint.dim(`  ${state}: ${oneLine(some, 1200)}`)];
  });
}
