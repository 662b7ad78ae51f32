import { enclosingFunction } from '../../crash/source/enclosing-function.ts';
import { printable } from '../../report/format.ts';
import type { Repository } from '../../crash/source/repository.ts';
import { markup, type Markup } from '../html/markup.ts';

/** The text of the tested code. */
export interface SourceText {
  /** Of a file relative to the root of the repository; null where it cannot be read or is no source. */
  lines: (file: string) => readonly string[] | null;
}

/**
 * A stack that a test prints can name any file, and what is shown here may leave the machine: only what a compiler reads is shown.
 */
const sourceName = /(?:^|[/\\])[^./\\][^/\\]*\.(?:go|s|c|cc|cpp|cxx|h|hh|hpp|m|mm)$/i;
const maxPathChars = 1000;

export function sourceText(repository: Pick<Repository, 'lines'>): SourceText {
  return {
    lines: (file) =>
      file.length <= maxPathChars && sourceName.test(file) ? repository.lines(file) : null,
  };
}

const before = 3;
const after = 2;
const maxLineChars = 240;

/** The lines around a place, its own marked; null where there are none. */
export function sourceExcerpt(
  sources: SourceText,
  { file, line }: { file: string; line: number },
): Markup | null {
  const lines = line > 0 ? sources.lines(file) : null;
  if (lines === null || line > lines.length) return null;
  const { first, last } = around(lines, line);
  const texts = lines
    .slice(first - 1, last)
    .map((text) => printable(text.slice(0, maxLineChars)).replaceAll('\t', '    '));
  const margin = Math.min(...texts.filter((text) => text.trim() !== '').map(marginOf));
  const digits = String(first + texts.length).length;
  const rows = texts.map((text, index) => {
    const number = first + index;
    const code = text.slice(Math.min(margin, marginOf(text))).trimEnd();
    const row = `${number === line ? '>' : ' '} ${String(number).padStart(digits)}  ${code}\n`;
    return number === line ? markup`<mark>${row}</mark>` : markup`${row}`;
  });
  return markup`<pre class="excerpt">${rows}</pre>`;
}

/** Some lines before and after, of the same function where that can be told. */
function around(lines: readonly string[], line: number): { first: number; last: number } {
  const start = enclosingFunction(lines, line)?.line ?? 1;
  const end = lines.slice(line - 1, line + after).findIndex((text) => text.startsWith('}'));
  return {
    first: Math.max(1, start, line - before),
    last: end < 0 ? line + after : line + end,
  };
}

function marginOf(text: string): number {
  return text.length - text.trimStart().length;
}
