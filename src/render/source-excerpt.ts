import { enclosingFunction } from '../crash/source/enclosing-function.ts';
import { shortName } from '../crash/function-name.ts';
import type { PathStep } from '../crash/blame/path-step.ts';
import type { Repository } from '../crash/source/repository.ts';
import { clip, printable } from '../report/format.ts';
import { frameLine, oneLine, type Page } from './inspection-page.ts';
import { codeBlock } from './markdown.ts';

const linesBefore = 2;
const linesAfter = 1;
const markdownWidth = 140;
const maxMarkdownChars = 8000;
const maxLineChars = 500;
const plain = (text: string): string => text;

/** How a program got where it died, with source: from the test down to the guilty line, which is marked. For a terminal. */
export function pathLines(
  steps: readonly PathStep[],
  repository: Pick<Repository, 'lines'>,
  page: Page,
): string[] {
  return steps.flatMap((step) => [headLine(step, page), ...excerpt(step, repository, page)]);
}

/** The same for Markdown; '' for no steps. */
export function pathMarkdown(
  steps: readonly PathStep[],
  repository: Pick<Repository, 'lines'>,
): string {
  const paint = { good: plain, bad: plain, dim: plain, bold: plain };
  const lines = pathLines(steps, repository, { width: markdownWidth, paint });
  return lines.length === 0 ? '' : codeBlock(lines.join('\n'), maxMarkdownChars);
}

/** `    orders.(*Order).Line  shop/orders/orders.go:22  panics here` */
function headLine({ note, guilty, ...step }: PathStep, page: Page): string {
  const remark = guilty ? page.paint.bad(oneLine(note)) : oneLine(note);
  if (step.function === '' && step.file === '') return `    ${remark}`;
  return frameLine(page, '    ', { ...step, function: shortName(step.function) }, remark);
}

/** The lines around a step, numbered, with a mark below the guilty one. */
function excerpt(
  { source, file, line, guilty }: PathStep,
  repository: Pick<Repository, 'lines'>,
  { width, paint }: Page,
): string[] {
  if (source === null) return [];
  const { first, texts } = around(repository.lines(file) ?? [], line);
  const shown = texts.map((text) =>
    printable(text.slice(0, maxLineChars)).replaceAll('\t', '    ').replaceAll('\n', ' '),
  );
  const margin = Math.min(...shown.filter((text) => text.trim() !== '').map(marginOf));
  const digits = String(first + texts.length).length;
  return shown.flatMap((text, index) => {
    const number = first + index;
    const code = text.slice(Math.min(margin, marginOf(text))).trimEnd();
    const gutter = `    ${number === line ? '>' : ' '} ${String(number).padStart(digits)} | `;
    const row = clip(`${gutter}${code}`.trimEnd(), Math.max(40, width));
    if (number !== line) return [paint.dim(row)];
    return guilty ? [row, paint.bad(markBelow(row, gutter.length))] : [row];
  });
}

/** The lines before and after that belong to the same function. */
function around(lines: readonly string[], line: number): { first: number; texts: string[] } {
  const start = enclosingFunction(lines, line)?.line ?? line;
  const first = Math.max(start, line - linesBefore, 1);
  const texts = lines.slice(first - 1, line);
  for (const text of lines.slice(line, line + linesAfter)) {
    if (text.trim() === '' || (start === line && /\}\s*$/.test(lines[line - 1] ?? ''))) break;
    texts.push(text);
  }
  return { first, texts };
}

/** Marks the code, not the comment behind it. */
function markBelow(row: string, gutter: number): string {
  const text = row.slice(gutter);
  const code = text.replace(/\s*\/\/.*$/, '') || text;
  const start = marginOf(text);
  const mark = '^'.repeat(Math.max(1, code.length - start));
  return `${' '.repeat(gutter - 2)}| ${' '.repeat(start)}${mark}`;
}

function marginOf(text: string): number {
  return text.length - text.trimStart().length;
}
