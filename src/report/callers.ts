import * as z from 'zod/mini';

// Who can reach a function: `explain --callers --json`. Files below the module's folder are relative to it.

const count = z.int().check(z.nonnegative());
const frame = { function: z.string(), file: z.string(), line: count };

export const callerRoots = [
  // TestAdd, FuzzAdd, BenchmarkAdd, ExampleAdd, TestMain
  'test',
  // main.main
  'main',
  // go worker()
  'goroutine',
  // an exported function or method that other modules can call
  'exported',
  // func init, var x = f()
  'init',
  // nobody is seen to call it: dead code, reflection, a template, a package that was not looked at
  'uncalled',
] as const;

const pathSchema = z.object({
  root: z.enum(callerRoots),
  /** From the root to the function; each step has the line of the call to the next, the last one that of its declaration. */
  steps: z.array(
    z.object({
      ...frame,
      /** `value`: the next is not called but handed over, for somebody else to call; '' for the last step. */
      how: z.enum(['call', 'go', 'defer', 'value', '']),
      /** The next may be what is called here, by its type and by what flows there; whether it is, is not known. */
      dynamic: z.boolean(),
      /** The library function that the next is handed to. */
      through: z.string(),
    }),
  ),
  /** Further roots from which the same way leads on, the first ten, and how many there are. */
  also: z.array(z.string()),
  alsoCount: count,
});

/** What is known about a function that was found. */
export const waysInSchema = z.object({
  /** The functions that were meant. */
  targets: z.array(z.object(frame)),
  /** The function literal could not be told from others: this is the function around it. */
  approximate: z.boolean(),
  paths: z.array(pathSchema),
  /** Ways in beyond the bound. */
  omitted: count,
  /** Packages that were left out, one sentence each. */
  problems: z.array(z.string()),
});

export const callersSchema = z.discriminatedUnion('kind', [
  z.extend(waysInSchema, { kind: z.literal('found') }),
  z.object({
    kind: z.literal('not-found'),
    /** Functions with a similar name. */
    candidates: z.array(z.string()),
    problems: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('unavailable'),
    because: z.string(),
    fix: z.string(),
  }),
]);

export type Callers = z.infer<typeof callersSchema>;
export type CallerPath = z.infer<typeof pathSchema>;
export type CallerRoot = CallerPath['root'];
