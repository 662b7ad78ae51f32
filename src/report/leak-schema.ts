import * as z from 'zod/mini';
import { positionSchema } from './cause-schema.ts';

// What a package's tests left behind.

const count = z.int().check(z.nonnegative());
const entry = z.object({ reason: z.string(), until: z.string() });

export const leakSchema = z.object({
  kind: z.enum(['goroutine', 'memory']),
  /** confirmed: the runtime proves that nothing can wake it. consistent: it outlived all tests and is blocked. */
  confidence: z.enum(['confirmed', 'consistent']),
  package: z.string(),
  legs: z.array(z.string()),
  /** Of the place that leaks; equal over line shifts, addresses and Go versions. */
  fingerprint: z.string(),
  /** Null where nothing tells which test started it. */
  test: z.nullable(z.string()),
  /** What the goroutines wait for: `chan receive`; for memory the number of runs that were compared. */
  state: z.string(),
  /** Equal goroutines; for memory 0. */
  goroutines: count,
  /** Memory that each further run of the test keeps. */
  bytesPerRun: z.nullable(count),
  /** The line of the repository where it waits or allocates; relative to the root of the repository. */
  site: z.nullable(positionSchema),
  /** Where the goroutine was started. */
  createdBy: z.nullable(positionSchema),
  frames: z.array(z.object({ function: z.string(), file: z.string(), line: count })),
  /** Against the baseline's record of leaks; unknown where there is none. */
  standing: z.enum(['new', 'known', 'unknown']),
  /** Why it is let be, from the settings. */
  accepted: z.nullable(entry),
  /** An entry of the settings that let it be, until that day. */
  expired: z.optional(entry),
});
export type Leak = z.infer<typeof leakSchema>;
