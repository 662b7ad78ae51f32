import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  endingSchema,
  positionSchema
} from "./chunk-DYEKPBSJ.js";
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
  literal,
  nullable,
  number,
  object,
  omit,
  optional,
  string
} from "./chunk-TYNGSIJO.js";

// src/report/heap-schema.ts
var count = int().check(_nonnegative());
var bytes = count;
var amounts = { allocBytes: bytes, allocObjects: count, inuseBytes: bytes };
var heapMetricsSchema = object({
  allocBytes: nullable(bytes),
  allocObjects: nullable(count),
  inuseBytes: nullable(bytes),
  inuseObjects: nullable(count),
  liveHeapPeakBytes: nullable(bytes),
  peakRssBytes: nullable(bytes),
  goroutinesAtEnd: nullable(count)
});
var heapFunctionSchema = extend(positionSchema, {
  ...amounts,
  cumulativeAllocBytes: bytes,
  cumulativeAllocObjects: count,
  cumulativeInuseBytes: bytes,
  chargedAllocBytes: bytes,
  chargedAllocObjects: count,
  chargedInuseBytes: bytes,
  /** The lines with the largest charge, at most five. */
  lines: array(object({ line: count, ...amounts })),
  /** The test with the largest part of the charge; null for what no test did. */
  test: nullable(string()),
  /** For code that is not the module's: the innermost caller that is, the one with the largest part. */
  calledFrom: nullable(positionSchema)
});
var heapHolderSchema = object({
  frames: array(positionSchema),
  inuseBytes: bytes,
  inuseObjects: count
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
  sampling: object({ rate: count, relativeError: nullable(number()) })
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

// src/report/waits-schema.ts
var count2 = int().check(_nonnegative());
var waitSchema = object({
  /** Id in the dump. */
  goroutine: count2,
  /** Equal goroutines, this one included. */
  goroutines: count2,
  test: nullable(string()),
  /** `sync.Mutex.Lock`, `chan receive`, `sync.WaitGroup.Wait`. */
  state: string(),
  /** For how long, where the dump says so; minutes. */
  minutes: nullable(count2),
  /** Where it waits, in the repository's code where there is such a frame. */
  at: nullable(positionSchema),
  /** Address of what it waits for, where the dump shows it: `0xc0000123a8`. */
  waitsFor: nullable(string()),
  /** What it took before, by its source lines: the text of the locks and where. */
  holds: array(object({ what: string(), at: positionSchema }))
});
var waitsSchema = object({
  /** cycle: each waits for what the next one holds. stuck: nobody is left who could wake them. */
  kind: _enum(["cycle", "stuck"]),
  /** confirmed: the runtime says that nobody can wake them. consistent: the stacks and the source lines fit. */
  confidence: _enum(["confirmed", "consistent"]),
  summary: string(),
  waits: array(waitSchema)
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
  /** Who waits for whom, where the process did not get on. */
  waits: optional(waitsSchema),
  /** More goroutines or source than are looked through: who waits for whom may be told in part, or not at all. */
  waitsCut: optional(literal(true)),
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
  heapMetricsSchema,
  heapRecordSchema,
  keySchemaOf,
  environmentSchemaOf,
  measurementSchema,
  crashSchema
};
