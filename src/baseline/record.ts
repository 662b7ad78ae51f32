import * as z from 'zod/mini';
import { crashSchema } from '../report/crash-schema.ts';
import { heapRecordSchema } from '../report/heap-schema.ts';

const text = z.string().check(z.maxLength(4096));

/** Records with equal keys are measured in the same way. */
export const keySchema = z.object({
  module: text,
  package: text,
  leg: text,
  os: text,
  arch: text,
  /** `1.26` */
  go: text,
  race: z.boolean(),
  /** Build tags, sorted. */
  tags: z.array(text),
  /** Flags of go test that change what is measured (-run, -short, -cpu, -count=3 ...), in their order. */
  flags: z.array(text),
  /** Bytes between two samples; 0 without a profile. */
  rate: z.int().check(z.nonnegative()),
});

/** Where a record was measured: what differs makes figures less comparable, not incomparable. */
export const environmentSchema = z.object({
  /** `go1.26.3` */
  go: text,
  /** Of a hosted runner (ImageOS and ImageVersion); null elsewhere. */
  runnerImage: z.nullable(text),
  kernel: z.nullable(text),
  cpus: z.int(),
  gogc: z.nullable(text),
  gomemlimit: z.nullable(text),
});

const commitSha = z.string().check(z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));

/** One package's figures at one commit. Written once, never changed. */
export const baselineRecordSchema = z.object({
  schema: z.literal(1),
  key: keySchema,
  commit: commitSha,
  /** ISO 8601 */
  committedAt: text,
  recordedAt: text,
  environment: environmentSchema,
  record: heapRecordSchema,
});

/** The crashes of one run, so that later ones can be told from new ones. */
export const runRecordSchema = z.object({
  schema: z.literal(1),
  commit: commitSha,
  startedAt: text,
  crashes: z.array(crashSchema),
});

export type Key = z.infer<typeof keySchema>;
export type RecordEnvironment = z.infer<typeof environmentSchema>;
export type BaselineRecord = z.infer<typeof baselineRecordSchema>;
export type RunRecord = z.infer<typeof runRecordSchema>;
