import * as z from 'zod/mini';
import { positionSchema } from './cause-schema.ts';

const count = z.int().check(z.nonnegative());
const amount = z.number().check(z.nonnegative());

export const metricNames = [
  'allocBytes',
  'allocObjects',
  'inuseBytes',
  'liveHeapPeakBytes',
  'peakRssBytes',
  'goroutinesAtEnd',
  'bytesPerOp',
  'allocsPerOp',
] as const;

/**
 * same: within the noise. regressed: grew, confirmed, and is enforced: blocks. warned: grew, but by policy or because the base is
 * distant or from another environment it does not block. unconfirmed: grew, but did not when measured again, or could not be
 * measured again. accepted: grew, and the settings or a label say that this is wanted. improved: shrank by as much.
 */
export const metricVerdicts = [
  ...(['same', 'regressed', 'warned', 'unconfirmed', 'accepted', 'improved'] as const),
] as const;

export const metricComparisonSchema = z.object({
  metric: z.enum(metricNames),
  base: amount,
  head: amount,
  /** What the head may reach before it counts as grown: the largest of the four limits (relative, floor, history, sampling). */
  limit: amount,
  /** Which of them it is. */
  limitedBy: z.enum(['threshold', 'floor', 'history', 'sampling']),
  verdict: z.enum(metricVerdicts),
  /** All measurements of the head, the first one first; and of the base, where it was measured again. */
  runs: z.object({ head: z.array(amount), base: z.array(amount) }),
  /** One sentence for a person: why this verdict. */
  because: z.string(),
});

const growthSchema = z.object({
  base: z.object({ allocBytes: amount, allocObjects: amount, inuseBytes: amount }),
  head: z.object({ allocBytes: amount, allocObjects: amount, inuseBytes: amount }),
});

/** Why a package grew: the functions and tests that grew most, largest first, at most five each. */
export const whySchema = z.object({
  /** The metric that is explained. */
  metric: z.enum(metricNames),
  functions: z.array(
    z.extend(z.extend(positionSchema, growthSchema.shape), {
      test: z.nullable(z.string()),
      calledFrom: z.nullable(positionSchema),
      /** The function's lines in the head with the largest charge. */
      lines: z.array(
        z.object({
          line: count,
          allocBytes: amount,
          allocObjects: amount,
          inuseBytes: amount,
          source: z.string(),
        }),
      ),
    }),
  ),
  tests: z.array(z.extend(growthSchema, { test: z.string() })),
  /** What the compiler says is on the heap now and was not in the base (-gcflags=-m), on the lines of these functions. */
  escapes: z.array(z.object({ file: z.string(), line: count, text: z.string() })),
  /** Why there are no escapes, where nobody could look. */
  escapesMissing: z.nullable(z.string()),
  /** A command that shows more. */
  command: z.nullable(z.string()),
});

const baseOfPackageSchema = z.object({
  /** The commit that the record is of. */
  commit: z.string(),
  /** First-parent commits between it and the base. */
  distance: count,
  /** How its environment differs: `Go 1.26.1, now 1.26.3`; a base that differs never blocks by itself. */
  differences: z.array(z.string()),
});

export const packageComparisonSchema = z.object({
  package: z.string(),
  leg: z.string(),
  /** not-measured: it has no figures now (crashed, no profile). incomparable: measured in another way than the base. */
  state: z.enum(['compared', 'new', 'removed', 'renamed', 'not-measured', 'incomparable']),
  /** What there is to say about the state; null where it says all. */
  because: z.nullable(z.string()),
  renamedFrom: z.nullable(z.string()),
  base: z.nullable(baseOfPackageSchema),
  /** The worst of all below. */
  verdict: z.enum(metricVerdicts),
  metrics: z.array(metricComparisonSchema),
  /** Only tests with something other than `same`, worst first, at most 20. */
  tests: z.array(z.object({ test: z.string(), metrics: z.array(metricComparisonSchema) })),
  benchmarks: z.array(z.object({ name: z.string(), metrics: z.array(metricComparisonSchema) })),
  why: z.nullable(whySchema),
  /** The page with the flame graph, relative to the report; null where there is none. */
  page: z.nullable(z.string()),
  /** One of the metrics at earlier commits, oldest first, the base last, at most 20; absent where nothing changed or nothing is known. */
  history: z.optional(
    z.object({
      metric: z.enum(metricNames),
      points: z.array(z.object({ commit: z.string(), amount })),
    }),
  ),
});

export const budgetSchema = z.object({
  /** As the settings have it: package and test pattern. */
  rule: z.string(),
  package: z.string(),
  leg: z.string(),
  test: z.nullable(z.string()),
  what: z.enum(['allocated', 'in-use', 'rss', 'leak-per-stack']),
  limitBytes: count,
  bytes: count,
  /** For leak-per-stack: the stack's innermost frame that somebody wrote. */
  position: z.nullable(positionSchema),
});

export const creepSchema = z.object({
  package: z.string(),
  leg: z.string(),
  metric: z.enum(metricNames),
  /** The old record: its commit, when that was made, and why this one (`oldest of 30 days`, `tag v1.4.0`). */
  commit: z.string(),
  committedAt: z.string(),
  reason: z.string(),
  base: amount,
  head: amount,
});

export const comparisonSchema = z.object({
  /** pass, warn and fail as the packages say; neutral: there was nothing to compare with. */
  status: z.enum(['pass', 'warn', 'fail', 'neutral']),
  /** One sentence with the base and its reason: `base 3f2c1a9: first parent of the tested merge commit; record 2 commits older`. */
  summary: z.string(),
  base: z.nullable(z.object({ commit: z.string(), reason: z.string(), exact: z.boolean() })),
  packages: z.array(packageComparisonSchema),
  /** Sums over the packages that were compared. */
  totals: z.object({
    base: z.object({ allocBytes: amount, inuseBytes: amount }),
    head: z.object({ allocBytes: amount, inuseBytes: amount }),
  }),
  /** Broken budgets. They hold with or without a base. */
  budgets: z.array(budgetSchema),
  creep: z.array(creepSchema),
  /** What could not be read or used: damaged records, accept entries that expired or fit nothing. */
  problems: z.array(z.string()),
  /** What was written to the store, or why nothing was. */
  recorded: z.nullable(
    z.object({ packages: count, store: z.string(), because: z.nullable(z.string()) }),
  ),
});

export type MetricName = (typeof metricNames)[number];
export type MetricVerdict = (typeof metricVerdicts)[number];
export type MetricComparison = z.infer<typeof metricComparisonSchema>;
export type Why = z.infer<typeof whySchema>;
export type PackageComparison = z.infer<typeof packageComparisonSchema>;
export type BrokenBudget = z.infer<typeof budgetSchema>;
export type Creep = z.infer<typeof creepSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
