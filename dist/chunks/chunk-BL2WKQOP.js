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
  omit,
  optional,
  string
} from "./chunk-NI4KKZEY.js";

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

// src/report/heap-schema.ts
var count2 = int().check(_nonnegative());
var bytes = count2;
var amounts = { allocBytes: bytes, allocObjects: count2, inuseBytes: bytes };
var heapMetricsSchema = object({
  allocBytes: nullable(bytes),
  allocObjects: nullable(count2),
  inuseBytes: nullable(bytes),
  inuseObjects: nullable(count2),
  liveHeapPeakBytes: nullable(bytes),
  peakRssBytes: nullable(bytes),
  goroutinesAtEnd: nullable(count2)
});
var heapFunctionSchema = extend(positionSchema, {
  ...amounts,
  cumulativeAllocBytes: bytes,
  cumulativeAllocObjects: count2,
  cumulativeInuseBytes: bytes,
  chargedAllocBytes: bytes,
  chargedAllocObjects: count2,
  chargedInuseBytes: bytes,
  /** The lines with the largest charge, at most five. */
  lines: array(object({ line: count2, ...amounts })),
  /** The test with the largest part of the charge; null for what no test did. */
  test: nullable(string()),
  /** For code that is not the module's: the innermost caller that is, the one with the largest part. */
  calledFrom: nullable(positionSchema)
});
var heapHolderSchema = object({
  frames: array(positionSchema),
  inuseBytes: bytes,
  inuseObjects: count2
});
var benchmarkSchema = object({
  name: string(),
  bytesPerOp: number().check(_nonnegative()),
  allocsPerOp: number().check(_nonnegative())
});
var heapRecordSchema = object({
  package: string(),
  leg: string(),
  outcome: endingSchema,
  metrics: heapMetricsSchema,
  /** They add up to the package; `shared` is what no test's goroutine allocated, `(others)` those that are left out. */
  tests: array(object({ test: string(), ...amounts })),
  /** The flat amounts add up to the package; `(others)` comes last. */
  functions: array(heapFunctionSchema),
  /** The stacks that hold most at the end, at most ten. */
  holders: array(heapHolderSchema),
  benchmarks: array(benchmarkSchema),
  /** Bytes between two samples, 0 where there is no profile; relative standard error of allocBytes. */
  sampling: object({ rate: count2, relativeError: nullable(number()) })
});

// src/report/measurement-schema.ts
var keySchemaOf = (text) => object({
  module: text,
  package: text,
  leg: text,
  os: text,
  arch: text,
  /** `1.26` */
  go: text,
  race: boolean(),
  /** Build tags, sorted. */
  tags: array(text),
  /** Flags of go test that change what is measured (-run, -short, -cpu, -count=3 ...), in their order. */
  flags: array(text),
  /** Bytes between two samples; 0 without a profile. */
  rate: int().check(_nonnegative())
});
var environmentSchemaOf = (text) => object({
  /** `go1.26.3` */
  go: text,
  /** Of a hosted runner (ImageOS and ImageVersion); null elsewhere. */
  runnerImage: nullable(text),
  kernel: nullable(text),
  cpus: int(),
  gogc: nullable(text),
  gomemlimit: nullable(text)
});
var headSchema = object({
  commit: nullable(string()),
  /** ISO 8601 */
  committedAt: nullable(string()),
  /** The work tree was as the commit has it. */
  clean: boolean()
});
var measurementSchema = object({
  head: headSchema,
  environment: environmentSchemaOf(string()),
  keys: array(omit(keySchemaOf(string()), { rate: true }))
});

// src/report/crash-schema.ts
var count3 = int().check(_nonnegative());
var crashSchema = object({
  id: string(),
  cause: _enum(causeIds),
  message: string(),
  package: string(),
  leg: string(),
  test: nullable(string()),
  blame: nullable(positionSchema),
  related: array(extend(positionSchema, { role: string() })),
  stacks: array(
    object({
      id: string(),
      state: string(),
      role: _enum(["crashing", "access", "previous", "creation", "waiting", "other"]),
      frames: array(object({ function: string(), file: string(), line: count3 })),
      createdBy: nullable(extend(positionSchema, { goroutine: nullable(count3) }))
    })
  ),
  fingerprint: string(),
  known: nullable(string()),
  /** What the recorded runs of the base and its ancestors say; absent where there are none. */
  seen: optional(
    object({
      /** intermittent: also runs between the first time and now were free of it. similar: much alike, another root cause. */
      kind: _enum(["new", "seen", "intermittent", "similar"]),
      /** Runs that were looked at, and those of them that had it. */
      runs: count3,
      seenIn: count3,
      lastCommit: nullable(string()),
      lastAt: nullable(string()),
      /** 0 to 1, for what is similar. */
      similarity: nullable(number())
    })
  ),
  occurrences: array(
    object({
      package: string(),
      leg: string(),
      attempt: count3,
      test: nullable(string())
    })
  )
});

export {
  positionSchema,
  blackBoxSchema,
  causeSchema,
  endingSchema,
  heapMetricsSchema,
  heapRecordSchema,
  keySchemaOf,
  environmentSchemaOf,
  measurementSchema,
  crashSchema
};
