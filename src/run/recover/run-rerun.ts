import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { PlannedPackage } from '../../plan/plan.ts';
import { parseDuration } from '../../settings/duration.ts';
import { readAttempts, type AttemptRecords } from '../attempts.ts';
import { runGoTest } from '../go-test-run.ts';
import { goTestFiles, layout } from '../layout.ts';
import { readGoTest } from '../leg-evidence.ts';
import type { LegRequest } from '../run-leg.ts';
import { shimFile } from '../shim-file.ts';
import {
  givesResults,
  writeRerun,
  type Rerun,
  type RerunOrder,
  type RerunResult,
  writeStarted,
} from './rerun.ts';
import { keptBinary, type KeptBinary } from './kept-binary.ts';
import { rerunArguments, timeoutOf } from './rerun-arguments.ts';

/** package testing ends the process itself; this is for one that does not let it. */
const graceMs = 60_000;

/** Why a package's binary cannot be run again, or null. */
export async function whyNotAgain(request: LegRequest, name: string): Promise<string | null> {
  const kept = await keptBinary(request, name);
  return 'problem' in kept ? kept.problem : null;
}

/**
 * Runs kept test binaries of a leg once more, one at a time; a leg has one of these for all that gives results. It throws an Error for a
 * package without a binary.
 */
export function openReruns(request: LegRequest): Rerun {
  let running: Promise<unknown> = Promise.resolve();
  const started = new Set<number>();
  return (order) => {
    const result = running.then(() => runAgain(request, order, started));
    // Two copies of one package never run at the same time, also where a caller does not wait.
    running = result.catch(() => undefined);
    return result;
  };
}

async function runAgain(
  request: LegRequest,
  order: RerunOrder,
  started: Set<number>,
): Promise<RerunResult> {
  const { out, plan, guard } = request;
  const planned = plan.packages.find((item) => item.package === order.package);
  const kept = await keptBinary(request, order.package);
  if (planned === undefined || 'problem' in kept)
    throw new Error('problem' in kept ? kept.problem : `${order.package} is not in the plan`);
  const { number, folder } = await nextFolder(out, plan.leg.name);
  const place = placeOf(request, order, folder);
  const command = commandOf(request, planned, kept, order);
  const shim = shimFile({
    ...{ out, folder, run: request.run, snapshot: request.snapshot, keep: 'none', diagnose: '' },
    plan: { ...plan, packages: [planned] },
    cores: givesResults(order.purpose) ? request.cores : { enabled: false, pattern: '' },
    usableBytes: guard.usableBytes,
    rerun: {
      ...{ number, place, perturb: order.perturb ?? 0 },
      leaks: givesResults(order.purpose) || order.purpose === 'leak-tests',
    },
  });
  await writeFile(goTestFiles.shim(folder), JSON.stringify(shim));
  await writeRerun(folder, {
    ...{ schema: 1, number, package: order.package, purpose: order.purpose, command },
    ...{ tests: order.tests === null ? null : [...order.tests], changes: [...order.changes] },
  });
  if (givesResults(order.purpose)) started.add(number);
  await writeStarted(out, plan.leg.name, started);
  const maxMs = order.maxMs ?? netMs([...order.flags, ...kept.args]);
  const began = Date.now();
  await runGoTest({
    ...{ keeper: plan.probe.keeper, folder, command, maxMs, directory: planned.dir },
    ceilingBytes: guard.ceilingBytes,
    tiers: guard.tiers,
    env: environmentOf(request, planned, order),
    cancellation: request.cancellation,
    onChunk: () => undefined,
    onPoll: () => Promise.resolve(),
  });
  // Test processes can write there too: what one of them added is gone now.
  await writeStarted(out, plan.leg.name, started);
  const timedOut = maxMs !== null && Date.now() - began >= maxMs;
  const { stream } = await readGoTest(folder);
  return {
    fold: stream.packages.get(order.package) ?? null,
    attempt: await attemptOf(place, request.run, number),
    ...{ number, folder, timedOut },
  };
}

function placeOf(request: LegRequest, order: RerunOrder, folder: string): string {
  return givesResults(order.purpose)
    ? layout.package(request.out, request.plan.leg.name, order.package)
    : join(folder, 'records');
}

function commandOf(
  { plan }: LegRequest,
  planned: PlannedPackage,
  kept: KeptBinary,
  order: RerunOrder,
): string[] {
  const wrapper = plan.leg.goTestFlags.exec;
  const wrap = wrapper.length === 0 ? [] : ['-wrap', String(wrapper.length), ...wrapper];
  const args = rerunArguments(kept.args, order.flags);
  const convert = ['go', 'tool', 'test2json', '-t', '-p', planned.package];
  return [...convert, plan.probe.shim, ...wrap, kept.path, ...args];
}

/** As go test sets it for a test binary: its own go command first in PATH, and the package's folder in PWD. */
function environmentOf(
  { plan }: LegRequest,
  planned: PlannedPackage,
  order: RerunOrder,
): Record<string, string | undefined> {
  const bin = join(plan.go.goroot, 'bin');
  const path = plan.env['PATH'] ?? '';
  return {
    ...plan.env,
    PATH: path === '' ? bin : `${bin}${delimiter}${path}`,
    PWD: planned.dir,
    ...order.env,
  };
}

function netMs(args: readonly string[]): number | null {
  const timeout = timeoutOf(args);
  const ms = timeout === null ? null : parseDuration(timeout);
  return ms === null || ms === 0 ? null : ms + graceMs;
}

async function attemptOf(
  place: string,
  run: string,
  number: number,
): Promise<AttemptRecords | null> {
  const attempts = await readAttempts(place);
  return attempts.find((attempt) => isOf(attempt, run, number)) ?? null;
}

/** Whether an attempt is that of a further run; number 0 is go test's own. */
export function isOf({ start, end }: AttemptRecords, run: string, number: number): boolean {
  const record = start ?? end;
  return record?.run === run && (record.rerun ?? 0) === number;
}

async function nextFolder(out: string, leg: string): Promise<{ number: number; folder: string }> {
  const parent = dirname(layout.rerun(out, leg, 1));
  await mkdir(parent, { recursive: true });
  const taken = new Set(await readdir(parent));
  // The lowest that is free: what else lies there says nothing of how many runs there were.
  let number = 1;
  while (taken.has(String(number))) number++;
  const folder = layout.rerun(out, leg, number);
  await mkdir(folder);
  return { number, folder };
}
