import { topLevel } from '../crash/blame/running-tests.ts';
import { declaredTest } from '../crash/test-of-stack.ts';
import type { PackageFold } from '../gotest/package-fold.ts';
import type { HeapRecord } from '../report/heap-schema.ts';
import type { Gap, PackageRun } from '../report/schema.ts';
import { assembleRun, type AssembledRun, type RunEvidence } from './attempt-run.ts';
import { carryOver, readAttempts, type AttemptRecords } from './attempts.ts';
import { noDiagnosis, readDiagnosis, type Diagnosis } from './diagnosis.ts';
import { heapPlaces, heapRecord } from './heap-record.ts';
import { layout } from './layout.ts';
import { resultsOf } from './leg-evidence.ts';
import { killedBuild } from './killed-build.ts';
import type { PackageRequest } from './package-request.ts';
import { coverageGap } from './recover/coverage-gap.ts';
import { isOf } from './recover/run-rerun.ts';
import { mergeRuns, selected, type FurtherRun } from './recover/merge-runs.ts';

export interface AssembledPackage {
  run: PackageRun;
  /** Its runs one by one, each as if it were the only one. */
  runs: AssembledRun[];
  heap: HeapRecord[];
  gaps: Gap[];
}

/** One package of one leg: all its runs put together. */
export async function assemblePackage(request: PackageRequest): Promise<AssembledPackage> {
  const { evidence, planned, out, plan } = request;
  const { leg } = evidence;
  const folder = layout.package(out, leg.name, planned.package);
  const all = await readAttempts(folder);
  const own = all.filter(({ start, end }) => (start ?? end)?.run === plan.run);
  const first = await assembleFirst(request, { all, own, folder });
  const further: FurtherRun[] = [];
  for (const { rerun, evidence: goTest } of evidence.reruns) {
    if (rerun.package !== planned.package) continue;
    const assembled = await assembleRun(request, {
      goTest,
      fold: goTest.stream.packages.get(planned.package) ?? null,
      records: own.filter((record) => isOf(record, plan.run, rerun.number)),
      cached: false,
      declared: selected(planned.declared, rerun),
      diagnosis: lookOf(first.evidence.diagnosis, request, rerun.number, own),
    });
    further.push({ rerun, assembled });
  }
  const run = mergeRuns(request, first.assembled, further);
  const before = killedBuild(request, first.evidence.goTest);
  if (before !== null) run.attempts.unshift(before);
  const last = first.evidence.records.at(-1) ?? null;
  const uncovered = coverageGap(
    first.evidence.records,
    further.map(({ rerun }) => rerun),
    first.evidence.goTest !== evidence.main,
  );
  return {
    run,
    runs: [first.assembled, ...further.map(({ assembled }) => assembled)],
    heap:
      leg.heapProfile && last !== null
        ? await heapRecord({
            ...{ run, records: last, store: leg.store },
            places: heapPlaces(plan, planned),
            benchmarks: first.assembled.fold?.benchmarks.results() ?? [],
          })
        : [],
    gaps: [
      ...packageGaps(request, run, first.assembled.fold, last),
      ...own.flatMap(({ problems }) =>
        problems.map((what) => ({ what, leg: leg.name, package: planned.package })),
      ),
      ...first.evidence.diagnosis.gaps(run),
      ...(uncovered === null ? [] : [{ what: uncovered, leg: leg.name, package: planned.package }]),
    ],
  };
}

/** A closer look at the first attempt tells of a further one that the same test ended. */
function lookOf(
  diagnosis: Diagnosis,
  { evidence, planned, plan }: PackageRequest,
  rerun: number,
  own: readonly AttemptRecords[],
): Diagnosis {
  const { exitCaller } = diagnosis;
  const attempt = own.find((record) => isOf(record, plan.run, rerun))?.number ?? 0;
  const culprit = evidence.decisions.get(planned.package)?.culprits.get(attempt);
  if (exitCaller === null || culprit === undefined) return noDiagnosis;
  return declaredTest(exitCaller.function) === topLevel(culprit)
    ? { ...noDiagnosis, exitCaller }
    : noDiagnosis;
}

interface Attempts {
  all: AttemptRecords[];
  /** Those of this run. */
  own: AttemptRecords[];
  folder: string;
}

/** What go test itself ran. */
async function assembleFirst(
  request: PackageRequest,
  { all, own, folder }: Attempts,
): Promise<{ evidence: RunEvidence; assembled: AssembledRun }> {
  const { evidence, planned, plan } = request;
  const goTest = resultsOf(evidence, planned.package);
  const fold = goTest.stream.packages.get(planned.package) ?? null;
  const results = own.filter((record) => !record.diagnose && isOf(record, plan.run, 0));
  const cached = results.length === 0 && fold?.saysCached === true && fold.action === 'pass';
  const carried =
    cached && fold.record !== null ? await findCarried(request, all, fold.record, folder) : null;
  const first: RunEvidence = {
    ...{ goTest, fold, cached },
    records: carried === null ? results : [carried],
    declared: planned.declared,
    diagnosis: await readDiagnosis({
      attempts: own.filter((record) => record.diagnose),
      exitCode: results.at(-1)?.end?.exitCode ?? null,
      directory: plan.directory,
    }),
  };
  return { evidence: first, assembled: await assembleRun(request, first) };
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
