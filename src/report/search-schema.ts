import * as z from 'zod/mini';
import { causeSchema } from './cause-schema.ts';

// What the legs that search for faults have done: stress and fuzz.

const count = z.int().check(z.nonnegative());
const milliseconds = z.number().check(z.nonnegative());

/** Of a leg: its tests repeated in other orders and schedules. */
export const stressReportSchema = z.object({
  budgetMs: milliseconds,
  spentMs: milliseconds,
  packages: z.array(
    z.object({
      package: z.string(),
      /** Runs of the test binary, and how often each of its tests ran in them. */
      runs: count,
      repetitions: count,
      elapsedMs: milliseconds,
      /** Runs that were ended because they took many times as long as they should; absent for none. */
      overdue: z.optional(count),
      /** Why it got its share of the time: `changed`, `new`, `flaky before`, `concurrent`. */
      because: z.array(z.string()),
      /** The attempt that failed, which ended its share; null where none did. */
      failedIn: z.nullable(count),
      /** What could not be done, and why: tests that need each other, a binary that cannot be run again. */
      notes: z.array(z.string()),
    }),
  ),
});
export type StressReport = z.infer<typeof stressReportSchema>;

/** Of a package: one of its fuzz targets. */
export const fuzzReportSchema = z.object({
  target: z.string(),
  budgetMs: milliseconds,
  elapsedMs: milliseconds,
  executions: z.nullable(count),
  /** Inputs that reached new code. */
  newInputs: z.nullable(count),
  /** Inputs that it began with. */
  corpus: z.nullable(count),
  /** How it ended: the time was over, an input failed, the target skipped itself, or fuzzing itself was not possible. */
  outcome: z.enum(['clean', 'failed', 'crashed', 'hung', 'out-of-memory', 'skipped', 'stopped']),
  /** Why it stopped early, where it did. */
  because: z.nullable(z.string()),
  /** What the failure comes from, where one is known. */
  cause: z.optional(causeSchema),
  /** What the target said of it, where it failed as a test does; cut. */
  message: z.optional(z.string()),
  /** The input that failed; paths are relative to the run folder. */
  failing: z.nullable(
    z.object({
      /** Where go test looks for it, from the folder of the run: `store/testdata/fuzz/FuzzX/0123abcd`. */
      corpusFile: z.string(),
      path: z.string(),
      bytes: count,
      minimised: z.boolean(),
      /** Its values as Go writes them, cut where they are long; absent where they could not be read. */
      values: z.optional(z.array(z.string())),
      /** `f.Add("abc", 7)`: makes it a seed in the source; absent where it is too long. */
      addCall: z.optional(z.string()),
      /** What it did when it was run once more as an ordinary test. */
      replay: z.optional(z.enum(['failed', 'passed', 'unknown'])),
      /** The test file that go test fails with: null where the input passes when it is run alone. */
      regressionTest: z.nullable(z.string()),
    }),
  ),
});
export type FuzzReport = z.infer<typeof fuzzReportSchema>;
