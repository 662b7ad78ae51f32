import { lstat, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { parseEndRecord, parseStartRecord, type StartRecord } from '../evidence/records.ts';
import { inspectCore } from '../inspect/core.ts';
import { hasDebugInfo, readElfSections } from '../inspect/elf.ts';
import { fetchCore } from '../machine/coredumpctl.ts';
import type { Environment, RunCommand } from '../machine/command.ts';
import { renderInspection } from '../render/inspection.ts';
import { attemptFolders } from './attempt-folders.ts';
import { readBounded } from './bounded-file.ts';
import { debugBinaryName, linkWithDebugInfo, type DebugTarget } from './debug-binary.ts';
import type { PlannedPackage } from '../plan/plan.ts';
import type { LegPlan } from './plan-legs.ts';
import { binaryName } from './prune-binaries.ts';

export const coreTextName = 'core.txt';

export interface CoreReaderPorts {
  run: RunCommand;
  env: Environment;
  /** Fires when the run is to stop. */
  stop: AbortSignal;
  /** Whether cores have to be asked for: systemd-coredump has them. */
  coredumpctl: boolean;
  /** Whether dlv is there. */
  dlv: boolean;
}

export interface CoreReader {
  /** After a leg, before its cores are packed. Returns what could not be done. */
  afterLeg: (plan: LegPlan) => Promise<string[]>;
}

interface DumpedAttempt {
  folder: string;
  start: StartRecord;
  hasCore: boolean;
}

const maxRead = 3;
const maxReadingMs = 60_000;
const maxTextBytes = 256 * 1024;
const maxRecordBytes = 1 << 20;

/** Fetches the cores of a run and reads the first of them with dlv, where dlv is there. */
export function coreReader(
  request: { out: string; run: string; directory: string },
  ports: CoreReaderPorts,
): CoreReader {
  const { out } = request;
  let read = 0;
  return {
    async afterLeg(plan) {
      const problems: string[] = [];
      if (plan.leg.race || (!ports.coredumpctl && !ports.dlv)) return problems;
      for (const attempt of await dumpedAttempts(out, plan.leg.name, request.run)) {
        if (ports.stop.aborted) break;
        const name = relative(out, attempt.folder);
        if (!attempt.hasCore && ports.coredumpctl) {
          const problem = await fetchOne(attempt, ports);
          attempt.hasCore = problem === null;
          if (problem !== null) problems.push(`the core of ${name} was not had: ${problem}`);
        }
        if (!attempt.hasCore || !ports.dlv || read >= maxRead) continue;
        read++;
        const problem = await readOne(plan, attempt, request, ports);
        if (problem !== null) problems.push(`the core of ${name} was not read: ${problem}`);
      }
      return problems;
    },
  };
}

/** The attempts of a leg, of this run and for results, whose processes left a core somewhere. */
async function dumpedAttempts(out: string, leg: string, run: string): Promise<DumpedAttempt[]> {
  const found: DumpedAttempt[] = [];
  const below = join(out, 'runs', leg, '/');
  for (const folder of await attemptFolders(out)) {
    if (!folder.startsWith(below)) continue;
    const end = parseEndRecord(await readBounded(join(folder, 'end.json'), maxRecordBytes));
    if (end?.coreDumped !== true || end.run !== run) continue;
    const start = parseStartRecord(await readBounded(join(folder, 'start.json'), maxRecordBytes));
    if (start === null || (start.diagnose ?? '') !== '') continue;
    const core = await lstat(join(folder, 'core')).catch(() => null);
    found.push({ folder, start, hasCore: core?.isFile() === true });
  }
  return found;
}

function fetchOne(
  { folder, start }: DumpedAttempt,
  { run, env, stop }: CoreReaderPorts,
): Promise<string | null> {
  return fetchCore(
    start.pid,
    { folder, name: 'core' },
    {
      run,
      env,
      stopped: () => stop.aborted,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
  );
}

/** Leaves core.txt: the crashing goroutine with its variables, and all goroutines. */
async function readOne(
  plan: LegPlan,
  { folder, start }: DumpedAttempt,
  { out, directory }: { out: string; directory: string },
  { run, env, stop }: CoreReaderPorts,
): Promise<string | null> {
  const planned = plan.packages.find((item) => item.package === start.package);
  const linked = await linkAgain(plan, planned, { out, directory, folder }, run);
  const bound = boundedSignal(stop, maxReadingMs);
  const scratch = await mkdtemp(join(tmpdir(), 'crash-guard-dlv-'));
  try {
    const core = join(folder, 'core');
    const inspection = await inspectCore(
      core,
      core,
      { env, scratch, stop: bound.signal },
      { filter: {}, top: 30, moduleDirectory: planned?.moduleDir ?? directory },
    );
    if (linked !== null)
      inspection.gaps.push(`${debugBinaryName}, with debug information, was not linked: ${linked}`);
    inspection.path = basename(core);
    if (inspection.program !== null) inspection.program = basename(inspection.program);
    const text = renderInspection(inspection, { width: 160, paint: plain });
    await writeFile(join(folder, coreTextName), cut(text), { flag: 'wx' });
    return null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    bound.end();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Unless the user's flags had it linked with debug information from the start. */
async function linkAgain(
  plan: LegPlan,
  planned: PlannedPackage | undefined,
  target: DebugTarget,
  run: RunCommand,
): Promise<string | null> {
  const sections = await readElfSections(join(target.folder, binaryName));
  if (sections !== null && hasDebugInfo(sections)) return null;
  if (planned === undefined) return 'the plan does not know its package';
  return linkWithDebugInfo(plan, planned.package, target, run);
}

const same = (text: string): string => text;
const plain = { good: same, bad: same, dim: same, bold: same };

function cut(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.length <= maxTextBytes
    ? text
    : `${bytes
        .subarray(0, maxTextBytes)
        .toString('utf8')
        .replace(/[^\n]*$/, '')}... cut off\n`;
}

function boundedSignal(stop: AbortSignal, ms: number): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  const timer = setTimeout(abort, ms);
  stop.addEventListener('abort', abort, { once: true });
  if (stop.aborted) abort();
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', abort);
    },
  };
}
