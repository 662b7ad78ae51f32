import { isTracked } from '../../baseline/tracked.ts';
import type { BaselineStore } from '../../baseline/store.ts';
import type { Report } from '../../report/schema.ts';
import type { BaselineFile } from './baseline-file.ts';
import { writeRecorded } from './growth-file.ts';
import { keepFigures } from './keep-figures.ts';
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
  const { head, environment } = file;
  const tracked = isTracked(origin.event, head, branches);
  await writeRecorded(
    out,
    await keepFigures(store, tracked, {
      ...{ report, head },
      measured: file.keys.map((key) => ({ key, environment })),
    }),
  );
}

/** A shard keeps nothing: the job that merges the shards does, once and for all of them. */
export async function leaveToMerge(out: string, store: BaselineStore): Promise<void> {
  const because = 'the job that merges the shards keeps the figures of all of them';
  await writeRecorded(out, { packages: 0, store: store.name, because });
}

/** A run that was stopped tells half of the story. */
export async function leaveStopped(out: string, store: BaselineStore): Promise<void> {
  const because = 'the run was stopped before its end';
  await writeRecorded(out, { packages: 0, store: store.name, because });
}
