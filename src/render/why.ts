import type { Why } from '../report/comparison-schema.ts';
import { oneLine } from '../report/format.ts';
import { functionText, growthText, notable, placeText } from './comparison-words.ts';
import type { Paint } from './paint.ts';

const maxEscapes = 5;
const maxSourceChars = 160;

/** Why a package grew, for a terminal: functions with their lines, tests, what escapes now, and where to look further. */
export function* whyLines(why: Why | null, paint: Paint): Generator<string> {
  if (why === null) return;
  for (const [index, row] of notable(why, why.functions).entries()) {
    const { test, calledFrom, lines } = row;
    const label = index === 0 ? '    grew most:  ' : '                ';
    const by = test === null ? '' : ` in ${oneLine(test, 120)}`;
    yield `${label}${growthText(why, row)} ${oneLine(functionText(row.function), 200)} ${paint.dim(oneLine(placeText(row), 200))}${by}`;
    if (calledFrom !== null)
      yield paint.dim(
        `                  called from ${oneLine(`${functionText(calledFrom.function)} ${calledFrom.file}:${String(calledFrom.line)}`, 200)}`,
      );
    const source = lines[0]?.source.trim() ?? '';
    if (source !== '') yield paint.dim(`                  ${oneLine(source, maxSourceChars)}`);
  }
  if (why.tests.length > 0) {
    const tests = notable(why, why.tests).map(
      (row) => `${oneLine(row.test, 120)} ${growthText(why, row)}`,
    );
    yield `    tests:      ${tests.join(', ')}`;
  }
  for (const { file, line, text } of why.escapes.slice(0, maxEscapes))
    yield `    new escape: ${paint.dim(oneLine(`${file}:${String(line)}`, 200))} ${oneLine(text, 200)}`;
  if (why.escapes.length > maxEscapes)
    yield `                ... and ${String(why.escapes.length - maxEscapes)} more, see the report`;
  if (why.escapesMissing !== null)
    yield paint.dim(`    escapes:    not known: ${oneLine(why.escapesMissing, 300)}`);
  if (why.command !== null)
    yield paint.dim(`    look at it, in the run folder: ${oneLine(why.command, 2000)}`);
}
