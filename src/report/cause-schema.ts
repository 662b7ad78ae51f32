import * as z from 'zod/mini';
import { causeIds } from './cause-ids.ts';

// Why a run ended, and who held its memory.

const count = z.int().check(z.nonnegative());
const milliseconds = z.number().check(z.nonnegative());
const nullable = <T extends z.core.$ZodType>(schema: T): z.ZodMiniNullable<T> => z.nullable(schema);

/** A line of a function. */
export const positionSchema = z.object({ file: z.string(), line: count, function: z.string() });

/** Who held the memory near the end, from the agent's snapshot; bytes. */
export const blackBoxSchema = z.object({
  reason: z.string(),
  elapsedMs: nullable(milliseconds),
  rssBytes: nullable(count),
  heapBytes: nullable(count),
  /** RSS beyond what the Go runtime had mapped: cgo, mmap, C libraries. */
  outsideGoBytes: nullable(count),
  goroutines: nullable(count),
  ceilingBytes: nullable(count),
  /** The profile is from before the garbage was collected: the process died meanwhile. */
  early: z.boolean(),
  functions: z.array(
    z.extend(positionSchema, {
      bytes: count,
      share: z.number(),
      /** The test whose own goroutine allocated most of it; null for what no single test did. */
      test: nullable(z.string()),
      /** The first caller outside the standard library. */
      caller: nullable(positionSchema),
    }),
  ),
  tests: z.array(z.object({ test: z.string(), bytes: count })),
});

export const causeSchema = z.object({
  id: z.enum(causeIds),
  confidence: z.enum(['confirmed', 'consistent', 'unknown']),
  summary: z.string(),
  evidence: z.array(z.object({ source: z.string(), detail: z.string() })),
  excluded: z.array(z.object({ id: z.string(), because: z.string() })),
  advice: z.array(z.string()),
  /** The line that it comes from, relative to the folder of the run; absent where none is known. */
  position: z.optional(positionSchema),
});
