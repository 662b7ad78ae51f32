import type { HeapRecord } from '../report/heap-schema.ts';
import type { Gap, LegReport, PackageRun, Report } from '../report/schema.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { measuresGrowth } from '../settings/growth-legs.ts';
import type { SearchedLeg } from '../verdict/search-reasons.ts';
import { judge } from '../verdict/verdict.ts';
import { assemblePackage } from './assemble-package.ts';
import type { PackageRequest } from './package-request.ts';
import { readCrashes, type CrashSource } from './crashes.ts';
import { withStanding } from './baseline/crash-history.ts';
import { packagesToConfirm } from '../heap/compare/compare.ts';
import { readGrowth } from './baseline/growth-file.ts';
import { readComparison } from './baseline/read-comparison.ts';
import { kindsThatFail } from '../leaks/failing.ts';
import { withLeakStanding } from './baseline/leak-history.ts';
import { readFuzz } from './fuzz/read-fuzz.ts';
import { readCancel } from './cancel-record.ts';
import { keeperGone } from './keeper-gone.ts';
import { coreGaps, readCoreLedger } from './core-ledger.ts';
import { layout } from './layout.ts';
import { needsLog, writeLogs, type LogSource } from './logs.ts';
import { readLeg, type GoTestEvidence, type LegEvidence } from './leg-evidence.ts';
import { memorySearchMs } from './leaks/memory-leaks.ts';
import { readLeaks } from './leaks/read-leaks.ts';
import { readRounds } from './round.ts';
import { readMarker } from './run-folder.ts';
import { readRunPlan, type RunPlan, type RunPlanLeg } from './run-plan.ts';
import { gatherGaps } from './shim-problems.ts';

/**
 * The one way from a run folder to a Report: for a run that ended well, one that was cancelled and one whose supervisor died.
 * Null when the folder holds no run.
 */
export async function assemble(out: string, catalog: Catalog): Promise<Report | null> {
  const marker = await readMarker(out);
  const plan = await readRunPlan(out);
  if (marker === null || plan?.run !== marker.run) return null;
  const cancel = await readCancel(out);
  const packages: PackageRun[] = [];
  const heap: HeapRecord[] = [];
  const gaps: Gap[] = [];
  const legs: LegReport[] = [];
  const crashed: CrashSource[] = [];
  const logs: LogSource[] = [];
  let endedAt = Date.parse(plan.startedAt);
  for (const leg of plan.legs) {
    const assembled = await assembleLeg(out, plan, leg, cancel);
    packages.push(...assembled.packages);
    heap.push(...assembled.heap);
    gaps.push(...assembled.gaps);
    legs.push(assembled.report);
    crashed.push(...assembled.crashed);
    logs.push(...assembled.logs);
    endedAt = Math.max(endedAt, assembled.endedAt);
  }
  gaps.push(...(await writeLogs(out, logs)));
  const { crashes, gaps: unread } = await readCrashes(crashed, { out, plan, catalog });
  gaps.push(...unread);
  const left = await readLeaks(out, plan, packages);
  gaps.push(...left.gaps);
  gaps.unshift(...coreGaps(await readCoreLedger(out), plan.legs, packages));
  return conclude(out, plan, {
    schema: 1,
    tool: { name: 'go-crash-guard', version: plan.toolVersion },
    startedAt: plan.startedAt,
    elapsedMs: Math.max(0, endedAt - Date.parse(plan.startedAt)),
    source: plan.source,
    machine: plan.machine,
    preflight: plan.preflight,
    legs,
    packages: left.packages,
    crashes,
    heap,
    comparison: null,
    ...(left.leaks === null ? {} : { leaks: left.leaks, ...kindsThatFail(plan.leaks) }),
    artifacts: [],
    gaps,
    ...(plan.shard === undefined ? {} : { shard: plan.shard }),
    verdict: { status: 'incomplete', reasons: [] },
  });
}

const unconfirmed = 'the run ended before the packages that may have grown were measured again';

/** What follows from the rest of a Report: the comparison of its heap figures, as far as it has got, and the verdict. */
export async function conclude(out: string, plan: RunPlan, report: Report): Promise<Report> {
  const { packages, legs, heap, source } = report;
  const run = { run: plan.run, directory: plan.directory, module: source.module };
  const comparison = await readComparison(out, run, heap);
  // growth.json is written when what grew has been measured again: until then nobody knows whether it grew.
  const pending = packagesToConfirm(comparison ?? { packages: [] }).length > 0;
  const unknown = pending && (await readGrowth(out)) === null ? unconfirmed : null;
  const leaks = await withLeakStanding(out, plan.legs, report.leaks);
  return {
    ...report,
    ...(leaks === null ? {} : { leaks }),
    crashes: await withStanding(out, report.crashes),
    comparison,
    verdict: judge({
      ...{ packages, legs, comparison },
      problem: plan.problem ?? unknown,
      partial: plan.shard !== undefined,
      cancelled: (await readCancel(out)) !== null,
      failOn: plan.failOn,
      flaky: plan.flaky,
      searched: searchedLegs(plan),
      ...(leaks === null || plan.leaks === undefined
        ? {}
        : { leaks: { found: leaks, modes: plan.leaks } }),
    }),
  };
}

function searchedLegs({ legs, leaks }: RunPlan): SearchedLeg[] {
  return legs.map((leg) => ({
    name: leg.name,
    repeats: leg.stressMs !== undefined,
    measuresGrowth: leaks?.memory === 'fail' && measuresGrowth(leaks.memory, leg),
  }));
}

export interface AssembledLeg {
  report: LegReport;
  packages: PackageRun[];
  heap: HeapRecord[];
  gaps: Gap[];
  crashed: CrashSource[];
  /** Runs whose whole output is kept. */
  logs: LogSource[];
  /** Epoch milliseconds; 0 when nothing tells. */
  endedAt: number;
}

/** One leg of a run, which may still go on with others. */
export async function assembleLeg(
  out: string,
  plan: RunPlan,
  leg: RunPlanLeg,
  cancel: PackageRequest['cancel'],
): Promise<AssembledLeg> {
  await keeperGone(layout.leg(out, leg.name));
  for (const { folder } of await readRounds(out, leg.name)) await keeperGone(folder);
  const evidence = await readLeg(out, leg);
  const assembled: AssembledLeg = {
    report: legReport(evidence),
    packages: [],
    heap: [],
    gaps: [...legGaps(evidence)],
    crashed: [],
    logs: [],
    endedAt: resultsEndedAt(evidence),
  };
  for (const planned of leg.packages) {
    const one = await assemblePackage({ out, plan, evidence, planned, cancel });
    assembled.packages.push(one.run);
    assembled.heap.push(...one.heap);
    assembled.gaps.push(...one.gaps);
    const bad = one.runs.filter(({ run }) => needsLog(run.ending));
    assembled.crashed.push(...bad);
    assembled.logs.push(...bad.map(({ run, events }) => ({ run, events })));
  }
  const fuzzed = await readFuzz({ out, plan, leg, cancel, packages: assembled.packages });
  assembled.crashed.push(...fuzzed.crashed);
  assembled.gaps.push(...fuzzed.gaps);
  const searchedMs = (evidence.stress?.spentMs ?? 0) + (await memorySearchMs(out, leg.name));
  assembled.endedAt = Math.max(assembled.endedAt, fuzzed.endedAt) + searchedMs;
  assembled.packages = assembled.packages.map((run) => {
    const fuzz = fuzzed.reports.get(run.package);
    return fuzz === undefined ? run : { ...run, fuzz };
  });
  assembled.gaps = gatherGaps(assembled.gaps, leg.name);
  return assembled;
}

function allGoTests(evidence: LegEvidence): GoTestEvidence[] {
  return [evidence.main, ...evidence.rounds.map((round) => round.evidence)];
}

/** Of the searches only how long they took is kept. Repetitions are counted by the time of all of them. */
function resultsEndedAt(evidence: LegEvidence): number {
  const further = evidence.reruns.filter(({ rerun }) => rerun.purpose !== 'stress');
  const runs = [...allGoTests(evidence), ...further.map((one) => one.evidence)];
  const searchedMs = [...evidence.isolations.values()].reduce((sum, one) => sum + one.elapsedMs, 0);
  return Math.max(0, ...runs.map(endOf)) + searchedMs;
}

function endOf({ goEnd }: GoTestEvidence): number {
  return Date.parse(goEnd?.endedAt ?? '') || 0;
}

function legReport({ leg, main, rounds, stress }: LegEvidence): LegReport {
  const { goEnd, guard } = main;
  return {
    name: leg.name,
    race: leg.race,
    heapProfile: leg.heapProfile,
    goVersion: leg.goVersion,
    command: leg.command,
    exitCode: goEnd?.exitCode ?? null,
    signal: goEnd?.signal ?? null,
    elapsedMs: goEnd?.elapsedMs ?? null,
    ...(guard === null
      ? {}
      : { guard: { tier: guard.tier, ceilingBytes: guard.ceilingBytes, tried: guard.tried } }),
    ...(stress === null ? {} : { stress }),
    ...(rounds.length === 0
      ? {}
      : {
          rounds: rounds.map(({ round, evidence }) => ({
            purpose: round.purpose,
            packages: round.packages,
            command: round.command,
            exitCode: evidence.goEnd?.exitCode ?? null,
            signal: evidence.goEnd?.signal ?? null,
          })),
        }),
  };
}

function* legGaps(evidence: LegEvidence): Generator<Gap> {
  const leg = evidence.leg.name;
  if (evidence.main.cut) yield { what: 'the event stream of go test stops inside a line', leg };
  if (evidence.main.goEnd?.guard?.vanished === true)
    yield { what: 'the control group of the guard was removed while the tests ran', leg };
  for (const { goEnd } of allGoTests(evidence))
    for (const what of goEnd?.guard?.problems ?? []) yield { what: `guard: ${what}`, leg };
  const { guard } = evidence.main;
  if (guard?.tier === 'none' && guard.ceilingBytes !== null)
    yield {
      what: `no memory ceiling: ${guard.tried.map(({ tier, problem }) => `${tier}: ${problem}`).join('; ')}`,
      leg,
    };
  for (const { package: name, notes } of evidence.stress?.packages ?? [])
    for (const what of notes)
      yield { what: `while its tests were repeated: ${what}`, leg, package: name };
  yield* unplanned(evidence);
}

/** Packages in the stream that the plan does not know: said, because their tests could not be checked for completeness. */
function* unplanned({ leg, main }: LegEvidence): Generator<Gap> {
  const planned = new Set(leg.packages.map((item) => item.package));
  for (const [name, fold] of main.stream.packages) {
    if (planned.has(name)) continue;
    const what = `go test ran it, but "go list" had not named it (${fold.action ?? 'no end seen'})`;
    yield { what, leg: leg.name, package: name };
  }
}
