import { join } from 'node:path';
import { sayings } from '../../cause/sayings.ts';
import { wentBeyond } from '../../fuzz/data-limit.ts';
import { createFuzzProgress, type FuzzProgress } from '../../fuzz/fuzz-progress.ts';
import { passEnding, type PastPass, type Replay } from '../../fuzz/next-pass.ts';
import type { GoEndRecord } from '../../evidence/records.ts';
import { readAttempts } from '../attempts.ts';
import { goTestFiles } from '../layout.ts';
import { readGoTest } from '../leg-evidence.ts';
import { readChunks } from '../tail.ts';
import { readFuzzRecords, readFuzzResult, type FuzzRecord } from './fuzz-record.ts';

/** The folders of one pass: where it fuzzed, and where what it found was run again. */
export interface PassFolders {
  fuzz: { folder: string; record: FuzzRecord };
  replay: { folder: string; record: FuzzRecord } | null;
  /** The same under the bound of memory of a fuzzing process. */
  bounded: { folder: string; record: FuzzRecord } | null;
}

/** The passes of a leg in their order, each with the replay that came after it. */
export async function readPasses(out: string, leg: string): Promise<PassFolders[]> {
  const passes: PassFolders[] = [];
  for (const one of await readFuzzRecords(out, leg)) {
    const last = passes.at(-1);
    if (one.record.purpose === 'fuzz') passes.push({ fuzz: one, replay: null, bounded: null });
    else if (last?.fuzz.record.target !== one.record.target) continue;
    else if (one.record.purpose === 'replay') last.replay = one;
    else last.bounded = one;
  }
  return passes;
}

/** A pass as its folders tell of it. `cancelled`: the run was told to stop. */
export async function pastPass(
  { out, leg, cancelled }: { out: string; leg: string; cancelled: boolean },
  folder: string,
): Promise<PastPass> {
  const found = (await readPasses(out, leg)).find((one) => one.fuzz.folder === folder);
  if (found === undefined) throw new Error(`${folder} holds no record of a fuzz target`);
  return toPastPass(found, cancelled);
}

export async function toPastPass(
  { fuzz, replay, bounded }: PassFolders,
  cancelled: boolean,
): Promise<PastPass> {
  const { folder, record } = fuzz;
  const result = await readFuzzResult(folder);
  const progress = await readProgress(folder, record.target);
  const evidence = await readGoTest(folder);
  const fold = evidence.stream.packages.get(record.package);
  const overran = result?.overran ?? false;
  return {
    ending: passEnding({
      progress,
      fuzzMs: record.fuzzMs,
      exitCode: evidence.goEnd?.exitCode ?? null,
      buildFailed: fold?.buildFailed ?? false,
      overran,
      input: result?.input?.name ?? null,
    }),
    progress,
    replay: replay === null ? null : await replayOf(replay.folder, replay.record),
    peakBytes: await peakOf(folder),
    needsMore: bounded !== null && (await neededMore(bounded)),
    aloneBytes: replay === null ? null : await peakOf(replay.folder),
    stopped: evidence.goEnd === null ? cancelled : wasStopped(evidence.goEnd) && !overran,
    workers: record.workers,
    dataLimitBytes: record.dataLimitBytes,
    fuzzMs: record.fuzzMs,
    elapsedMs: progress.elapsedMs ?? result?.elapsedMs ?? 0,
  };
}

/** Bytes of RSS of the largest process: getrusage(2) has it of those that it waited for too. */
async function peakOf(folder: string): Promise<number | null> {
  return (await readAttempts(join(folder, 'records'))).at(-1)?.end?.maxRssBytes ?? null;
}

async function neededMore({
  folder,
  record,
}: {
  folder: string;
  record: FuzzRecord;
}): Promise<boolean> {
  const timeline = (await readAttempts(join(folder, 'records'))).at(-1)?.timeline;
  const wentThrough = wentBeyond(record.dataLimitBytes, timeline?.mappedPeakBytes ?? null);
  return wentThrough || ranOutOfMemory(folder, record.package);
}

/** In the runtime's own words, in the file that only it writes to or, before Go 1.23, in what the test printed. */
async function ranOutOfMemory(folder: string, packageName: string): Promise<boolean> {
  const crashText = (await readAttempts(join(folder, 'records'))).at(-1)?.crashText ?? '';
  const fold = (await readGoTest(folder)).stream.packages.get(packageName);
  const printed = [...(fold?.running.values() ?? [])].map((output) => output.text());
  const text = [crashText, fold?.output.text() ?? '', ...printed].join('\n');
  return sayings.some(({ id, pattern }) => id === 'go-out-of-memory' && pattern.test(text));
}

async function readProgress(folder: string, target: string): Promise<FuzzProgress> {
  const fold = createFuzzProgress(target);
  await readChunks(goTestFiles.events(folder), fold.push);
  fold.end();
  return fold.progress;
}

/** By its keeper, which was told to: what a process did then says nothing about its tests. */
function wasStopped({ cancelled }: GoEndRecord): boolean {
  return cancelled !== '';
}

/** It passed only if the input was seen to pass and go test ended with 0. */
async function replayOf(folder: string, record: FuzzRecord): Promise<Replay> {
  const evidence = await readGoTest(folder);
  const fold = evidence.stream.packages.get(record.package);
  const { goEnd } = evidence;
  if (fold === undefined || fold.buildFailed) return 'unknown';
  if (goEnd === null || goEnd.exitCode === null || wasStopped(goEnd)) return 'unknown';
  const name = `${record.target}/${record.input ?? ''}`;
  const seen = fold.cases.find(({ test }) => test === name)?.outcome;
  if (goEnd.exitCode === 0 && fold.action === 'pass' && seen === 'passed') return 'passed';
  return seen === undefined && !fold.running.has(name) ? 'unknown' : 'failed';
}
