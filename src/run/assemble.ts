import type { GoEndRecord } from '../evidence/records.ts';
import type { Gap, HeapRecord, LegReport, PackageRun, Report } from '../report/schema.ts';
import { judge } from '../verdict/verdict.ts';
import { assemblePackage } from './assemble-package.ts';
import { readCancel } from './cancel-record.ts';
import { keeperGone } from './keeper-gone.ts';
import { readLeg, type LegEvidence } from './leg-evidence.ts';
import { readMarker } from './run-folder.ts';
import { readRunPlan, type RunPlanLeg } from './run-plan.ts';

/**
 * The one way from a run folder to a Report: for a run that ended well, one that was cancelled and one whose supervisor died.
 * Null when the folder holds no run.
 */
export async function assemble(out: string): Promise<Report | null> {
  const marker = await readMarker(out);
  const plan = await readRunPlan(out);
  if (marker === null || plan?.run !== marker.run) return null;
  const cancelledAt = (await readCancel(out))?.at ?? null;
  const packages: PackageRun[] = [];
  const heap: HeapRecord[] = [];
  const gaps: Gap[] = [];
  const legs: LegReport[] = [];
  let endedAt = Date.parse(plan.startedAt);
  for (const leg of plan.legs) {
    await keeperGone(out, leg.name);
    const evidence = await readLeg(out, leg, gaps);
    const { goEnd } = evidence;
    if (goEnd !== null) endedAt = Math.max(endedAt, Date.parse(goEnd.endedAt) || 0);
    legs.push(legReport(leg, goEnd));
    for (const planned of leg.packages) {
      const request = { out, plan, evidence, planned, cancelledAt };
      const assembled = await assemblePackage(request);
      packages.push(assembled.run);
      heap.push(...assembled.heap);
      gaps.push(...assembled.gaps);
    }
    gaps.push(...unplanned(evidence));
  }
  return {
    schema: 1,
    tool: { name: 'go-crash-guard', version: plan.toolVersion },
    startedAt: plan.startedAt,
    elapsedMs: Math.max(0, endedAt - Date.parse(plan.startedAt)),
    source: plan.source,
    machine: plan.machine,
    preflight: plan.preflight,
    legs,
    packages,
    crashes: [],
    heap,
    comparison: null,
    artifacts: [],
    gaps,
    verdict: judge({
      packages,
      legs,
      problem: plan.problem,
      cancelled: cancelledAt !== null,
      failOn: plan.failOn,
    }),
  };
}

function legReport(leg: RunPlanLeg, goEnd: GoEndRecord | null): LegReport {
  return {
    name: leg.name,
    race: leg.race,
    heapProfile: leg.heapProfile,
    goVersion: leg.goVersion,
    command: leg.command,
    exitCode: goEnd?.exitCode ?? null,
    signal: goEnd?.signal ?? null,
    elapsedMs: goEnd?.elapsedMs ?? null,
  };
}

/** Packages in the stream that the plan does not know: said, because their tests could not be checked for completeness. */
function* unplanned(evidence: LegEvidence): Generator<Gap> {
  const planned = new Set(evidence.leg.packages.map((item) => item.package));
  for (const [name, fold] of evidence.stream.packages) {
    if (planned.has(name)) continue;
    const what = `go test ran it, but "go list" had not named it (${fold.action ?? 'no end seen'})`;
    yield { what, leg: evidence.leg.name, package: name };
  }
}
