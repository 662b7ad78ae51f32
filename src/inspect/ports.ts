import type { Environment } from '../machine/command.ts';
import type { Repository } from '../crash/source/repository.ts';
import type { GoroutineFilter } from '../crash/goroutines/goroutine-view.ts';

/** What the entry hands in. */
export interface InspectPorts {
  env: Environment;
  /** A folder for what has to be unpacked; it exists and is removed by the entry. */
  scratch: string;
  stop: AbortSignal;
}

export interface InspectOptions {
  filter: GoroutineFilter;
  /** Rows in each list. */
  top: number;
  /** Files below this folder are named relative to it. */
  moduleDirectory: string;
  /** Where the sources are, to tell who waits for whom. */
  repository?: Repository;
}
