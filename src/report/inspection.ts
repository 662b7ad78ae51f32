import * as z from 'zod/mini';
import { waitsSchema } from './waits-schema.ts';

// What `go-crash-guard inspect --json` prints. Byte and time values are whole numbers; lists are cut to the given top.

const count = z.number().check(z.nonnegative());
const bytes = count;
const nullable = <T extends z.core.$ZodType>(schema: T): z.ZodMiniNullable<T> => z.nullable(schema);

const frame = z.object({ function: z.string(), file: z.string(), line: count });
const creation = z.extend(frame, { goroutine: nullable(count) });

const stateCount = z.object({ state: z.string(), count, longestWaitMinutes: count });

const goroutineViewSchema = z.object({
  total: count,
  /** Of these, so many pass the filter; all that follows counts these alone. */
  matching: count,
  states: z.array(stateCount),
  /** Who waits for what, at which line; the longest wait first. */
  waits: z.array(
    z.object({
      awaited: z.string(),
      at: nullable(frame),
      /** They have no line of their own there: `at` is the one that started them. */
      atStart: z.boolean(),
      test: nullable(z.string()),
      count,
      longestWaitMinutes: count,
    }),
  ),
  /** Goroutines with the same stack and creator; the largest group first. */
  groups: z.array(
    z.object({
      count,
      states: z.array(stateCount),
      longestWaitMinutes: count,
      lockedToThread: count,
      leaked: count,
      /** The first ten. */
      ids: z.array(count),
      test: nullable(z.string()),
      labels: z.record(z.string(), z.string()),
      frames: z.array(frame),
      elided: nullable(z.object({ after: count, count: nullable(count) })),
      createdBy: nullable(creation),
    }),
  ),
  /** Who waits for whom and never goes on; absent where nothing says so. */
  forever: z.optional(waitsSchema),
  /** There was more to look at than is looked at, and `forever` may be missing for that reason. */
  foreverCut: z.optional(z.literal(true)),
  /** What was left out of each list. */
  more: z.object({ states: count, waits: count, groups: count }),
});

const heapViewSchema = z.object({
  totals: z.object({
    allocBytes: bytes,
    allocObjects: count,
    inuseBytes: bytes,
    inuseObjects: count,
  }),
  /** In use and passing the filter. */
  matching: z.object({ bytes, objects: count }),
  functions: z.array(
    z.extend(frame, {
      /** Who in the program had it allocated, where the function is the standard library's. */
      caller: nullable(frame),
      /** `shared` for what no single test allocated. */
      test: z.string(),
      bytes,
      objects: count,
      cumulativeBytes: bytes,
      share: count,
    }),
  ),
  tests: z.array(z.object({ test: z.string(), bytes, objects: count, share: count })),
  more: z.object({ functions: count, tests: count }),
});

const profileViewSchema = z.object({
  sampleTypes: z.array(
    z.object({ type: z.string(), unit: z.string(), total: count, matching: count }),
  ),
  /** One list for each sample type that says how much, rather than how often. */
  tops: z.array(
    z.object({
      type: z.string(),
      unit: z.string(),
      rows: z.array(
        z.extend(frame, {
          caller: nullable(frame),
          test: nullable(z.string()),
          flat: count,
          cumulative: count,
          share: count,
        }),
      ),
      more: count,
    }),
  ),
});

const path = z.string();
/** What could not be read or seen, one sentence each. */
const gaps = z.array(z.string());

const snapshotSchema = z.object({
  kind: z.literal('snapshot'),
  path,
  taken: z.object({
    reason: z.string(),
    /** Since the process started. */
    elapsedMs: nullable(count),
    /** RFC 3339 */
    at: nullable(z.string()),
    gcMs: nullable(count),
    complete: z.boolean(),
  }),
  memory: z.object({
    rssBytes: nullable(bytes),
    heapBytes: nullable(bytes),
    /** All that the Go runtime had mapped. */
    runtimeBytes: nullable(bytes),
    /** RSS beyond that: cgo, mmap, a C library. */
    outsideGoBytes: nullable(bytes),
    usageBytes: nullable(bytes),
    ceilingBytes: nullable(bytes),
  }),
  heap: nullable(heapViewSchema),
  /** The profile is from before the garbage was collected. */
  heapIsEarly: z.boolean(),
  goroutines: nullable(goroutineViewSchema),
  profiles: z.array(z.object({ name: z.string(), profile: profileViewSchema })),
  gaps,
});

const coreSchema = z.object({
  kind: z.literal('core'),
  path,
  /** The program that dlv read it with; null where there was none to use. */
  program: nullable(z.string()),
  crashing: nullable(
    z.object({
      goroutine: count,
      frames: z.array(
        z.extend(frame, { locals: z.array(z.object({ name: z.string(), value: z.string() })) }),
      ),
    }),
  ),
  goroutines: nullable(goroutineViewSchema),
  gaps,
});

export const inspectionSchema = z.discriminatedUnion('kind', [
  snapshotSchema,
  z.object({
    kind: z.literal('profile'),
    path,
    profile: profileViewSchema,
    /** Of a heap profile: who holds what is in use. */
    heap: nullable(heapViewSchema),
  }),
  z.object({ kind: z.literal('goroutines'), path, goroutines: goroutineViewSchema, gaps }),
  coreSchema,
]);

export type GoroutineListing = z.infer<typeof goroutineViewSchema>;
export type HeapListing = z.infer<typeof heapViewSchema>;
export type ProfileListing = z.infer<typeof profileViewSchema>;
export type SnapshotInspection = z.infer<typeof snapshotSchema>;
export type CoreInspection = z.infer<typeof coreSchema>;
export type Inspection = z.infer<typeof inspectionSchema>;
