import * as z from 'zod/mini';
import { endingSchema } from './ending-schema.ts';

// What was done after a package had not ended well.

const count = z.int().check(z.nonnegative());

/** What a further attempt of a package was made for; the first one has none of these. */
export const attemptPurposes = [
  /** The tests that had not ended. */
  'carry-on',
  /** The same again, because the process could not be started. */
  'start-again',
  /** The culprit of a death at a limit, alone. */
  'alone',
  /** The whole package, one test at a time (-parallel=1). */
  'serial',
  /** The whole package, so many tests side by side as should fit. */
  'fewer',
  /** The whole package under GOMEMLIMIT. */
  'soft-limit',
  /** Repeated under other schedules, orders and numbers of processors. */
  'stress',
] as const;
export const attemptPurposeSchema = z.enum(attemptPurposes);
export type AttemptPurpose = (typeof attemptPurposes)[number];

/** A step after a death at a limit (memory, threads, files), under the same ceiling. */
export const ladderStepSchema = z.object({
  step: z.enum(['alone', 'serial', 'fewer', 'soft-limit']),
  attempt: count,
  /** Null for the whole package. */
  tests: z.nullable(z.array(z.string())),
  /** What differs from the first attempt: `-parallel=1`, `GOMEMLIMIT=850MiB`. */
  changes: z.array(z.string()),
  ending: endingSchema,
  peakRssBytes: z.nullable(count),
});

export const recoverySchema = z.object({
  /** Attempts that a package may have in all. */
  bound: count,
  /** Why there were no more attempts although tests had not ended; null when all have ended. */
  stopped: z.nullable(z.string()),
  ladder: z.array(ladderStepSchema),
  /**
   * Tests that were at work when an attempt was killed and that passed in a later one; none unless all of them did and nothing else
   * went wrong.
   */
  flaky: z.array(z.string()),
});
export type Recovery = z.infer<typeof recoverySchema>;
export type LadderStep = z.infer<typeof ladderStepSchema>;
