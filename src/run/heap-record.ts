import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { profileTotals, samplingError, type ProfileTotals } from '../heap/profile-totals.ts';
import type { HeapRecord, PackageRun } from '../report/schema.ts';
import { memProfileRate } from '../settings/settings.ts';
import type { AttemptRecords } from './attempts.ts';
import { readBounded, readBoundedBytes } from './bounded-file.ts';

const maxProfileBytes = 256 << 20;
const amount = z.number().check(z.nonnegative());
const totalsSchema = z.object({
  allocBytes: amount,
  allocObjects: amount,
  inuseBytes: amount,
  inuseObjects: amount,
});

/** The heap figures of one package; what was not measured is null, never 0. */
export async function heapRecord(
  run: PackageRun,
  records: AttemptRecords,
  store: string,
): Promise<HeapRecord[]> {
  const totals = records.hasProfile ? await totalsOf(records, store) : null;
  if (totals === null && records.timeline.samples === 0) return [];
  return [
    {
      package: run.package,
      leg: run.leg,
      outcome: run.ending,
      metrics: {
        allocBytes: totals?.allocBytes ?? null,
        allocObjects: totals?.allocObjects ?? null,
        inuseBytes: totals?.inuseBytes ?? null,
        inuseObjects: totals?.inuseObjects ?? null,
        liveHeapPeakBytes: records.timeline.liveHeapPeakBytes,
        peakRssBytes: run.peakRssBytes,
        goroutinesAtEnd: records.timeline.goroutinesAtEnd,
      },
      tests: [],
      functions: [],
      sampling: {
        rate: memProfileRate,
        relativeError: totals === null ? null : samplingError(totals.allocBytes, memProfileRate),
      },
    },
  ];
}

/** Reads a profile once: its totals stay with the stored record, because a large profile takes a second to decode. */
async function totalsOf(records: AttemptRecords, store: string): Promise<ProfileTotals | null> {
  const memo = records.start === null ? null : join(store, records.start.record, 'totals.json');
  const known = memo === null ? null : parseTotals(await readBounded(memo, 1 << 16));
  if (known !== null) return known;
  const bytes = await readBoundedBytes(join(records.folder, 'heap.pprof'), maxProfileBytes);
  const totals = bytes === null ? null : profileTotals(bytes);
  // Only records of cacheable results are stored; for others there is no folder to write to.
  if (memo !== null && totals !== null)
    await writeFile(memo, JSON.stringify(totals)).catch(() => undefined);
  return totals;
}

function parseTotals(json: string | null): ProfileTotals | null {
  try {
    const parsed = totalsSchema.safeParse(JSON.parse(json ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
