import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { shared } from '../heap/test-of-places.ts';
import { heapHolders, type HeapHolders } from '../heap/holders.ts';
import { parseSnapshotMeta, type SnapshotMeta } from '../evidence/snapshot-meta.ts';
import type { BlackBox } from '../report/schema.ts';
import type { AttemptRecords } from './attempts.ts';
import { readBounded, readBoundedBytes } from './bounded-file.ts';

const maxProfileBytes = 64 << 20;
const maxListed = 10;

/** The newest snapshot of an attempt that holds a heap profile, else the newest, and what it says, with files relative to a folder. */
export async function readBlackBox(
  attempt: AttemptRecords,
  directory: string,
): Promise<{ folder: string; blackBox: BlackBox } | null> {
  let newest: { folder: string; blackBox: BlackBox } | null = null;
  for (const folder of await snapshotFolders(attempt.folder)) {
    const meta = parseSnapshotMeta(await readBounded(join(folder, 'meta.txt'), 1 << 16));
    if (meta === null) continue;
    for (const name of ['heap.pprof', 'heap-early.pprof']) {
      const bytes = await readBoundedBytes(join(folder, name), maxProfileBytes);
      const options = { moduleDirectory: directory };
      const holders = bytes === null ? null : heapHolders(bytes, options);
      if (holders === null) continue;
      return { folder, blackBox: blackBox(meta, holders, name === 'heap-early.pprof') };
    }
    newest ??= { folder, blackBox: blackBox(meta, null, false) };
  }
  return newest;
}

async function snapshotFolders(attemptFolder: string): Promise<string[]> {
  const entries = await readdir(attemptFolder).catch(() => []);
  return entries
    .filter((entry) => /^snapshot-\d{1,3}$/.test(entry))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .map((entry) => join(attemptFolder, entry));
}

function blackBox(meta: SnapshotMeta, holders: HeapHolders | null, early: boolean): BlackBox {
  const { rssBytes, totalBytes } = meta;
  return {
    reason: meta.reason,
    elapsedMs: meta.elapsedMs,
    rssBytes,
    heapBytes: meta.heapBytes,
    outsideGoBytes:
      rssBytes === null || totalBytes === null ? null : Math.max(0, rssBytes - totalBytes),
    goroutines: meta.goroutines,
    ceilingBytes: meta.ceilingBytes,
    early,
    functions: (holders?.functions ?? []).slice(0, maxListed).map((holder) => ({
      function: holder.function,
      file: holder.file,
      line: holder.line,
      bytes: holder.bytes,
      share: holder.share,
      test: holder.test === shared ? null : holder.test,
      caller: holder.caller,
    })),
    tests: (holders?.tests ?? [])
      .filter(({ test }) => test !== shared)
      .slice(0, maxListed)
      .map(({ test, bytes }) => ({ test, bytes })),
  };
}
