import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { InputError } from '../settings/input-error.ts';
import { keeperGone } from './keeper-gone.ts';
import { layout, ownEntries } from './layout.ts';

const markerSchema = z.object({
  schema: z.literal(1),
  tool: z.literal('go-crash-guard'),
  run: z.string(),
  pid: z.int(),
  /** Tells two processes with one number apart (field 22 of /proc/PID/stat); null where there is no /proc. */
  processStart: z.nullable(z.string()),
  startedAt: z.string(),
  finished: z.boolean(),
});
export type RunMarker = z.infer<typeof markerSchema>;

const ignoreAll = '*\n';

/** What still writes into a folder puts a file there between its being emptied and its being removed: then once more. */
const removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };

/** Makes the folder ready for a new run: what an older run of ours left is removed, what is not ours is never touched. */
export async function openRunFolder(out: string, startedAt: Date): Promise<RunMarker> {
  try {
    await mkdir(out, { recursive: true });
    await refuseForeign(out);
    await keepersGone(out);
    for (const entry of ownEntries) await rm(join(out, entry), removal);
    await writeFile(join(out, '.gitignore'), ignoreAll);
    if (basename(dirname(out)) === '.crash-guard')
      await writeFile(join(dirname(out), '.gitignore'), ignoreAll);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([
      {
        where: '--out',
        what: `cannot write to ${out}: ${(error as Error).message}`,
        fix: 'choose a folder that this user may write to',
      },
    ]);
  }
  const marker: RunMarker = {
    schema: 1,
    tool: 'go-crash-guard',
    run: randomBytes(8).toString('hex'),
    pid: process.pid,
    processStart: await processStart(process.pid),
    startedAt: startedAt.toISOString(),
    finished: false,
  };
  await writeAtomically(layout.marker(out), `${JSON.stringify(marker)}\n`);
  return marker;
}

/** The marker of a run folder, or null when the folder holds no run of ours. */
export async function readMarker(out: string): Promise<RunMarker | null> {
  try {
    const parsed = markerSchema.safeParse(JSON.parse(await readFile(layout.marker(out), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export async function finishRunFolder(out: string, marker: RunMarker): Promise<void> {
  await writeAtomically(layout.marker(out), `${JSON.stringify({ ...marker, finished: true })}\n`);
}

/** Whether the run of a folder still goes on, in another process. */
export async function isActive(out: string): Promise<boolean> {
  const marker = await readMarker(out);
  return marker !== null && !marker.finished && (await isRunning(marker));
}

/** The keepers of a run that was killed outlive it for a moment, and write. */
async function keepersGone(out: string): Promise<void> {
  const legs = await readdir(dirname(layout.leg(out, '_'))).catch(() => []);
  await Promise.all(legs.map((leg) => keeperGone(layout.leg(out, leg))));
}

async function refuseForeign(out: string): Promise<void> {
  const entries = await readdir(out);
  if (entries.length === 0) return;
  const marker = await readMarker(out);
  if (marker === null) {
    // A folder in which a run of ours was cut off before its marker holds nothing but our .gitignore.
    if (entries.every((entry) => entry === '.gitignore') && (await ignoresAll(out))) return;
    throw new InputError([
      {
        where: '--out',
        what: `${out} holds files that are not from go-crash-guard (${entries.slice(0, 3).join(', ')})`,
        fix: 'name an empty folder or one that does not exist yet',
      },
    ]);
  }
  if (!marker.finished && (await isRunning(marker))) {
    throw new InputError([
      {
        where: '--out',
        what: `another run (process ${String(marker.pid)}) is writing to ${out}`,
        fix: 'wait for it to end, or give this run a folder of its own',
      },
    ]);
  }
}

async function ignoresAll(out: string): Promise<boolean> {
  return (await readFile(join(out, '.gitignore'), 'utf8')) === ignoreAll;
}

async function isRunning(marker: RunMarker): Promise<boolean> {
  if (marker.pid === process.pid) return false;
  try {
    process.kill(marker.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return marker.processStart === null || marker.processStart === (await processStart(marker.pid));
}

async function processStart(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
    // The command name, in parentheses, may hold blanks: count from its end. proc_pid_stat(5)
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Readers see the old content or the new one, never half of it. */
export async function writeAtomically(path: string, content: string): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, path);
}
