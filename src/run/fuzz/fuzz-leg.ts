import { availableParallelism } from 'node:os';
import { dataLimitBytes, replayLimitBytes, softLimitBytes } from '../../fuzz/data-limit.ts';
import { fuzzFlags, isFlag, replayFlags } from '../../fuzz/fuzz-flags.ts';
import {
  hangMs,
  mayHaveOutgrownItsShare,
  nextPass,
  wasFull,
  type NextPass,
  type PastPass,
} from '../../fuzz/next-pass.ts';
import { targetNames } from '../../fuzz/targets.ts';
import type { PlannedPackage } from '../../plan/plan.ts';
import { parseDuration } from '../../settings/duration.ts';
import { assembleLeg } from '../assemble.ts';
import { readBoundedBytes } from '../bounded-file.ts';
import { readCancel } from '../cancel-record.ts';
import type { LegRequest } from '../run-leg.ts';
import { readRunPlan } from '../run-plan.ts';
import { dumpsCores } from '../shim-file.ts';
import { keptInput, writeFuzzProblems, writeFuzzResult, type FuzzResult } from './fuzz-record.ts';
import { nextFuzzFolder, runFuzzTest } from './fuzz-run.ts';
import { pastPass } from './past-pass.ts';
import { openCorpus, type CorpusRequest } from './stored-corpus.ts';
import {
  keepInput,
  newInputs,
  noteSeeds,
  placeInput,
  restoreSeeds,
  whyUnwritable,
} from './seed-folder.ts';

/** A fuzz target of a package whose ordinary tests passed. */
interface Target {
  planned: PlannedPackage;
  name: string;
}

/** For building what is to be fuzzed, and for the end of its processes. */
const netMs = 600_000;
const minimiseMs = 10_000;
/** Twice what go test allows one execution. */
const replayMs = 2 * hangMs;
/**
 * How often the input is run in the process of each bounded replay, until it needs more than the bound. A fuzzing process runs one input
 * after the other, and what was garbage of the last may not be collected yet. Not every process says in the end what it wanted: short of
 * memory the runtime may trip over itself (SIGSEGV).
 */
const boundedTimes = [1, 1, 1, 2, 2, 2];

/**
 * Fuzzes the targets of a leg, one after the other, for its time each. Everything that it finds is in the run folder; the checkout
 * is afterwards what it was.
 */
export async function fuzzLeg(request: LegRequest, kept: CorpusRequest): Promise<void> {
  const { fuzzMs } = request.plan.leg;
  if (fuzzMs === null || request.cancellation.requested() !== null) return;
  const targets = await targetsOf(request);
  if (targets.length === 0) return;
  const names = targets.map(({ planned, name }) => ({ package: planned.package, target: name }));
  const corpus = await openCorpus(kept);
  const problems = (await corpus?.restore(names)) ?? [];
  await fuzzAll(request, targets, fuzzMs);
  if (request.cancellation.requested() === null)
    problems.push(...((await corpus?.keep(names)) ?? []));
  if (problems.length > 0) await writeFuzzProblems(request.out, request.plan.leg.name, problems);
}

async function fuzzAll(
  request: LegRequest,
  targets: readonly Target[],
  fuzzMs: number,
): Promise<void> {
  for (const target of targets) {
    const past: PastPass[] = [];
    let next: NextPass | null = {
      ...{ fuzzMs, bounded: true, because: '' },
      workers: workersOf(request.plan.leg.goTestFlags.words),
    };
    request.progress.fuzzStarted(
      request.plan.leg.name,
      target.planned.package,
      target.name,
      fuzzMs,
    );
    while (next !== null) {
      if (request.cancellation.requested() !== null) return;
      past.push(await pass(request, target, next, fuzzMs));
      next = request.cancellation.requested() === null ? nextPass(past, fuzzMs) : null;
    }
  }
}

async function targetsOf({ out, plan }: LegRequest): Promise<Target[]> {
  const runPlan = await readRunPlan(out);
  const leg = runPlan?.legs.find(({ name }) => name === plan.leg.name);
  if (runPlan === null || leg === undefined) return [];
  const { packages } = await assembleLeg(out, runPlan, leg, await readCancel(out));
  const passed = new Set(
    packages.filter((run) => run.ending === 'passed').map((run) => run.package),
  );
  return plan.packages
    .filter((planned) => passed.has(planned.package))
    .flatMap((planned) => targetNames(planned).map((name) => ({ planned, name })));
}

/** -parallel as the user gave it, else as many as there are processors. */
function workersOf(words: readonly string[]): number {
  const given = words.findLast((word) => isFlag(word, 'parallel') && word.includes('='));
  const workers = Number(given?.slice(given.indexOf('=') + 1));
  return Number.isInteger(workers) && workers > 0 ? workers : availableParallelism();
}

async function pass(
  request: LegRequest,
  { planned, name }: Target,
  next: NextPass,
  budgetMs: number,
): Promise<PastPass> {
  const { words } = request.plan.leg.goTestFlags;
  const folder = await nextFuzzFolder(request);
  const seeds = await noteSeeds(folder, planned.dir, name);
  const result: FuzzResult = {
    ...{ schema: 1, elapsedMs: 0, overran: false, input: null, problems: [] },
  };
  const unwritable = await whyUnwritable(seeds);
  if (unwritable !== null)
    result.problems.push(`an input that fails while fuzzing cannot be kept: ${unwritable}`);
  const userSays = words.some((word) => isFlag(word, 'fuzzminimizetime'));
  try {
    const ended = await runFuzzTest(request, {
      ...{ folder, planned, maxMs: next.fuzzMs + netMs },
      record: {
        ...{ package: planned.package, target: name, purpose: 'fuzz', input: null, budgetMs },
        ...{ fuzzMs: next.fuzzMs, workers: next.workers },
        dataLimitBytes: dataLimit(request, next),
        because: next.because === '' ? null : next.because,
      },
      flags: fuzzFlags(
        {
          ...{ target: name, fuzzMs: next.fuzzMs, workers: next.workers },
          minimiseMs: userSays ? null : minimiseMs,
        },
        words,
      ),
      env: softLimit(request, next),
    });
    Object.assign(result, ended);
    const [found] = await newInputs(seeds);
    if (found !== undefined) {
      await keepInput(keptInput(folder, name, found.name), found.bytes);
      result.input = { name: found.name, bytes: found.bytes.length };
    }
  } finally {
    await restored(result, () => restoreSeeds(folder, seeds));
    await writeFuzzResult(folder, result);
  }
  const isCancelled = (): boolean => request.cancellation.requested() !== null;
  const read = (): Promise<PastPass> =>
    pastPass({ out: request.out, leg: request.plan.leg.name, cancelled: isCancelled() }, folder);
  if (result.input === null || isCancelled()) return read();
  const again = { target: { planned, name }, path: keptInput(folder, name, result.input.name) };
  await replay(request, { ...again, next, limitBytes: null, times: 1 });
  let past = await read();
  if (!mayHaveOutgrownItsShare(past) || wasFull(past)) return past;
  for (const times of boundedTimes) {
    if (past.needsMore || isCancelled()) break;
    await replay(request, { ...again, next, limitBytes: past.dataLimitBytes, times });
    past = await read();
  }
  return past;
}

interface ReplayOrder {
  target: Target;
  /** Of the kept input. */
  path: string;
  next: NextPass;
  /** What a fuzzing process may have; null for all there is. */
  limitBytes: number | null;
  /** In one process. */
  times: number;
}

/** Runs a failing input once more as an ordinary test: whether it fails there too, and with all that a test's crash tells. */
async function replay(request: LegRequest, order: ReplayOrder): Promise<void> {
  const { path: inputPath, limitBytes, next, times } = order;
  const { planned, name } = order.target;
  const bytes = await readBoundedBytes(inputPath, 128 << 20);
  if (bytes === null) return;
  const input = inputPath.slice(inputPath.lastIndexOf('/') + 1);
  const { words, timeout } = request.plan.leg.goTestFlags;
  const userMs = timeout === null ? 0 : (parseDuration(timeout) ?? 0);
  const timeoutMs = userMs > 0 ? Math.min(userMs, replayMs) : replayMs;
  const folder = await nextFuzzFolder(request);
  const seeds = await noteSeeds(folder, planned.dir, name);
  const result: FuzzResult = {
    ...{ schema: 1, elapsedMs: 0, overran: false, problems: [] },
    input: { name: input, bytes: bytes.length },
  };
  try {
    await placeInput(seeds, input, bytes);
    const ended = await runFuzzTest(request, {
      ...{ folder, planned, maxMs: timeoutMs + netMs },
      record: {
        ...{ package: planned.package, target: name, input, because: null },
        ...{ budgetMs: timeoutMs, fuzzMs: 0, workers: 1 },
        purpose: limitBytes === null ? 'replay' : 'bounded-replay',
        dataLimitBytes:
          limitBytes === null
            ? null
            : replayLimitBytes(limitBytes, Buffer.from(bytes).toString('latin1')),
      },
      flags: replayFlags(name, input, { timeoutMs, times }, words),
      env: limitBytes === null ? {} : softLimit(request, next),
    });
    Object.assign(result, ended);
  } finally {
    await restored(result, () => restoreSeeds(folder, seeds));
    await writeFuzzResult(folder, result);
  }
}

async function restored(result: FuzzResult, restore: () => Promise<void>): Promise<void> {
  try {
    await restore();
  } catch (error) {
    result.problems.push(`the package's testdata/fuzz could not be cleaned up: ${String(error)}`);
  }
}

/** Null for no bound: the race detector maps more than any bound, and where there is no ceiling nothing can be shared. */
function dataLimit({ plan, guard }: LegRequest, { workers, bounded }: NextPass): number | null {
  const ceiling = guard.ceilingBytes ?? guard.usableBytes;
  // What leaves no core of a sensible size has no sensible bound either.
  const isPlain = dumpsCores(plan.leg);
  if (!bounded || ceiling === null || !isPlain || plan.go.goos !== 'linux') return null;
  return dataLimitBytes(ceiling, workers);
}

/** Garbage of one input must not count against the next one. */
function softLimit({ guard }: LegRequest, { workers }: NextPass): Record<string, string> {
  const ceiling = guard.ceilingBytes ?? guard.usableBytes;
  return ceiling === null ? {} : { GOMEMLIMIT: String(softLimitBytes(ceiling, workers)) };
}
