import type { GitFailure } from './git-failure.ts';

/** The branch of the records, here or in another repository. */
export interface BaselineRef {
  /** For people. */
  name: string;
  /** What is there now, with all its objects in the local repository. */
  look: () => Promise<Tips | GitFailure>;
  /** Sets the branch to a commit of the local repository if it still is at `from`; null: if it still does not exist. */
  move: (from: string | null, to: string) => Promise<{ kind: 'moved' } | GitFailure>;
}

export interface Tips {
  kind: 'tips';
  /** The commit of the branch; null where there is no such branch. */
  tip: string | null;
  /** Commits that are read as well, and not written to. */
  others: string[];
}
