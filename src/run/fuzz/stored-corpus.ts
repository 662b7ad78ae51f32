import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head } from '../../baseline/base.ts';
import { readHead } from '../../baseline/head.ts';
import { openStore } from '../../baseline/open-store.ts';
import type { BaselineStore } from '../../baseline/store.ts';
import { isTracked } from '../../baseline/tracked.ts';
import {
  chooseInputs,
  corpusFolder,
  isInput,
  maxInputBytes,
  maxStoredInputs,
  parseInputPath,
  type FoundInput,
} from '../../fuzz/corpus-store.ts';
import { plural } from '../../report/plural.ts';
import type { Settings } from '../../settings/settings.ts';
import type { BaselineOrigin, BaselinePorts } from '../baseline/prepare-baseline.ts';
import { readBoundedBytes } from '../bounded-file.ts';
import type { LegPlan } from '../plan-legs.ts';

/** A fuzz target by its names. */
export interface TargetName {
  package: string;
  target: string;
}

/** The inputs that fuzzing found in earlier runs. Neither method throws; what went wrong is a sentence for a person. */
export interface StoredCorpus {
  /** Puts the inputs of the targets where go test looks for them. */
  restore: (targets: readonly TargetName[]) => Promise<string[]>;
  /** Keeps what was found, where this run may. */
  keep: (targets: readonly TargetName[]) => Promise<string[]>;
}

export interface CorpusRequest {
  settings: Pick<Settings, 'directory' | 'heap'>;
  ports: Pick<BaselinePorts, 'run' | 'env' | 'baseline'>;
  plan: Pick<LegPlan, 'go'>;
}

/** So many are in memory at once. */
const inputsPerRead = 500;

/** Null where no baseline is kept. */
export async function openCorpus({
  settings,
  ports,
  plan,
}: CorpusRequest): Promise<StoredCorpus | null> {
  const { directory, heap } = settings;
  const { run, env, baseline } = ports;
  const store = openStore(heap.baseline, { run, env, directory, ...baseline });
  if (store === null) return null;
  const head = await readHead(run, env, directory);
  const cache = join(plan.go.gocache, 'fuzz');
  return {
    restore: (targets) => restore(store, cache, targets.filter(isPlain)),
    keep: (targets) =>
      keep(store, cache, targets.filter(isPlain), { head, baseline, branches: heap.branches }),
  };
}

async function restore(
  store: BaselineStore,
  cache: string,
  targets: readonly TargetName[],
): Promise<string[]> {
  const listed = await store.list();
  if (listed.kind === 'problem') return [`no stored inputs: ${listed.problem}`];
  const folders = new Map(
    targets.map((one) => [corpusFolder(one.package, one.target), folderOf(cache, one)]),
  );
  const wanted = listed.paths
    .map(parseInputPath)
    .filter((input) => input !== null && folders.has(input.folder))
    .slice(0, maxStoredInputs);
  let damaged = 0;
  for (let start = 0; start < wanted.length; start += inputsPerRead) {
    const some = wanted.slice(start, start + inputsPerRead).filter((input) => input !== null);
    const read = await store.read(some.map(({ path }) => path));
    if (read.kind === 'problem') return [`not all stored inputs: ${read.problem}`];
    for (const { path, folder, name } of some) {
      const bytes = read.files.get(path);
      const to = folders.get(folder);
      if (bytes === undefined || to === undefined) continue;
      if (isInput(name, bytes)) await put(to, name, bytes);
      else damaged++;
    }
  }
  return damaged === 0 ? [] : [`${plural(damaged, 'stored input')} damaged, and left out`];
}

async function put(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  // What is there already is the same: the name is its hash.
  await writeFile(join(folder, name), bytes, { flag: 'wx' }).catch(() => undefined);
}

interface Keeping {
  head: Head;
  baseline: BaselineOrigin;
  branches: string[] | null;
}

async function keep(
  store: BaselineStore,
  cache: string,
  targets: readonly TargetName[],
  { head, baseline, branches }: Keeping,
): Promise<string[]> {
  if (!isTracked(baseline.event, head, branches).record) return [];
  const listed = await store.list();
  if (listed.kind === 'problem') return [`inputs not kept: ${listed.problem}`];
  const found: FoundInput[] = [];
  for (const one of targets) found.push(...(await inputsOf(cache, one)));
  const { files, leftOut } = chooseInputs(found, listed.paths);
  const full =
    leftOut === 0
      ? []
      : [`${plural(leftOut, 'input')} not kept: the store holds as many as it may`];
  if (files.length === 0) return full;
  const added = await store.add(files, `Inputs of fuzz targets at ${head.commit ?? ''}`);
  return added.kind === 'problem' ? [`inputs not kept: ${added.problem}`] : full;
}

async function inputsOf(cache: string, one: TargetName): Promise<FoundInput[]> {
  const from = folderOf(cache, one);
  const folder = corpusFolder(one.package, one.target);
  const found: FoundInput[] = [];
  for (const name of (await readdir(from).catch((): string[] => [])).sort()) {
    if (!/^[0-9a-f]{16}$/.test(name)) continue;
    const bytes = await readBoundedBytes(join(from, name), maxInputBytes + 1);
    if (bytes !== null && isInput(name, bytes)) found.push({ folder, name, bytes });
  }
  return found;
}

/** Where go test keeps what reached new code (cmd/go/internal/test, -test.fuzzcachedir). */
function folderOf(cache: string, { package: name, target }: TargetName): string {
  return join(cache, ...name.split('/'), target);
}

/** Names become paths here. */
function isPlain({ package: name, target }: TargetName): boolean {
  return [...name.split('/'), target].every((part) => !/^\.{0,2}$/.test(part));
}
