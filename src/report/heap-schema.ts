import * as z from 'zod/mini';
import { positionSchema } from './cause-schema.ts';
import { endingSchema } from './ending-schema.ts';

const count = z.int().check(z.nonnegative());
const bytes = count;

/** Sums over samples: what was allocated in all, and what of it was in use at the last collection before the profile. */
const amounts = { allocBytes: bytes, allocObjects: count, inuseBytes: bytes };

export const heapMetricsSchema = z.object({
  allocBytes: z.nullable(bytes),
  allocObjects: z.nullable(count),
  inuseBytes: z.nullable(bytes),
  inuseObjects: z.nullable(count),
  liveHeapPeakBytes: z.nullable(bytes),
  peakRssBytes: z.nullable(bytes),
  goroutinesAtEnd: z.nullable(count),
});

/**
 * What one function allocated. Flat and cumulative amounts are those of `go tool pprof -top`. Charged to a function is what it
 * allocated itself and what the standard library allocated for it: the amount that a change of the function can change.
 * Files are relative to the repository; those outside of it begin with the import path (`bytes/buffer.go`).
 */
const heapFunctionSchema = z.extend(positionSchema, {
  ...amounts,
  cumulativeAllocBytes: bytes,
  cumulativeAllocObjects: count,
  cumulativeInuseBytes: bytes,
  chargedAllocBytes: bytes,
  chargedAllocObjects: count,
  chargedInuseBytes: bytes,
  /** The lines with the largest charge, at most five. */
  lines: z.array(z.object({ line: count, ...amounts })),
  /** The test with the largest part of the charge; null for what no test did. */
  test: z.nullable(z.string()),
  /** For code that is not the module's: the innermost caller that is, the one with the largest part. */
  calledFrom: z.nullable(positionSchema),
});

/** A stack and what it holds at the end, innermost frame first. */
const heapHolderSchema = z.object({
  frames: z.array(positionSchema),
  inuseBytes: bytes,
  inuseObjects: count,
});

/** One line of `go test -bench` with -benchmem or ReportAllocs; exact, not sampled. */
const benchmarkSchema = z.object({
  name: z.string(),
  bytesPerOp: z.number().check(z.nonnegative()),
  allocsPerOp: z.number().check(z.nonnegative()),
});

export const heapRecordSchema = z.object({
  package: z.string(),
  leg: z.string(),
  outcome: endingSchema,
  metrics: heapMetricsSchema,
  /** They add up to the package; `shared` is what no test's goroutine allocated, `(others)` those that are left out. */
  tests: z.array(z.object({ test: z.string(), ...amounts })),
  /** The flat amounts add up to the package; `(others)` comes last. */
  functions: z.array(heapFunctionSchema),
  /** The stacks that hold most at the end, at most ten. */
  holders: z.array(heapHolderSchema),
  benchmarks: z.array(benchmarkSchema),
  /** Bytes between two samples, 0 where there is no profile; relative standard error of allocBytes. */
  sampling: z.object({ rate: count, relativeError: z.nullable(z.number()) }),
});

export type HeapMetrics = z.infer<typeof heapMetricsSchema>;
export type HeapFunction = z.infer<typeof heapFunctionSchema>;
export type HeapHolder = z.infer<typeof heapHolderSchema>;
export type Benchmark = z.infer<typeof benchmarkSchema>;
export type HeapRecord = z.infer<typeof heapRecordSchema>;
export type HeapTest = HeapRecord['tests'][number];
