import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
import { readBounded } from './bounded-file.ts';
import { layout } from './layout.ts';

/** core-pattern.json: how the machine's core_pattern was changed, so that it can be put back by whoever comes next. */
const diversionSchema = z.object({
  schema: z.literal(1),
  original: z.string().check(z.maxLength(200)),
  // Of our own making, and nothing else: whoever puts it back may do so as root.
  own: z.string().check(z.regex(/^\/[^\0\n|]{1,100}\/crash-guard-cores-[A-Za-z0-9]{6}\/core\.%p$/)),
  folder: z.string().check(z.maxLength(4096)),
});

const parseDiversion = recordParser(diversionSchema);

/** Has cores written to a folder of ours until they are restored. What is noted comes before what is done. */
export async function divertForRun(
  out: string,
  original: string,
  ports: DiversionPorts,
): Promise<{ pattern: string } | { problem: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'crash-guard-cores-'));
  const own = patternFor(folder);
  if (own === null) {
    await rm(folder, { recursive: true, force: true });
    return { problem: `the temporary folder ${folder} has too long a path for core_pattern` };
  }
  const diversion = { schema: 1 as const, original, own, folder };
  await writeFile(layout.corePattern(out), JSON.stringify(diversion));
  const problem = await divertCores(diversion, ports);
  if (problem === null) return { pattern: own };
  await rm(folder, { recursive: true, force: true });
  await rm(layout.corePattern(out), { force: true });
  return { problem };
}

/** Puts the machine's core_pattern back, if this run folder says that it was changed; null, or why that failed. */
export async function restoreAfterRun(out: string, ports: DiversionPorts): Promise<string | null> {
  const diversion = parseDiversion(await readBounded(layout.corePattern(out), 1 << 16));
  if (diversion === null) return null;
  const problem = await restoreCores(diversion, ports);
  if (problem !== null) return problem;
  // A folder that mkdtemp made for us; a record that names another is not ours.
  if (/\/crash-guard-cores-[A-Za-z0-9]{6}$/.test(diversion.folder))
    await rm(diversion.folder, { recursive: true, force: true });
  await rm(layout.corePattern(out), { force: true });
  return null;
}
