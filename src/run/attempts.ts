import { cp, lstat, mkdir, readdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import {
  parseEndRecord,
  parseStartRecord,
  type EndRecord,
  type StartRecord,
} from '../evidence/records.ts';
import { parseTimeline, type Timeline } from '../evidence/timeline.ts';
import { parseUsage, type Usage } from '../evidence/usage.ts';
import { readBounded } from './bounded-file.ts';
import { coreTextName } from './read-cores.ts';
import { maxShimProblemsBytes, parseShimProblems, shimProblemsName } from './shim-problems.ts';

/** Everything that one attempt left in its folder. */
export interface AttemptRecords {
  number: number;
  /** Absolute. */
  folder: string;
  start: StartRecord | null;
  end: EndRecord | null;
  crashText: string;
  timeline: Timeline;
  usage: Usage;
  /** It was run to look closer, not for results. */
  diagnose: boolean;
  hasProfile: boolean;
  /** The file name of its core, packed or not; null for none. */
  core: string | null;
  /** The beginning of core.txt: what a debugger read in the core; null where none did. */
  coreExcerpt: string | null;
  /** What the shim could not do. */
  problems: string[];
}

const maxRecordBytes = 1 << 20;
/** Of crash.txt. */
export const maxCrashBytes = 256 * 1024;
const maxTimelineBytes = 16 << 20;
/** Goes into the Report. */
const maxExcerptBytes = 8 * 1024;

/** The attempts below a package's folder, in order of their number. */
export async function readAttempts(packageFolder: string): Promise<AttemptRecords[]> {
  const entries = await readdir(packageFolder).catch(() => []);
  const numbers = entries
    .map((entry) => /^attempt-(?<number>\d{1,6})$/.exec(entry)?.groups?.['number'])
    .filter((number) => number !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
  return Promise.all(
    numbers.map((number) => readAttempt(join(packageFolder, `attempt-${String(number)}`), number)),
  );
}

async function readAttempt(folder: string, number: number): Promise<AttemptRecords> {
  const read = (name: string, maxBytes: number): Promise<string | null> =>
    readBounded(join(folder, name), maxBytes);
  const [start, end, crash, timeline, usage, excerpt, problems, profile, files] = await Promise.all(
    [
      read('start.json', maxRecordBytes),
      read('end.json', maxRecordBytes),
      read('crash.txt', maxCrashBytes),
      read('timeline.csv', maxTimelineBytes),
      read('usage.csv', maxTimelineBytes),
      read(coreTextName, maxExcerptBytes),
      read(shimProblemsName, maxShimProblemsBytes),
      lstat(join(folder, 'heap.pprof')).catch(() => null),
      readdir(folder).catch((): string[] => []),
    ],
  );
  return {
    number,
    folder,
    start: parseStartRecord(start),
    end: parseEndRecord(end),
    // start.json is missing where nothing could be started.
    diagnose: files.includes('diagnose.json') || (parseStartRecord(start)?.diagnose ?? '') !== '',
    crashText: crash ?? '',
    timeline: parseTimeline(timeline),
    usage: parseUsage(usage),
    core: ['core.zst', 'core.gz', 'core'].find((name) => files.includes(name)) ?? null,
    coreExcerpt: excerpt === '' ? null : excerpt,
    problems: parseShimProblems(problems),
    hasProfile: profile !== null && profile.isFile() && profile.size > 0,
  };
}

export interface CarryOver {
  packageFolder: string;
  store: string;
  /** The record that the replayed output names. */
  record: string;
  package: string;
  leg: string;
}

/** Brings the record of a cached result into the run folder; null when the store no longer has it or it is another package's. */
export async function carryOver(request: CarryOver): Promise<AttemptRecords | null> {
  // The id comes out of test output: only its form makes it a safe file name.
  if (!/^[0-9a-f]{32}$/.test(request.record)) return null;
  const stored = await readAttempt(join(request.store, request.record), 1);
  const { start, end } = stored;
  if (
    start?.record !== request.record ||
    start.package !== request.package ||
    start.leg !== request.leg
  )
    return null;
  if (end?.exitCode !== 0) return null;
  const folder = join(request.packageFolder, 'attempt-1');
  await rm(folder, { recursive: true, force: true });
  await mkdir(request.packageFolder, { recursive: true });
  await cp(stored.folder, folder, { recursive: true, verbatimSymlinks: true });
  // Pruning goes by the last use.
  const now = new Date();
  await utimes(stored.folder, now, now).catch(() => undefined);
  return { ...stored, folder };
}
