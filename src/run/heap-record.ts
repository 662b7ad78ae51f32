import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { heapFigures, type HeapFigures } from '../heap/heap-figures.ts';
import type { HeapPlaces } from '../heap/heap-places.ts';
import { readProfile } from '../heap/profile.ts';
import { maxUnpackedBytes } from '../heap/unpack-profile.ts';
import type { Benchmark, HeapRecord } from '../report/heap-schema.ts';
import type { Ending } from '../report/ending-schema.ts';
import type { PlannedPackage } from '../plan/plan.ts';
import type { PackageRun } from '../report/schema.ts';
import type { AttemptRecords } from './attempts.ts';
import { readBounded, readBoundedBytes } from './bounded-file.ts';
import { maxMemoBytes, parseFigures } from './heap-memo.ts';
import type { RunPlan } from './run-plan.ts';

export interface HeapRequest {
  run: PackageRun;
  records: AttemptRecords;
  /** Where the records of cacheable results are kept. */
  store: string;
  places: HeapPlaces;
  benchmarks: Benchmark[];
}

/** Endings after which the figures are those of all that the package does. */
const measured: ReadonlySet<Ending> = new Set<Ending>(['passed', 'failed']);

const noFigures: Pick<HeapRecord, 'metrics' | 'tests' | 'functions' | 'holders' | 'benchmarks'> = {
  metrics: {
    allocBytes: null,
    allocObjects: null,
    inuseBytes: null,
    inuseObjects: null,
    liveHeapPeakBytes: null,
    peakRssBytes: null,
    goroutinesAtEnd: null,
  },
  tests: [],
  functions: [],
  holders: [],
  benchmarks: [],
};

/**
 * The heap figures of one package; what was not measured is null, never 0. One that crashed or ran out of time has none at all: what
 * it allocated until then says nothing about its code.
 */
export async function heapRecord(request: HeapRequest): Promise<HeapRecord[]> {
  const { run, records } = request;
  if (run.ending === 'no-tests') return [];
  const identity = { package: run.package, leg: run.leg, outcome: run.ending };
  const unsampled = { rate: 0, relativeError: null };
  if (!measured.has(run.ending)) return [{ ...identity, ...noFigures, sampling: unsampled }];
  const figures = records.hasProfile ? await figuresOf(request) : null;
  if (figures === null && records.timeline.samples === 0) return [];
  const { totals, ...lists } = figures ?? { totals: null, sampling: unsampled };
  return [
    {
      ...identity,
      ...noFigures,
      metrics: {
        ...noFigures.metrics,
        ...totals,
        liveHeapPeakBytes: records.timeline.liveHeapPeakBytes,
        peakRssBytes: run.peakRssBytes,
        goroutinesAtEnd: records.timeline.goroutinesAtEnd,
      },
      ...lists,
      benchmarks: request.benchmarks,
    },
  ];
}

/** Reads a profile once: its figures stay with the stored record, because a large profile takes a second to read. */
async function figuresOf({ records, store, places }: HeapRequest): Promise<HeapFigures | null> {
  const memo = records.start === null ? null : join(store, records.start.record, 'figures-1.json');
  const known = memo === null ? null : parseFigures(await readBounded(memo, maxMemoBytes), places);
  if (known !== null) return known;
  const bytes = await readBoundedBytes(join(records.folder, 'heap.pprof'), maxUnpackedBytes);
  const reading = bytes === null ? null : readProfile(bytes);
  const figures = reading?.kind === 'profile' ? heapFigures(reading.profile, places) : null;
  // Only records of cacheable results are stored; for others there is no folder to write to.
  if (memo !== null && figures !== null)
    await writeFile(memo, JSON.stringify({ places, figures })).catch(() => undefined);
  return figures;
}

/** Where a planned package lies; the repository's root is what is left of the run's folder without its place in it. */
export function heapPlaces(
  { directory, source }: Pick<RunPlan, 'directory' | 'source'>,
  planned: PlannedPackage,
): HeapPlaces {
  const below = source.directory === '' ? '' : `/${source.directory}`;
  return {
    package: planned.package,
    modulePath: planned.modulePath,
    moduleDirectory: planned.moduleDir ?? '',
    repositoryDirectory: directory.endsWith(below)
      ? directory.slice(0, directory.length - below.length)
      : directory,
  };
}
