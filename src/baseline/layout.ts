import { createHash } from 'node:crypto';
import type { Key } from './record.ts';

// v1/heap/COMMIT/PREFIX-HASH.json   the figures of one package, HASH of all that is in its key
// v1/runs/COMMIT.json               the crashes of the run at that commit
//
// git looks for similar files by the end of their paths: with the key there, the records of a package are stored as
// differences from each other (10,000 records of 40 KiB take 23 MiB; 43 MiB with the commit there), and a run adds one folder
// instead of a file to each of many.

export type StorePath =
  | { kind: 'heap'; commit: string; keyId: string }
  | { kind: 'run'; commit: string }
  /** Written by a later version of the tool, in a layout that this one does not know. */
  | { kind: 'newer'; version: number };

/** Where the record of a key and a commit is kept. */
export function recordPath(key: Key, commit: string): string {
  return `v1/heap/${commit}/${keyId(key)}.json`;
}

/** Where the crashes of the run at a commit are kept. */
export function runPath(commit: string): string {
  return `v1/runs/${commit}.json`;
}

/** What a path of a store means; null for a path that is none of ours. */
export function parsePath(path: string): StorePath | null {
  // v1/heap/3f2c1a9…/store-memory-0a1b2c3d4e5f60718293.json
  const heap =
    /^v1\/heap\/(?<commit>[0-9a-f]{40}|[0-9a-f]{64})\/(?<keyId>[a-z0-9-]{1,48}-[0-9a-f]{20})\.json$/.exec(
      path,
    );
  if (heap?.groups?.commit !== undefined && heap.groups.keyId !== undefined)
    return { kind: 'heap', commit: heap.groups.commit, keyId: heap.groups.keyId };
  // v1/runs/3f2c1a9….json
  const run = /^v1\/runs\/(?<commit>[0-9a-f]{40}|[0-9a-f]{64})\.json$/.exec(path);
  if (run?.groups?.commit !== undefined) return { kind: 'run', commit: run.groups.commit };
  // v2/heap.pack
  const version = Number(/^v(?<version>[1-9]\d{0,5})\//.exec(path)?.groups?.version ?? 1);
  return version > 1 ? { kind: 'newer', version } : null;
}

const known = new Map<string, string>();
const maxKnown = 20_000;

/** A name for a key that is the same on every machine: `store-memory-0a1b2c3d4e5f60718293`. */
export function keyId(key: Key): string {
  const whole = JSON.stringify([
    ...[key.module, key.package, key.leg, key.os, key.arch, key.go, key.race],
    [...key.tags].sort(),
    ...[key.flags, key.rate],
  ]);
  const found = known.get(whole);
  if (found !== undefined) return found;
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 20);
  const id = `${readable(`${lastElements(key.package)}-${key.leg}`)}-${hash}`;
  if (known.size >= maxKnown) known.clear();
  known.set(whole, id);
  return id;
}

function lastElements(importPath: string): string {
  return importPath.split('/').slice(-2).join('-');
}

function readable(text: string): string {
  const words = text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return words.replace(/^-/, '').slice(0, 40).replace(/-$/, '') || 'package';
}
