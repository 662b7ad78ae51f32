import { basename, relative } from 'node:path';
import { diagnose } from '../cause/cause.ts';
import { completeness } from '../evidence/completeness.ts';
import { decideEnding } from '../evidence/ending.ts';
import { buildTextOf } from '../gotest/build-text.ts';
import { createExcerpt } from '../gotest/excerpt.ts';
import { culprits, failureMessage } from '../gotest/failure-message.ts';
import type { FailedTest, PackageFold } from '../gotest/package-fold.ts';
import type { PlannedPackage } from '../plan/plan.ts';
import type { HeapRecord } from '../report/heap-schema.ts';
import type { Gap, PackageRun, TestFailure } from '../report/schema.ts';
import { carryOver, readAttempts, type AttemptRecords } from './attempts.ts';
import { readBlackBox } from './black-box.ts';
import { causeFacts } from './cause-facts.ts';
import type { CrashSource } from './crashes.ts';
import { readDiagnosis } from './diagnosis.ts';
import { endingFacts } from './ending-facts.ts';
import { heapPlaces, heapRecord } from './heap-record.ts';
import { layout } from './layout.ts';
import { resultsOf, type GoTestEvidence } from './leg-evidence.ts';
import { killedBuild } from './killed-build.ts';
import type { PackageRequest } from './package-request.ts';
import { peakRssBytes, reportAttempt } from './report-attempt.ts';

export interface AssembledPackage extends CrashSource {
  heap: HeapRecord[];
  gaps: Gap[];
}

const maxFailures = 500;
const maxNames = 5000;

/** One package of one leg: its records, its part of the stream and its plan, put together. */
export async function assemblePackage(request: PackageRequest): Promise<AssembledPackage> {
  const { evidence, planned, out, plan, cancel } = request;
  const { leg } = evidence;
  const goTest = resultsOf(evidence, planned.package);
  const fold = goTest.stream.packages.get(planned.package) ?? null;
  const folder = layout.package(out, leg.name, planned.package);
  const all = await readAttempts(folder);
  const own = all.filter(({ start, end }) => (start ?? end)?.run === plan.run);
  const results = own.filter(({ diagnose }) => !diagnose);
  const cached = results.length === 0 && fold?.saysCached === true && fold.action === 'pass';
  const carried =
    cached && fold.record !== null ? await findCarried(request, all, fold.record, folder) : null;
  const records = carried === null ? results : [carried];

  const tests = completeness(planned.declared, fold, leg.repeats);
  const last = records.at(-1) ?? null;
  const facts = endingFacts({
    leg,
    goEnd: goTest.goEnd,
    fold,
    last: results.at(-1) ?? null,
    cached,
    missingTests: tests.unfinished.length + tests.neverRan.length,
    cancelledAt: cancel?.at ?? null,
  });
  const ending = decideEnding(facts);
  const snapshot = last === null || cached ? null : await readBlackBox(last, plan.directory);
  const run: PackageRun = {
    package: planned.package,
    leg: leg.name,
    ending,
    cached,
    cause: null,
    attempts: records.map((record) =>
      reportAttempt(record, ending, out, record === last ? snapshot : null),
    ),
    elapsedMs: fold?.elapsedMs ?? last?.end?.elapsedMs ?? null,
    peakRssBytes: peakRssBytes(records),
    output: ending === 'passed' || ending === 'no-tests' ? '' : packageOutput(goTest, fold),
    tests: {
      passed: fold?.passed ?? 0,
      failed: fold?.failed ?? 0,
      skipped: fold?.skipped ?? 0,
      failures: failures(fold, planned, plan.directory),
      unfinished: tests.unfinished.slice(0, maxNames),
      neverRan: tests.neverRan.slice(0, maxNames),
      cases: (fold?.cases ?? []).map(({ test, outcome, elapsedMs }) => [test, outcome, elapsedMs]),
    },
  };
  const diagnosis = await readDiagnosis({
    attempts: own.filter((record) => record.diagnose),
    exitCode: results.at(-1)?.end?.exitCode ?? null,
    directory: plan.directory,
  });
  run.cause = diagnose(
    causeFacts({
      run,
      ending: facts,
      race: leg.race,
      planned,
      fold,
      goTest,
      last: results.at(-1) ?? null,
      blackBox: snapshot?.blackBox ?? null,
      diagnosis,
      cancelSignal: cancel?.signal ?? null,
      kernelPids: plan.kernelPids,
    }),
  );
  const before = killedBuild(request, goTest);
  if (before !== null) run.attempts.unshift(before);
  return {
    run,
    crashText: facts.crash.file,
    fileIsReliable: facts.crash.fileIsReliable,
    heap:
      leg.heapProfile && last !== null
        ? await heapRecord({
            ...{ run, records: last, store: leg.store },
            places: heapPlaces(plan, planned),
            benchmarks: fold?.benchmarks.results() ?? [],
          })
        : [],
    gaps: [
      ...packageGaps(request, run, fold, last),
      ...own.flatMap(({ problems }) =>
        problems.map((what) => ({ what, leg: leg.name, package: planned.package })),
      ),
      ...diagnosis.gaps(run),
    ],
  };
}

async function findCarried(
  request: PackageRequest,
  all: AttemptRecords[],
  record: string,
  packageFolder: string,
): Promise<AttemptRecords | null> {
  // A Report that is made a second time finds what the first one brought over.
  const present = all.find(({ start }) => start?.record === record);
  if (present !== undefined) return present;
  const { leg } = request.evidence;
  return carryOver({
    packageFolder,
    store: leg.store,
    record,
    package: request.planned.package,
    leg: leg.name,
  });
}

function failures(
  fold: PackageFold | null,
  planned: PlannedPackage,
  directory: string,
): TestFailure[] {
  const folder = relative(directory, planned.dir);
  return culprits(fold?.failures ?? [])
    .slice(0, maxFailures)
    .map((failed) => {
      const message = failureMessage(failed);
      const at = message.file === null ? declaredAt(failed, planned) : message;
      const file = at.file === null ? null : [folder, at.file].filter(Boolean).join('/');
      return { ...message, file, line: at.line };
    });
}

/** Examples, and tests that say nothing, print no line: theirs is where they are declared. */
function declaredAt(
  { test, output }: FailedTest,
  { declared }: PlannedPackage,
): Pick<TestFailure, 'file' | 'line'> {
  const found = declared.find(({ name }) => name === test);
  if (found === undefined || (found.kind !== 'example' && output.trim() !== ''))
    return { file: null, line: null };
  return { file: basename(found.file), line: found.line };
}

/** What a person should read when the package did not pass: build text, the unfinished tests' output, the package's own. */
function packageOutput(evidence: GoTestEvidence, fold: PackageFold | null): string {
  const excerpt = createExcerpt(16 * 1024, 16 * 1024);
  const { stream, goStderr } = evidence;
  if (fold === null) excerpt.add(goStderr.slice(-8 * 1024));
  else if (fold.buildFailed) excerpt.add(buildTextOf(fold, stream.builds, goStderr));
  for (const output of fold?.running.values() ?? []) excerpt.add(output.text());
  excerpt.add(fold?.output.text() ?? '');
  return excerpt.text();
}

function* packageGaps(
  request: PackageRequest,
  run: PackageRun,
  fold: PackageFold | null,
  last: AttemptRecords | null,
): Generator<Gap> {
  const at = { leg: run.leg, package: run.package };
  if (run.cached && last === null) {
    yield {
      what: 'the result was cached, and its records (memory, profile) are no longer there; --fresh makes new ones',
      ...at,
    };
  }
  if (run.ending === 'passed' && !run.cached && (last?.end ?? null) === null) {
    yield { what: 'the test process left no record of its end', ...at };
  }
  if (fold !== null && fold.failuresLeftOut > 0) {
    yield {
      what: `${String(fold.failuresLeftOut)} more failed tests are counted but not listed`,
      ...at,
    };
  }
  const { injection, hasTests } = request.planned;
  if (hasTests && injection === 'none') {
    yield {
      what: 'the agent could not ride along (sources in the module cache, or embedded in a binary): no timeline, no crash file',
      ...at,
    };
  }
}
