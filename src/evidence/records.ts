import * as z from 'zod/mini';

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
});
export type StartRecord = z.infer<typeof startRecordSchema>;

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
});
export type GoEndRecord = z.infer<typeof goEndRecordSchema>;

export const parseStartRecord = parser(startRecordSchema);
export const parseEndRecord = parser(endRecordSchema);
export const parseGoEndRecord = parser(goEndRecordSchema);

/** A parser that yields null for anything that is no such record: half a file, another schema, nonsense. */
function parser<T extends z.ZodMiniType>(schema: T): (json: string | null) => z.infer<T> | null {
  return (json) => {
    if (json === null) return null;
    try {
      const parsed = schema.safeParse(JSON.parse(json));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  };
}
