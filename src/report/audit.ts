import * as z from 'zod/mini';
import { auditKinds, type AuditKind } from './audit-kinds.ts';

// What `go-crash-guard audit --json` prints. Files below the module's folder, or in the module cache, are relative to that.

const count = z.number().check(z.nonnegative());

const place = z.object({ file: z.string(), line: count });
const frame = z.object({ function: z.string(), file: z.string(), line: count });

const findingSchema = z.object({
  kind: z.enum(Object.keys(auditKinds) as [AuditKind, ...AuditKind[]]),
  level: z.enum(['warning', 'note']),
  /** The call as it stands in the source, in one line. */
  what: z.string(),
  ...place.shape,
  /** Something decides whether it happens. */
  conditional: z.boolean(),
  /** In a test file, in a generated file. */
  test: z.boolean(),
  generated: z.boolean(),
  /**
   * From the initialiser (`init`, `var NAME`, `import`) to the function that does it; each step has the line of the call to the next,
   * the last one that of the action.
   */
  chain: z.array(frame),
  /** So many further initialisers lead to the same line. */
  also: count,
});

const costSchema = z.object({
  initMs: count,
  bytes: count,
  allocs: count,
  /** Of so many test binaries this is the middle one, or the package's own. */
  starts: count,
});

const packageSchema = z.object({
  package: z.string(),
  /** `own`: asked for, or of the module; `dependency`: of another module; `standard`: Go's. */
  role: z.enum(['own', 'dependency', 'standard']),
  /** Null where nothing was started, or where the package has nothing to initialise. */
  cost: z.nullable(costSchema),
  /** None are looked for in Go's own packages. */
  findings: z.array(findingSchema),
  /** Findings beyond the bound. */
  omitted: count,
  /** What could not be read, one sentence each. */
  problems: z.array(z.string()),
});

const startSchema = z.object({
  /** The package whose test binary was started. */
  package: z.string(),
  /** `stuck`: its initialisation did not end in time. */
  ending: z.enum(['exited', 'signaled', 'stuck', 'not-started', 'not-built']),
  exitCode: count,
  signal: z.string(),
  /** Whether it got as far as main. */
  ready: z.boolean(),
  elapsedMs: count,
  /** All packages together. */
  initMs: count,
  bytes: count,
  allocs: count,
  /** Of one that did not end well: what it said, and where it was. */
  said: z.nullable(z.string()),
  at: z.nullable(frame),
});

export const auditSchema = z.object({
  directory: z.string(),
  go: z.string(),
  /** The packages that were asked for. */
  named: z.array(z.string()),
  /** Own packages first, then what others cost, most expensive first. */
  packages: z.array(packageSchema),
  starts: z.array(startSchema),
  /** What could not be seen, one sentence each. */
  gaps: z.array(z.string()),
});

export type Audit = z.infer<typeof auditSchema>;
export type AuditedPackage = Audit['packages'][number];
export type AuditFinding = AuditedPackage['findings'][number];
export type AuditStart = Audit['starts'][number];
