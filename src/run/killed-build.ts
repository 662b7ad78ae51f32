import { diagnose } from '../cause/cause.ts';
import { completeness } from '../evidence/completeness.ts';
import type { Attempt, PackageRun } from '../report/schema.ts';
import type { PackageRequest } from './package-request.ts';
import { causeFacts } from './cause-facts.ts';
import { noDiagnosis } from './diagnosis.ts';
import { endingFacts } from './ending-facts.ts';
import type { GoTestEvidence, LegEvidence } from './leg-evidence.ts';

function isRebuild(results: GoTestEvidence): (one: LegEvidence['rounds'][number]) => boolean {
  return ({ round, evidence }) => evidence === results && round.purpose === 'rebuild';
}

/** The build that was killed before a round built the package again: an attempt that never came to a process, number 0. */
export function killedBuild(request: PackageRequest, results: GoTestEvidence): Attempt | null {
  const { evidence, planned } = request;
  const { main, leg } = evidence;
  if (results === main || !evidence.rounds.some(isRebuild(results))) return null;
  const fold = main.stream.packages.get(planned.package) ?? null;
  const missing = completeness(planned.declared, fold, leg.repeats);
  const run: PackageRun = {
    package: planned.package,
    leg: leg.name,
    ending: 'build-failed',
    cached: false,
    cause: null,
    attempts: [],
    elapsedMs: null,
    peakRssBytes: null,
    output: '',
    tests: { passed: 0, failed: 0, skipped: 0, failures: [], ...missing },
  };
  const ending = endingFacts({
    leg,
    goEnd: main.goEnd,
    fold,
    last: null,
    cached: false,
    missingTests: missing.unfinished.length + missing.neverRan.length,
    cancelledAt: null,
  });
  const cause = diagnose(
    causeFacts({
      run,
      ending,
      race: leg.race,
      planned,
      fold,
      goTest: main,
      last: null,
      blackBox: null,
      diagnosis: noDiagnosis,
      cancelSignal: null,
      kernelPids: request.plan.kernelPids,
    }),
  );
  return {
    number: 0,
    ending: 'build-failed',
    exitCode: null,
    signal: null,
    coreDumped: false,
    limits: {},
    elapsedMs: null,
    peakRssBytes: null,
    ...(cause === null ? {} : { cause }),
  };
}
