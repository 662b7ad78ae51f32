import type { Frame } from '../crash/frame.ts';
import type { StackFilter } from '../crash/goroutines/stack-filter.ts';
import { sumCallSites } from './call-sites.ts';
import { heapColumns } from './heap-columns.ts';
import type { HeapFigures } from './heap-figures.ts';
import { readProfile, type PprofProfile } from './profile.ts';
import { shared } from './test-of-places.ts';

/** Memory that one function allocated for one caller and that is still held. */
export interface HeapHolder extends Frame {
  /** Who in the program had it allocated, where the function is the standard library's (`strings.(*Builder).grow`). */
  caller: Frame | null;
  /** The test that holds most of it; `shared` for what no test's own goroutine allocated. */
  test: string;
  bytes: number;
  objects: number;
  /** Held by the caller and all that it called. */
  cumulativeBytes: number;
  /** Of all that is in use, 0 to 1. */
  share: number;
}

export interface TestHolding {
  test: string;
  bytes: number;
  objects: number;
  share: number;
}

/** Who holds the heap. Bytes and objects in use, as the profile extrapolates them from its samples; largest first. */
export interface HeapHolders {
  totals: HeapFigures['totals'];
  /** What of `totals` is in use and passes the filter: the sum of `functions`, and of `tests`. */
  matching: { bytes: number; objects: number };
  functions: HeapHolder[];
  tests: TestHolding[];
}

export interface HoldersOptions {
  /** Files below this folder are named relative to it. */
  moduleDirectory?: string | undefined;
  filter?: StackFilter | undefined;
}

/** Reads a Go heap profile (pprof format, gzipped or not); null when it is cut, too large, or no heap profile. */
export function heapHolders(
  profileBytes: Uint8Array,
  options: HoldersOptions = {},
): HeapHolders | null {
  const reading = readProfile(profileBytes);
  return reading.kind === 'profile' ? holdersOf(reading.profile, options) : null;
}

/** The same of a profile that is open already. */
export function holdersOf(profile: PprofProfile, options: HoldersOptions = {}): HeapHolders | null {
  const columns = heapColumns(profile.sampleTypes);
  if (columns === null) return null;
  const { allocObjects, allocBytes, inuseObjects, inuseBytes } = columns;
  const { totals, matching, sites, tests } = sumCallSites(profile, {
    ...options,
    mainColumn: inuseBytes,
  });
  const held = (values: number[]): { bytes: number; objects: number; share: number } => {
    const bytes = values[inuseBytes] ?? 0;
    const total = totals[inuseBytes] ?? 0;
    return { bytes, objects: values[inuseObjects] ?? 0, share: total > 0 ? bytes / total : 0 };
  };
  const isHeld = ({ values }: { values: number[] }): boolean =>
    values[inuseBytes] !== 0 || values[inuseObjects] !== 0;
  return {
    totals: {
      allocBytes: totals[allocBytes] ?? 0,
      allocObjects: totals[allocObjects] ?? 0,
      inuseBytes: totals[inuseBytes] ?? 0,
      inuseObjects: totals[inuseObjects] ?? 0,
    },
    matching: { bytes: matching[inuseBytes] ?? 0, objects: matching[inuseObjects] ?? 0 },
    functions: sites.filter(isHeld).map(({ values, cumulative, test, ...site }) => ({
      ...site,
      test: test ?? shared,
      ...held(values),
      cumulativeBytes: cumulative[inuseBytes] ?? 0,
    })),
    tests: tests
      .filter(isHeld)
      .map(({ test, values }) => ({ test: test ?? shared, ...held(values) })),
  };
}
