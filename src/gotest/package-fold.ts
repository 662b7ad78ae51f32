import { createBenchmarkLines, type BenchmarkLines } from './benchmark-lines.ts';
import { createExcerpt, type Excerpt } from './excerpt.ts';
import type { TestEvent } from './event.ts';
import { isFrameLine, isResultLine, shimMarker } from './framing.ts';

/** A failed test and the bounded output that belongs to it. */
export interface FailedTest {
  test: string;
  output: string;
}

/** How a test ended; null where no time was told. */
export interface EndedTest {
  test: string;
  outcome: 'passed' | 'failed' | 'skipped';
  elapsedMs: number | null;
}

/** What the event stream tells about one package in one leg. Memory: the tests that are running or failed, and the names of those that ended, up to a bound. */
export interface PackageFold {
  package: string;
  /** The terminal event of the package. */
  action: 'pass' | 'fail' | 'skip' | null;
  elapsedMs: number | null;
  started: boolean;
  passed: number;
  failed: number;
  skipped: number;
  failures: FailedTest[];
  /** Failed tests beyond the bound, counted only. */
  failuresLeftOut: number;
  /** Tests and subtests in the order in which they ended, the first ones only. */
  cases: EndedTest[];
  /** How much room the names of the cases take. */
  caseChars: number;
  /** How often each top-level test came to an end. */
  ended: Map<string, number>;
  /** Tests and subtests that began and have no terminal event, in order of their start. */
  running: Map<string, Excerpt>;
  /** Tests whose result line was printed and whose terminal event is still to come. */
  framed: Set<string>;
  /** Output that belongs to no test: build notes, init, panics, the ok/FAIL line. */
  output: Excerpt;
  benchmarks: BenchmarkLines;
  /** The id of the shim's record, from its marker line. */
  record: string | null;
  /** go test says that it replayed a cached result. */
  saysCached: boolean;
  noTestFiles: boolean;
  /** `[build failed]`, `[setup failed]` or a FailedBuild link. */
  buildFailed: boolean;
  failedBuild: string | null;
  /** `[setup failed]`: the package could not even be loaded. */
  setupFailed: boolean;
  /** A line such as `panic: ...` or `fatal error: ...` was printed. */
  crashLine: string | null;
  /** The panic of an expired -timeout was printed. */
  timedOut: boolean;
  /** go test killed the process because it outlived its -timeout. */
  killedByGo: boolean;
}

const crashWords = [
  'panic: ',
  'fatal error: ',
  'SIGSEGV: ',
  'SIGBUS: ',
  'SIGFPE: ',
  'SIGABRT: ',
  'SIGQUIT: ',
  'SIGTRAP: ',
  'SIGILL: ',
];
const maxFailures = 2000;
const maxEndedNames = 100_000;
const maxCases = 10_000;
const maxCaseChars = 1024 * 1024;

export function newPackageFold(name: string): PackageFold {
  return {
    package: name,
    action: null,
    elapsedMs: null,
    started: false,
    passed: 0,
    failed: 0,
    skipped: 0,
    failures: [],
    failuresLeftOut: 0,
    cases: [],
    caseChars: 0,
    ended: new Map(),
    running: new Map(),
    framed: new Set(),
    output: createExcerpt(),
    benchmarks: createBenchmarkLines(),
    record: null,
    saysCached: false,
    noTestFiles: false,
    buildFailed: false,
    failedBuild: null,
    setupFailed: false,
    crashLine: null,
    timedOut: false,
    killedByGo: false,
  };
}

/** Benchmarks begin (`run`) but have no terminal event, unless they fail or are skipped. */
export function isBenchmark(test: string): boolean {
  return /^Benchmark(?![a-z])/.test(test);
}

/** Folds one event of the package into its state. */
export function foldEvent(fold: PackageFold, event: TestEvent): void {
  if (event.action === 'output') foldOutput(fold, event);
  else if (event.test === '' || isMisplaced(fold, event)) foldPackageEvent(fold, event);
  else foldTestEvent(fold, event);
}

/**
 * A process that leaves with code 0 in the middle of a test (syscall.Exit, a closed stdout) makes go test print the package's own
 * terminal event under the name of that test, which then looks passed. A test's own one follows its `--- PASS: ` line.
 */
function isMisplaced(fold: PackageFold, event: TestEvent): boolean {
  const terminal = event.action === 'pass' || event.action === 'fail' || event.action === 'skip';
  return terminal && !fold.framed.delete(event.test);
}

function foldPackageEvent(fold: PackageFold, event: TestEvent): void {
  switch (event.action) {
    case 'start':
      fold.started = true;
      return;
    case 'pass':
    case 'fail':
    case 'skip':
      fold.action = event.action;
      fold.elapsedMs = event.elapsedSeconds === null ? null : event.elapsedSeconds * 1000;
      if (event.failedBuild !== '') {
        fold.buildFailed = true;
        fold.failedBuild = event.failedBuild;
      }
      return;
    default:
      return;
  }
}

function foldTestEvent(fold: PackageFold, event: TestEvent): void {
  const { test } = event;
  switch (event.action) {
    case 'run':
      fold.running.set(test, createExcerpt());
      return;
    case 'pass':
      fold.passed++;
      endTest(fold, event, 'passed');
      return;
    case 'skip':
      fold.skipped++;
      endTest(fold, event, 'skipped');
      return;
    case 'fail': {
      fold.failed++;
      const output = fold.running.get(test)?.text() ?? '';
      if (fold.failures.length < maxFailures) fold.failures.push({ test, output });
      else fold.failuresLeftOut++;
      endTest(fold, event, 'failed');
      return;
    }
    default:
      return;
  }
}

function endTest(fold: PackageFold, event: TestEvent, outcome: EndedTest['outcome']): void {
  const { test, elapsedSeconds } = event;
  fold.running.delete(test);
  if (fold.cases.length < maxCases && fold.caseChars + test.length <= maxCaseChars) {
    const elapsedMs = elapsedSeconds === null ? null : Math.round(elapsedSeconds * 1000);
    fold.cases.push({ test, outcome, elapsedMs });
    fold.caseChars += test.length;
  }
  if (test.includes('/')) return;
  const times = fold.ended.get(test) ?? 0;
  if (times > 0 || fold.ended.size < maxEndedNames) fold.ended.set(test, times + 1);
}

function foldOutput(fold: PackageFold, event: TestEvent): void {
  const { output, test } = event;
  if (test === '') {
    const marker = fold.record === null ? shimMarker(output) : null;
    if (marker !== null) {
      fold.record = marker;
      return;
    }
  }
  // The package's own line stands under a test's name when the process left in the middle of that test.
  if (test === '' || output.startsWith('ok  \t')) notePackageLine(fold, output);
  noteCrash(fold, output);
  fold.benchmarks.add(output);
  if (test !== '' && isResultLine(output)) fold.framed.add(test);
  if (isFrameLine(output)) return;
  (fold.running.get(test) ?? fold.output).add(output);
}

function notePackageLine(fold: PackageFold, output: string): void {
  const line = output.trimEnd();
  // ok  \tpkg\t(cached)     ok  \tpkg\t(cached)\tcoverage: 50.0% of statements     ok  \tpkg\t(cached) [no tests to run]
  if (/^ok {2}\t\S+\t\(cached\)(?:[\t ]|$)/.test(line)) fold.saysCached = true;
  else if (line.startsWith('?   \t') && line.endsWith('[no test files]')) fold.noTestFiles = true;
  // The same under -cover, from Go 1.22: \tpkg\t\tcoverage: 0.0% of statements
  else if (/^\t\S+\t\tcoverage: /.test(line)) fold.noTestFiles = true;
  else if (line.startsWith('FAIL\t') && /\[(?:build|setup) failed\]$/.test(line)) {
    fold.buildFailed = true;
    fold.setupFailed ||= line.endsWith('[setup failed]');
  } else if (line.startsWith('*** Test killed with ')) fold.killedByGo = true;
}

function noteCrash(fold: PackageFold, output: string): void {
  // The runtime does not begin a new line for its message: it may be glued to the test's last partial line.
  if (output.includes('panic: test timed out after ')) fold.timedOut = true;
  if (fold.crashLine !== null) return;
  const at = crashWords.map((word) => output.indexOf(word)).find((index) => index >= 0);
  if (at !== undefined) fold.crashLine = output.slice(at).trimEnd();
}
