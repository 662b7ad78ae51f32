import * as z from 'zod/mini';
import { blackBoxSchema, causeSchema } from './cause-schema.ts';
import { comparisonSchema } from './comparison-schema.ts';
import { crashSchema } from './crash-schema.ts';
import { endingSchema } from './ending-schema.ts';
import { heapRecordSchema } from './heap-schema.ts';
import { isolationSchema } from './isolation-schema.ts';
import { leakSchema } from './leak-schema.ts';
import { attemptPurposeSchema, recoverySchema } from './recovery-schema.ts';
import { fuzzReportSchema, stressReportSchema } from './search-schema.ts';
import { shardSchema } from './shard-schema.ts';

// The Report is the hub: everything after a run (rendering, merging, publishing) reads this and nothing else.
// `npm run build` writes docs/report.schema.json from it.

const count = z.int().check(z.nonnegative());
const bytes = count;
const milliseconds = z.number().check(z.nonnegative());
const nullable = <T extends z.core.$ZodType>(schema: T): z.ZodMiniNullable<T> => z.nullable(schema);

const checkSchema = z.object({
  id: z.string(),
  what: z.string(),
  value: z.string(),
  needed: z.string(),
  status: z.enum(['ok', 'warn', 'fail']),
  fix: nullable(z.string()),
});

const legReportSchema = z.object({
  name: z.string(),
  race: z.boolean(),
  heapProfile: z.boolean(),
  goVersion: z.string(),
  command: z.array(z.string()),
  exitCode: nullable(z.int()),
  signal: nullable(z.string()),
  elapsedMs: nullable(milliseconds),
  /** The ceiling over the leg and by what means; absent when none was asked for. */
  guard: z.optional(
    z.object({
      tier: z.enum(['cgroup', 'sudo', 'watcher', 'none']),
      ceilingBytes: nullable(bytes),
      tried: z.array(z.object({ tier: z.string(), problem: z.string() })),
    }),
  ),
  /** Of a leg that repeats its tests. */
  stress: z.optional(stressReportSchema),
  /** Further runs of go test for some packages: to build or start again what could not be, or to look closer. */
  rounds: z.optional(
    z.array(
      z.object({
        purpose: z.enum(['rebuild', 'restart', 'exit', 'strace', 'runtime']),
        packages: z.array(z.string()),
        command: z.array(z.string()),
        exitCode: nullable(z.int()),
        signal: nullable(z.string()),
      }),
    ),
  ),
});

const rlimitSchema = z.object({ soft: nullable(z.number()), hard: nullable(z.number()) });

/** elapsedMs, RSS, heap objects, live heap. */
const timelinePointSchema = z.tuple([milliseconds, bytes, bytes, bytes]);

const attemptSchema = z.object({
  number: count,
  /** Absent for the first. */
  purpose: z.optional(attemptPurposeSchema),
  /** What differs from the first attempt: `-parallel=1`, `GOMEMLIMIT=850MiB`. */
  changes: z.optional(z.array(z.string())),
  /** What go test -shuffle printed. */
  shuffleSeed: z.optional(z.string()),
  ending: endingSchema,
  exitCode: nullable(z.int()),
  signal: nullable(z.string()),
  coreDumped: z.boolean(),
  limits: z.record(z.string(), rlimitSchema),
  elapsedMs: nullable(milliseconds),
  peakRssBytes: nullable(bytes),
  ranTests: z.optional(z.array(z.string())),
  snapshot: z.optional(z.string()),
  profile: z.optional(z.string()),
  log: z.optional(z.string()),
  /** Why an attempt ended that another one replaced. */
  cause: z.optional(causeSchema),
  blackBox: z.optional(blackBoxSchema),
  /** Memory over time, at most 60 points, of an attempt that did not pass. */
  timeline: z.optional(z.array(timelinePointSchema)),
  core: z.optional(z.string()),
  /** What a debugger read in the core: the file, and its first 8 KiB. */
  coreText: z.optional(z.string()),
  coreExcerpt: z.optional(z.string()),
});

const failureSchema = z.object({
  test: z.string(),
  file: nullable(z.string()),
  line: nullable(count),
  message: z.string(),
});

/** Name, how it ended, milliseconds (null where nobody took the time), and the attempt where it is not the first. Subtests are listed too. */
const endedCase = [
  z.string(),
  z.enum(['passed', 'failed', 'skipped']),
  nullable(milliseconds),
] as const;
const testCaseSchema = z.union([z.tuple([...endedCase]), z.tuple([...endedCase, count])]);

const leaksSeen = z.optional(z.enum(['all', 'some', 'none']));

const packageRunSchema = z.object({
  package: z.string(),
  leg: z.string(),
  ending: endingSchema,
  cached: z.boolean(),
  cause: nullable(causeSchema),
  attempts: z.array(attemptSchema),
  elapsedMs: nullable(milliseconds),
  peakRssBytes: nullable(bytes),
  output: z.string(),
  tests: z.object({
    passed: count,
    failed: count,
    skipped: count,
    failures: z.array(failureSchema),
    unfinished: z.array(z.string()),
    neverRan: z.array(z.string()),
    /** The tests that were seen to end, in the order in which they did; at most 10,000, the counts above are of all. */
    cases: z.optional(z.array(testCaseSchema)),
  }),
  /** How much is known of what its tests left behind; absent where nobody was to look. */
  leaksSeen: z.optional(z.object({ goroutine: leaksSeen, memory: leaksSeen })),
  /** Absent where the first attempt was enough. */
  recovery: z.optional(recoverySchema),
  isolation: z.optional(isolationSchema),
  /** Its fuzz targets, in a leg that fuzzes. */
  fuzz: z.optional(z.array(fuzzReportSchema)),
});

const reasonKinds = [
  'test-failure',
  'crash',
  'build-failure',
  'missing-tests',
  'no-tests',
  'memory-regression',
  'memory-budget',
  'flaky',
  'goroutine-leak',
  'memory-leak',
  'lost',
  'cancelled',
] as const;

const verdictSchema = z.object({
  status: z.enum(['pass', 'fail', 'incomplete']),
  reasons: z.array(
    z.object({
      kind: z.enum(reasonKinds),
      message: z.string(),
      package: z.optional(z.string()),
      leg: z.optional(z.string()),
      test: z.optional(z.string()),
    }),
  ),
});

export const reportSchema = z.object({
  schema: z.literal(1),
  tool: z.object({ name: z.literal('go-crash-guard'), version: z.string() }),
  startedAt: z.string(),
  elapsedMs: milliseconds,
  source: z.object({
    module: nullable(z.string()),
    repository: nullable(z.string()),
    sha: nullable(z.string()),
    ref: nullable(z.string()),
    event: nullable(z.string()),
    /** Folder of the run below the root of the repository, '' for the root itself; absent where there is none. */
    directory: z.optional(z.string()),
  }),
  machine: z.object({
    os: z.string(),
    arch: z.string(),
    cpus: count,
    memoryBytes: bytes,
    go: z.string(),
    node: z.string(),
  }),
  preflight: z.array(checkSchema),
  legs: z.array(legReportSchema),
  packages: z.array(packageRunSchema),
  crashes: z.array(crashSchema),
  heap: z.array(heapRecordSchema),
  comparison: nullable(comparisonSchema),
  /** What the tests left behind; absent where nobody looked. */
  leaks: z.optional(z.array(leakSchema)),
  /** Kinds of leaks that fail the run where they are new or proven; absent where none does. */
  leaksThatFail: z.optional(z.array(leakSchema.shape.kind)),
  artifacts: z.array(z.object({ name: z.string(), path: z.string(), bytes })),
  gaps: z.array(
    z.object({
      what: z.string(),
      leg: z.optional(z.string()),
      package: z.optional(z.string()),
    }),
  ),
  /** Present where several jobs share the packages; absent in a report of them all. */
  shard: z.optional(shardSchema),
  verdict: verdictSchema,
});

export type Check = z.infer<typeof checkSchema>;
export type LegReport = z.infer<typeof legReportSchema>;
export type Cause = z.infer<typeof causeSchema>;
export type BlackBox = z.infer<typeof blackBoxSchema>;
export type Attempt = z.infer<typeof attemptSchema>;
export type PackageRun = z.infer<typeof packageRunSchema>;
export type TestCase = z.infer<typeof testCaseSchema>;
export type TestFailure = z.infer<typeof failureSchema>;
export type Crash = z.infer<typeof crashSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type Reason = Verdict['reasons'][number];
export type Gap = Report['gaps'][number];
export type Source = Report['source'];
export type Machine = Report['machine'];
export type Report = z.infer<typeof reportSchema>;
