import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEvent } from '../gotest/event.ts';
import { splitLines } from '../gotest/lines.ts';
import type { Ending } from '../report/ending-schema.ts';
import type { PackageRun, Report } from '../report/schema.ts';
import { goTestFiles, layout } from './layout.ts';
import { readRounds } from './round.ts';
import { readChunks } from './tail.ts';

export const logName = 'output.txt';
const flushChars = 1 << 20;

/** Leaves the whole output of each package that did not pass as output.txt beside its records. The event stream keeps everything. */
export async function writeLogs(
  out: string,
  report: Pick<Report, 'legs' | 'packages'>,
): Promise<void> {
  for (const leg of report.legs) {
    const wanted = report.packages.filter((run) => run.leg === leg.name && needsLog(run.ending));
    const rebuilds = (await readRounds(out, leg.name)).filter(
      ({ round }) => round.purpose === 'rebuild',
    );
    const folderOf = ({ package: name }: PackageRun): string =>
      rebuilds.findLast(({ round }) => round.packages.includes(name))?.folder ??
      layout.leg(out, leg.name);
    for (const folder of new Set(wanted.map(folderOf)))
      await writeLogsOf(
        out,
        folder,
        wanted.filter((run) => folderOf(run) === folder),
      );
  }
}

/** Whether a package's whole output is kept in a file of its own. */
export function needsLog(ending: Ending): boolean {
  return ending !== 'passed' && ending !== 'no-tests' && ending !== 'not-started';
}

/** The logs of packages whose events are those of one go test. */
async function writeLogsOf(
  out: string,
  goTestFolder: string,
  wanted: readonly PackageRun[],
): Promise<void> {
  const logs = new Map<string, { path: string; pending: string[]; chars: number }>();
  for (const run of wanted) {
    const folder = join(
      layout.package(out, run.leg, run.package),
      `attempt-${String(run.attempts.at(-1)?.number ?? 1)}`,
    );
    await mkdir(folder, { recursive: true });
    const path = join(folder, logName);
    await rm(path, { force: true });
    logs.set(run.package, { path, pending: [], chars: 0 });
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
      await appendFile(log.path, text);
    }
  };
  await readChunks(goTestFiles.events(goTestFolder), async (chunk) => {
    lines.push(chunk);
    await flush(flushChars);
  });
  lines.end();
  await flush(0);
}
