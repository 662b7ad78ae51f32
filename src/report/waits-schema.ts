import * as z from 'zod/mini';
import { positionSchema } from './cause-schema.ts';

// Who waits for whom, read from the stacks of a process that does not get on.

const count = z.int().check(z.nonnegative());

const waitSchema = z.object({
  /** Id in the dump. */
  goroutine: count,
  /** Equal goroutines, this one included. */
  goroutines: count,
  test: z.nullable(z.string()),
  /** `sync.Mutex.Lock`, `chan receive`, `sync.WaitGroup.Wait`. */
  state: z.string(),
  /** For how long, where the dump says so; minutes. */
  minutes: z.nullable(count),
  /** Where it waits, in the repository's code where there is such a frame. */
  at: z.nullable(positionSchema),
  /** Address of what it waits for, where the dump shows it: `0xc0000123a8`. */
  waitsFor: z.nullable(z.string()),
  /** What it took before, by its source lines: the text of the locks and where. */
  holds: z.array(z.object({ what: z.string(), at: positionSchema })),
});

export const waitsSchema = z.object({
  /** cycle: each waits for what the next one holds. stuck: nobody is left who could wake them. */
  kind: z.enum(['cycle', 'stuck']),
  /** confirmed: the runtime says that nobody can wake them. consistent: the stacks and the source lines fit. */
  confidence: z.enum(['confirmed', 'consistent']),
  summary: z.string(),
  waits: z.array(waitSchema),
});
export type Waits = z.infer<typeof waitsSchema>;
