import type { Catalog } from '../catalog/catalog.ts';
import type { Explained } from '../catalog/explain.ts';
import type { KnownCrash } from '../catalog/known-crash.ts';
import { standing, type PastRun } from '../crash/likeness/history.ts';
import type { Repository } from '../crash/source/repository.ts';
import { listNames, printable } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { Crash } from '../report/schema.ts';
import { causePage } from './cause.ts';
import { crashPage, isUsual } from './crash-page.ts';
import { frameLine, oneLine, textLine, type Page } from './inspection-page.ts';
import { prose } from './prose.ts';
import { pathLines } from './source-excerpt.ts';
import { waitsCutLines, waitsLines } from './waits.ts';

export interface ExplainedText {
  text: { lines: number; omitted: number; failedTests: readonly string[] };
  repository: Repository;
  catalog: Catalog;
  /** Earlier runs to compare with; empty where nobody asked. */
  past: readonly PastRun[];
}

const maxMessageLines = 8;
const maxRelated = 8;
const maxNotes = 5;
const margin = '    ';

/** What happened, where, and what to do, for each root cause. */
export function renderExplained(
  explained: readonly Explained[],
  { text, ...about }: ExplainedText,
  page: Page,
): string {
  const blocks = explained.map((one) => crashLines(one, about, page));
  const lines = [...blocks.flatMap((block) => [...block, '']), ...endLines(explained, text, page)];
  return `${lines.join('\n')}\n`;
}

function crashLines(
  { crash, parsed, path, known, unknown }: Explained,
  { repository, catalog, past }: Omit<ExplainedText, 'text'>,
  page: Page,
): string[] {
  const { paint } = page;
  const [first = '', ...rest] = printable(crash.message).split('\n');
  const more = rest.slice(0, maxMessageLines).map((line) => textLine(page, `  ${line}`));
  const lines = [
    `${paint.bad('✗')} ${paint.bold(textLine(page, `${crash.cause}: ${first}`))}`,
    ...more,
    ...placeLines(crash, page),
    ...noteLines(parsed, page),
    ...(past.length === 0 ? [] : [textLine(page, `${margin}${historyWords(crash, past)}`)]),
  ];
  if (parsed.truncated) lines.push(paint.dim(`${margin}the text stops in the middle of it`));
  if (crash.waits !== undefined) lines.push('', ...waitsLines(crash.waits, page));
  if (crash.waitsCut) lines.push('', ...waitsCutLines(page, '  '));
  if (path.length > 0)
    lines.push('', paint.bold('  how it got here'), ...pathLines(path, repository, page));
  if (known !== null) lines.push('', ...knownLines(crash, known, catalog, page));
  if (unknown !== null) lines.push('', ...unknownLines(crash, unknown, catalog, page));
  return lines;
}

function placeLines(
  { blame, related, test, package: name, occurrences }: Crash,
  page: Page,
): string[] {
  const others = related.slice(0, maxRelated);
  const width = Math.max(...['seen', ...others.map(({ role }) => oneLine(role))].map(lengthOf));
  const start = (word: string): string => `${margin}${oneLine(word).padEnd(width)}  `;
  const lines: string[] = [];
  if (blame !== null) lines.push(frameLine(page, start('at'), blame));
  if (test !== null || name !== '')
    lines.push(textLine(page, `${start('in')}${[test, name].filter(Boolean).join(', ')}`));
  for (const { role, ...frame } of others) lines.push(frameLine(page, start(role), frame));
  if (related.length > others.length)
    lines.push(
      page.paint.dim(`${start('')}... and ${plural(related.length - others.length, 'more line')}`),
    );
  if (occurrences.length > 1) {
    const places = occurrences.map((seen) => seen.test ?? seen.package).filter(Boolean);
    const times = plural(occurrences.length, 'time');
    lines.push(textLine(page, `${start('seen')}${times}: ${listNames([...new Set(places)], 5)}`));
  }
  return lines;
}

/** What was printed besides, and explains it: the line of log.Fatal, `runtime: ` lines, where a fuzz input was written. */
function noteLines({ notes }: Explained['parsed'], page: Page): string[] {
  const shown = notes
    .slice(0, maxNotes)
    .map((note) => textLine(page, `${margin}said  ${note.trim()}`));
  if (notes.length > shown.length)
    shown.push(
      page.paint.dim(`${margin}      ... and ${plural(notes.length - shown.length, 'more line')}`),
    );
  return shown;
}

function lengthOf({ length }: string): number {
  return length;
}

function historyWords(crash: Crash, past: readonly PastRun[]): string {
  const found = standing(crash, past);
  switch (found.kind) {
    case 'new':
      return `new: nothing like it in ${plural(past.length, 'earlier run')}`;
    case 'seen':
      return `seen before, in ${String(found.runs)} of ${plural(past.length, 'earlier run')}, last in ${runName(found.last)}`;
    case 'similar': {
      const percent = (found.similarity * 100).toFixed(0);
      return `new, but ${percent} % like ${found.crash.id} of ${runName(found.run)}: ${found.crash.message}`;
    }
  }
}

function runName({ startedAt, source }: PastRun): string {
  const sha = source.sha === null ? '' : ` (${source.sha.slice(0, 7)})`;
  return `the run of ${startedAt.slice(0, 16).replace('T', ' ')}${sha}`;
}

function knownLines(crash: Crash, known: KnownCrash, catalog: Catalog, page: Page): string[] {
  const { paint } = page;
  const word = isUsual(crash) ? 'usually' : 'known';
  return [
    `${paint.bold(`  ${word}: ${known.title}`)} ${paint.dim(`(${catalog.familyTitle(known.family)})`)}`,
    ...indented(known.explanation, page),
    ...indented(`In the example: ${known.rootCause}`, page),
    ...indented(`What to do: ${known.fix}`, page),
    paint.dim(`${margin}with an example and its test: ${crashPage(known.id)}`),
  ];
}

function unknownLines(
  crash: Crash,
  { family, nearest, regression }: NonNullable<Explained['unknown']>,
  catalog: Catalog,
  page: Page,
): string[] {
  const { paint } = page;
  const lines = [
    paint.bold('  no known crash is quite like this one'),
    ...(family === null ? [] : [`${margin}family:  ${catalog.familyTitle(family)}`]),
    ...(nearest === null
      ? []
      : [
          `${margin}nearest: ${nearest.known.title} (${(nearest.likeness * 100).toFixed(0)} % alike)`,
          paint.dim(`${margin}         ${crashPage(nearest.known.id)}`),
        ]),
    paint.dim(`${margin}cause:   ${causePage(crash.cause)}`),
  ];
  if (regression === null) return lines;
  return [
    ...lines,
    '',
    `${paint.bold('  a regression test to begin with')} ${paint.dim(`(${oneLine(regression.file)})`)}`,
    ...regression.text
      .trimEnd()
      .split('\n')
      .map((line) => `${margin}${printable(line)}`.trimEnd()),
    paint.dim(`${margin}${oneLine(regression.command)}`),
  ];
}

function indented(text: string, { width }: Page): string[] {
  return prose(text, Math.min(100, Math.max(40, width - margin.length))).map((line) =>
    `${margin}${line}`.trimEnd(),
  );
}

function endLines(
  explained: readonly Explained[],
  { lines, omitted, failedTests }: ExplainedText['text'],
  { paint }: Page,
): string[] {
  const found = explained.length === 0 ? 'no crash' : plural(explained.length, 'crash', 'crashes');
  const failed = failedTests.length === 0 ? '' : `; failed tests: ${listNames(failedTests, 10)}`;
  return [
    paint.dim(`${found} in ${plural(lines, 'line')}${failed}`),
    ...(omitted > 0
      ? [paint.dim(`${plural(omitted, 'more crash', 'more crashes')} left out`)]
      : []),
  ];
}
