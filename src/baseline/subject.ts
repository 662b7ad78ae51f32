import type { Clone } from './clone.ts';

/** A base before its ancestors are known. */
export interface FoundBase {
  commit: string;
  reason: string;
  exact: boolean;
}

/** What the rules for a base work on. */
export interface Subject {
  clone: Clone;
  /** The commit that is checked out. */
  head: string;
  clean: boolean;
  /** What may be fetched: the clone is shallow, and nobody minds. */
  fetch: boolean;
}
