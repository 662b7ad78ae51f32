import * as z from 'zod/mini';
import { heapMetrics, type MetricWord } from '../report/heap-metric.ts';
import { baselineFix, parseBaseline } from './baseline-choice.ts';
import { isCalendarDay } from './calendar-day.ts';
import { capFix, parseCap } from './growth-cap.ts';
import { parsePercent, parseSize, sizeUnits } from './size.ts';

// What a settings file may say about heap usage: `baseline`, `heap-threshold` and the mapping `heap`.

const metricWords = Object.values(heapMetrics).map(({ word }) => word) as [
  MetricWord,
  ...MetricWord[],
];
export const metricPolicies = ['enforce', 'warn', 'off'] as const;
export const confirmModes = ['head', 'base', 'off'] as const;

const maxThresholdPercent = 1000;
const maxEntries = 1000;
const maxTextLength = 1000;

/** A text for which `parse` says no problem. */
const parsed = (parse: (text: string) => object): z.ZodMiniString =>
  z.string().check(
    z.refine((text) => !('problem' in parse(text)), {
      error: ({ input }) => {
        const result = parse(String(input));
        return 'problem' in result ? String(result.problem) : '';
      },
    }),
  );

export const baselineSchema = parsed(parseBaseline).check(
  z.describe(
    'Where the figures of earlier commits are kept: git (a branch of the repository; the default), file:PATH (a folder), none',
  ),
);

export const thresholdSchema = z.string().check(
  z.refine((text) => (parsePercent(text) ?? Infinity) <= maxThresholdPercent, {
    error: `is no share between 0% and ${String(maxThresholdPercent)}%`,
  }),
  z.describe('How much more counts as grown, for example 5% (the default)'),
);

const size = z
  .string()
  .check(z.refine((text) => (parseSize(text) ?? 0) > 0, { error: 'is no size above zero' }));

const pattern = z.string().check(
  z.maxLength(maxTextLength, { error: 'is too long' }),
  z.refine((text) => /^[^\s-]\S*$/.test(text), { error: 'is no package pattern' }),
  z.describe(
    'A package, ./store or an import path; ... stands for anything, * for anything without a slash',
  ),
);
const testPattern = z.string().check(
  z.maxLength(maxTextLength, { error: 'is too long' }),
  z.refine((text) => text.trim() !== '', { error: 'names no test' }),
  z.describe('A test, * stands for anything; without it the whole package is meant'),
);

const budgetEntrySchema = z.strictObject({
  package: pattern,
  test: z.optional(testPattern),
  allocated: z.optional(size.check(z.describe('Allocated in all, for example 64MiB'))),
  'in-use': z.optional(size.check(z.describe('In use at the end'))),
  rss: z.optional(size.check(z.describe('Peak of the resident memory of the process'))),
  'leak-per-stack': z.optional(size.check(z.describe('What one stack may hold at the end'))),
});

const cap = z.union([z.string(), z.int()]).check(
  z.refine((value) => !('problem' in parseCap(value)), {
    error: ({ input }) => {
      const result = parseCap(input as string | number);
      return 'problem' in result ? result.problem : '';
    },
  }),
  z.describe('What the figure may reach: 120MiB, 5000, or +30% over the base'),
);

const acceptEntrySchema = z.strictObject({
  package: pattern,
  test: z.optional(testPattern),
  metric: z.enum(metricWords),
  'up-to': cap,
  until: z
    .string()
    .check(
      z.refine(isCalendarDay, { error: 'is no day of the calendar' }),
      z.describe('The last day on which this holds, for example 2026-12-31'),
    ),
  reason: z.string().check(
    z.maxLength(maxTextLength, { error: 'is too long' }),
    z.refine((text) => text.trim() !== '', { error: 'gives no reason' }),
    z.describe('Why this growth is wanted'),
  ),
});

const branch = z.string().check(
  z.maxLength(maxTextLength, { error: 'is too long' }),
  z.refine((text) => /^[^\s~^:\\-][^\s~^:\\]*$/.test(text), { error: 'is no name of a branch' }),
);

const policy = z.optional(z.enum(metricPolicies));
const metricsSchema = z.strictObject(
  Object.fromEntries(metricWords.map((word) => [word, policy])) as Record<
    MetricWord,
    typeof policy
  >,
);

export const heapFileSchema = z.strictObject({
  branches: z.optional(
    z
      .array(branch)
      .check(
        z.maxLength(maxEntries, { error: 'are too many' }),
        z.describe(
          'Branches whose pushes are recorded; default: the default branch, main and master',
        ),
      ),
  ),
  confirm: z.optional(
    z
      .enum(confirmModes)
      .check(
        z.describe(
          'What is measured again before a growth counts: head (the default), base (the base commit as well), off',
        ),
      ),
  ),
  metrics: z.optional(
    metricsSchema.check(
      z.describe('Whether a growth of each figure fails the run, warns, or is off'),
    ),
  ),
  budgets: z.optional(
    z
      .array(budgetEntrySchema)
      .check(
        z.maxLength(maxEntries, { error: 'are too many' }),
        z.describe('What a package or test may never reach, with or without a base'),
      ),
  ),
  accept: z.optional(
    z
      .array(acceptEntrySchema)
      .check(
        z.maxLength(maxEntries, { error: 'are too many' }),
        z.describe('Growth that is wanted, up to a cap and until a day'),
      ),
  ),
});
export type HeapFile = z.infer<typeof heapFileSchema>;

const sizeFix = `give a size such as 64MiB (units: ${sizeUnits})`;
const patternFix = 'give a package such as ./store, ./store/... or an import path';
const testFix = 'give the name of a test such as TestOrders or Test*, or leave it out';

/** What to do about a wrong value; `[]` stands for an entry of a list. */
export const heapFixes: Readonly<Record<string, string>> = {
  baseline: baselineFix,
  'heap-threshold': 'give a share such as 5%',
  heap: 'give a mapping with branches, confirm, metrics, budgets, accept',
  'heap.branches': 'give a list of branches such as [main, release/1.x]',
  'heap.branches.[]': 'give the name of a branch such as main or release/1.x',
  'heap.metrics': `give a mapping of ${metricWords.join(', ')} to ${metricPolicies.join(', ')}`,
  'heap.budgets': 'give a list of mappings, each with a package and what it may not reach',
  'heap.budgets.[]': 'give a mapping with package, test, allocated, in-use, rss, leak-per-stack',
  'heap.budgets.[].package': patternFix,
  'heap.budgets.[].test': testFix,
  'heap.budgets.[].allocated': sizeFix,
  'heap.budgets.[].in-use': sizeFix,
  'heap.budgets.[].rss': sizeFix,
  'heap.budgets.[].leak-per-stack': sizeFix,
  'heap.accept': 'give a list of mappings, each with package, metric, up-to, until, reason',
  'heap.accept.[]': 'give a mapping with package, test, metric, up-to, until, reason',
  'heap.accept.[].package': patternFix,
  'heap.accept.[].test': testFix,
  'heap.accept.[].up-to': capFix,
  'heap.accept.[].until': 'give the last day on which it holds, such as 2026-12-31',
  'heap.accept.[].reason': 'say in a sentence why this growth is wanted',
};
