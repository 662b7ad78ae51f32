import { isTracked } from '../../baseline/tracked.ts';
import { recordPath, runPath } from '../../baseline/layout.ts';
import { encodeRecord, encodeRun } from '../../baseline/records.ts';
import type { BaselineStore, StoreFile } from '../../baseline/store.ts';
import { plural } from '../../report/plural.ts';
import type { Report } from '../../report/schema.ts';
import type { BaselineFile } from './baseline-file.ts';
import { packageOfLeg } from './find-bases.ts';
import { writeRecorded } from './growth-file.ts';
import type { BaselineOrigin } from './prepare-baseline.ts';

interface RecordRequest {
  out: string;
  report: Report;
  file: BaselineFile;
  store: BaselineStore;
  origin: BaselineOrigin;
  /** Null for the usual ones. */
  branches: string[] | null;
}

/** Keeps the figures of this commit for later ones, where that is wanted, and writes down what came of it. */
export async function recordFigures(request: RecordRequest): Promise<void> {
  const { out, report, file, store, origin, branches } = request;
  const { commit, committedAt } = file.head;
  const tracked = isTracked(origin.event, file.head, branches);
  const note = (packages: number, because: string | null): Promise<void> =>
    writeRecorded(out, { packages, store: store.name, because });
  if (!tracked.record || commit === null) {
    await note(0, tracked.because);
    return;
  }
  const recordedAt = new Date().toISOString();
  const keys = new Map(file.keys.map((key) => [packageOfLeg(key), key]));
  const files = report.heap.flatMap((record): StoreFile[] => {
    const key = keys.get(packageOfLeg(record));
    // What crashed or failed did not do all that it does.
    if (key === undefined || record.outcome !== 'passed' || record.metrics.allocBytes === null)
      return [];
    const full = { ...key, rate: record.sampling.rate };
    const { environment } = file;
    return [
      {
        path: recordPath(full, commit),
        bytes: encodeRecord({
          ...{ schema: 1, key: full, commit, recordedAt, environment, record },
          committedAt: committedAt ?? report.startedAt,
        }),
      },
    ];
  });
  const { startedAt, crashes } = report;
  const run = {
    path: runPath(commit),
    bytes: encodeRun({ schema: 1, commit, startedAt, crashes }),
  };
  const message = `Record ${plural(files.length, 'package')} of ${commit.slice(0, 12)}`;
  const added = await store.add([...files, run], message);
  if (added.kind === 'problem') await note(0, added.problem);
  else await note(files.length, files.length > 0 ? null : 'no package passed with a profile');
}
