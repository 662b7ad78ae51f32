import { Buffer } from 'node:buffer';
import type { CommandResult } from '../machine/command.ts';
import type { Git } from './git-access.ts';
import { gitFailure, type GitFailure } from './git-failure.ts';
import { maxRecordBytes } from './records.ts';

/** The files of a commit: from path to the id of the blob. */
export interface Tree {
  files: ReadonlyMap<string, string>;
  /** It holds something, and nothing of it is a store's: somebody else's branch. */
  foreign: boolean;
}

/** A text for people, which stays when all records are gone. */
export const readmePath = 'README.md';

const maxFiles = 500_000;
/** What one cat-file may print, and what one call of readBlobs returns. */
const batchBytes = 64 << 20;
const maxReadBytes = 512 << 20;

/** The regular files of a commit that lie below a layout (`v1/...`). */
export async function readTree(
  git: Git,
  commit: string,
): Promise<{ kind: 'tree'; tree: Tree } | GitFailure> {
  const result = await git(['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (result.kind !== 'exited' || result.code !== 0) return unreadable(git, result);
  const files = new Map<string, string>();
  let others = 0;
  for (const entry of result.stdout.split('\0')) {
    // 100644 blob 3f2c1a9…\tv1/heap/3f2c1a9…/store-memory-0a1b2c3d4e5f60718293.json
    const match = /^(?<mode>\d{6}) blob (?<id>[0-9a-f]+)\t(?<path>[^]+)$/.exec(entry);
    if (match?.groups?.path === undefined || match.groups.id === undefined) continue;
    const path = Buffer.from(match.groups.path, 'latin1').toString('utf8');
    if (!/^v\d+\//.test(path)) others += path === readmePath ? 0 : 1;
    else if (match.groups.mode?.startsWith('100') === true) files.set(path, match.groups.id);
    if (files.size > maxFiles) return tooMany(`more than ${String(maxFiles)} records`);
  }
  return { kind: 'tree', tree: { files, foreign: others > 0 && files.size === 0 } };
}

/** The content of those paths that the tree has. One that is too large for a record is empty. */
export async function readBlobs(
  git: Git,
  tree: Tree,
  paths: readonly string[],
): Promise<{ kind: 'files'; files: Map<string, Uint8Array> } | GitFailure> {
  const wanted = [...new Set(paths)].flatMap((path) => {
    const id = tree.files.get(path);
    return id === undefined ? [] : [{ path, id }];
  });
  const files = new Map<string, Uint8Array>();
  if (wanted.length === 0) return { kind: 'files', files };
  const sizes = await git(['cat-file', '--batch-check=%(objecttype) %(objectsize)'], {
    input: names(wanted),
  });
  if (sizes.kind !== 'exited' || sizes.code !== 0) return unreadable(git, sizes);
  const lines = sizes.stdout.split('\n');
  const batches: Blob[][] = [[]];
  let [inBatch, total] = [0, 0];
  for (const [index, blob] of wanted.entries()) {
    const size = sizeOf(lines[index] ?? '');
    if (size === null)
      return unreadable(git, failed(sizes, `missing blob ${blob.id} of ${blob.path}`));
    if (size > maxRecordBytes) {
      files.set(blob.path, new Uint8Array());
      continue;
    }
    total += size;
    inBatch += size;
    if (inBatch > batchBytes) {
      batches.push([]);
      inBatch = size;
    }
    batches.at(-1)?.push(blob);
  }
  if (total > maxReadBytes)
    return tooMany(
      `${String(total >> 20)} MiB in the ${String(wanted.length)} records that are wanted`,
    );
  for (const batch of batches) {
    const failure = await readBatch(git, batch, files);
    if (failure !== null) return failure;
  }
  return { kind: 'files', files };
}

interface Blob {
  path: string;
  id: string;
}

async function readBatch(
  git: Git,
  blobs: readonly Blob[],
  files: Map<string, Uint8Array>,
): Promise<GitFailure | null> {
  if (blobs.length === 0) return null;
  const result = await git(['cat-file', '--batch=%(objecttype) %(objectsize)'], {
    input: names(blobs),
  });
  if (result.kind !== 'exited' || result.code !== 0) return unreadable(git, result);
  const output = Buffer.from(result.stdout, 'latin1');
  let at = 0;
  for (const { path, id } of blobs) {
    const end = output.indexOf('\n', at);
    const size = end === -1 ? null : sizeOf(output.toString('latin1', at, end));
    if (size === null || end + 1 + size >= output.length)
      return unreadable(git, failed(result, `missing blob ${id} of ${path}`));
    files.set(path, Uint8Array.from(output.subarray(end + 1, end + 1 + size)));
    at = end + 1 + size + 1;
  }
  return null;
}

function sizeOf(header: string): number | null {
  // blob 4711
  const size = /^blob (?<size>\d{1,15})$/.exec(header)?.groups?.size;
  return size === undefined ? null : Number(size);
}

function names(blobs: readonly Blob[]): string {
  return blobs.map(({ id }) => `${id}\n`).join('');
}

function failed(result: CommandResult & { kind: 'exited' }, because: string): CommandResult {
  return { ...result, code: 1, stderr: `${result.stderr}\n${because}` };
}

function unreadable(git: Git, result: CommandResult): GitFailure {
  return gitFailure('The baseline records cannot be read', result, git.redact);
}

function tooMany(what: string): GitFailure {
  const problem = `The baseline is too large to be read: ${what}. Remove old records: go-crash-guard baseline prune.`;
  return { kind: 'failure', class: 'lasting', problem };
}
