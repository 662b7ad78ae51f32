/** A file of a store. Paths have `/` and are relative; content is written once and never changed. */
export interface StoreFile {
  path: string;
  bytes: Uint8Array;
}

/** Why a store could not be read or written, in words for a person: what happened, and what to do. */
export interface StoreProblem {
  kind: 'problem';
  problem: string;
}

/**
 * Where baseline records are kept: files by path, nothing more. No method throws because of the store's state or of another
 * writer; what went wrong is a value.
 */
export interface BaselineStore {
  /** For people: `git crash-guard-baseline of origin`, `file /var/baseline`. */
  readonly name: string;
  /** All paths. An empty store, or none yet, is an empty list. */
  list: () => Promise<{ kind: 'paths'; paths: string[] } | StoreProblem>;
  /** The files that are there, by path; those that are not are left out. */
  read: (
    paths: readonly string[],
  ) => Promise<{ kind: 'files'; files: ReadonlyMap<string, Uint8Array> } | StoreProblem>;
  /** Adds files, all or none. A path that exists already keeps its content and counts as kept. */
  add: (
    files: readonly StoreFile[],
    message: string,
  ) => Promise<{ kind: 'added'; written: number; kept: number } | StoreProblem>;
  /** Removes files for good. */
  remove: (
    paths: readonly string[],
  ) => Promise<{ kind: 'removed'; removed: number } | StoreProblem>;
}
