import { readFile, stat } from 'node:fs/promises';
import { reportSchema, type Report } from '../report/schema.ts';
import { layout } from '../run/layout.ts';

const maxBytes = 256 << 20;

/** The Report in a file or in the folder of a run; null for what is none. */
export async function readReport(path: string): Promise<Report | null> {
  try {
    const file = (await stat(path)).isDirectory() ? layout.report(path) : path;
    if ((await stat(file)).size > maxBytes) return null;
    const { success, data } = reportSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return success ? data : null;
  } catch {
    return null;
  }
}
