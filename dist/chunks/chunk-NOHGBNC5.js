import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  positionSchema
} from "./chunk-DYEKPBSJ.js";
import {
  _enum,
  _nonnegative,
  array,
  int,
  nullable,
  object,
  optional,
  string
} from "./chunk-TYNGSIJO.js";

// src/report/leak-schema.ts
var count = int().check(_nonnegative());
var entry = object({ reason: string(), until: string() });
var leakSchema = object({
  kind: _enum(["goroutine", "memory"]),
  /** confirmed: the runtime proves that nothing can wake it. consistent: it outlived all tests and is blocked. */
  confidence: _enum(["confirmed", "consistent"]),
  package: string(),
  legs: array(string()),
  /** Of the place that leaks; equal over line shifts, addresses and Go versions. */
  fingerprint: string(),
  /** Null where nothing tells which test started it. */
  test: nullable(string()),
  /** What the goroutines wait for: `chan receive`; for memory the number of runs that were compared. */
  state: string(),
  /** Equal goroutines; for memory 0. */
  goroutines: count,
  /** Memory that each further run of the test keeps. */
  bytesPerRun: nullable(count),
  /** The line of the repository where it waits or allocates; relative to the root of the repository. */
  site: nullable(positionSchema),
  /** Where the goroutine was started. */
  createdBy: nullable(positionSchema),
  frames: array(object({ function: string(), file: string(), line: count })),
  /** Against the baseline's record of leaks; unknown where there is none. */
  standing: _enum(["new", "known", "unknown"]),
  /** Why it is let be, from the settings. */
  accepted: nullable(entry),
  /** An entry of the settings that let it be, until that day. */
  expired: optional(entry)
});

export {
  leakSchema
};
