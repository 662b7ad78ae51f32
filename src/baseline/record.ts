import * as z from 'zod/mini';
import { crashSchema } from '../report/crash-schema.ts';
import { heapRecordSchema } from '../report/heap-schema.ts';
import { environmentSchemaOf, keySchemaOf } from '../report/measurement-schema.ts';

const text = z.string().check(z.maxLength(4096));
export const environmentSchema = environmentSchemaOf(text);
const commitSha = z.string().check(z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));

/** One package's figures at one commit. Written once, never changed. */
export const baselineRecordSchema = z.object({
  schema: z.literal(1),
  key: keySchemaOf(text),
  commit: commitSha,
  /** ISO 8601 */
  committedAt: text,
  recordedAt: text,
  environment: environmentSchema,
  record: heapRecordSchema,
});

/** The crashes of one run, so that later ones can be told from new ones, and what its packages took, to share them out. */
export const runRecordSchema = z.object({
  schema: z.literal(1),
  commit: commitSha,
  startedAt: text,
  crashes: z.array(crashSchema),
  /** What each package took in each leg; absent in records of earlier versions. */
  packages: z.optional(
    z.array(
      z.object({
        package: text,
        leg: text,
        elapsedMs: z.number().check(z.nonnegative()),
        peakRssBytes: z.nullable(z.int().check(z.nonnegative())),
      }),
    ),
  ),
});

export type { Key, RecordEnvironment } from '../report/measurement-schema.ts';
export type BaselineRecord = z.infer<typeof baselineRecordSchema>;
export type RunRecord = z.infer<typeof runRecordSchema>;
