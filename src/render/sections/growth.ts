import type { PackageComparison, Why } from '../../report/comparison-schema.ts';
import { oneLine } from '../../report/format.ts';
import { heapMetrics } from '../../report/heap-metric.ts';
import { plural } from '../../report/plural.ts';
import { isBelow } from '../../crash/blame/module-prefix.ts';
import { packageOf } from '../../crash/frame.ts';
import { changedRows, functionText, growthText, notable } from '../comparison-words.ts';
import type { Item, Section } from '../fit.ts';
import { codeBlock, folded, inlineCode, sentence } from '../markdown.ts';
import { placeLink } from '../place.ts';
import { isAre } from './causes.ts';
import { inReport, packageText, section, worth, type Telling } from './telling.ts';

const maxExplained = 5;
const maxEscapes = 10;
const maxTests = 10;
const maxFunctions = 5;

/** Why packages grew: the functions and lines, then, folded, the tests and what escapes to the heap now. */
export function growthSection(telling: Telling): Section {
  const { report, extent, links } = telling;
  const grown = (report.comparison?.packages ?? []).filter(({ why }) => why !== null);
  return section(grown, Math.min(maxExplained, extent.details), (item) => itemOf(item, telling), {
    head: '',
    tail: '',
    shape: 'paragraphs',
    more: (count) =>
      inReport(`${plural(count, 'more package')} that changed ${isAre(count)}`, links),
  });
}

function itemOf(item: PackageComparison, telling: Telling): Item {
  const { why } = item;
  if (why === null) return [];
  const head = headText(item, why, telling);
  const rows = notable(why, why.functions)
    .slice(0, maxFunctions)
    .map((row) => functionLine(why, row, telling));
  const [first = ''] = rows;
  const more = detailText(item, why, telling);
  const brief = [head, first].filter((text) => text !== '').join('\n\n');
  return [
    {
      text: [head, rows.join('\n'), more].filter((text) => text !== '').join('\n\n'),
      worth: worth.cause,
    },
    { text: brief, worth: worth.growth },
  ];
}

/** **`store` (memory)**: allocated grew by 2.0 MiB (20.0 %) to 12.0 MiB */
function headText(item: PackageComparison, why: Why, { report }: Telling): string {
  const rows = changedRows({ packages: [item] });
  const worst = rows.find(({ figure }) => figure.metric === why.metric) ?? rows[0];
  const of = `**${packageText(item.package, [item.leg], report)}**`;
  if (worst === undefined) return of;
  const part = worst.part === null ? '' : `${inlineCode(worst.part)} `;
  return `${of}: ${part}${heapMetrics[worst.figure.metric].name} ${sentence(worst.figure.because, 400)}`;
}

function functionLine(why: Why, row: Why['functions'][number], telling: Telling): string {
  const { test, calledFrom, lines, file, line } = row;
  const place = { file, line: lines[0]?.line ?? line };
  const source = lines[0]?.source.trim() ?? '';
  return [
    `- ${growthText(why, row)} in ${inlineCode(functionText(row.function))} at ${placeLink(place, linksFor(row.function, telling))}`,
    ...(test === null ? [] : [`by ${inlineCode(test)}`]),
    ...(calledFrom === null
      ? []
      : [`called from ${placeLink(calledFrom, linksFor(calledFrom.function, telling))}`]),
    ...(source === '' ? [] : [inlineCode(source, 160)]),
  ].join(', ');
}

/** `+3.1 MiB` at the line that grew most; null where nothing explains it. */
export function grownPlaceText({ why }: PackageComparison, telling: Telling): string | null {
  const [row] = why === null ? [] : notable(why, why.functions);
  if (why === null || row === undefined) return null;
  const place = { file: row.file, line: row.lines[0]?.line ?? row.line };
  return `${placeLink(place, linksFor(row.function, telling))} (${growthText(why, row)})`;
}

/** Files of other modules are named by their import path, which is no path of the repository. */
function linksFor(name: string, { report, links }: Telling): { source: string | null } {
  const { module } = report.source;
  const isOwn = module !== null && isBelow(packageOf(name), module);
  return { source: isOwn ? links.source : null };
}

function detailText({ page }: PackageComparison, why: Why, { links }: Telling): string {
  const tests = notable(why, why.tests)
    .slice(0, maxTests)
    .map((row) => `${inlineCode(row.test)} ${growthText(why, row)}`);
  const escapes = why.escapes
    .slice(0, maxEscapes)
    .map((each) => `- ${placeLink(each, links)} ${inlineCode(each.text)}`);
  const left = why.escapes.length - escapes.length;
  const parts = [
    ...(tests.length === 0 ? [] : [`Tests that grew: ${tests.join(', ')}`]),
    ...(escapes.length === 0
      ? []
      : [
          [
            'New on the heap, as the compiler says:\n',
            ...escapes,
            ...(left > 0 ? [`- and ${String(left)} more`] : []),
          ].join('\n'),
        ]),
    ...(why.escapesMissing === null
      ? []
      : [`New escapes to the heap are not known: ${sentence(why.escapesMissing, 300)}`]),
    ...(page === null
      ? []
      : [`Flame graph, timeline and history: ${inlineCode(page)} beside the report`]),
    ...(why.command === null
      ? []
      : [
          `In the run folder, or where its artifacts are unpacked:\n\n${codeBlock(oneLine(why.command, 2000), 2000)}`,
        ]),
  ];
  return parts.length === 0 ? '' : folded('Tests, escapes, profile', parts.join('\n\n'));
}
