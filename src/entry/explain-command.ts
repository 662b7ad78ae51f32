import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Catalog } from '../catalog/catalog.ts';
import { explain } from '../catalog/explain.ts';
import { createCrashTextReader } from '../inspect/crash-text.ts';
import { repositoryAt } from '../machine/source-files.ts';
import type { Page } from '../render/inspection-page.ts';
import { renderExplained } from '../render/explain.ts';
import { InputError } from '../settings/input-error.ts';

export interface ExplainFlags {
  json?: true;
  dir?: string;
}

export interface ExplainPorts {
  cwd: string;
  stdin: Readable;
  catalog: Catalog;
  stop: AbortSignal;
}

/** What `explain` prints for a file or for the standard input. Throws an InputError for what cannot be read. */
export async function explainCommand(
  path: string | undefined,
  flags: ExplainFlags,
  { cwd, stdin, catalog, stop }: ExplainPorts,
  page: Page,
): Promise<string> {
  const reader = createCrashTextReader();
  const input = path === undefined || path === '-' ? stdin : await openLog(path);
  const abort = (): void => void input.destroy();
  stop.addEventListener('abort', abort);
  try {
    for await (const chunk of input) reader.push(chunk as Uint8Array);
  } catch (error) {
    if (stop.aborted) return '';
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw unreadable(path ?? '-', (error as Error).message);
  } finally {
    stop.removeEventListener('abort', abort);
  }
  const text = reader.end();
  const repository = repositoryAt(flags.dir ?? cwd);
  const explained = explain(text.crashes, { repository, catalog });
  if (flags.json === true)
    return `${JSON.stringify({ crashes: explained.map(({ crash }) => crash) }, null, 2)}\n`;
  return renderExplained(explained, { text, repository, catalog }, page);
}

async function openLog(path: string): Promise<Readable> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) throw unreadable(path, 'there is no such file');
  if (stats.isDirectory()) throw unreadable(path, 'it is a folder');
  return createReadStream(path, { highWaterMark: 1 << 20 });
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
