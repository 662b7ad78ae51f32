import * as z from 'zod/mini';
import { recordParser } from './record-parser.ts';

// What the shim found in an attempt that was run to look closer (src/probe/shim, diagnose).

const text = z.string().check(z.maxLength(4096));

/** exit-trace.json: the stack of whoever ended the process, innermost frame first. */
const exitTraceSchema = z.object({
  schema: z.literal(1),
  method: text,
  /** Null when nothing called exit. */
  exitCode: z.nullable(z.int()),
  /** The same stack as the Go runtime would have printed it; null where no Go function was found. */
  goroutine: z.nullish(z.string().check(z.maxLength(1 << 20))),
  /** C functions have no names here: one frame `C code`, with the file that it was loaded from and line 0, stands for them. */
  frames: z
    .array(z.object({ function: text, file: text, line: z.int().check(z.nonnegative()) }))
    .check(z.maxLength(64)),
  supported: z.boolean(),
  problem: z.nullable(text),
});
export type ExitTrace = z.infer<typeof exitTraceSchema>;

/** strace.json: the last system call that failed before the process died. */
const straceSchema = z.object({
  schema: z.literal(1),
  supported: z.boolean(),
  /** Why nothing was traced. */
  problem: z.nullish(text),
  lastFailed: z.nullable(
    z.object({
      syscall: z.string().check(z.regex(/^[a-z0-9_]{1,64}$/)),
      errno: z.string().check(z.regex(/^E[A-Z0-9]{1,20}$/)),
      line: text,
    }),
  ),
  tail: z.array(text).check(z.maxLength(20)),
});
export type Strace = z.infer<typeof straceSchema>;

/** runtime-trace.json: the end of what the runtime's own tracing printed (GODEBUG). */
const runtimeTraceSchema = z.object({
  schema: z.literal(1),
  /** The package whose initialisation ended last. */
  lastInit: z.nullable(text),
  gcs: z.int().check(z.nonnegative()),
  lastGc: z.nullable(text),
  lastSched: z.nullable(text),
});
export type RuntimeTrace = z.infer<typeof runtimeTraceSchema>;

export const parseExitTrace = recordParser(exitTraceSchema);
export const parseStrace = recordParser(straceSchema);
export const parseRuntimeTrace = recordParser(runtimeTraceSchema);
