import type { CompareInput, HistoryPoint, PackageBase } from '../../src/heap/compare/compare.ts';
import type {
  HeapFunction,
  HeapMetrics,
  HeapRecord,
  HeapTest,
} from '../../src/report/heap-schema.ts';
import { defaultPolicies } from '../../src/settings/heap.ts';

export const KiB = 1024;
export const MiB = 1024 * KiB;

/** The commit of the base in all examples. */
export const baseCommit = '3f2c1a9000000000000000000000000000000000';

/** A package that allocated 10 MiB and kept 2 MiB, but for what is given. */
export function heapRecord(
  of: Partial<Omit<HeapRecord, 'metrics'>> & { metrics?: Partial<HeapMetrics> } = {},
): HeapRecord {
  return {
    package: 'm/p',
    leg: 'memory',
    outcome: 'passed',
    tests: [],
    functions: [],
    holders: [],
    benchmarks: [],
    sampling: { rate: 512, relativeError: 0.002 },
    ...of,
    metrics: {
      allocBytes: 10 * MiB,
      allocObjects: 100_000,
      inuseBytes: 2 * MiB,
      inuseObjects: 1000,
      liveHeapPeakBytes: 8 * MiB,
      peakRssBytes: 40 * MiB,
      goroutinesAtEnd: 2,
      ...of.metrics,
    },
  };
}

export function heapTest(test: string, allocBytes: number, inuseBytes = 0): HeapTest {
  return { test, allocBytes, allocObjects: Math.round(allocBytes / 100), inuseBytes };
}

/** A function of the package's own that allocates all of its amount itself. */
export function heapFunction(
  name: string,
  allocBytes: number,
  of: Partial<HeapFunction> = {},
): HeapFunction {
  const amounts = { allocBytes, allocObjects: Math.round(allocBytes / 100), inuseBytes: 0 };
  return {
    ...{ function: name, file: 'p/p.go', line: 7 },
    ...amounts,
    cumulativeAllocBytes: amounts.allocBytes,
    cumulativeAllocObjects: amounts.allocObjects,
    cumulativeInuseBytes: amounts.inuseBytes,
    chargedAllocBytes: amounts.allocBytes,
    chargedAllocObjects: amounts.allocObjects,
    chargedInuseBytes: amounts.inuseBytes,
    lines: [{ line: 9, ...amounts }],
    test: null,
    calledFrom: null,
    ...of,
  };
}

export function historyPoint(number: number, { metrics, tests }: HeapRecord): HistoryPoint {
  const committedAt = new Date(Date.UTC(2026, 10, 20 - number)).toISOString();
  return { commit: String(number).padStart(40, '0'), committedAt, metrics, tests };
}

/** The base of a package; its history is the record itself, and `older` ones behind it, nearest first. */
export function packageBase(
  record: HeapRecord,
  { older = [], ...of }: Partial<PackageBase> & { older?: HeapRecord[] } = {},
): PackageBase {
  return {
    package: record.package,
    leg: record.leg,
    record,
    commit: baseCommit,
    distance: 0,
    differences: [],
    renamedFrom: null,
    history: [record, ...older].map((point, number) => historyPoint(number, point)),
    old: null,
    ...of,
  };
}

/** An exact base, default settings. */
export function compareInput(
  of: Omit<Partial<CompareInput>, 'settings'> & {
    settings?: Partial<CompareInput['settings']>;
  } = {},
): CompareInput {
  return {
    base: { commit: baseCommit, reason: 'first parent of the tested merge commit', exact: true },
    noBase: '',
    heads: [],
    bases: [],
    removed: [],
    modulePath: 'm',
    again: { head: [], base: [] },
    accepted: null,
    today: '2026-11-21',
    problems: [],
    ...of,
    settings: {
      threshold: 0.05,
      metrics: defaultPolicies,
      budgets: [],
      accept: [],
      confirm: 'head',
      ...of.settings,
    },
  };
}
