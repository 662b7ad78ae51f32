import { constants } from 'node:fs';
import {
  access,
  lstat,
  mkdir,
  readdir,
  rm,
  rmdir,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import * as z from 'zod/mini';
import { recordParser } from '../../evidence/record-parser.ts';
import { readBounded, readBoundedBytes } from '../bounded-file.ts';

// go test writes an input that fails into testdata/fuzz/FuzzX of the package's folder, also in the middle of a run that must leave
// the checkout as it was.

/** seeds.json: how a target's folder was before it was fuzzed. It is there until the folder is so again. */
const seedsSchema = z.object({
  schema: z.literal(1),
  /** The package's folder. */
  directory: z.string(),
  target: z.string().check(z.regex(/^Fuzz[\p{L}\p{Nd}_]*$/u)),
  /** Of testdata, testdata/fuzz and testdata/fuzz/FuzzX how many were not there. */
  missingFolders: z.int().check(z.minimum(0), z.maximum(3)),
  files: z.array(z.string()),
});
export type Seeds = z.infer<typeof seedsSchema>;

const parseSeeds = recordParser(seedsSchema);
const fileName = 'seeds.json';
const maxRecordBytes = 64 << 20;
/** More than any input has: the fuzzing processes share 100 MiB with each other. */
const maxInputBytes = 128 << 20;
const header = Buffer.from('go test fuzz v1\n');

function foldersOf({ directory, target }: Pick<Seeds, 'directory' | 'target'>): string[] {
  const testdata = join(directory, 'testdata');
  return [testdata, join(testdata, 'fuzz'), join(testdata, 'fuzz', target)];
}

/** Notes in the folder of a go test how the target's folder is. */
export async function noteSeeds(folder: string, directory: string, target: string): Promise<Seeds> {
  const folders = foldersOf({ directory, target });
  const there = await Promise.all(folders.map((path) => lstat(path).catch(() => null)));
  const seeds: Seeds = {
    schema: 1,
    ...{ directory, target },
    missingFolders: there.filter((stats) => stats === null).length,
    files: await readdir(folders[2] ?? '').catch(() => []),
  };
  await writeFile(join(folder, fileName), JSON.stringify(seeds));
  return seeds;
}

/** Why go test could not write a failing input of the target; null where it can. */
export async function whyUnwritable(seeds: Seeds): Promise<string | null> {
  for (const path of [...foldersOf(seeds).toReversed(), seeds.directory]) {
    if ((await lstat(path).catch(() => null)) === null) continue;
    const name = relative(seeds.directory, path) || "the package's folder";
    const found = await stat(path).catch(() => null);
    if (found === null) return `${name} is a link to nothing`;
    if (!found.isDirectory()) return `${name} is no folder`;
    return access(path, constants.W_OK | constants.X_OK).then(
      () => null,
      (error: unknown) => `${name} cannot be written (${codeOf(error)})`,
    );
  }
  return null;
}

/** The inputs that go test has written since, by name. */
export async function newInputs(seeds: Seeds): Promise<{ name: string; bytes: Buffer }[]> {
  const [, , inputs = ''] = foldersOf(seeds);
  const before = new Set(seeds.files);
  const found = [];
  for (const name of (await readdir(inputs).catch((): string[] => [])).sort()) {
    if (before.has(name) || !/^[0-9a-f]{16,64}$/.test(name)) continue;
    const bytes = await readBoundedBytes(join(inputs, name), maxInputBytes);
    if (bytes?.subarray(0, header.length).equals(header) === true) found.push({ name, bytes });
  }
  return found;
}

/** Puts an input where go test looks for it. */
export async function placeInput(seeds: Seeds, name: string, bytes: Uint8Array): Promise<void> {
  const [, , inputs = ''] = foldersOf(seeds);
  if (seeds.files.includes(name)) return;
  await mkdir(inputs, { recursive: true });
  await writeFile(join(inputs, name), bytes);
}

/**
 * Makes the target's folder what it was. What go test has not written stays.
 * @param sinceMs what is older stays as well: the note may be somebody else's
 */
export async function restoreSeeds(folder: string, seeds: Seeds, sinceMs = 0): Promise<void> {
  const folders = foldersOf(seeds);
  for (const { name } of await newInputs(seeds)) {
    const path = join(folders[2] ?? '', name);
    if ((await lstat(path)).mtimeMs >= sinceMs) await unlink(path);
  }
  for (const path of folders.toReversed().slice(0, seeds.missingFolders)) {
    // Only what is empty: a test may have put something of its own there.
    const left = await rmdir(path).catch((error: unknown) => error);
    if (left instanceof Error && !isMissing(left)) break;
  }
  await rm(join(folder, fileName), { force: true });
}

function isMissing(error: Error): boolean {
  return codeOf(error) === 'ENOENT';
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/** Keeps an input below the folder of a go test. */
export async function keepInput(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

/** What a go test noted whose supervisor died before it restored the folder; null for none. */
export async function leftSeeds(folder: string): Promise<Seeds | null> {
  return parseSeeds(await readBounded(join(folder, fileName), maxRecordBytes));
}
