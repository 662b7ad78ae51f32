import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { parseTimeline } from '../../src/evidence/timeline.ts';
import { parseUsage } from '../../src/evidence/usage.ts';
import { createFold } from '../../src/gotest/fold.ts';
import type { AttemptRecords } from '../../src/run/attempts.ts';
import { goTestFiles } from '../../src/run/layout.ts';
import { rerunArguments } from '../../src/run/recover/rerun-arguments.ts';
import type { Rerun, RerunOrder, RerunResult } from '../../src/run/recover/rerun.ts';
import { fixture } from './guarded.ts';
import { tempFolder } from './temp-folder.ts';

export interface DirectRerunOptions {
  /** Of `go test -c`: `-race`. */
  buildFlags?: readonly string[];
  /** Flags of the first attempt, which an order's flags outdo: `-test.count=1`. */
  flags?: readonly string[];
  /** For building and running: `{ GOTOOLCHAIN: 'go1.21.13' }`. */
  env?: Readonly<Record<string, string>>;
}

export interface DirectRerun {
  rerun: Rerun;
  /** Every order that was run, in turn. */
  orders: RerunOrder[];
  /** The test binary, in a folder that is gone at the end of the test file. */
  binary: string;
}

interface ExitRecord {
  pid: number;
  startedAt: string;
  endedAt: string;
  elapsedMs: number;
  exitCode: number | null;
  signal: number;
  maxRssBytes: number;
  startError: string | null;
}

let builtRecorder: string | null = null;

/** A small Go program that writes down how another one ended; built once in a test file. */
function exitRecorder(): string {
  if (builtRecorder !== null) return builtRecorder;
  const path = join(tempFolder(), 'exit-record');
  const source = join(fixture('exit-record'), 'main.go');
  execFileSync('go', ['build', '-o', path, source], { stdio: 'pipe' });
  builtRecorder = path;
  return path;
}

/**
 * Runs a package's test binary as `go test -json` would, without guard, shim and agent: nothing but the test binary between package
 * testing and test2json. The package's folder must lie in a module.
 */
export function directRerun(folder: string, options: DirectRerunOptions = {}): DirectRerun {
  const env = { ...process.env, ...options.env };
  const scratch = tempFolder();
  const binary = join(scratch, 'pkg.test');
  const build = ['test', '-c', '-o', binary, ...(options.buildFlags ?? []), '.'];
  execFileSync('go', build, { cwd: folder, env, stdio: 'pipe' });
  // Before the first run, whose time they must not take: the go command may have to build test2json too.
  const recorder = exitRecorder();
  const test2json = execFileSync('go', ['tool', '-n', 'test2json'], { cwd: folder, env });
  const converter = test2json.toString().trim();
  const usual = ['-test.paniconexit0', '-test.timeout=10m0s', ...(options.flags ?? [])];
  const orders: RerunOrder[] = [];
  const rerun: Rerun = async (order) => {
    orders.push(order);
    const number = orders.length;
    const own = join(scratch, 'reruns', String(number));
    mkdirSync(own, { recursive: true });
    const record = join(own, 'exit.json');
    const args = [...rerunArguments(usual, order.flags), '-test.v=test2json'];
    const words: [string, ...string[]] = [
      converter,
      ...['-t', '-p', order.package],
      ...[recorder, record, binary, ...args],
    ];
    const timedOut = await runInto(own, words, {
      ...{ cwd: folder, maxMs: order.maxMs },
      env: { ...env, ...order.env },
    });
    return result({ folder: own, record, number, order, timedOut, args });
  };
  return { rerun, orders, binary };
}

/** True when it had to be killed. */
function runInto(
  folder: string,
  [program, ...words]: readonly [string, ...string[]],
  { cwd, env, maxMs }: { cwd: string; env: NodeJS.ProcessEnv; maxMs: number | null },
): Promise<boolean> {
  const events = openSync(goTestFiles.events(folder), 'w');
  const stderr = openSync(goTestFiles.goStderr(folder), 'w');
  const stdio: ['ignore', number, number] = ['ignore', events, stderr];
  // A group of its own, so that all of it can be ended at once.
  const child = spawn(program, words, { cwd, env, stdio, detached: true });
  let timedOut = false;
  const kill = (): void => {
    // It may just have ended, and its group with it.
    if (child.exitCode !== null || child.signalCode !== null) return;
    timedOut = true;
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  const alarm = maxMs === null ? undefined : setTimeout(kill, maxMs);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(alarm);
      closeSync(events);
      closeSync(stderr);
      resolve(timedOut);
    });
  });
}

interface Ended {
  folder: string;
  record: string;
  number: number;
  order: RerunOrder;
  timedOut: boolean;
  args: string[];
}

function result({ folder, record, number, order, timedOut, args }: Ended): RerunResult {
  const fold = createFold();
  fold.push(readFileSync(goTestFiles.events(folder)));
  fold.end();
  const ended = readExit(record);
  return {
    fold: fold.state.packages.get(order.package) ?? null,
    attempt: records({ folder, number, args, order, ended }),
    ...{ number, folder, timedOut },
  };
}

/** Null for a process that was killed before it could write. */
function readExit(record: string): ExitRecord | null {
  try {
    return JSON.parse(readFileSync(record, 'utf8')) as ExitRecord;
  } catch {
    return null;
  }
}

function records(of: {
  folder: string;
  number: number;
  args: string[];
  order: RerunOrder;
  ended: ExitRecord | null;
}): AttemptRecords {
  const { folder, number, args, order, ended } = of;
  const same = { schema: 1, run: 'direct', record: '0'.repeat(32) } as const;
  const started = ended !== null && ended.startError === null;
  return {
    ...{ number, folder, crashText: '', diagnose: false, hasProfile: false, problems: [] },
    start: started
      ? {
          ...{ ...same, package: order.package, leg: 'direct', attempt: number, limits: {}, args },
          ...{ pid: ended.pid, startedAt: ended.startedAt },
        }
      : null,
    end:
      ended === null
        ? null
        : {
            ...{ ...same, endedAt: ended.endedAt, elapsedMs: ended.elapsedMs, coreDumped: false },
            ...{ exitCode: ended.exitCode, signal: signalName(ended.signal) },
            ...{ maxRssBytes: ended.maxRssBytes, startError: ended.startError, parentGone: false },
          },
    ...{ timeline: parseTimeline(null), usage: parseUsage(null), core: null, coreExcerpt: null },
  };
}

function signalName(number: number): string | null {
  if (number === 0) return null;
  const known = Object.entries(constants.signals).find(([, value]) => value === number);
  return known?.[0] ?? `SIG${String(number)}`;
}
