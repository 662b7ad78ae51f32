import type { Frame } from '../frame.ts';

/** What blaming may ask about the user's repository; paths with `/`, relative to its root. */
export interface Repository {
  /** Its modules: several in a workspace. The folder is '' for the root itself. */
  modules: readonly { path: string; directory: string }[];
  /** Absolute path of the root as frames may name it, '' when nobody knows. */
  root: string;
  has: (file: string) => boolean;
  /** The lines of a file, null where it cannot be read. */
  lines: (file: string) => readonly string[] | null;
}

/** Where nothing is known: a log from elsewhere. */
export const noRepository: Repository = {
  modules: [],
  root: '',
  has: () => false,
  lines: () => null,
};

/** A frame whose file is relative to the repository. */
export type LocatedFrame = Frame;
