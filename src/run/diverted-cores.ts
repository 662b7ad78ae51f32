import { mkdtemp, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { recordParser } from '../evidence/record-parser.ts';
import {
  divertCores,
  patternFor,
  restoreCores,
  type DiversionPorts,
} from '../machine/core-diversion.ts';
import { listNames } from '../report/format.ts';
import { readBounded } from './bounded-file.ts';
import { layout } from './layout.ts';

/** core-pattern.json: how the machine's core_pattern was changed, so that it can be put back by whoever comes next. */
const diversionSchema = z.object({
  schema: z.literal(1),
  original: z.string().check(z.maxLength(200)),
  // Of our own making, and nothing else: whoever puts it back may do so as root.
  own: z.string().check(z.regex(/^\/[^\0\n|]{1,100}\/crash-guard-cores-[A-Za-z0-9]{6}\/core\.%p$/)),
  folder: z.string().check(z.regex(/^\/[^\0\n]{1,4000}\/crash-guard-cores-[A-Za-z0-9]{6}$/)),
});
export type RunDiversion = z.infer<typeof diversionSchema>;

const parseDiversion = recordParser(diversionSchema);

/** Has cores written to a folder of ours until they are restored. What is noted comes before what is done. */
export async function divertForRun(
  out: string,
  original: string,
  ports: DiversionPorts,
): Promise<RunDiversion | { problem: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'crash-guard-cores-'));
  const own = patternFor(folder);
  if (own === null) {
    await rmdir(folder);
    return { problem: `the temporary folder ${folder} has too long a path for core_pattern` };
  }
  const diversion: RunDiversion = { schema: 1, original, own, folder };
  await writeFile(layout.corePattern(out), JSON.stringify(diversion));
  const problem = await divertCores(diversion, ports);
  if (problem === null) return diversion;
  await rm(layout.corePattern(out), { force: true });
  await rmdir(folder);
  return { problem };
}

/** How the run folder says that core_pattern was changed; null when it was not, or was put back. */
export async function readDiversion(out: string): Promise<RunDiversion | null> {
  return parseDiversion(await readBounded(layout.corePattern(out), 1 << 16));
}

/** Puts the machine's core_pattern back. Returns what has to be said about it. */
export async function restoreAfterRun(
  out: string,
  diversion: RunDiversion,
  ports: DiversionPorts,
): Promise<string[]> {
  const restored = await restoreCores(diversion, ports);
  if (restored.kind === 'failed') return [restored.problem];
  await rm(layout.corePattern(out), { force: true });
  const left = await leftBehind(diversion.folder);
  return restored.kind === 'restored'
    ? left
    : [
        `kernel.core_pattern was changed to ${JSON.stringify(restored.pattern)} by somebody else while the tests ran, and is left so: cores from then on may be missing`,
        ...left,
      ];
}

/** The folder goes when it is empty: what lies there is of other programs, or could not be moved. */
async function leftBehind(folder: string): Promise<string[]> {
  try {
    await rmdir(folder);
    return [];
  } catch {
    const names = await readdir(folder).catch((): string[] => []);
    return names.length === 0
      ? []
      : [
          `cores of other processes were written to ${folder}, and stay there: ${listNames(names, 5)}`,
        ];
  }
}
