import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnose } from '../../cause/cause.ts';
import { completeness } from '../../evidence/completeness.ts';
import { decideEnding } from '../../evidence/ending.ts';
import { culprits, failureMessage } from '../../gotest/failure-message.ts';
import { createExcerpt } from '../../gotest/excerpt.ts';
import { parseEvent } from '../../gotest/event.ts';
import { splitLines } from '../../gotest/lines.ts';
import type { PackageFold } from '../../gotest/package-fold.ts';
import type { PlannedPackage } from '../../plan/plan.ts';
import type { PackageRun } from '../../report/schema.ts';
import { readAttempts } from '../attempts.ts';
import { readBlackBox } from '../black-box.ts';
import { causeFacts } from '../cause-facts.ts';
import type { CrashSource } from '../crashes.ts';
import { noDiagnosis } from '../diagnosis.ts';
import { endingFacts } from '../ending-facts.ts';
import { goTestFiles } from '../layout.ts';
import { readGoTest, type GoTestEvidence } from '../leg-evidence.ts';
import { logName, needsLog } from '../logs.ts';
import { peakRssBytes, reportAttempt } from '../report-attempt.ts';
import type { RunPlan, RunPlanLeg } from '../run-plan.ts';
import { readChunks } from '../tail.ts';
import { folderInRepository } from './package-folder.ts';

export interface ReplayedRequest {
  out: string;
  plan: RunPlan;
  leg: RunPlanLeg;
  planned: PlannedPackage;
  target: string;
  /** Of the go test. */
  folder: string;
  cancel: { signal: string; at: number } | null;
}

/** One go test of a fuzz target, read as any package's run is: its ending, its cause, and where the crash is to be read. */
export async function replayedRun(request: ReplayedRequest): Promise<CrashSource> {
  const { out, plan, leg, planned, folder, cancel } = request;
  const goTest = await readGoTest(folder);
  const fold = goTest.stream.packages.get(planned.package) ?? null;
  const last = (await readAttempts(join(folder, 'records'))).at(-1) ?? null;
  const declared = planned.declared.filter(({ name }) => name === request.target);
  const tests = completeness(declared, fold);
  const facts = endingFacts({
    ...{ leg, fold, last, goEnd: goTest.goEnd, cached: false },
    missingTests: tests.unfinished.length + tests.neverRan.length,
    cancelledAt: cancel?.at ?? null,
  });
  const ending = decideEnding(facts);
  const snapshot = last === null ? null : await readBlackBox(last, plan.directory);
  const run: PackageRun = {
    ...{ package: planned.package, leg: leg.name, ending, cached: false, cause: null },
    attempts: last === null ? [] : [reportAttempt(last, ending, out, snapshot)],
    elapsedMs: fold?.elapsedMs ?? null,
    peakRssBytes: last === null ? null : peakRssBytes([last]),
    output: ending === 'passed' ? '' : outputOf(goTest, fold),
    tests: {
      passed: fold?.passed ?? 0,
      failed: fold?.failed ?? 0,
      skipped: fold?.skipped ?? 0,
      failures: failures(fold, folderInRepository(plan, planned)),
      ...tests,
    },
  };
  run.cause = diagnose(
    causeFacts({
      ...{ run, planned, fold, goTest, last, ending: facts, race: leg.race },
      blackBox: snapshot?.blackBox ?? null,
      diagnosis: noDiagnosis,
      cancelSignal: cancel?.signal ?? null,
      kernelPids: plan.kernelPids,
    }),
  );
  if (last !== null && needsLog(ending)) await writeLog(folder, join(last.folder, logName));
  const { file, fileIsReliable } = facts.crash;
  return { run, crashText: file, fileIsReliable };
}

function failures(fold: PackageFold | null, folder: string): PackageRun['tests']['failures'] {
  return culprits(fold?.failures ?? []).map((failed) => {
    const message = failureMessage(failed);
    return {
      ...message,
      file: message.file === null ? null : [folder, message.file].filter(Boolean).join('/'),
    };
  });
}

function outputOf({ goStderr }: GoTestEvidence, fold: PackageFold | null): string {
  const excerpt = createExcerpt(16 * 1024, 16 * 1024);
  if (fold === null) excerpt.add(goStderr.slice(-8 * 1024));
  for (const output of fold?.running.values() ?? []) excerpt.add(output.text());
  excerpt.add(fold?.output.text() ?? '');
  return excerpt.text();
}

const maxLogChars = 32 << 20;
const flushChars = 1 << 20;

/** All that the go test printed, as one text. */
async function writeLog(folder: string, path: string): Promise<void> {
  await rm(path, { force: true });
  let pending: string[] = [];
  let chars = 0;
  let written = 0;
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event?.action !== 'output' || written + chars > maxLogChars) return;
    pending.push(event.output);
    chars += event.output.length;
  });
  const flush = async (): Promise<void> => {
    const text = pending.join('');
    pending = [];
    written += chars;
    chars = 0;
    await appendFile(path, text);
  };
  await readChunks(goTestFiles.events(folder), async (chunk) => {
    lines.push(chunk);
    if (chars >= flushChars) await flush();
  });
  lines.end();
  await flush();
}
