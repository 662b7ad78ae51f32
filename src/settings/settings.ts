import type { GoTestFlags } from './go-test-flags.ts';
import type { HeapSettings } from './heap.ts';
import type { MemoryLimit } from './memory-limit.ts';
import type { Publishing } from './publishing.ts';
import type { Resilience } from './resilience.ts';
import type { CoreDumps, FailOn } from './schema.ts';
import type { ShardChoice } from './shard.ts';

/** One way to run the packages. */
export interface Leg {
  name: string;
  race: boolean;
  /** One heap profile per package at memProfileRate. */
  heapProfile: boolean;
  env: Record<string, string>;
  /** The user's flags and the leg's own, read once. */
  goTestFlags: GoTestFlags;
  /** How long the tests are repeated in other orders and schedules; null for a leg that runs them once. */
  stressMs: number | null;
  /** How long each fuzz target is fuzzed; null for a leg that only runs their seeds. */
  fuzzMs: number | null;
}

/** When a test process writes its heap profile and all goroutines; null: never for that reason. */
export interface SnapshotTriggers {
  /** Share of the memory ceiling, percent. */
  atPercent: number | null;
  goroutines: number | null;
  testTimeMs: number | null;
  noProgressMs: number | null;
}

export interface Settings {
  /** Absolute. */
  directory: string;
  packages: string[];
  /** The share of the packages that this run takes; null for all. */
  shard: ShardChoice | null;
  legs: Leg[];
  /** Absolute. */
  out: string;
  failOn: FailOn[];
  memoryLimit: MemoryLimit;
  coreDumps: CoreDumps;
  snapshot: SnapshotTriggers;
  heap: HeapSettings;
  publishing: Publishing;
  resilience: Resilience;
  /** Run a process again that ended itself or died before its first test, to see why. */
  diagnose: boolean;
  /** Where each value came from: `default`, `--legs`, `.crash-guard.yml:3`, `input legs`. */
  sources: Record<string, string>;
}

/** Bytes between heap samples: dense enough that two runs of the same code agree within 2 %. */
export const memProfileRate = 512;
