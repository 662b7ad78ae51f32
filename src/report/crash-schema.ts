import * as z from 'zod/mini';
import { causeIds } from './cause-ids.ts';
import { positionSchema } from './cause-schema.ts';
import { waitsSchema } from './waits-schema.ts';

const count = z.int().check(z.nonnegative());

/** One root cause, wherever it was seen. Files are relative to the root of the repository where they are in it. */
export const crashSchema = z.object({
  id: z.string(),
  cause: z.enum(causeIds),
  message: z.string(),
  package: z.string(),
  leg: z.string(),
  test: z.nullable(z.string()),
  blame: z.nullable(positionSchema),
  related: z.array(z.extend(positionSchema, { role: z.string() })),
  stacks: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      role: z.enum(['crashing', 'access', 'previous', 'creation', 'waiting', 'other']),
      frames: z.array(z.object({ function: z.string(), file: z.string(), line: count })),
      createdBy: z.nullable(z.extend(positionSchema, { goroutine: z.nullable(count) })),
    }),
  ),
  /** Who waits for whom, where the process did not get on. */
  waits: z.optional(waitsSchema),
  /** More goroutines or source than are looked through: who waits for whom may be told in part, or not at all. */
  waitsCut: z.optional(z.literal(true)),
  fingerprint: z.string(),
  known: z.nullable(z.string()),
  /** What the recorded runs of the base and its ancestors say; absent where there are none. */
  seen: z.optional(
    z.object({
      /** intermittent: also runs between the first time and now were free of it. similar: much alike, another root cause. */
      kind: z.enum(['new', 'seen', 'intermittent', 'similar']),
      /** Runs that were looked at, and those of them that had it. */
      runs: count,
      seenIn: count,
      lastCommit: z.nullable(z.string()),
      lastAt: z.nullable(z.string()),
      /** 0 to 1, for what is similar. */
      similarity: z.nullable(z.number()),
    }),
  ),
  occurrences: z.array(
    z.object({
      package: z.string(),
      leg: z.string(),
      attempt: count,
      test: z.nullable(z.string()),
    }),
  ),
});
