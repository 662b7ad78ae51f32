import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  leakSchema
} from "./chunk-NOHGBNC5.js";
import {
  comparisonSchema
} from "./chunk-5WRMO6QF.js";
import {
  crashSchema,
  heapRecordSchema,
  measurementSchema
} from "./chunk-FEIOFHOH.js";
import {
  attemptPurposeSchema,
  fuzzReportSchema,
  isolationSchema,
  recoverySchema,
  stressReportSchema
} from "./chunk-NUJBTJTJ.js";
import {
  blackBoxSchema,
  causeSchema,
  endingSchema
} from "./chunk-DYEKPBSJ.js";
import {
  _enum,
  _nonnegative,
  _positive,
  array,
  boolean,
  int,
  literal,
  nullable,
  number,
  object,
  optional,
  record,
  string,
  tuple,
  union
} from "./chunk-TYNGSIJO.js";

// src/report/shard-schema.ts
var number2 = int().check(_positive());
var shardSchema = object({
  /** From 1 to count. */
  index: number2,
  count: number2,
  /** The commit whose records say how long packages take; null where packages are shared out by their number. */
  weighedBy: nullable(string()),
  /** All packages of the run, of all shards, sorted: every shard must have had the same. */
  all: array(string()),
  /** Those of this shard. */
  own: array(string()),
  /** The names of all planned legs, also of those that have none of its packages; absent where that is not known. */
  legs: optional(array(string())),
  /** The settings let a run pass in which no test ran; only all shards together can tell. */
  emptyPasses: optional(boolean()),
  /** How its figures were measured, for the job that keeps those of all shards; absent where none are kept. */
  measured: optional(measurementSchema)
});

// src/report/schema.ts
var count = int().check(_nonnegative());
var bytes = count;
var milliseconds = number().check(_nonnegative());
var nullable2 = (schema) => nullable(schema);
var checkSchema = object({
  id: string(),
  what: string(),
  value: string(),
  needed: string(),
  status: _enum(["ok", "warn", "fail"]),
  fix: nullable2(string())
});
var legReportSchema = object({
  name: string(),
  race: boolean(),
  heapProfile: boolean(),
  goVersion: string(),
  command: array(string()),
  exitCode: nullable2(int()),
  signal: nullable2(string()),
  elapsedMs: nullable2(milliseconds),
  /** The ceiling over the leg and by what means; absent when none was asked for. */
  guard: optional(
    object({
      tier: _enum(["cgroup", "sudo", "watcher", "none"]),
      ceilingBytes: nullable2(bytes),
      tried: array(object({ tier: string(), problem: string() }))
    })
  ),
  /** Of a leg that repeats its tests. */
  stress: optional(stressReportSchema),
  /** Further runs of go test for some packages: to build or start again what could not be, or to look closer. */
  rounds: optional(
    array(
      object({
        purpose: _enum(["rebuild", "restart", "exit", "strace", "runtime"]),
        packages: array(string()),
        command: array(string()),
        exitCode: nullable2(int()),
        signal: nullable2(string())
      })
    )
  )
});
var rlimitSchema = object({ soft: nullable2(number()), hard: nullable2(number()) });
var timelinePointSchema = tuple([milliseconds, bytes, bytes, bytes]);
var attemptSchema = object({
  number: count,
  /** Absent for the first. */
  purpose: optional(attemptPurposeSchema),
  /** What differs from the first attempt: `-parallel=1`, `GOMEMLIMIT=850MiB`. */
  changes: optional(array(string())),
  /** What go test -shuffle printed. */
  shuffleSeed: optional(string()),
  ending: endingSchema,
  exitCode: nullable2(int()),
  signal: nullable2(string()),
  coreDumped: boolean(),
  limits: record(string(), rlimitSchema),
  elapsedMs: nullable2(milliseconds),
  peakRssBytes: nullable2(bytes),
  ranTests: optional(array(string())),
  snapshot: optional(string()),
  profile: optional(string()),
  log: optional(string()),
  /** Why an attempt ended that another one replaced. */
  cause: optional(causeSchema),
  blackBox: optional(blackBoxSchema),
  /** Memory over time, at most 60 points, of an attempt that did not pass. */
  timeline: optional(array(timelinePointSchema)),
  core: optional(string()),
  /** What a debugger read in the core: the file, and its first 8 KiB. */
  coreText: optional(string()),
  coreExcerpt: optional(string())
});
var failureSchema = object({
  test: string(),
  file: nullable2(string()),
  line: nullable2(count),
  message: string()
});
var endedCase = [
  string(),
  _enum(["passed", "failed", "skipped"]),
  nullable2(milliseconds)
];
var testCaseSchema = union([tuple([...endedCase]), tuple([...endedCase, count])]);
var leaksSeen = optional(_enum(["all", "some", "none"]));
var packageRunSchema = object({
  package: string(),
  leg: string(),
  ending: endingSchema,
  cached: boolean(),
  cause: nullable2(causeSchema),
  attempts: array(attemptSchema),
  elapsedMs: nullable2(milliseconds),
  peakRssBytes: nullable2(bytes),
  output: string(),
  tests: object({
    passed: count,
    failed: count,
    skipped: count,
    failures: array(failureSchema),
    unfinished: array(string()),
    neverRan: array(string()),
    /** The tests that were seen to end, in the order in which they did; at most 10,000, the counts above are of all. */
    cases: optional(array(testCaseSchema))
  }),
  /** How much is known of what its tests left behind; absent where nobody was to look. */
  leaksSeen: optional(object({ goroutine: leaksSeen, memory: leaksSeen })),
  /** Absent where the first attempt was enough. */
  recovery: optional(recoverySchema),
  isolation: optional(isolationSchema),
  /** Its fuzz targets, in a leg that fuzzes. */
  fuzz: optional(array(fuzzReportSchema))
});
var reasonKinds = [
  "test-failure",
  "crash",
  "build-failure",
  "missing-tests",
  "no-tests",
  "memory-regression",
  "memory-budget",
  "flaky",
  "goroutine-leak",
  "memory-leak",
  "lost",
  "cancelled"
];
var verdictSchema = object({
  status: _enum(["pass", "fail", "incomplete"]),
  reasons: array(
    object({
      kind: _enum(reasonKinds),
      message: string(),
      package: optional(string()),
      leg: optional(string()),
      test: optional(string())
    })
  )
});
var reportSchema = object({
  schema: literal(1),
  tool: object({ name: literal("go-crash-guard"), version: string() }),
  startedAt: string(),
  elapsedMs: milliseconds,
  source: object({
    module: nullable2(string()),
    repository: nullable2(string()),
    sha: nullable2(string()),
    ref: nullable2(string()),
    event: nullable2(string()),
    /** Folder of the run below the root of the repository, '' for the root itself; absent where there is none. */
    directory: optional(string())
  }),
  machine: object({
    os: string(),
    arch: string(),
    cpus: count,
    memoryBytes: bytes,
    go: string(),
    node: string()
  }),
  preflight: array(checkSchema),
  legs: array(legReportSchema),
  packages: array(packageRunSchema),
  crashes: array(crashSchema),
  heap: array(heapRecordSchema),
  comparison: nullable2(comparisonSchema),
  /** What the tests left behind; absent where nobody looked. */
  leaks: optional(array(leakSchema)),
  /** Kinds of leaks that fail the run where they are new or proven; absent where none does. */
  leaksThatFail: optional(array(leakSchema.shape.kind)),
  artifacts: array(object({ name: string(), path: string(), bytes })),
  gaps: array(
    object({
      what: string(),
      leg: optional(string()),
      package: optional(string())
    })
  ),
  /** Present where several jobs share the packages; absent in a report of them all. */
  shard: optional(shardSchema),
  verdict: verdictSchema
});

export {
  reportSchema
};
