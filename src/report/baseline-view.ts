import type { MetricName } from './comparison-schema.ts';
import type { HeapRecord } from './heap-schema.ts';

// What `go-crash-guard baseline` shows of a store, and prints with --json.

/** How a package was measured; figures are comparable where all of it is the same. */
export interface StoredKey {
  module: string;
  package: string;
  leg: string;
  os: string;
  arch: string;
  go: string;
  race: boolean;
  tags: string[];
  flags: string[];
  rate: number;
}

/** A record as the store has it. */
export interface StoredRecord {
  key: StoredKey;
  commit: string;
  /** ISO 8601 */
  committedAt: string;
  recordedAt: string;
  environment: {
    go: string;
    runnerImage: string | null;
    kernel: string | null;
    cpus: number;
    gogc: string | null;
    gomemlimit: string | null;
  };
  record: HeapRecord;
}

/** The records of one key. */
export interface StoredPackage {
  key: StoredKey;
  /** How many there are. */
  records: number;
  /** The one that a run here and now would be compared with, or any where none is of this line of commits. */
  nearest: Pick<StoredRecord, 'commit' | 'committedAt' | 'environment'> & {
    /** First-parent commits between HEAD and it; null where it is not among them. */
    distance: number | null;
    metrics: HeapRecord['metrics'];
  };
}

/** What a store holds, counted by kind. */
export interface StoreAccount {
  /** Heap figures of a package at a commit. */
  records: number;
  /** Crashes of the run at a commit. */
  runRecords: number;
  fuzzInputs: { count: number; bytes: number };
}

export interface StoreContents extends StoreAccount {
  store: string;
  /** Of HEAD; null outside a repository. */
  head: string | null;
  /** Commits that have heap records. */
  commits: number;
  packages: StoredPackage[];
  problems: string[];
}

/** One figure over time, oldest first. */
export interface Trend {
  metric: MetricName;
  points: { commit: string; committedAt: string; amount: number }[];
  /** Where the level shifted, more than the noise explains. */
  shifts: {
    commit: string;
    committedAt: string;
    /** Position in `points`: the first of the new level. */
    index: number;
    before: number;
    after: number;
    probability: number;
  }[];
}

export interface PackageTrend {
  key: StoredKey;
  trends: Trend[];
}
