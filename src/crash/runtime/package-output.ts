import { bareCrash } from './bare-crash.ts';
import { endsProcess, type ParsedCrash } from '../parsed-crash.ts';
import { lostCrash, newSegment } from './segment.ts';
import { parseProcessEnd, type ProcessEnd } from './process-end.ts';
import { parseFraming, type FramingLine } from './test-framing.ts';
import { createWaitingCrashes } from './waiting-crashes.ts';

/** What the text around crashes says: in whose output they stand, how process and package ended. */
export interface PackageOutput {
  /** The test whose output is being read. */
  readonly outputTest: string | null;
  /** A line that belongs to no report. */
  line: (line: string, lineNumber: number) => void;
  /** A report that is complete; it is handed on once the text has said how it ended. */
  crash: (crash: ParsedCrash) => void;
  end: () => void;
}

interface Out {
  crash: (crash: ParsedCrash) => void;
  other: (line: string) => void;
}

const maxNoteChars = 1000;
const unknownStatus = 'exit status unknown';
// What reports the end of `go run`: make, a CI system. Before anything else an exit status is some program's log.
const afterCommand = /^(?:make|Error|##\[error\]|ERROR|FAIL)\b/;
const asIs = (): Partial<ParsedCrash> => ({});

export function createPackageOutput(out: Out): PackageOutput {
  const waiting = createWaitingCrashes(out.crash);
  let outputTest: string | null = null;
  let segment = newSegment();
  /** Output without a newline before `signal: `: the next line tells whether the go command wrote that. */
  let held: { line: string; lineNumber: number; end: ProcessEnd & { kind: 'signal' } } | null =
    null;
  /** The process is dead and said so; the package's verdict comes next or not at all. */
  let closing = false;
  let builds = 0;
  /** The line before says that a test has failed. */
  let inFailures = false;

  const handOn = (change: (crash: ParsedCrash) => Partial<ParsedCrash>): void => {
    closing = false;
    waiting.handOn(change);
  };

  const add = (crash: ParsedCrash): void => {
    if (crash.kind === 'build-failure') builds++;
    else segment.explained = segment.crashed = true;
    // What has its package's name needs no verdict, but a test may have printed it.
    if (crash.kind === 'build-failure' && crash.package !== null && crash.outputTest === null)
      out.crash(crash);
    else waiting.add(crash);
  };

  /** The line is the end of the crash before it. */
  const extendLast = (change: Partial<ParsedCrash>): boolean =>
    !segment.verdict && waiting.extendLast(change);

  /** The last line, which may be the only one that is counted as a crash's without words. */
  let lastOther: string | null = null;
  const other = (line: string | null): void => {
    if (lastOther !== null) out.other(lastOther);
    lastOther = line;
  };

  const plain = (line: string, lineNumber: number): void => {
    segment.lines.push(line);
    segment.lost.push(line, lineNumber);
    other(line);
  };

  const addLost = (status: number | null, hasEnded = true): boolean => {
    const crash = lostCrash(segment, status, hasEnded);
    if (crash !== null) add({ ...crash, outputTest });
    return crash !== null;
  };

  const endOfProcess = (end: ProcessEnd, line: string, lineNumber: number): void => {
    const at = { firstLine: lineNumber, outputTest };
    const { last } = waiting;
    switch (end.kind) {
      case 'exit':
        closing = outputTest === null;
        if (extendLast({ exitStatus: end.status })) return;
        if (addLost(end.status)) return;
        if (segment.explained) plain(line, lineNumber);
        else {
          const words = segment.lines.words();
          const notes = words?.status === end.status ? words.notes : [];
          add(bareCrash('exit', line, { ...at, exitStatus: end.status, notes }));
        }
        return;
      case 'ran-too-long':
        if (last?.kind === 'signal' && extendLast({ kind: 'timeout', message: end.message }))
          return;
        add(bareCrash('timeout', end.message, at));
        return;
      case 'output-open':
        if (extendLast({})) return;
        if (segment.explained) plain(line, lineNumber);
        else add(bareCrash('exit', end.message, at));
        return;
      case 'tool': {
        const notes = [line.slice(0, maxNoteChars)];
        add(bareCrash('build-failure', end.message, { ...at, package: end.package, notes }));
        return;
      }
      case 'signal': {
        closing = outputTest === null;
        if (last !== undefined && endsProcess(last.kind) && extendLast({})) return;
        const { signal } = end;
        add(
          signal.name === 'SIGKILL'
            ? bareCrash('killed', 'signal: killed', { ...at, signal })
            : bareCrash('signal', signal.words, { ...at, signal }),
        );
      }
    }
  };

  const endOfPackage = (
    framing: FramingLine & { kind: 'package' },
    line: string,
    lineNumber: number,
  ): void => {
    const { package: name, passed, remark } = framing;
    const notBuilt = /^(?:build|setup) failed$/.test(remark);
    const isLost = !notBuilt && !passed && addLost(null);
    if (isLost) other(null);
    else if (notBuilt && builds === 0) {
      add(bareCrash('build-failure', remark, { firstLine: lineNumber, outputTest, package: name }));
    } else if (!notBuilt && !passed && !segment.explained && segment.lines.last !== '') {
      const words = segment.lines.words();
      add(
        bareCrash('exit', words === null ? unknownStatus : `exit status ${words.status}`, {
          firstLine: lineNumber,
          outputTest,
          exitStatus: words?.status ?? null,
          notes: words?.notes ?? [segment.lines.last],
        }),
      );
    } else other(line);
    handOn((crash) => {
      if (crash.kind !== 'build-failure')
        return { package: crash.package ?? name, survived: crash.survived || passed };
      return {
        package: crash.package ?? (notBuilt ? name : null),
        survived: crash.survived || (passed && crash.outputTest !== null),
      };
    });
    outputTest = null;
    segment = newSegment();
  };

  const endOfTest = ({ passed, test }: FramingLine & { kind: 'result' }): void => {
    segment.explained ||= !passed;
    // A panic fails a subtest and then, line by line, the tests that it is within.
    if (passed) outputTest = null;
    else if (!inFailures || outputTest?.startsWith(`${test}/`) !== true) outputTest = test;
    inFailures = !passed;
    if (!passed) return;
    waiting.change((crash) =>
      crash.outputTest === test && mayBeLogged(crash) ? { survived: true } : {},
    );
  };

  const read = (line: string, lineNumber: number): void => {
    const end = parseProcessEnd(line);
    if (end?.kind === 'signal' && end.before !== '') {
      held = { line, lineNumber, end };
      return;
    }
    if (end !== null) {
      endOfProcess(end, line, lineNumber);
      return;
    }
    const framing = parseFraming(line);
    if (framing?.kind !== 'result') inFailures = false;
    if (closing && line !== '' && framing?.kind !== 'package')
      handOn(({ kind }) => (kind === 'exit' && !afterCommand.test(line) ? { survived: true } : {}));
    switch (framing?.kind) {
      case undefined:
        plain(line, lineNumber);
        return;
      case 'package':
        endOfPackage(framing, line, lineNumber);
        return;
      case 'running':
        outputTest = framing.test;
        break;
      case 'result':
        endOfTest(framing);
        break;
      case 'verdict':
        outputTest = null;
        segment.verdict = true;
        segment.explained ||= !framing.passed;
        if (framing.passed)
          waiting.change(({ kind }) => (kind === 'build-failure' ? {} : { survived: true }));
    }
    plain(line, lineNumber);
  };

  /** At the end of the text there is no next line: go run ends with it. */
  const release = (next: string | null): void => {
    if (held === null) return;
    const { line, lineNumber, end } = held;
    held = null;
    if (next?.startsWith('FAIL\t') ?? true) endOfProcess(end, line, lineNumber);
    else plain(line, lineNumber);
  };

  return {
    get outputTest() {
      return outputTest;
    },
    line(line, lineNumber) {
      release(line);
      read(line, lineNumber);
    },
    crash(crash) {
      release('');
      add(crash);
    },
    end() {
      release(null);
      if (addLost(null, false)) lastOther = null;
      other(null);
      handOn(asIs);
    },
  };
}

/** A test that passes has survived a trace in its output; a race may have been another test's. */
function mayBeLogged({ kind }: ParsedCrash): boolean {
  return kind !== 'data-race' && kind !== 'sanitizer' && kind !== 'goroutine-leak';
}
