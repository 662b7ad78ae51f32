import * as z from 'zod/mini';

// What makes a package crash, as small as it was found within a time budget.

const count = z.int().check(z.nonnegative());
const milliseconds = z.number().check(z.nonnegative());

/** One run of the test binary with some of its tests. */
const proofSchema = z.object({
  /** In the order in which they began; null for all of the package. */
  tests: z.nullable(z.array(z.string())),
  /** What differs from the first attempt: `-shuffle=3`, `-parallel=1`. */
  changes: z.array(z.string()),
  /** Equal runs, and those of them that crashed in the same way. */
  runs: count,
  crashes: count,
});

export const isolationSchema = z.object({
  /** The test in which the process died; null where nobody knows. */
  test: z.nullable(z.string()),
  outcome: z.enum([
    /** It crashes without any other test. */
    'alone',
    /** It crashes only after the other tests of the set. */
    'order',
    /** It crashes only while the other tests of the set run. */
    'parallel',
    /** It needs the others of the set, in what way is not known. */
    'together',
    /** The set crashes in some runs only. */
    'intermittent',
    /** It did not crash again. */
    'not-again',
    /** The time was over before the set was smallest. */
    'unfinished',
  ]),
  /** The smallest set that crashes, in its order. */
  tests: z.array(z.string()),
  /** How often the smallest set crashed; the bounds are those of a 95 % Wilson interval. */
  rate: z.nullable(z.object({ runs: count, crashes: count, low: z.number(), high: z.number() })),
  /** Runs of the test binary in all. */
  runs: count,
  elapsedMs: milliseconds,
  budgetMs: milliseconds,
  /** One sentence: `crashes only if TestA runs before TestB`. */
  summary: z.string(),
  /** Flags that reproduce it, for go test: `-run=^(?:TestA|TestB)$`; empty where nothing crashed again. */
  flags: z.array(z.string()),
  proof: z.array(proofSchema),
});
export type Isolation = z.infer<typeof isolationSchema>;
