import type { Cause } from '../report/schema.ts';
import type { Evidence } from './facts.ts';

// What a program said before it ended itself. It is the program's own text: it can say anything.

const maxLineChars = 300;
const label = 'last line: ';

/** Lines of package testing and of the go command. */
const framing =
  /^(?:FAIL(?:$|\s)|ok {2}|exit status |=== |\s*--- |PASS$|coverage: |testing: warning: )/;

// log.LstdFlags, behind the prefix if there is one: 2009/11/10 23:00:00 message
const logHeader = /^(?:\S{0,40} ?)?\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? /;

/** The last line that the program wrote itself. */
export function lastLine(output: string): string | null {
  const lines = output.trimEnd().split('\n');
  const last = lines.findLast((text) => text.trim() !== '' && !framing.test(text));
  return last === undefined ? null : last.slice(0, maxLineChars);
}

/** The last line of output in the default form of package log. */
export function lastLogLine(output: string): string | null {
  const lines = output.trimEnd().split('\n').slice(-6);
  return lines.findLast((line) => logHeader.test(line)) ?? null;
}

export function lastWords(output: string): Evidence[] {
  const line = lastLine(output);
  return line === null ? [] : [{ source: 'output', detail: `${label}${line}` }];
}

/**
 * Of a process that was ended on purpose, what it said last; null where it said nothing. The time of package log is left out: it
 * differs from run to run.
 */
export function partingWords({ id, evidence }: Cause): string | null {
  if (id !== 'log-fatal' && id !== 'testmain-exit') return null;
  const said = evidence.find(
    ({ source, detail }) => source === 'output' && detail.startsWith(label),
  );
  const words = said?.detail.slice(label.length).replace(logHeader, '').trim() ?? '';
  return words === '' ? null : words;
}
