import type { HeapMetrics, HeapRecord, HeapTest } from '../../report/heap-schema.ts';
import type { HeapSettings } from '../../settings/heap.ts';

/** What a package had at one commit of the past. */
export interface HistoryPoint {
  commit: string;
  /** ISO 8601 */
  committedAt: string;
  metrics: HeapMetrics;
  tests: HeapTest[];
}

/** The base's record of one package on one leg, and what was there before. */
export interface PackageBase {
  package: string;
  leg: string;
  record: HeapRecord;
  /** The commit that the record is of. */
  commit: string;
  /** First-parent commits between it and the base. */
  distance: number;
  /** How its environment differs from the one of now, in words. */
  differences: string[];
  renamedFrom: string | null;
  /** Records of the same key along the base's first-parent line, nearest first; the base itself is the first. */
  history: HistoryPoint[];
  /** For creep. */
  old: { commit: string; committedAt: string; reason: string; metrics: HeapMetrics } | null;
}

export interface CompareInput {
  settings: Pick<HeapSettings, 'threshold' | 'metrics' | 'budgets' | 'accept' | 'confirm'>;
  base: { commit: string; reason: string; exact: boolean } | null;
  /** Why there is no base; '' where there is one. */
  noBase: string;
  heads: HeapRecord[];
  bases: PackageBase[];
  /** Packages of the base that are gone. */
  removed: { package: string; leg: string }[];
  /** The run was told to take some packages only: that the settings speak of others is no mistake. */
  partial?: boolean;
  /** Packages that other jobs of the same run measure. */
  elsewhere?: readonly string[];
  /** For patterns that begin with `./`; null where there is no module. */
  modulePath: string | null;
  /** Packages that were measured again, in the order of measuring; those of the base at the base's commit, on this machine, under their new names. */
  again: { head: HeapRecord[]; base: HeapRecord[] };
  /** Who set the label that accepts every growth, and when. */
  accepted: { actor: string; at: string } | null;
  /** `2026-11-21` */
  today: string;
  /** What could not be read, to be passed on. */
  problems: string[];
}
