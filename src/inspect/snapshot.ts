import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listGoroutines } from '../crash/goroutines/goroutine-listing.ts';
import { parseStartRecord } from '../evidence/records.ts';
import { parseSnapshotMeta } from '../evidence/snapshot-meta.ts';
import { listHeap, listProfile } from '../heap/profile-listing.ts';
import { readProfile, type PprofProfile } from '../heap/profile.ts';
import { maxUnpackedBytes } from '../heap/unpack-profile.ts';
import type { GoroutineListing, SnapshotInspection } from '../report/inspection.ts';
import { readBounded, readBoundedBytes } from '../run/bounded-file.ts';
import { readGoroutines } from './goroutine-file.ts';
import type { InspectOptions } from './ports.ts';

const metaName = 'meta.txt';

/** Whether a folder is a snapshot that the agent took. */
export async function isSnapshot(folder: string): Promise<boolean> {
  return parseSnapshotMeta(await readBounded(join(folder, metaName), 1 << 16)) !== null;
}

/** Reads a snapshot folder; null when it is none. What is missing or broken in it is a gap. */
export async function inspectSnapshot(
  folder: string,
  options: InspectOptions,
): Promise<SnapshotInspection | null> {
  const meta = parseSnapshotMeta(await readBounded(join(folder, metaName), 1 << 16));
  if (meta === null) return null;
  const gaps: string[] = meta.complete ? [] : ['the process died before the snapshot was complete'];
  const heap = await openProfile(folder, 'heap.pprof', gaps);
  const early = heap === null ? await openProfile(folder, 'heap-early.pprof', gaps) : null;
  const profile = heap ?? early;
  const others = await Promise.all(
    ['mutex', 'block'].map(async (name) => {
      const opened = await openProfile(folder, `${name}.pprof`, gaps);
      return opened === null ? [] : [{ name, profile: listProfile(opened, options) }];
    }),
  );
  const { rssBytes, heapBytes, totalBytes: runtimeBytes, usageBytes, ceilingBytes } = meta;
  return {
    kind: 'snapshot',
    path: folder,
    taken: {
      reason: meta.reason,
      elapsedMs: meta.elapsedMs,
      at: await takenAt(folder, meta.elapsedMs),
      gcMs: meta.gcMs,
      complete: meta.complete,
    },
    memory: {
      rssBytes,
      heapBytes,
      runtimeBytes,
      outsideGoBytes:
        rssBytes === null || runtimeBytes === null ? null : Math.max(0, rssBytes - runtimeBytes),
      usageBytes,
      ceilingBytes,
    },
    heap: profile === null ? null : listHeap(profile, options),
    heapIsEarly: heap === null && early !== null,
    goroutines: await goroutinesIn(folder, meta.goroutines, gaps, options),
    profiles: others.flat(),
    gaps,
  };
}

/** Null, and no gap, where there is no such file. */
async function openProfile(
  folder: string,
  name: string,
  gaps: string[],
): Promise<PprofProfile | null> {
  const bytes = await readBoundedBytes(join(folder, name), maxUnpackedBytes);
  if (bytes === null) return null;
  const reading = readProfile(bytes);
  if (reading.kind === 'profile') return reading.profile;
  gaps.push(`${name} cannot be used: ${reading.because}`);
  return null;
}

async function goroutinesIn(
  folder: string,
  count: number | null,
  gaps: string[],
  options: InspectOptions,
): Promise<GoroutineListing | null> {
  const path = join(folder, 'goroutines.txt');
  try {
    // The folder was open to the tests: nothing but a file of its own is read.
    if (!(await lstat(path)).isFile()) return null;
    const reading = await readGoroutines(createReadStream(path));
    gaps.push(...reading.gaps);
    const { length } = reading.goroutines;
    const isCut = reading.gaps.length > 0 || (count ?? 0) > length;
    return listGoroutines(reading.goroutines, { ...options, isCut });
  } catch {
    return null;
  }
}

/** The attempt's record has the process's start. */
async function takenAt(folder: string, elapsedMs: number | null): Promise<string | null> {
  const record = parseStartRecord(await readBounded(join(dirname(folder), 'start.json'), 1 << 20));
  const startedAt = Date.parse(record?.startedAt ?? '');
  return elapsedMs === null || Number.isNaN(startedAt)
    ? null
    : new Date(startedAt + elapsedMs).toISOString();
}
