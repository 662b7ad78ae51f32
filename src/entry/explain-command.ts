import { constants, createReadStream, open } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { Catalog } from '../catalog/catalog.ts';
import { explain, type Explained } from '../catalog/explain.ts';
import type { PastRun } from '../crash/likeness/history.ts';
import type { Repository } from '../crash/source/repository.ts';
import { moduleOf } from '../crash/source/located-frame.ts';
import { packageOf } from '../crash/frame.ts';
import { createCrashTextReader } from '../inspect/crash-text.ts';
import { findCallers, type CallersPorts } from '../inspect/callers/find-callers.ts';
import { repositoryAt } from '../machine/source-files.ts';
import { renderCallers } from '../render/callers.ts';
import { renderExplained } from '../render/explain.ts';
import type { Page } from '../render/inspection-page.ts';
import type { Callers } from '../report/callers.ts';
import { InputError, type Problem } from '../settings/input-error.ts';
import { readReport } from './read-report.ts';

export interface ExplainFlags {
  json?: true;
  dir?: string;
  /** Of this function, or of those that are to blame. */
  callers?: true | string;
  /** Reports of earlier runs, or their folders. */
  against?: string[];
}

export interface ExplainPorts extends CallersPorts {
  cwd: string;
  stdin: Readable;
  catalog: Catalog;
  stop: AbortSignal;
}

/** Looking for callers takes seconds each: of the first crashes only. */
const maxCallers = 3;

/** What `explain` prints for a file or for the standard input. Throws an InputError for what cannot be read. */
export async function explainCommand(
  path: string | undefined,
  flags: ExplainFlags,
  ports: ExplainPorts,
  page: Page,
): Promise<string> {
  const directory = resolve(ports.cwd, flags.dir ?? '');
  if (flags.dir !== undefined) await mustBeFolder(directory, flags.dir);
  if (typeof flags.callers === 'string' && path === undefined) {
    const found = await callersOf(flags.callers, directory, ports);
    return flags.json === true ? json({ callers: [found] }) : renderCallers(found, page);
  }
  const text = await readLog(path, ports);
  if (text === null) return '';
  const repository = repositoryAt(directory);
  const explained = explain(text.crashes, { repository, catalog: ports.catalog });
  const past = await pastRuns(flags.against ?? [], ports.cwd);
  const callers = await allCallers(explained, flags.callers, { directory, repository }, ports);
  if (flags.json === true) {
    const crashes = explained.map(({ crash }) => crash);
    return json(flags.callers === undefined ? { crashes } : { crashes, callers });
  }
  const about = { text, repository, catalog: ports.catalog, past };
  return [
    renderExplained(explained, about, page),
    ...callers.map((found) => renderCallers(found, page)),
  ].join('\n');
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function pastRuns(paths: readonly string[], cwd: string): Promise<PastRun[]> {
  const problems: Problem[] = [];
  const runs: PastRun[] = [];
  for (const path of paths) {
    const report = await readReport(resolve(cwd, path));
    if (report === null)
      problems.push({
        where: `--against ${path}`,
        what: 'there is no report that can be read',
        fix: 'name a report.json, or the folder of a run',
      });
    else runs.push(report);
  }
  if (problems.length > 0) throw new InputError(problems);
  return runs;
}

async function allCallers(
  explained: readonly Explained[],
  asked: ExplainFlags['callers'],
  { directory, repository }: { directory: string; repository: Repository },
  ports: ExplainPorts,
): Promise<Callers[]> {
  if (asked === undefined) return [];
  if (asked !== true) return [await callersOf(asked, directory, ports)];
  const found: Callers[] = [];
  const names = new Set(
    explained.flatMap(({ crash: { blame } }) => (blame === null ? [] : [blame.function])),
  );
  for (const name of [...names].slice(0, maxCallers)) {
    const module = moduleOf(packageOf(name), repository);
    const folder = module === null ? directory : resolve(repository.root, module.directory);
    found.push(await callersOf(name, folder, ports));
  }
  return found;
}

function callersOf(name: string, directory: string, ports: CallersPorts): Promise<Callers> {
  return findCallers({ directory, patterns: ['./...'], function: name }, ports);
}

/** Null when it was told to stop. */
async function readLog(
  path: string | undefined,
  { cwd, stdin, stop }: ExplainPorts,
): Promise<ReturnType<ReturnType<typeof createCrashTextReader>['end']> | null> {
  const reader = createCrashTextReader();
  const input =
    path === undefined || path === '-' ? stdin : await openLog(resolve(cwd, path), path);
  const abort = (): void => void input.destroy();
  stop.addEventListener('abort', abort);
  if (stop.aborted) abort();
  try {
    for await (const chunk of input) reader.push(chunk as Uint8Array);
  } catch (error) {
    if (stop.aborted) return null;
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw unreadable(path ?? '-', (error as Error).message);
  } finally {
    stop.removeEventListener('abort', abort);
  }
  return reader.end();
}

async function openLog(place: string, path: string): Promise<Readable> {
  const stats = await stat(place).catch(() => null);
  if (stats === null) throw unreadable(path, 'there is no such file');
  if (stats.isDirectory()) throw unreadable(path, 'it is a folder');
  if (stats.isFIFO())
    return openPipe(place).catch((error: unknown) => {
      throw unreadable(path, (error as Error).message);
    });
  return createReadStream(place, { highWaterMark: 1 << 20 });
}

/** A thread that waits in read(2) cannot be stopped, not even by process.exit(): a pipe is waited for by poll(2). */
async function openPipe(place: string): Promise<Readable> {
  // Without O_NONBLOCK open(2) waits for a writer; with it Linux waits for one all the same, in poll(2).
  const waits = process.platform === 'linux' ? constants.O_NONBLOCK : 0;
  const fd = await promisify(open)(place, constants.O_RDONLY | waits);
  return new Socket({ fd, readable: true, writable: false });
}

async function mustBeFolder(place: string, named: string): Promise<void> {
  const stats = await stat(place).catch(() => null);
  if (stats?.isDirectory() === true) return;
  throw new InputError([
    {
      where: `--dir ${named}`,
      what: stats === null ? 'there is no such folder' : 'it is no folder',
      fix: 'name a folder in the repository that the log is about',
    },
  ]);
}

function unreadable(path: string, what: string): InputError {
  return new InputError([
    {
      where: path,
      what,
      fix: 'name a file with the log, or - to read it from the standard input',
    },
  ]);
}
