import * as z from 'zod/mini';
import {
  kernelLogSchema,
  memoryChangeSchema,
  pidsChangeSchema,
  vmstatChangeSchema,
} from './counters.ts';
import { guardEndSchema } from './guard-records.ts';
import { recordParser } from './record-parser.ts';

// What shim and keeper (src/probe) write into the run folder. All of it is untrusted: the tests could have written there too.

const text = z.string().check(z.maxLength(100_000));
const nullableInt = z.nullable(z.int());
// SIGKILL, SIG40: the name is shown to people, so nothing else may stand there.
const signal = z.nullable(z.string().check(z.regex(/^SIG[A-Z0-9]{1,12}$/)));
const limit = z.object({ soft: z.nullable(z.number()), hard: z.nullable(z.number()) });

const startRecordSchema = z.object({
  schema: z.literal(1),
  run: text,
  record: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  package: text,
  leg: text,
  attempt: z.int().check(z.positive()),
  pid: z.int().check(z.positive()),
  startedAt: text,
  limits: z.record(z.string(), limit),
  /** The memory group that the process started in; `own` when it holds nothing else. */
  cgroup: z.nullish(z.object({ version: z.number(), path: text, own: z.boolean() })),
  oomScoreAdj: z.nullish(z.int()),
  /** Not a run for results: one that looks closer (exit, strace, runtime). */
  diagnose: z.optional(text),
  args: z.optional(z.array(text).check(z.maxLength(1000))),
  /** The number of the further run that it belongs to; absent in go test's own. */
  rerun: z.optional(z.int().check(z.positive())),
});
export type StartRecord = z.infer<typeof startRecordSchema>;

/** What the shim saw when the process was dead and not yet reaped. */
const deathSchema = z.object({
  memory: z.nullable(memoryChangeSchema),
  pids: z.nullable(pidsChangeSchema),
  vmstatOomKill: vmstatChangeSchema,
  memAvailableBytes: z.nullable(z.number()),
  swapFreeBytes: z.nullable(z.number()),
  /** Its control group was gone before it could be read. */
  vanished: z.boolean(),
  /** Read only where a line could say something: after a signal, or when a counter grew. */
  kernelLog: z.nullable(kernelLogSchema),
  /** ENOEXEC: why it could not be started. */
  errno: z.nullable(z.string().check(z.regex(/^E[A-Z0-9]{1,20}$/))),
  /** File names in the attempt's folder. */
  coreFile: z.nullable(text),
  binary: z.nullable(text),
  /** As the process had them at its end: a program may lower its own. Null where they cannot be read. */
  limits: z.nullish(z.record(z.string(), limit)),
});
export type Death = z.infer<typeof deathSchema>;

const endRecordSchema = z.object({
  schema: z.literal(1),
  run: text,
  record: text,
  endedAt: text,
  elapsedMs: z.number().check(z.nonnegative()),
  exitCode: nullableInt,
  signal,
  coreDumped: z.boolean(),
  maxRssBytes: z.number().check(z.nonnegative()),
  startError: z.nullable(text),
  parentGone: z.boolean(),
  userCpuMs: z.optional(z.number()),
  systemCpuMs: z.optional(z.number()),
  forwardedSignals: z.optional(z.array(text).check(z.maxLength(10_000))),
  /** Absent on systems where nothing of it can be read. */
  evidence: z.nullish(deathSchema),
  rerun: z.optional(z.int().check(z.positive())),
});
export type EndRecord = z.infer<typeof endRecordSchema>;

const goEndRecordSchema = z.object({
  schema: z.literal(1),
  endedAt: text,
  elapsedMs: z.number().check(z.nonnegative()),
  exitCode: nullableInt,
  signal,
  startError: z.nullable(text),
  /** '' for a run that nobody stopped; `supervisor-gone` for one whose supervisor died. */
  cancelled: z.string(),
  /** When the keeper learned of it, before it stopped anything. */
  cancelledAt: z.nullable(text),
  swept: z.int(),
  guard: z.nullish(guardEndSchema),
});
export type GoEndRecord = z.infer<typeof goEndRecordSchema>;

export const parseStartRecord = recordParser(startRecordSchema);
export const parseEndRecord = recordParser(endRecordSchema);
export const parseGoEndRecord = recordParser(goEndRecordSchema);
