import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEvent } from '../gotest/event.ts';
import { splitLines } from '../gotest/lines.ts';
import type { Ending } from '../report/ending-schema.ts';
import type { Gap, PackageRun } from '../report/schema.ts';
import { goTestFiles, layout } from './layout.ts';
import { readChunks } from './tail.ts';

export const logName = 'output.txt';
const flushChars = 1 << 20;

/** A run of a package, and the folder of the go test whose events it is in. */
export interface LogSource {
  run: PackageRun;
  events: string;
}

/**
 * Leaves the whole output of each run as output.txt beside its records. The event stream keeps everything. What could not be written
 * is a gap.
 */
export async function writeLogs(out: string, sources: readonly LogSource[]): Promise<Gap[]> {
  const gaps: Gap[] = [];
  for (const folder of new Set(sources.map(({ events }) => events))) {
    const wanted = sources.filter(({ events }) => events === folder).map(({ run }) => run);
    gaps.push(...(await writeLogsOf(out, folder, wanted)));
  }
  return gaps;
}

/** Whether a package's whole output is kept in a file of its own. */
export function needsLog(ending: Ending): boolean {
  return ending !== 'passed' && ending !== 'no-tests' && ending !== 'not-started';
}

interface Log {
  run: PackageRun;
  path: string;
  pending: string[];
  chars: number;
}

/** The logs of packages whose events are those of one go test. */
async function writeLogsOf(
  out: string,
  goTestFolder: string,
  wanted: readonly PackageRun[],
): Promise<Gap[]> {
  const logs = new Map<string, Log>();
  const gaps: Gap[] = [];
  const giveUp = ({ run }: Pick<Log, 'run'>, error: unknown): void => {
    const what = `its output could not be kept as a file: ${(error as Error).message}`;
    gaps.push({ what, leg: run.leg, package: run.package });
    logs.delete(run.package);
  };
  for (const run of wanted) {
    const folder = join(
      layout.package(out, run.leg, run.package),
      `attempt-${String(run.attempts.at(-1)?.number ?? 1)}`,
    );
    const path = join(folder, logName);
    try {
      await mkdir(folder, { recursive: true });
      await rm(path, { force: true });
      logs.set(run.package, { run, path, pending: [], chars: 0 });
    } catch (error) {
      giveUp({ run }, error);
    }
  }
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event?.action !== 'output') return;
    const log = logs.get(event.package);
    if (log === undefined) return;
    log.pending.push(event.output);
    log.chars += event.output.length;
  });
  const flush = async (minChars: number): Promise<void> => {
    for (const log of logs.values()) {
      if (log.pending.length === 0 || log.chars < minChars) continue;
      const text = log.pending.join('');
      log.pending = [];
      log.chars = 0;
      await appendFile(log.path, text).catch((error: unknown) => {
        giveUp(log, error);
      });
    }
  };
  await readChunks(goTestFiles.events(goTestFolder), async (chunk) => {
    lines.push(chunk);
    await flush(flushChars);
  });
  lines.end();
  await flush(0);
  return gaps;
}
