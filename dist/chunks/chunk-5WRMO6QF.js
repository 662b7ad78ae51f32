import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  positionSchema
} from "./chunk-DYEKPBSJ.js";
import {
  _enum,
  _nonnegative,
  array,
  boolean,
  extend,
  int,
  nullable,
  number,
  object,
  optional,
  string
} from "./chunk-TYNGSIJO.js";

// src/report/comparison-schema.ts
var count = int().check(_nonnegative());
var amount = number().check(_nonnegative());
var metricNames = [
  "allocBytes",
  "allocObjects",
  "inuseBytes",
  "liveHeapPeakBytes",
  "peakRssBytes",
  "goroutinesAtEnd",
  "bytesPerOp",
  "allocsPerOp"
];
var metricVerdicts = [
  ...["same", "regressed", "warned", "unconfirmed", "accepted", "improved"]
];
var metricComparisonSchema = object({
  metric: _enum(metricNames),
  base: amount,
  head: amount,
  /** What the head may reach before it counts as grown: the largest of the four limits (relative, floor, history, sampling). */
  limit: amount,
  /** Which of them it is. */
  limitedBy: _enum(["threshold", "floor", "history", "sampling"]),
  verdict: _enum(metricVerdicts),
  /** All measurements of the head, the first one first; and of the base, where it was measured again. */
  runs: object({ head: array(amount), base: array(amount) }),
  /** One sentence for a person: why this verdict. */
  because: string()
});
var growthSchema = object({
  base: object({ allocBytes: amount, allocObjects: amount, inuseBytes: amount }),
  head: object({ allocBytes: amount, allocObjects: amount, inuseBytes: amount })
});
var whySchema = object({
  /** The metric that is explained. */
  metric: _enum(metricNames),
  functions: array(
    extend(extend(positionSchema, growthSchema.shape), {
      test: nullable(string()),
      calledFrom: nullable(positionSchema),
      /** The function's lines in the head with the largest charge. */
      lines: array(
        object({
          line: count,
          allocBytes: amount,
          allocObjects: amount,
          inuseBytes: amount,
          source: string()
        })
      )
    })
  ),
  tests: array(extend(growthSchema, { test: string() })),
  /** What the compiler says is on the heap now and was not in the base (-gcflags=-m), on the lines of these functions. */
  escapes: array(object({ file: string(), line: count, text: string() })),
  /** Why there are no escapes, where nobody could look. */
  escapesMissing: nullable(string()),
  /** A command that shows more. */
  command: nullable(string())
});
var baseOfPackageSchema = object({
  /** The commit that the record is of. */
  commit: string(),
  /** First-parent commits between it and the base. */
  distance: count,
  /** How its environment differs: `Go 1.26.1, now 1.26.3`; a base that differs never blocks by itself. */
  differences: array(string())
});
var packageComparisonSchema = object({
  package: string(),
  leg: string(),
  /** not-measured: it has no figures now (crashed, no profile). incomparable: measured in another way than the base. */
  state: _enum(["compared", "new", "removed", "renamed", "not-measured", "incomparable"]),
  /** What there is to say about the state; null where it says all. */
  because: nullable(string()),
  renamedFrom: nullable(string()),
  base: nullable(baseOfPackageSchema),
  /** The worst of all below. */
  verdict: _enum(metricVerdicts),
  metrics: array(metricComparisonSchema),
  /** Only tests with something other than `same`, worst first, at most 20. */
  tests: array(object({ test: string(), metrics: array(metricComparisonSchema) })),
  benchmarks: array(object({ name: string(), metrics: array(metricComparisonSchema) })),
  why: nullable(whySchema),
  /** The page with the flame graph, relative to the report; null where there is none. */
  page: nullable(string()),
  /** One of the metrics at earlier commits, oldest first, the base last, at most 20; absent where nothing changed or nothing is known. */
  history: optional(
    object({
      metric: _enum(metricNames),
      points: array(object({ commit: string(), amount }))
    })
  )
});
var budgetSchema = object({
  /** As the settings have it: package and test pattern. */
  rule: string(),
  package: string(),
  leg: string(),
  test: nullable(string()),
  what: _enum(["allocated", "in-use", "rss", "leak-per-stack"]),
  limitBytes: count,
  bytes: count,
  /** For leak-per-stack: the stack's innermost frame that somebody wrote. */
  position: nullable(positionSchema)
});
var creepSchema = object({
  package: string(),
  leg: string(),
  metric: _enum(metricNames),
  /** The old record: its commit, when that was made, and why this one (`oldest of 30 days`, `tag v1.4.0`). */
  commit: string(),
  committedAt: string(),
  reason: string(),
  base: amount,
  head: amount
});
var comparisonSchema = object({
  /** pass, warn and fail as the packages say; neutral: there was nothing to compare with. */
  status: _enum(["pass", "warn", "fail", "neutral"]),
  /** One sentence with the base and its reason: `base 3f2c1a9: first parent of the tested merge commit; record 2 commits older`. */
  summary: string(),
  base: nullable(object({ commit: string(), reason: string(), exact: boolean() })),
  packages: array(packageComparisonSchema),
  /** Sums over the packages that were compared. */
  totals: object({
    base: object({ allocBytes: amount, inuseBytes: amount }),
    head: object({ allocBytes: amount, inuseBytes: amount })
  }),
  /** Broken budgets. They hold with or without a base. */
  budgets: array(budgetSchema),
  creep: array(creepSchema),
  /** What could not be read or used: damaged records, accept entries that expired or fit nothing. */
  problems: array(string()),
  /** What was written to the store, or why nothing was. */
  recorded: nullable(
    object({ packages: count, store: string(), because: nullable(string()) })
  )
});

export {
  metricNames,
  whySchema,
  comparisonSchema
};
