import { detachedValue } from './goroutines/detached.ts';
import { buildFailures, positionFailures } from './build/build-failure.ts';
import { goCommandFailures } from './build/go-command-failure.ts';
import { createPackageOutput } from './runtime/package-output.ts';
import type { ParsedCrash } from './parsed-crash.ts';
import type { OpenReport, ReportParser } from './report-parser.ts';
import { reportParsers } from './report-parsers.ts';
import { gluedRuntimeReports, runtimeReports } from './runtime/runtime-report.ts';
import { testingReports } from './runtime/testing-report.ts';

/** Crashes come when the text has said all it says about them; other lines as they are read, in their order. */
export interface CrashSink {
  crash: (crash: ParsedCrash) => void;
  other?: (line: string) => void;
}

export interface CrashScanner {
  /** One line, without its newline. */
  push: (line: string) => void;
  /** To be called after the last line. */
  end: () => void;
}

/** A report that is being read. */
interface Reading {
  report: OpenReport;
  family: ReportParser;
  firstLine: number;
  outputTest: string | null;
  lineCount: number;
  /** Lines that are held until the report is sure; null after that. */
  held: { line: string; mine: boolean }[] | null;
  heldChars: number;
}

const others: readonly ReportParser[] = [
  ...reportParsers,
  testingReports,
  buildFailures,
  positionFailures,
  goCommandFailures,
];
const families = askedByFirst([runtimeReports, gluedRuntimeReports, ...others]);
const otherFamilies = askedByFirst(others);
const maxHeldLines = 2000;
const maxHeldChars = 16_000_000;

/**
 * Finds the crashes in any text. Every line is either handed on as other text or counted in one crash's `lineCount`. Never throws;
 * time is linear in the text, memory bounded.
 */
export function createCrashScanner(sink: CrashSink): CrashScanner {
  let lineNumber = 0;
  let reading: Reading | null = null;
  const output = createPackageOutput({
    crash: sink.crash,
    other: sink.other ?? (() => undefined),
  });
  const other = (line: string): void => {
    output.line(line, lineNumber);
  };
  const giveBack = (line: string): void => {
    if (reading !== null) {
      reading.lineCount--;
      settle(reading);
    }
    other(line);
  };

  const open = (line: string, asked: Asked): void => {
    for (const family of asked(line)) {
      const report = family.begin(line, giveBack);
      if (report === null) continue;
      reading = {
        report,
        family,
        firstLine: lineNumber,
        outputTest: output.outputTest,
        lineCount: 1,
        held: [{ line, mine: true }],
        heldChars: line.length,
      };
      settle(reading);
      return;
    }
    other(line);
  };

  /** Hands on what others wrote in between, once it is sure that this is a report. */
  const settle = (current: Reading): void => {
    const { held } = current;
    if (held === null || !current.report.sure) return;
    current.held = null;
    for (const { line, mine } of held) if (!mine) other(line);
  };

  /** It was no report: what followed its first line may hold one of another family. */
  const giveUp = ({ held, firstLine, family }: Reading): void => {
    const [first, ...rest] = held ?? [];
    if (first === undefined) return;
    const now = lineNumber;
    other(first.line);
    for (const [index, { line }] of rest.entries()) {
      lineNumber = firstLine + index + 1;
      if (isRuntime(family)) feed(line, otherFamilies);
      else other(line);
    }
    lineNumber = now;
  };

  const close = (atEnd: boolean): void => {
    const current = reading;
    if (current === null) return;
    const draft = current.report.finish(atEnd);
    reading = null;
    if (draft === null) {
      giveUp(current);
      return;
    }
    for (const { line, mine } of current.held ?? []) if (!mine) other(line);
    const { firstLine, lineCount, outputTest } = current;
    const { stacks, ...words } = draft;
    output.crash({
      package: null,
      survived: false,
      ...detachedValue(words),
      // Parsers of stacks detach what they keep.
      stacks,
      exitStatus: null,
      outputTest,
      lineCount,
      firstLine,
    });
  };

  const keep = (current: Reading, line: string, mine: boolean): void => {
    if (mine) current.lineCount++;
    if (current.held === null) {
      if (!mine) other(line);
      return;
    }
    current.held.push({ line, mine });
    current.heldChars += line.length;
    settle(current);
    if (!isTooLong(current)) return;
    reading = null;
    giveUp(current);
  };

  const feed = (line: string, asked: Asked): void => {
    if (reading === null) {
      open(line, asked);
      return;
    }
    const taken = reading.report.push(line);
    if (taken === 'not-mine') {
      close(false);
      // The lines of what was no report may have opened another one.
      feed(line, asked);
      return;
    }
    keep(reading, line, taken !== 'foreign');
    if (taken === 'last') close(false);
  };

  return {
    push(line) {
      lineNumber++;
      feed(line, families);
    },
    end() {
      close(true);
      // What was no report may have opened another one.
      close(true);
      output.end();
    },
  };
}

function isTooLong({ held, heldChars }: Reading): boolean {
  return held !== null && (held.length > maxHeldLines || heldChars > maxHeldChars);
}

function isRuntime(family: ReportParser): boolean {
  return family === runtimeReports || family === gluedRuntimeReports;
}

/** Which families a line may begin a report of, as far as its first character tells. */
type Asked = (line: string) => readonly ReportParser[];

function askedByFirst(all: readonly ReportParser[]): Asked {
  const always = all.filter(({ first }) => first === undefined);
  const table = Array.from({ length: 128 }, (_, code) =>
    all.filter(({ first }) => first?.includes(String.fromCharCode(code)) ?? true),
  );
  return (line) => table[line.charCodeAt(0)] ?? always;
}

/** All crashes of a text, also those that were survived. */
export function scanCrashes(text: string): ParsedCrash[] {
  const crashes: ParsedCrash[] = [];
  const scanner = createCrashScanner({ crash: (crash) => crashes.push(crash) });
  for (const line of text.split('\n')) scanner.push(line);
  scanner.end();
  return crashes;
}
