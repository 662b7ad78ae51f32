import { join } from 'node:path';
import { profileTotals, samplingError } from '../heap/profile-totals.ts';
import type { HeapRecord, PackageRun } from '../report/schema.ts';
import { memProfileRate } from '../settings/settings.ts';
import type { AttemptRecords } from './attempts.ts';
import { readBoundedBytes } from './bounded-file.ts';

const maxProfileBytes = 256 << 20;

/** The heap figures of one package; what was not measured is null, never 0. */
export async function heapRecord(run: PackageRun, records: AttemptRecords): Promise<HeapRecord[]> {
  const bytes = records.hasProfile
    ? await readBoundedBytes(join(records.folder, 'heap.pprof'), maxProfileBytes)
    : null;
  const totals = bytes === null ? null : profileTotals(bytes);
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
