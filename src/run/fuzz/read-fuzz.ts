import { join, relative } from 'node:path';
import { becauseOf, isFailure, outcomeOf, tellingPass } from '../../fuzz/outcome.ts';
import { targetNames } from '../../fuzz/targets.ts';
import { addCall, parseCorpusFile, shownValues } from '../../fuzz/corpus-file.ts';
import type { PastPass } from '../../fuzz/next-pass.ts';
import { isBelow, type PlannedPackage } from '../../plan/plan.ts';
import type { Gap, PackageRun } from '../../report/schema.ts';
import type { FuzzReport } from '../../report/search-schema.ts';
import { goTestFiles } from '../layout.ts';
import { parseGoEndRecord } from '../../evidence/records.ts';
import { readBounded } from '../bounded-file.ts';
import type { CrashSource } from '../crashes.ts';
import { keeperGone } from '../keeper-gone.ts';
import { readMarker } from '../run-folder.ts';
import type { RunPlan, RunPlanLeg } from '../run-plan.ts';
import { keptInput, readFuzzProblems, readFuzzRecords, readFuzzResult } from './fuzz-record.ts';
import { readPasses, toPastPass, type PassFolders } from './past-pass.ts';
import { replayedRun } from './replayed-run.ts';
import { folderInRepository } from './package-folder.ts';
import { leftSeeds, restoreSeeds } from './seed-folder.ts';

export interface FuzzRequest {
  out: string;
  plan: RunPlan;
  leg: RunPlanLeg;
  cancel: { signal: string; at: number } | null;
  /** Of the leg, as their ordinary tests ended. */
  packages: readonly PackageRun[];
}

/** What the fuzzing of a leg found, by package. */
export interface FuzzFindings {
  reports: Map<string, FuzzReport[]>;
  crashed: CrashSource[];
  gaps: Gap[];
  /** Epoch milliseconds; 0 where nothing was fuzzed. */
  endedAt: number;
}

const maxShownBytes = 1 << 20;
const maxMessageChars = 2000;

/** Reads back what the fuzz targets of a leg did. */
export async function readFuzz(request: FuzzRequest): Promise<FuzzFindings> {
  const { out, leg } = request;
  const found: FuzzFindings = { reports: new Map(), crashed: [], gaps: [], endedAt: 0 };
  const { plan } = request;
  await cleanUpSeeds({ out, plan, leg, trusted: await isOwnFolder(out, plan) }, found);
  for (const what of await readFuzzProblems(out, leg.name))
    found.gaps.push({ what, leg: leg.name });
  const byTarget = new Map<string, PassFolders[]>();
  for (const one of await readPasses(out, leg.name)) {
    const key = JSON.stringify([one.fuzz.record.package, one.fuzz.record.target]);
    byTarget.set(key, [...(byTarget.get(key) ?? []), one]);
  }
  for (const passes of byTarget.values()) {
    const name = passes[0]?.fuzz.record.package ?? '';
    const planned = leg.packages.find((item) => item.package === name);
    if (planned === undefined) continue;
    const { report, source } = await readTarget(request, planned, passes);
    found.reports.set(name, [...(found.reports.get(name) ?? []), report]);
    if (source !== null) found.crashed.push(source);
  }
  for (const { name, report } of notReached(request, found.reports))
    found.reports.set(name, [...(found.reports.get(name) ?? []), report]);
  return found;
}

/** Targets that should have been fuzzed and that nobody began with: a run that was cut off must not look complete. */
function* notReached(
  { leg, packages }: FuzzRequest,
  reports: FuzzFindings['reports'],
): Generator<{ name: string; report: FuzzReport }> {
  if (leg.fuzzMs === undefined) return;
  const passed = new Set(
    packages.filter((run) => run.ending === 'passed').map((run) => run.package),
  );
  for (const planned of leg.packages) {
    const name = planned.package;
    const seen = new Set((reports.get(name) ?? []).map(({ target }) => target));
    for (const target of passed.has(name) ? targetNames(planned) : [])
      if (!seen.has(target)) yield { name, report: unbegun(target, leg.fuzzMs) };
  }
}

function unbegun(target: string, budgetMs: number): FuzzReport {
  return {
    ...{ target, budgetMs, elapsedMs: 0, executions: null, newInputs: null, corpus: null },
    ...{ outcome: 'stopped', because: 'its turn did not come', failing: null },
  };
}

interface LeftSeeds {
  out: string;
  plan: Pick<RunPlan, 'startedAt'>;
  leg: RunPlanLeg;
  /** Its plan is not one that came with a folder from elsewhere. */
  trusted: boolean;
}

/** This process made the run folder, or it lies in the checkout that it names. */
async function isOwnFolder(out: string, { directory }: RunPlan): Promise<boolean> {
  return isBelow(out, directory) || (await readMarker(out))?.pid === process.pid;
}

/** A run whose supervisor was killed leaves go test's files in the checkout. */
export async function cleanUpSeeds(
  { out, plan, leg, trusted }: LeftSeeds,
  found: Pick<FuzzFindings, 'gaps' | 'endedAt'>,
): Promise<void> {
  for (const { folder, record } of await readFuzzRecords(out, leg.name)) {
    await keeperGone(folder);
    const goEnd = parseGoEndRecord(await readBounded(goTestFiles.goEnd(folder), 1 << 20));
    found.endedAt = Math.max(found.endedAt, Date.parse(goEnd?.endedAt ?? '') || 0);
    const seeds = await leftSeeds(folder);
    const problems = [...((await readFuzzResult(folder))?.problems ?? [])];
    // Test processes can write here too: nothing but the packages of the leg is touched.
    const isKnown = leg.packages.some(({ dir }) => dir === seeds?.directory);
    if (seeds !== null && isKnown && !trusted)
      problems.push(`inputs of ${seeds.target} may have been left in ${seeds.directory}`);
    else if (seeds !== null && isKnown)
      await restoreSeeds(folder, seeds, Date.parse(plan.startedAt)).catch((error: unknown) => {
        problems.push(`testdata/fuzz could not be cleaned up: ${String(error)}`);
      });
    const told = found.gaps.filter((gap) => gap.package === record.package);
    for (const what of new Set(problems))
      if (told.every((gap) => gap.what !== what))
        found.gaps.push({ what, leg: leg.name, package: record.package });
  }
}

async function readTarget(
  request: FuzzRequest,
  planned: PlannedPackage,
  passes: readonly PassFolders[],
): Promise<{ report: FuzzReport; source: CrashSource | null }> {
  const past: PastPass[] = [];
  for (const one of passes) past.push(await toPastPass(one, request.cancel !== null));
  const at = tellingPass(past);
  const [telling, folders] = [past[at], passes[at]];
  if (telling === undefined || folders === undefined) throw new Error('a fuzz target of no pass');
  const { target, budgetMs } = folders.fuzz.record;
  const shown = telling.replay === 'failed' ? (folders.replay ?? folders.fuzz) : folders.fuzz;
  const source = isFailure(telling)
    ? withoutNumber(await replayedRun({ ...request, planned, target, folder: shown.folder }))
    : null;
  const failing = await failingInput(
    request.out,
    folders,
    telling,
    folderInRepository(request.plan, planned),
  );
  // What go test says where it has no input is no message of the target.
  const isMute =
    source === null || telling.ending.kind === 'killed' || telling.progress.unwritten !== null;
  const message = isMute ? '' : messageOf(source.run);
  const outcome = outcomeOf(past, source?.run ?? null);
  const cause = source?.run.cause ?? null;
  return {
    report: {
      ...{ target, budgetMs, failing },
      elapsedMs: past.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0),
      executions: total(past.map(({ progress }) => progress.executions)),
      newInputs: total(past.map(({ progress }) => progress.newInputs)),
      corpus: past[0]?.progress.corpus ?? null,
      outcome,
      because: becauseOf(past),
      // A fuzzing process that died is no failed test, whatever go test calls it.
      ...(!cause || (outcome === 'crashed' && cause.id === 'test-failure') ? {} : { cause }),
      ...(message === '' ? {} : { message }),
    },
    source,
  };
}

/** Its attempts are none of the package's own, which are counted from 1. */
function withoutNumber(source: CrashSource): CrashSource {
  const { run } = source;
  return {
    ...source,
    run: { ...run, attempts: run.attempts.map((one) => ({ ...one, number: 0 })) },
  };
}

async function failingInput(
  out: string,
  { fuzz }: PassFolders,
  { replay, progress }: PastPass,
  packageFolder: string,
): Promise<FuzzReport['failing']> {
  const { folder, record } = fuzz;
  const input = (await readFuzzResult(folder))?.input ?? null;
  if (input === null) return null;
  const path = keptInput(folder, record.target, input.name);
  const text = input.bytes > maxShownBytes ? null : await readBounded(path, maxShownBytes);
  const values = text === null ? null : parseCorpusFile(text);
  const call = values === null ? null : addCall(values);
  const kept = relative(out, path);
  return {
    corpusFile: join(packageFolder, 'testdata', 'fuzz', record.target, input.name),
    path: kept,
    bytes: input.bytes,
    minimised: progress.minimising && !progress.diedMinimising,
    ...(values === null ? {} : { values: shownValues(values) }),
    ...(call === null ? {} : { addCall: call }),
    replay: replay ?? 'unknown',
    regressionTest: replay === 'failed' ? kept : null,
  };
}

/** Without what the coordinator says of its progress. */
function messageOf({ tests, ending }: PackageRun): string {
  if (ending !== 'failed') return '';
  const failure = tests.failures.find(({ message }) => message !== '');
  const lines = (failure?.message ?? '').split('\n').filter((line) => !line.startsWith('fuzz: '));
  return lines.join('\n').slice(0, maxMessageChars);
}

function total(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}
