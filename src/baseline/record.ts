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

/** Packages whose leaks are not all known; absent where nobody looked for leaks of that kind. */
const partly = z.optional(z.array(text));

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
  /** What its tests left behind; absent where nobody looked, and in records of earlier versions. */
  leaks: z.optional(
    z.object({
      found: z.array(
        z.object({
          kind: z.enum(['goroutine', 'memory']),
          package: text,
          fingerprint: text,
          /** `shop/pool.go:25`, for people; null where it has no line in the repository. */
          site: z.nullable(text),
        }),
      ),
      partly: z.object({ goroutine: partly, memory: partly }),
    }),
  ),
});

export type { Key, RecordEnvironment } from '../report/measurement-schema.ts';
export type BaselineRecord = z.infer<typeof baselineRecordSchema>;
export type RunRecord = z.infer<typeof runRecordSchema>;
