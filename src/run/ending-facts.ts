import type { EndingFacts } from '../evidence/ending.ts';
import type { GoEndRecord } from '../evidence/records.ts';
import { isBenchmark, type PackageFold } from '../gotest/package-fold.ts';
import type { AttemptRecords } from './attempts.ts';
import type { RunPlanLeg } from './run-plan.ts';

export interface EndingFactsRequest {
  leg: RunPlanLeg;
  goEnd: GoEndRecord | null;
  fold: PackageFold | null;
  last: AttemptRecords | null;
  cached: boolean;
  missingTests: number;
  /** Epoch milliseconds, null for a run that was not stopped. */
  cancelledAt: number | null;
}

export function endingFacts(request: EndingFactsRequest): EndingFacts {
  const { leg, fold, last, cached, missingTests, cancelledAt, goEnd } = request;
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
    cutInBenchmark: fold !== null && !fold.saysPass && [...fold.running.keys()].some(isBenchmark),
    failfast: leg.failfast,
    cancelledAt,
    supervisorGoneAt: supervisorGoneAt(goEnd),
  };
}

function supervisorGoneAt(goEnd: GoEndRecord | null): number | null {
  if (goEnd?.cancelled !== 'supervisor-gone' || goEnd.cancelledAt === null) return null;
  const at = Date.parse(goEnd.cancelledAt);
  return Number.isNaN(at) ? null : at;
}
