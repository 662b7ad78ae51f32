import { bareCrash } from './bare-crash.ts';
import type { ParsedCrash } from './parsed-crash.ts';
import { endsProcess } from './parsed-crash.ts';
import { parseProcessEnd, type ProcessEnd } from './process-end.ts';
import { parseFraming, type FramingLine } from './test-framing.ts';

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

/** Crashes that wait for their package's verdict, and the stacks that they hold. */
const maxWaiting = 50;
const maxWaitingStacks = 200_000;

// 2026/01/02 15:04:05 no configuration: how log.Fatal words it with package log's standard flags
const logged = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
const maxNoteChars = 1000;
const unknownStatus = 'exit status unknown';

export function createPackageOutput(out: Out): PackageOutput {
  let outputTest: string | null = null;
  let waiting: ParsedCrash[] = [];
  /** Of the output since the last package's verdict. */
  let output = { last: '', explained: false, verdict: false };
  /** Output without a newline before `signal: `: the next line tells whether the go command wrote that. */
  let held: { line: string; lineNumber: number; end: ProcessEnd & { kind: 'signal' } } | null =
    null;
  /** The process is dead and said so; the package's verdict comes next or not at all. */
  let closing = false;
  let builds = 0;

  const handOn = (change: (crash: ParsedCrash) => Partial<ParsedCrash>): void => {
    const crashes = waiting;
    waiting = [];
    closing = false;
    for (const crash of crashes) out.crash({ ...crash, ...change(crash) });
  };

  const add = (crash: ParsedCrash): void => {
    if (crash.kind !== 'build-failure') output.explained = true;
    else {
      builds++;
      if (crash.package !== null && crash.outputTest === null) {
        out.crash(crash);
        return;
      }
    }
    waiting.push(crash);
    let stacks = 0;
    for (const { stacks: some } of waiting) stacks += some.length;
    if (waiting.length <= maxWaiting && stacks <= maxWaitingStacks) return;
    const oldest = waiting.shift();
    if (oldest !== undefined) out.crash(oldest);
  };

  const changeLast = (change: Partial<ParsedCrash>): boolean => {
    const last = waiting.at(-1);
    if (last === undefined || output.verdict) return false;
    waiting[waiting.length - 1] = { ...last, ...change, lineCount: last.lineCount + 1 };
    return true;
  };

  const plain = (line: string): void => {
    if (line !== '') output.last = line;
    out.other(line);
  };

  /** What was printed directly before a process ended itself, where that tells why. */
  const lastWords = (): string[] =>
    logged.test(output.last) ? [output.last.slice(0, maxNoteChars)] : [];

  const endOfProcess = (end: ProcessEnd, line: string, lineNumber: number): void => {
    const at = { firstLine: lineNumber, outputTest };
    const last = waiting.at(-1);
    switch (end.kind) {
      case 'exit':
        closing = outputTest === null;
        if (changeLast({ exitStatus: end.status })) return;
        if (output.explained) plain(line);
        else
          add(
            bareCrash('exit', line, {
              ...at,
              exitStatus: end.status,
              notes: end.status === 1 ? lastWords() : [],
            }),
          );
        return;
      case 'ran-too-long':
        if (last?.kind === 'signal' && changeLast({ kind: 'timeout', message: end.message }))
          return;
        add(bareCrash('timeout', end.message, at));
        return;
      case 'output-open':
        if (changeLast({})) return;
        if (output.explained) plain(line);
        else add(bareCrash('exit', end.message, at));
        return;
      case 'signal':
        closing = outputTest === null;
        if (last !== undefined && endsProcess(last.kind) && changeLast({})) return;
        add(
          bareCrash(end.signal.name === 'SIGKILL' ? 'killed' : 'signal', line.slice(-200), {
            ...at,
            message: end.signal.name === 'SIGKILL' ? 'signal: killed' : end.signal.words,
            signal: end.signal,
          }),
        );
    }
  };

  const endOfPackage = (
    framing: FramingLine & { kind: 'package' },
    line: string,
    lineNumber: number,
  ): void => {
    const { package: name, passed, remark } = framing;
    const notBuilt = /^(?:build|setup) failed$/.test(remark);
    if (notBuilt && builds === 0) {
      add(bareCrash('build-failure', remark, { firstLine: lineNumber, outputTest, package: name }));
    } else if (!notBuilt && !passed && !output.explained && output.last !== '') {
      const notes = lastWords();
      add(
        bareCrash('exit', notes.length > 0 ? 'exit status 1' : unknownStatus, {
          firstLine: lineNumber,
          outputTest,
          exitStatus: notes.length > 0 ? 1 : null,
          notes,
        }),
      );
    } else out.other(line);
    handOn((crash) => {
      if (crash.kind !== 'build-failure')
        return { package: crash.package ?? name, survived: crash.survived || passed };
      return {
        package: crash.package ?? (notBuilt ? name : null),
        survived: crash.survived || (passed && crash.outputTest !== null),
      };
    });
    outputTest = null;
    output = { last: '', explained: false, verdict: false };
  };

  const endOfTest = ({ passed, test }: FramingLine & { kind: 'result' }): void => {
    output.explained ||= !passed;
    outputTest = passed ? null : test;
    if (!passed) return;
    waiting = waiting.map((crash) =>
      crash.outputTest === test && mayBeLogged(crash) ? { ...crash, survived: true } : crash,
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
    if (closing && line !== '' && framing?.kind !== 'package') handOn(() => ({}));
    switch (framing?.kind) {
      case undefined:
        plain(line);
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
        output.verdict = true;
        output.explained ||= !framing.passed;
        if (framing.passed)
          waiting = waiting.map((crash) => ({
            ...crash,
            survived: crash.kind !== 'build-failure',
          }));
    }
    plain(line);
  };

  /** At the end of the text there is no next line: go run ends with it. */
  const release = (next: string | null): void => {
    if (held === null) return;
    const { line, lineNumber, end } = held;
    held = null;
    if (next?.startsWith('FAIL\t') ?? true) endOfProcess(end, line, lineNumber);
    else plain(line);
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
      handOn(() => ({}));
    },
  };
}

/** A test that passes has survived a trace in its output; a race may have been another test's. */
function mayBeLogged({ kind }: ParsedCrash): boolean {
  return kind !== 'data-race' && kind !== 'sanitizer' && kind !== 'goroutine-leak';
}
