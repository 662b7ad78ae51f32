import { createCrashScanner, type CrashScanner } from '../crash/crash-scanner.ts';
import { readLogBytes } from '../crash/log/log-bytes.ts';
import { createLogCleaner } from '../crash/log/log-line.ts';
import type { ParsedCrash } from '../crash/parsed-crash.ts';
import { parseEvent } from '../gotest/event.ts';
import { splitLines } from '../gotest/lines.ts';

/** What any log holds that somebody wants explained. */
export interface CrashText {
  /** Those that a package survived are left out. */
  crashes: ParsedCrash[];
  /** Beyond the limit. */
  omitted: number;
  lines: number;
  /** Names behind `--- FAIL: `, as far as they are few. */
  failedTests: string[];
}

export interface CrashTextReader {
  push: (chunk: Uint8Array) => void;
  end: () => CrashText;
}

const maxCrashes = 1000;
const maxFailedTests = 1000;
/** Packages in an event stream; what more there are share one. */
const maxPackages = 2000;
const maxPartialChars = 1 << 20;
const maxPartials = 100;
// Also below the margin of a subtest, and behind what a CI page puts before each line.
const failed = /^\s{0,40}--- FAIL: (?<test>\S{1,500}) \(/;

/** Reads a log of any kind: output of go test or of a program, a page copied from CI, the event stream of go test -json. */
export function createCrashTextReader(): CrashTextReader {
  const found: CrashText = { crashes: [], omitted: 0, lines: 0, failedTests: [] };
  const sink = {
    crash: (crash: ParsedCrash): void => {
      if (crash.survived) return;
      if (found.crashes.length < maxCrashes) found.crashes.push(crash);
      else found.omitted++;
    },
  };
  const scanners = new Map<string, { scanner: CrashScanner; partial: Map<string, string> }>();
  const scannerOf = (name: string): NonNullable<ReturnType<typeof scanners.get>> => {
    const key = scanners.size < maxPackages || scanners.has(name) ? name : '';
    let own = scanners.get(key);
    if (own === undefined) {
      own = { scanner: createCrashScanner(sink), partial: new Map() };
      scanners.set(key, own);
    }
    return own;
  };
  const take = (scanner: CrashScanner, line: string): void => {
    const test = line.includes('--- FAIL: ') ? failed.exec(line)?.groups?.['test'] : undefined;
    if (test !== undefined && found.failedTests.length < maxFailedTests)
      found.failedTests.push(test);
    scanner.push(line);
  };
  /** Output comes in pieces of lines, those of several tests by turns. */
  const takeOutput = (name: string, test: string, output: string): void => {
    const { scanner, partial } = scannerOf(name);
    const text = `${partial.get(test) ?? ''}${output}`;
    const lines = text.split('\n');
    const rest = lines.pop() ?? '';
    for (const line of lines) take(scanner, line);
    partial.delete(test);
    if (rest === '') return;
    if (partial.size >= maxPartials) {
      for (const left of partial.values()) take(scanner, left);
      partial.clear();
    }
    partial.set(test, rest.slice(0, maxPartialChars));
  };
  const takeEvent = (line: string): boolean => {
    const event = line.startsWith('{"') ? parseEvent(line) : null;
    if (event?.action === 'output') takeOutput(event.package, event.test, event.output);
    else if (event?.action === 'build-output')
      takeOutput(`build ${event.importPath}`, '', event.output);
    return event !== null;
  };
  // A CI system puts its prefixes before events as well.
  const page = createLogCleaner((line) => {
    if (!takeEvent(line)) take(scannerOf('').scanner, line);
  });
  const lines = readLogBytes(
    splitLines((line) => {
      found.lines++;
      if (!takeEvent(line)) page.push(line);
    }),
  );
  return {
    push: lines.push,
    end() {
      lines.end();
      page.end();
      for (const { scanner, partial } of scanners.values()) {
        for (const rest of partial.values()) take(scanner, rest);
        scanner.end();
      }
      found.crashes.sort((a, b) => a.firstLine - b.firstLine);
      return found;
    },
  };
}
