import { join, relative } from 'node:path';
import { completeness } from '../evidence/completeness.ts';
import { decideEnding, type EndingFacts } from '../evidence/ending.ts';
import type { GoEndRecord } from '../evidence/records.ts';
import { buildTextOf } from '../gotest/build-text.ts';
import { createExcerpt } from '../gotest/excerpt.ts';
import { culprits, failureMessage } from '../gotest/failure-message.ts';
import type { PackageFold } from '../gotest/package-fold.ts';
import type { PlannedPackage } from '../plan/plan.ts';
import type {
  Attempt,
  Ending,
  Gap,
  HeapRecord,
  PackageRun,
  TestFailure,
} from '../report/schema.ts';
import { carryOver, readAttempts, type AttemptRecords } from './attempts.ts';
import { heapRecord } from './heap-record.ts';
import { layout } from './layout.ts';
import type { LegEvidence } from './leg-evidence.ts';
import { logName, needsLog } from './logs.ts';
import type { RunPlan } from './run-plan.ts';

export interface PackageRequest {
  out: string;
  plan: RunPlan;
  evidence: LegEvidence;
  planned: PlannedPackage;
  /** Epoch milliseconds, null for a run that was not stopped. */
  cancelledAt: number | null;
}

export interface AssembledPackage {
  run: PackageRun;
  heap: HeapRecord[];
  gaps: Gap[];
}

const maxFailures = 500;
const maxNames = 5000;

/** One package of one leg: its records, its part of the stream and its plan, put together. */
export async function assemblePackage(request: PackageRequest): Promise<AssembledPackage> {
  const { evidence, planned, out, plan } = request;
  const { leg } = evidence;
  const fold = evidence.stream.packages.get(planned.package) ?? null;
  const folder = layout.package(out, leg.name, planned.package);
  const all = await readAttempts(folder);
  const own = all.filter(({ start, end }) => (start ?? end)?.run === plan.run);
  const cached = own.length === 0 && fold?.saysCached === true && fold.action === 'pass';
  const carried =
    cached && fold.record !== null ? await findCarried(request, all, fold.record, folder) : null;
  const records = carried === null ? own : [carried];

  const tests = completeness(planned.declared, fold, leg.repeats);
  const facts = endingFacts(
    request,
    fold,
    own.at(-1) ?? null,
    cached,
    tests.unfinished.length + tests.neverRan.length,
  );
  const ending = decideEnding(facts);
  const run: PackageRun = {
    package: planned.package,
    leg: leg.name,
    ending,
    cached,
    cause: null,
    attempts: records.map((record) => attempt(record, ending, out)),
    elapsedMs: fold?.elapsedMs ?? records.at(-1)?.end?.elapsedMs ?? null,
    peakRssBytes: peakRssBytes(records),
    output: ending === 'passed' || ending === 'no-tests' ? '' : packageOutput(evidence, fold),
    tests: {
      passed: fold?.passed ?? 0,
      failed: fold?.failed ?? 0,
      skipped: fold?.skipped ?? 0,
      failures: failures(fold, planned, plan.directory),
      unfinished: tests.unfinished.slice(0, maxNames),
      neverRan: tests.neverRan.slice(0, maxNames),
    },
  };
  const last = records.at(-1) ?? null;
  return {
    run,
    heap: leg.heapProfile && last !== null ? await heapRecord(run, last, leg.store) : [],
    gaps: [...packageGaps(request, run, fold, last)],
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

function endingFacts(
  request: PackageRequest,
  fold: PackageFold | null,
  last: AttemptRecords | null,
  cached: boolean,
  missingTests: number,
): EndingFacts {
  const { leg } = request.evidence;
  // The agent ran: it wrote its first sample before any test began, and from Go 1.23 the runtime writes to its crash file.
  const fileIsReliable = last !== null && last.timeline.samples > 0 && leg.goMinor >= 23;
  return {
    action: fold?.action ?? null,
    cached,
    noTestFiles: fold?.noTestFiles ?? false,
    buildFailed: fold?.buildFailed ?? false,
    start: last?.start ?? null,
    end: last?.end ?? null,
    crash: { file: last?.crashText ?? '', stream: fold?.crashLine ?? null, fileIsReliable },
    timedOut: fold?.timedOut ?? false,
    killedByGo: fold?.killedByGo ?? false,
    endedTests: fold === null ? 0 : fold.passed + fold.failed + fold.skipped,
    failedTests: fold?.failed ?? 0,
    missingTests,
    failfast: leg.failfast,
    cancelledAt: request.cancelledAt,
    supervisorGoneAt: supervisorGoneAt(request.evidence.goEnd),
  };
}

function supervisorGoneAt(goEnd: GoEndRecord | null): number | null {
  if (goEnd?.cancelled !== 'supervisor-gone' || goEnd.cancelledAt === null) return null;
  const at = Date.parse(goEnd.cancelledAt);
  return Number.isNaN(at) ? null : at;
}

function attempt(record: AttemptRecords, packageEnding: Ending, out: string): Attempt {
  const { end, start } = record;
  return {
    number: record.number,
    ending: packageEnding,
    exitCode: end?.exitCode ?? null,
    signal: end?.signal ?? null,
    coreDumped: end?.coreDumped ?? false,
    limits: start?.limits ?? {},
    elapsedMs: end?.elapsedMs ?? null,
    peakRssBytes: peakRssBytes([record]),
    ...(needsLog(packageEnding) ? { log: relative(out, join(record.folder, logName)) } : {}),
    ...(record.hasProfile ? { profile: relative(out, join(record.folder, 'heap.pprof')) } : {}),
  };
}

/** wait4's high-water mark, or the highest sample of a process whose end nobody saw. */
function peakRssBytes(records: readonly AttemptRecords[]): number | null {
  const peaks = records.map(({ end, timeline }) => end?.maxRssBytes ?? timeline.rssPeakBytes ?? 0);
  const peak = Math.max(0, ...peaks);
  return peak > 0 ? peak : null;
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
      const file = message.file === null ? null : [folder, message.file].filter(Boolean).join('/');
      return { ...message, file };
    });
}

/** What a person should read when the package did not pass: build text, the unfinished tests' output, the package's own. */
function packageOutput(evidence: LegEvidence, fold: PackageFold | null): string {
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
