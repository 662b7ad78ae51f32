import { buildTextOf } from '../gotest/build-text.ts';
import type { StreamFold } from '../gotest/fold.ts';
import type { PackageFold } from '../gotest/package-fold.ts';
import { printable } from '../report/format.ts';

const maxChars = 64 * 1024;

/** What a finished package printed that a person wants to see now: its failed and unfinished tests, then its own output. */
export function failureOutput(fold: PackageFold, state: StreamFold): string {
  const parts: string[] = [];
  if (fold.buildFailed) parts.push(buildTextOf(fold, state.builds, ''));
  for (const { test, output } of fold.failures)
    if (output.trim() !== '') parts.push(`--- FAIL: ${test}\n${output}`);
  for (const [test, output] of fold.running)
    if (!output.isEmpty()) parts.push(`--- unfinished: ${test}\n${output.text()}`);
  parts.push(fold.output.text());
  const text = parts
    .map((part) => part.trimEnd())
    .filter((part) => part !== '')
    .join('\n');
  const whole = printable(text);
  return whole.length <= maxChars
    ? whole
    : `${whole.slice(0, maxChars)}\n... more in the run folder ...`;
}
