import { createBenchmarkLines, type BenchmarkLines } from './benchmark-lines.ts';
import { createExcerpt, type Excerpt } from './excerpt.ts';
import type { TestEvent } from './event.ts';
import { foldPackageEvent, noteCrash, notePackageLine } from './package-lines.ts';
import { isFrameLine, isResultLine, resultOf, shimMarker, type TestResult } from './framing.ts';
import { forgetStrangers, isStrangers } from './strangers.ts';

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
  /** Those of them that wait for their turn to run in parallel. */
  paused: Set<string>;
  /** Top-level tests of a child process that writes as package testing does; with the test that started it. */
  strangers: Map<string, string>;
  /** The one of them whose turn came last. */
  lastContinued: string | null;
  /** Tests have run side by side, or waited to. */
  inParallel: boolean;
  /** package testing said at its end that all went well. */
  saysPass: boolean;
  /** Of -shuffle, as package testing printed it. */
  shuffleSeed: string | null;
  /** Tests whose result line was printed and whose terminal event is still to come, with what it says where that is plain. */
  framed: Map<string, TestResult | null>;
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
    paused: new Set(),
    strangers: new Map(),
    saysPass: false,
    lastContinued: null,
    inParallel: false,
    shuffleSeed: null,
    framed: new Map(),
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
  else if (event.test === '') foldPackageEvent(fold, event);
  else if (isMisplaced(fold, event)) {
    failFramed(fold);
    foldPackageEvent(fold, event);
  } else foldTestEvent(fold, event);
}

/**
 * A process that leaves with code 0 in the middle of a test (syscall.Exit, a closed stdout) makes go test print the package's own
 * terminal event under the name of that test, which then looks passed. A test's own one follows its `--- PASS: ` line and says the
 * same. test2json without go test around it does that with every process that was killed.
 */
function isMisplaced(fold: PackageFold, { action, test, elapsedSeconds }: TestEvent): boolean {
  if (action !== 'pass' && action !== 'fail' && action !== 'skip') return false;
  const line = fold.framed.get(test);
  if (line === undefined) return true;
  if (line !== null && line.action !== action) return true;
  if (line !== null && elapsedSeconds !== null && line.seconds !== elapsedSeconds) return true;
  fold.framed.delete(test);
  return false;
}

/** Result lines whose events went down with the process: a failure is one all the same. */
function failFramed(fold: PackageFold): void {
  for (const [test, line] of fold.framed)
    if (line?.action === 'fail' && fold.running.has(test)) endFailed(fold, test, line.seconds);
  fold.framed.clear();
}

function foldTestEvent(fold: PackageFold, event: TestEvent): void {
  const { test, elapsedSeconds } = event;
  if (isStrangers(fold, event)) return;
  switch (event.action) {
    case 'run':
      fold.running.set(test, createExcerpt());
      return;
    case 'pause':
      fold.paused.add(test);
      fold.inParallel = true;
      return;
    case 'cont':
      fold.paused.delete(test);
      fold.lastContinued = test;
      return;
    case 'pass':
      fold.passed++;
      endTest(fold, test, 'passed', elapsedSeconds);
      return;
    case 'skip':
      fold.skipped++;
      endTest(fold, test, 'skipped', elapsedSeconds);
      return;
    case 'fail':
      endFailed(fold, test, elapsedSeconds);
      return;
    default:
      return;
  }
}

function endFailed(fold: PackageFold, test: string, elapsedSeconds: number | null): void {
  fold.failed++;
  const output = fold.running.get(test)?.text() ?? '';
  if (fold.failures.length < maxFailures) fold.failures.push({ test, output });
  else fold.failuresLeftOut++;
  endTest(fold, test, 'failed', elapsedSeconds);
}

function endTest(
  fold: PackageFold,
  test: string,
  outcome: EndedTest['outcome'],
  elapsedSeconds: number | null,
): void {
  fold.running.delete(test);
  fold.paused.delete(test);
  forgetStrangers(fold, test);
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
  if (test !== '' && isResultLine(output)) noteResult(fold, test, output);
  if (isFrameLine(output)) return;
  (fold.running.get(test) ?? fold.output).add(output);
}

function noteResult({ framed }: PackageFold, test: string, output: string): void {
  const result = resultOf(test, output);
  if (result !== null || !framed.has(test)) framed.set(test, result);
}
