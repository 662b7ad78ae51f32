import { relativeTo, type Frame } from '../../crash/frame.ts';
import { createGoroutineParser } from '../../crash/goroutines/goroutines.ts';
import { userFrame } from '../../crash/standard-library.ts';
import type { ListedPackage } from '../../plan/go-list.ts';
import type { AuditStart } from '../../report/audit.ts';
import { clip, printable } from '../../report/format.ts';
import type { Started, StartRecord } from './start.ts';

const maxSaidChars = 400;

/** How the start of each package's test binary went, in the order of the packages. */
export function starts(
  named: readonly ListedPackage[],
  { records, buildText }: Started,
  directory: string,
): AuditStart[] {
  const byFolder = new Map(records.map((record) => [record.directory, record]));
  return named.map((listed) => {
    const record = byFolder.get(listed.dir);
    return record === undefined
      ? notBuilt(
          listed.package,
          listed.error ?? buildText.get(listed.package) ?? buildText.get('') ?? '',
        )
      : { package: listed.package, ...told(record, directory) };
  });
}

function notBuilt(name: string, text: string): AuditStart {
  const nothing = {
    exitCode: 0,
    signal: '',
    ready: false,
    elapsedMs: 0,
    initMs: 0,
    bytes: 0,
    allocs: 0,
  };
  return {
    package: name,
    ending: 'not-built',
    ...nothing,
    said: firstLine(inOneLine(text)),
    at: null,
  };
}

/** An import cycle is told in several lines: `package a`, `imports b`, `imports a: import cycle not allowed`. */
function inOneLine(text: string): string {
  return text.replace(/\n\t(?=imports )/g, ' ');
}

function told(record: StartRecord, directory: string): Omit<AuditStart, 'package'> {
  const { ending, exitCode, signal, elapsedMs, packages, said } = record;
  const sum = (of: (one: StartRecord['packages'][number]) => number): number =>
    packages.reduce((total, one) => total + of(one), 0);
  // The last package is the generated one, which has an init function of its own.
  const ready = record.omitted > 0 || packages.some((one) => one.package === 'main');
  const well = ready && ending === 'exited' && exitCode === 0;
  return {
    ending,
    exitCode,
    signal,
    ready,
    elapsedMs,
    initMs: Math.round(sum(({ clockMs }) => clockMs) * 1000) / 1000,
    bytes: sum(({ bytes }) => bytes),
    allocs: sum(({ allocs }) => allocs),
    // Where it is stuck tells more than that it was asked.
    said: well || ending === 'stuck' ? null : firstLine(said),
    at: well ? null : place(said, directory),
  };
}

function firstLine(text: string): string | null {
  const line = printable(text)
    .split('\n')
    .find((one) => one.trim() !== '');
  return line === undefined ? null : clip(line.trim(), maxSaidChars);
}

/** The innermost line of somebody's own in the goroutine that initialises: the first that Go makes. */
function place(said: string, directory: string): Frame | null {
  const parser = createGoroutineParser();
  for (const line of said.split('\n')) parser.push(line);
  parser.end();
  const first = parser.goroutines.find(({ id }) => id === 1) ?? parser.goroutines[0];
  const frame = first === undefined ? null : userFrame(first.frames);
  return frame === null ? null : relativeTo(directory, frame);
}
