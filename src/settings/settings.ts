import type { GoTestFlags } from './go-test-flags.ts';
import type { FailOn } from './schema.ts';

/** One way to run the packages. */
export interface Leg {
  name: string;
  race: boolean;
  /** One heap profile per package at memProfileRate. */
  heapProfile: boolean;
  env: Record<string, string>;
  /** The user's flags and the leg's own, read once. */
  goTestFlags: GoTestFlags;
}

export interface Settings {
  /** Absolute. */
  directory: string;
  packages: string[];
  legs: Leg[];
  /** Absolute. */
  out: string;
  failOn: FailOn[];
  /** Where each value came from: `default`, `--legs`, `.crash-guard.yml:3`, `input legs`. */
  sources: Record<string, string>;
}

/** Bytes between heap samples: dense enough that two runs of the same code agree within 2 %. */
export const memProfileRate = 512;
