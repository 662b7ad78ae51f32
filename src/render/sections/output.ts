import { decisiveAttempt } from '../../report/decisive-attempt.ts';
import { codeBlock, folded, inlineCode } from '../markdown.ts';
import type { PackageRun } from '../../report/schema.ts';

const maxOutputChars = 4000;
const maxCoreChars = 8192;

/** What a package printed at its end, folded; '' where that says nothing new. */
export function outputText({ output }: PackageRun): string {
  return isTelling(output)
    ? folded('Output', codeBlock(lastOf(output.trim()), maxOutputChars))
    : '';
}

/** What a debugger read in the core of the attempt that tells how the package ended, folded; '' where there is none. */
export function coreText(run: PackageRun): string {
  const { coreExcerpt, coreText: file } = decisiveAttempt(run) ?? {};
  if (coreExcerpt === undefined) return '';
  const parts = [
    codeBlock(coreExcerpt, maxCoreChars),
    ...(file === undefined ? [] : [`All of it: ${inlineCode(file)}`]),
  ];
  return folded('Read in its core', parts.join('\n\n'));
}

/** Whether there is more than what go test says of every package that failed. */
function isTelling(output: string): boolean {
  const lines = output.slice(0, maxOutputChars).split('\n');
  return lines.some(
    (line) => line.trim() !== '' && !/^(?:FAIL\b|signal: |exit status )/.test(line),
  );
}

/** The end says most. */
function lastOf(text: string): string {
  if (text.length <= maxOutputChars) return text;
  const end = text.slice(2 - maxOutputChars);
  const line = end.indexOf('\n');
  return line === -1 ? `…${end}` : `…${end.slice(line)}`;
}
