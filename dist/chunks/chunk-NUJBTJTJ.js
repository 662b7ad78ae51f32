import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  causeSchema,
  endingSchema
} from "./chunk-DYEKPBSJ.js";
import {
  _enum,
  _nonnegative,
  array,
  boolean,
  int,
  nullable,
  number,
  object,
  optional,
  string
} from "./chunk-TYNGSIJO.js";

// src/report/search-schema.ts
var count = int().check(_nonnegative());
var milliseconds = number().check(_nonnegative());
var stressReportSchema = object({
  budgetMs: milliseconds,
  spentMs: milliseconds,
  packages: array(
    object({
      package: string(),
      /** Runs of the test binary, and how often each of its tests ran in them. */
      runs: count,
      repetitions: count,
      elapsedMs: milliseconds,
      /** Runs that were ended because they took many times as long as they should; absent for none. */
      overdue: optional(count),
      /** Why it got its share of the time: `changed`, `new`, `flaky before`, `concurrent`. */
      because: array(string()),
      /** The attempt that failed, which ended its share; null where none did. */
      failedIn: nullable(count),
      /** What could not be done, and why: tests that need each other, a binary that cannot be run again. */
      notes: array(string())
    })
  )
});
var fuzzReportSchema = object({
  target: string(),
  budgetMs: milliseconds,
  elapsedMs: milliseconds,
  executions: nullable(count),
  /** Inputs that reached new code. */
  newInputs: nullable(count),
  /** Inputs that it began with. */
  corpus: nullable(count),
  /** How it ended: the time was over, an input failed, the target skipped itself, or fuzzing itself was not possible. */
  outcome: _enum(["clean", "failed", "crashed", "hung", "out-of-memory", "skipped", "stopped"]),
  /** Why it stopped early, where it did. */
  because: nullable(string()),
  /** What the failure comes from, where one is known. */
  cause: optional(causeSchema),
  /** What the target said of it, where it failed as a test does; cut. */
  message: optional(string()),
  /** The input that failed; paths are relative to the run folder. */
  failing: nullable(
    object({
      /** Where go test looks for it, from the folder of the run: `store/testdata/fuzz/FuzzX/0123abcd`. */
      corpusFile: string(),
      path: string(),
      bytes: count,
      minimised: boolean(),
      /** Its values as Go writes them, cut where they are long; absent where they could not be read. */
      values: optional(array(string())),
      /** `f.Add("abc", 7)`: makes it a seed in the source; absent where it is too long. */
      addCall: optional(string()),
      /** What it did when it was run once more as an ordinary test. */
      replay: optional(_enum(["failed", "passed", "unknown"])),
      /** The test file that go test fails with: null where the input passes when it is run alone. */
      regressionTest: nullable(string())
    })
  )
});

// src/report/isolation-schema.ts
var count2 = int().check(_nonnegative());
var milliseconds2 = number().check(_nonnegative());
var proofSchema = object({
  /** In the order in which they began; null for all of the package. */
  tests: nullable(array(string())),
  /** What differs from the first attempt: `-shuffle=3`, `-parallel=1`. */
  changes: array(string()),
  /** Equal runs, and those of them that crashed in the same way. */
  runs: count2,
  crashes: count2
});
var isolationSchema = object({
  /** The test in which the process died; null where nobody knows. */
  test: nullable(string()),
  outcome: _enum([
    /** It crashes without any other test. */
    "alone",
    /** It crashes only after the other tests of the set. */
    "order",
    /** It crashes only while the other tests of the set run. */
    "parallel",
    /** It needs the others of the set, in what way is not known. */
    "together",
    /** The set crashes in some runs only. */
    "intermittent",
    /** It did not crash again. */
    "not-again",
    /** The time was over before the set was smallest. */
    "unfinished"
  ]),
  /** The smallest set that crashes, in its order. */
  tests: array(string()),
  /** How often the smallest set crashed; the bounds are those of a 95 % Wilson interval. */
  rate: nullable(object({ runs: count2, crashes: count2, low: number(), high: number() })),
  /** Runs of the test binary in all. */
  runs: count2,
  elapsedMs: milliseconds2,
  budgetMs: milliseconds2,
  /** One sentence: `crashes only if TestA runs before TestB`. */
  summary: string(),
  /** Flags that reproduce it, for go test: `-run=^(?:TestA|TestB)$`; empty where nothing crashed again. */
  flags: array(string()),
  proof: array(proofSchema)
});

// src/report/recovery-schema.ts
var count3 = int().check(_nonnegative());
var attemptPurposes = [
  /** The tests that had not ended. */
  "carry-on",
  /** The same again, because the process could not be started. */
  "start-again",
  /** The culprit of a death at a limit, alone. */
  "alone",
  /** The whole package, one test at a time (-parallel=1). */
  "serial",
  /** The whole package, so many tests side by side as should fit. */
  "fewer",
  /** The whole package under GOMEMLIMIT. */
  "soft-limit",
  /** Repeated under other schedules, orders and numbers of processors. */
  "stress"
];
var attemptPurposeSchema = _enum(attemptPurposes);
var ladderStepSchema = object({
  step: _enum(["alone", "serial", "fewer", "soft-limit"]),
  attempt: count3,
  /** Null for the whole package. */
  tests: nullable(array(string())),
  /** What differs from the first attempt: `-parallel=1`, `GOMEMLIMIT=850MiB`. */
  changes: array(string()),
  ending: endingSchema,
  peakRssBytes: nullable(count3)
});
var recoverySchema = object({
  /** Attempts that a package may have in all. */
  bound: count3,
  /** Why there were no more attempts although tests had not ended; null when all have ended. */
  stopped: nullable(string()),
  ladder: array(ladderStepSchema),
  /**
   * Tests that were at work when an attempt was killed and that passed in a later one; none unless all of them did and nothing else
   * went wrong.
   */
  flaky: array(string())
});

export {
  isolationSchema,
  stressReportSchema,
  fuzzReportSchema,
  attemptPurposes,
  attemptPurposeSchema,
  recoverySchema
};
