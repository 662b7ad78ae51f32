import type { HeapRecord } from '../report/heap-schema.ts';
import type { Gap, LegReport, PackageRun, Report } from '../report/schema.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { judge } from '../verdict/verdict.ts';
import { assemblePackage } from './assemble-package.ts';
import type { PackageRequest } from './package-request.ts';
import { readCrashes, type CrashSource } from './crashes.ts';
import { withStanding } from './baseline/crash-history.ts';
import { packagesToConfirm } from '../heap/compare/compare.ts';
import { readGrowth } from './baseline/growth-file.ts';
import { readComparison } from './baseline/read-comparison.ts';
import { readCancel } from './cancel-record.ts';
import { keeperGone } from './keeper-gone.ts';
import { coreGaps, readCoreLedger } from './core-ledger.ts';
import { layout } from './layout.ts';
import { needsLog, writeLogs } from './logs.ts';
import { readLeg, type GoTestEvidence, type LegEvidence } from './leg-evidence.ts';
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
  let endedAt = Date.parse(plan.startedAt);
  for (const leg of plan.legs) {
    const assembled = await assembleLeg(out, plan, leg, cancel);
    packages.push(...assembled.packages);
    heap.push(...assembled.heap);
    gaps.push(...assembled.gaps);
    legs.push(assembled.report);
    crashed.push(...assembled.crashed);
    endedAt = Math.max(endedAt, assembled.endedAt);
  }
  await writeLogs(out, { legs, packages });
  const { crashes, gaps: unread } = await readCrashes(crashed, { out, plan, catalog });
  gaps.push(...unread);
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
    packages,
    crashes,
    heap,
    comparison: null,
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
  return {
    ...report,
    crashes: await withStanding(out, report.crashes),
    comparison,
    verdict: judge({
      ...{ packages, legs, comparison },
      problem: plan.problem ?? unknown,
      partial: plan.shard !== undefined,
      cancelled: (await readCancel(out)) !== null,
      failOn: plan.failOn,
    }),
  };
}

export interface AssembledLeg {
  report: LegReport;
  packages: PackageRun[];
  heap: HeapRecord[];
  gaps: Gap[];
  crashed: CrashSource[];
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
    endedAt: Math.max(0, ...allGoTests(evidence).map(endOf)),
  };
  for (const planned of leg.packages) {
    const one = await assemblePackage({ out, plan, evidence, planned, cancel });
    assembled.packages.push(one.run);
    assembled.heap.push(...one.heap);
    assembled.gaps.push(...one.gaps);
    if (needsLog(one.run.ending)) assembled.crashed.push(one);
  }
  assembled.gaps = gatherGaps(assembled.gaps, leg.name);
  return assembled;
}

function allGoTests(evidence: LegEvidence): GoTestEvidence[] {
  return [evidence.main, ...evidence.rounds.map((round) => round.evidence)];
}

function endOf({ goEnd }: GoTestEvidence): number {
  return Date.parse(goEnd?.endedAt ?? '') || 0;
}

function legReport({ leg, main, rounds }: LegEvidence): LegReport {
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
