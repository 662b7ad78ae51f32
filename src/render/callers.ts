import type { CallerPath, CallerRoot, Callers } from '../report/callers.ts';
import { listNames } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import { frameLine, oneLine, textLine, type Page } from './inspection-page.ts';

const titles: Readonly<Record<CallerRoot, string>> = {
  test: 'from tests:',
  main: 'from main:',
  goroutine: 'in a goroutine, which no caller can recover:',
  exported: 'from other modules, through what is exported:',
  init: 'while the package is initialised:',
  uncalled: 'from functions that nothing is seen to call:',
};

/** Deeper steps stand below each other. */
const deepestIndent = 12;
const shownAlso = 5;

/** Who can reach a function, for a person: one block a way in, from the outside in. */
export function renderCallers(callers: Callers, page: Page): string {
  return `${callerLines(callers, page).join('\n')}\n`;
}

/** The same as lines, to stand below something else. */
export function callerLines(callers: Callers, page: Page): string[] {
  switch (callers.kind) {
    case 'unavailable':
      // Wrapped, not cut: they say what to do.
      return [
        page.paint.bad(`! who calls it is not known: ${oneLine(callers.because)}`),
        `    fix: ${oneLine(callers.fix)}`,
      ];
    case 'not-found':
      return [
        page.paint.bad('! there is no such function in these packages'),
        ...(callers.candidates.length === 0
          ? []
          : [`    fix: it may be ${listNames(callers.candidates, shownAlso)}`]),
        ...problemLines(page, callers.problems),
      ];
    case 'found':
      return foundLines(callers, page);
  }
}

function foundLines(found: Extract<Callers, { kind: 'found' }>, page: Page): string[] {
  const { bold, dim } = page.paint;
  const lines = found.targets.map((target) =>
    bold(
      frameLine(
        { ...page, paint: { ...page.paint, dim: (text) => text } },
        'who can reach ',
        target,
      ),
    ),
  );
  if (found.approximate)
    lines.push(
      textLine(page, '  the function around the literal, which could not be told from others'),
    );
  if (found.paths.length === 0) lines.push('  nobody, as far as can be seen');
  let title = '';
  for (const path of found.paths) {
    if (titles[path.root] !== title) {
      title = titles[path.root];
      lines.push('', bold(title));
    }
    lines.push(...pathLines(page, path));
  }
  if (found.omitted > 0) lines.push(dim(`  ... and ${plural(found.omitted, 'more way')}`));
  if (found.paths.some(({ steps }) => steps.some(({ dynamic }) => dynamic)))
    lines.push(
      '',
      textLine(page, '~ perhaps: through an interface, a function value or a library'),
    );
  return [...lines, ...problemLines(page, found.problems)];
}

function pathLines(page: Page, { steps, also, alsoCount }: CallerPath): string[] {
  const lines = steps.map((step, depth) => {
    // How this one is called stands with the one that calls it.
    const before = steps[depth - 1];
    const mark = before?.dynamic === true ? '~ ' : '';
    const indent = ' '.repeat(2 + Math.min(2 * depth, deepestIndent));
    return frameLine(page, `${indent}${mark}`, step, remark(step));
  });
  if (alsoCount === 0) return lines;
  const names = also.slice(0, shownAlso).map(shortName);
  const more = alsoCount - names.length;
  const rest = more > 0 ? ` and ${String(more)} more` : '';
  return [...lines, page.paint.dim(textLine(page, `    and so do ${names.join(', ')}${rest}`))];
}

function remark({ how, through }: CallerPath['steps'][number]): string {
  switch (how) {
    case 'go':
      return 'go';
    case 'defer':
      return 'defer';
    case 'value':
      return through === '' ? 'as a value' : `handed to ${through}`;
    case 'call':
    case '':
      return '';
  }
}

/** `store.TestAdd` for `example.com/shop/store.TestAdd` */
function shortName(name: string): string {
  const bracket = name.indexOf('[');
  return name.slice((bracket < 0 ? name : name.slice(0, bracket)).lastIndexOf('/') + 1);
}

function problemLines({ paint }: Page, problems: readonly string[]): string[] {
  return problems.map((problem) => paint.bad(`! ${oneLine(problem)}`));
}
