import * as z from 'zod/mini';

// How figures were measured, and of what: what a record of them needs beside the figures themselves.

type Text = z.ZodMiniString;

/** Figures with equal keys are measured in the same way. */
export const keySchemaOf = (text: Text) =>
  z.object({
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

/** Where figures were measured: what differs makes them less comparable, not incomparable. */
export const environmentSchemaOf = (text: Text) =>
  z.object({
    /** `go1.26.3` */
    go: text,
    /** Of a hosted runner (ImageOS and ImageVersion); null elsewhere. */
    runnerImage: z.nullable(text),
    kernel: z.nullable(text),
    cpus: z.int(),
    gogc: z.nullable(text),
    gomemlimit: z.nullable(text),
  });

/** The commit that was measured. */
export const headSchema = z.object({
  commit: z.nullable(z.string()),
  /** ISO 8601 */
  committedAt: z.nullable(z.string()),
  /** The work tree was as the commit has it. */
  clean: z.boolean(),
});

/** All of it for one run: the key of each package of a leg that takes profiles. The rate is known with the figures. */
export const measurementSchema = z.object({
  head: headSchema,
  environment: environmentSchemaOf(z.string()),
  keys: z.array(z.omit(keySchemaOf(z.string()), { rate: true })),
});

export type Key = z.infer<ReturnType<typeof keySchemaOf>>;
export type RecordEnvironment = z.infer<ReturnType<typeof environmentSchemaOf>>;
export type Measurement = z.infer<typeof measurementSchema>;
