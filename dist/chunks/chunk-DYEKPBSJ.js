import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  causeIds
} from "./chunk-H7PVPJ6F.js";
import {
  _enum,
  _nonnegative,
  array,
  boolean,
  extend,
  int,
  nullable,
  number,
  object,
  optional,
  string
} from "./chunk-TYNGSIJO.js";

// src/report/cause-schema.ts
var count = int().check(_nonnegative());
var milliseconds = number().check(_nonnegative());
var nullable2 = (schema) => nullable(schema);
var positionSchema = object({ file: string(), line: count, function: string() });
var blackBoxSchema = object({
  reason: string(),
  elapsedMs: nullable2(milliseconds),
  rssBytes: nullable2(count),
  heapBytes: nullable2(count),
  /** RSS beyond what the Go runtime had mapped: cgo, mmap, C libraries. */
  outsideGoBytes: nullable2(count),
  goroutines: nullable2(count),
  ceilingBytes: nullable2(count),
  /** The profile is from before the garbage was collected: the process died meanwhile. */
  early: boolean(),
  functions: array(
    extend(positionSchema, {
      bytes: count,
      share: number(),
      /** The test whose own goroutine allocated most of it; null for what no single test did. */
      test: nullable2(string()),
      /** The first caller outside the standard library. */
      caller: nullable2(positionSchema)
    })
  ),
  tests: array(object({ test: string(), bytes: count }))
});
var causeSchema = object({
  id: _enum(causeIds),
  confidence: _enum(["confirmed", "consistent", "unknown"]),
  summary: string(),
  evidence: array(object({ source: string(), detail: string() })),
  excluded: array(object({ id: string(), because: string() })),
  advice: array(string()),
  /** The line that it comes from, relative to the folder of the run; absent where none is known. */
  position: optional(positionSchema)
});

// src/report/ending-schema.ts
var endings = [
  "passed",
  "failed",
  "crashed",
  "killed",
  "exited",
  "timed-out",
  "build-failed",
  "not-started",
  "no-tests",
  "cancelled",
  "lost"
];
var endingSchema = _enum(endings);

export {
  positionSchema,
  blackBoxSchema,
  causeSchema,
  endingSchema
};
