import * as z from 'zod/mini';
import { crashKinds } from '../crash/parsed-crash.ts';
import { causeIds } from '../report/cause-ids.ts';

const pattern = z.optional(z.string());

/** How a known crash is told from others: every condition that is given must hold. Patterns are `u` regular expressions. */
export const signatureSchema = z.strictObject({
  kind: z.enum(crashKinds),
  /** Of ParsedCrash.message. */
  message: pattern,
  /** Of the type of the last panic's value. */
  type: pattern,
  /** SIGSEGV */
  signal: z.optional(z.string()),
  /** Of the address that the signal is about: `^0x0$`. */
  address: pattern,
  /** Of one of ParsedCrash.notes. */
  note: pattern,
  /** Each of the function of a frame of the crashing stack, in this order from the innermost; others may stand between. */
  frames: z.optional(z.array(z.string())),
  /** Of the function of the innermost frame that is not the runtime's. */
  top: pattern,
  /** Of the state of the blamed goroutine: `^chan receive`. */
  state: pattern,
  /** Each of the state of another goroutine of the user's that waits: `^sync\.Mutex\.Lock$`. */
  others: z.optional(z.array(z.string())),
  /** Of the text of the blamed line. Unmet where the source cannot be read. */
  source: pattern,
  /** Of a race: what the access does that `frames`, `top` and `source` are about; that may be either of the two. */
  access: z.optional(z.enum(['read', 'write', 'atomic read', 'atomic write'])),
  /** Of a race: what the two accesses do, sorted. */
  accesses: z.optional(z.enum(['read/write', 'write/write', 'atomic'])),
});

/** One case of the catalog as the bundle carries it; catalog/FAMILY/ID/case.yaml is its source. */
export const knownCrashSchema = z.object({
  id: z.string(),
  family: z.string(),
  title: z.string(),
  cause: z.enum(causeIds),
  /** What it says, as an example. */
  message: z.string(),
  signatures: z.array(signatureSchema),
  /** For someone who has never seen it. Markdown, as the next two. */
  explanation: z.string(),
  rootCause: z.string(),
  fix: z.string(),
});

/** catalog.json, which stands beside the bundle. */
export const catalogSchema = z.object({
  families: z.array(z.object({ id: z.string(), title: z.string() })),
  crashes: z.array(knownCrashSchema),
});

export type Signature = z.infer<typeof signatureSchema>;
export type KnownCrash = z.infer<typeof knownCrashSchema>;
export type CatalogFile = z.infer<typeof catalogSchema>;
