import { basename, relative } from 'node:path';
import { diagnose } from '../cause/cause.ts';
import { completeness, type DeclaredTest } from '../evidence/completeness.ts';
import { decideEnding } from '../evidence/ending.ts';
import { buildTextOf } from '../gotest/build-text.ts';
import { createExcerpt } from '../gotest/excerpt.ts';
import { culprits, failureMessage } from '../gotest/failure-message.ts';
import type { FailedTest, PackageFold } from '../gotest/package-fold.ts';
import type { PlannedPackage } from '../plan/plan.ts';
import type { PackageRun, TestFailure } from '../report/schema.ts';
import type { AttemptRecords } from './attempts.ts';
import { readBlackBox } from './black-box.ts';
import { causeFacts } from './cause-facts.ts';
import type { CrashSource } from './crashes.ts';
import type { Diagnosis } from './diagnosis.ts';
import { endingFacts } from './ending-facts.ts';
import type { GoTestEvidence } from './leg-evidence.ts';
import type { PackageRequest } from './package-request.ts';
import { peakRssBytes, reportAttempt } from './report-attempt.ts';

/** One run of a package: what go test or a further run of its binary left behind. */
export interface RunEvidence {
  goTest: GoTestEvidence;
  fold: PackageFold | null;
  /** The records that count, the last of which tells how it ended. */
  records: readonly AttemptRecords[];
  cached: boolean;
  /** The tests that it was to run. */
  declared: readonly DeclaredTest[];
  diagnosis: Diagnosis;
}

/** One run as if it were all of the package's. */
export interface AssembledRun extends CrashSource {
  fold: PackageFold | null;
  /** Where its events are. */
  events: string;
}

const maxFailures = 500;
const maxNames = 5000;

/** Puts together the records of one run, its part of the stream and its plan. */
export async function assembleRun(
  { evidence, planned, out, plan, cancel }: PackageRequest,
  { goTest, fold, records, cached, declared, diagnosis }: RunEvidence,
): Promise<AssembledRun> {
  const { leg } = evidence;
  const tests = completeness(declared, fold, leg.repeats);
  const last = records.at(-1) ?? null;
  const own = cached ? null : last;
  const facts = endingFacts({
    ...{ leg, fold, cached, last: own, goEnd: goTest.goEnd },
    missingTests: tests.unfinished.length + tests.neverRan.length,
    cancelledAt: cancel?.at ?? null,
  });
  const ending = decideEnding(facts);
  const snapshot = own === null ? null : await readBlackBox(own, plan.directory);
  const run: PackageRun = {
    package: planned.package,
    leg: leg.name,
    ending,
    cached,
    cause: null,
    attempts: records.map((record, at) => ({
      ...reportAttempt(record, endingOf(record, ending), out, record === last ? snapshot : null),
      ...(at > 0 && !hasStarted(records[at - 1]) ? { purpose: 'start-again' as const } : {}),
    })),
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
  run.cause = diagnose(
    causeFacts({
      ...{ run, fold, goTest, planned, diagnosis, last: own, ending: facts, race: leg.race },
      blackBox: snapshot?.blackBox ?? null,
      cancelSignal: cancel?.signal ?? null,
      kernelPids: plan.kernelPids,
    }),
  );
  const { file: crashText, fileIsReliable } = facts.crash;
  return { run, crashText, fileIsReliable, fold, events: goTest.folder };
}

/** One that never came to a process was followed by another of the same run. */
function endingOf(record: AttemptRecords, ending: PackageRun['ending']): PackageRun['ending'] {
  return hasStarted(record) ? ending : 'not-started';
}

function hasStarted(record: AttemptRecords | undefined): boolean {
  return (record?.end?.startError ?? null) === null;
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
