/** The commit to compare with, before anybody looked which commits have records. */
export type BaseChoice =
  | {
      kind: 'base';
      commit: string;
      /** For people: `first parent of the tested merge commit`. */
      reason: string;
      /** Whether the head differs from this commit by the change under test alone; otherwise a growth never blocks by itself. */
      exact: boolean;
      /** The base and its first-parent ancestors, nearest first, as far as the clone knows them; at most 500. */
      ancestors: string[];
    }
  | { kind: 'none'; because: string };

/** The head of the run, as far as records go. */
export interface Head {
  /** Null outside a repository. */
  commit: string | null;
  /** ISO 8601; null where unknown. */
  committedAt: string | null;
  /** The work tree is as the commit has it, so that figures may be recorded under the commit's name. */
  clean: boolean;
}
