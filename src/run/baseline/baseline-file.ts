import * as z from 'zod/mini';
import { recordParser } from '../../evidence/record-parser.ts';
import { metricNames } from '../../report/comparison-schema.ts';
import { heapMetricsSchema, heapRecordSchema } from '../../report/heap-schema.ts';
import { measurementSchema } from '../../report/measurement-schema.ts';
import { readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';
import { writeAtomically } from '../run-folder.ts';

const count = z.int().check(z.nonnegative());
const bytes = z.nullable(count);
const { tests } = heapRecordSchema.shape;
const policies = z.record(z.enum(metricNames), z.enum(['enforce', 'warn', 'off']));

const packageBaseSchema = z.object({
  package: z.string(),
  leg: z.string(),
  record: heapRecordSchema,
  commit: z.string(),
  distance: count,
  differences: z.array(z.string()),
  renamedFrom: z.nullable(z.string()),
  history: z.array(
    z.object({
      commit: z.string(),
      committedAt: z.string(),
      metrics: heapMetricsSchema,
      tests,
    }),
  ),
  old: z.nullable(
    z.object({
      commit: z.string(),
      committedAt: z.string(),
      reason: z.string(),
      metrics: heapMetricsSchema,
    }),
  ),
});

/**
 * baseline.json: what the run is compared with and by what rules. It is written before the tests run, so that the run folder alone
 * is enough to make the comparison.
 */
const baselineFileSchema = z.object({
  schema: z.literal(1),
  run: z.string(),
  settings: z.object({
    threshold: z.number(),
    confirm: z.enum(['head', 'base', 'off']),
    metrics: policies,
    budgets: z.array(
      z.object({
        package: z.string(),
        test: z.nullable(z.string()),
        allocatedBytes: bytes,
        inuseBytes: bytes,
        rssBytes: bytes,
        leakPerStackBytes: bytes,
        where: z._default(z.string(), '.crash-guard.yml heap[budgets]'),
      }),
    ),
    accept: z.array(
      z.object({
        package: z.string(),
        test: z.nullable(z.string()),
        metric: z.enum(metricNames),
        cap: z.union([
          z.object({ kind: z.literal('amount'), amount: z.number() }),
          z.object({ kind: z.literal('factor'), factor: z.number() }),
        ]),
        until: z.string(),
        reason: z.string(),
        where: z.string(),
      }),
    ),
  }),
  store: z.nullable(z.string()),
  ...measurementSchema.shape,
  /** `2026-12-31` */
  today: z.string(),
  base: z.nullable(
    z.object({
      commit: z.string(),
      reason: z.string(),
      exact: z.boolean(),
      ancestors: z.array(z.string()),
    }),
  ),
  noBase: z.string(),
  bases: z.array(packageBaseSchema),
  /** What the base has records of and this run does not name, where it runs the whole module: removed, or renamed. */
  gone: z.array(packageBaseSchema),
  /** The run was told to take some packages of the module only. */
  partial: z.optional(z.boolean()),
  /** All packages, where the run takes a share of them only. */
  elsewhere: z.optional(z.array(z.string())),
  accepted: z.nullable(z.object({ actor: z.string(), at: z.string() })),
  problems: z.array(z.string()),
});

export type BaselineFile = z.infer<typeof baselineFileSchema>;
export type StoredBase = z.infer<typeof packageBaseSchema>;

const parseBaseline = recordParser(baselineFileSchema);
const maxFileBytes = 512 << 20;

export async function writeBaselineFile(out: string, file: BaselineFile): Promise<void> {
  await writeAtomically(layout.baseline(out), `${JSON.stringify(file)}\n`);
}

/** The baseline of a run folder; null when it has none that can be read. */
export async function readBaselineFile(out: string): Promise<BaselineFile | null> {
  return parseBaseline(await readBounded(layout.baseline(out), maxFileBytes));
}
