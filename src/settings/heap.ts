import type { MetricName } from '../report/comparison-schema.ts';

/** Where the figures of earlier commits are kept. */
export type BaselineChoice =
  | { kind: 'git' }
  /** Absolute. */
  | { kind: 'file'; path: string }
  | { kind: 'none' };

export type MetricPolicy = 'enforce' | 'warn' | 'off';

/** A figure that a package or test may not reach, with or without a base. */
export interface Budget {
  /** `./store/...` or an import path, `*` and `...` as wildcards. */
  package: string;
  /** A test's name, `*` as wildcard; null for the whole package. */
  test: string | null;
  allocatedBytes: number | null;
  inuseBytes: number | null;
  rssBytes: number | null;
  /** What one stack may hold at the end. */
  leakPerStackBytes: number | null;
  /** `.crash-guard.yml:4 heap[budgets][0]` */
  where: string;
}

/** A growth that is wanted. */
export interface Accept {
  package: string;
  test: string | null;
  metric: MetricName;
  /** What the figure may reach: an absolute amount, or a factor over the base (1.3 for `+30%`). */
  cap: { kind: 'amount'; amount: number } | { kind: 'factor'; factor: number };
  /** The last day on which it holds, `2026-12-31`. */
  until: string;
  reason: string;
  /** `.crash-guard.yml: heap.accept.0` */
  where: string;
}

export interface HeapSettings {
  baseline: BaselineChoice;
  /** A commit that the user names as the base; null to find one. */
  base: string | null;
  /** Relative growth from which on allocated and in-use figures count as grown, 0.05 for `5%`. */
  threshold: number;
  /** Branches whose pushes are recorded; null for the repository's default branch, main and master. */
  branches: string[] | null;
  /** What is measured again before a growth counts: the head's packages, those of the base too, or nothing. */
  confirm: 'head' | 'base' | 'off';
  metrics: Record<MetricName, MetricPolicy>;
  budgets: Budget[];
  accept: Accept[];
}

export const defaultPolicies: Record<MetricName, MetricPolicy> = {
  allocBytes: 'enforce',
  allocObjects: 'warn',
  inuseBytes: 'enforce',
  liveHeapPeakBytes: 'warn',
  peakRssBytes: 'warn',
  goroutinesAtEnd: 'off',
  bytesPerOp: 'enforce',
  allocsPerOp: 'enforce',
};
