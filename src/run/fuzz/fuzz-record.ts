import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { recordParser } from '../../evidence/record-parser.ts';
import { readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';

const count = z.int().check(z.nonnegative());

/** fuzz.json: one go test of a fuzz target, written before it starts. */
const fuzzRecordSchema = z.object({
  schema: z.literal(1),
  number: z.int().check(z.positive()),
  package: z.string(),
  target: z.string().check(z.regex(/^Fuzz[\p{L}\p{Nd}_]{0,500}$/u)),
  /** It makes inputs, or it runs one again that failed; also under the bound of memory that a fuzzing process has. */
  purpose: z.enum(['fuzz', 'replay', 'bounded-replay']),
  /** What each target gets; of a replay the time after which it is stopped. */
  budgetMs: count,
  fuzzMs: count,
  workers: count,
  dataLimitBytes: z.nullable(count),
  /** Why there is more than one. */
  because: z.nullable(z.string()),
  /** The name of the input that is run again. */
  input: z.nullable(z.string().check(z.regex(/^[0-9a-f]{16,64}$/))),
  command: z.array(z.string()),
});
export type FuzzRecord = z.infer<typeof fuzzRecordSchema>;

/** result.json: what it left; absent where nobody saw its end. */
const fuzzResultSchema = z.object({
  schema: z.literal(1),
  elapsedMs: count,
  /** It outlived its time. */
  overran: z.boolean(),
  input: z.nullable(
    z.object({ name: z.string().check(z.regex(/^[0-9a-f]{16,64}$/)), bytes: count }),
  ),
  /** What could not be kept or cleaned up. */
  problems: z.array(z.string()),
});
export type FuzzResult = z.infer<typeof fuzzResultSchema>;

const fuzzProblemsSchema = z.object({ schema: z.literal(1), problems: z.array(z.string()) });

const parseProblems = recordParser(fuzzProblemsSchema);
const parseRecord = recordParser(fuzzRecordSchema);
const parseResult = recordParser(fuzzResultSchema);
const maxBytes = 4 << 20;

export function fuzzFolder(out: string, leg: string, number: number): string {
  return join(layout.leg(out, leg), 'fuzz', String(number));
}

/** Where a failing input is kept: laid out as in the folder of its package. */
export function keptInput(folder: string, target: string, name: string): string {
  return join(folder, 'testdata', 'fuzz', target, name);
}

export async function writeFuzzRecord(folder: string, record: FuzzRecord): Promise<void> {
  await writeFile(join(folder, 'fuzz.json'), JSON.stringify(record));
}

export async function writeFuzzResult(folder: string, result: FuzzResult): Promise<void> {
  await writeFile(join(folder, 'result.json'), JSON.stringify(result));
}

export async function readFuzzResult(folder: string): Promise<FuzzResult | null> {
  return parseResult(await readBounded(join(folder, 'result.json'), maxBytes));
}

/** The go tests of a leg that fuzzed, in their order. */
export async function readFuzzRecords(
  out: string,
  leg: string,
): Promise<{ folder: string; record: FuzzRecord }[]> {
  const parent = dirname(fuzzFolder(out, leg, 1));
  const numbers = (await readdir(parent).catch(() => []))
    .filter((entry) => /^[1-9]\d{0,5}$/.test(entry))
    .map(Number)
    .sort((a, b) => a - b);
  const found = [];
  for (const number of numbers) {
    const folder = fuzzFolder(out, leg, number);
    const record = parseRecord(await readBounded(join(folder, 'fuzz.json'), maxBytes));
    if (record !== null) found.push({ folder, record });
  }
  return found;
}

/** Notes beside the go tests of a leg that fuzzed what could not be done for all of them. */
export async function writeFuzzProblems(
  out: string,
  leg: string,
  problems: readonly string[],
): Promise<void> {
  await writeFile(problemsPath(out, leg), JSON.stringify({ schema: 1, problems }));
}

export async function readFuzzProblems(out: string, leg: string): Promise<string[]> {
  return parseProblems(await readBounded(problemsPath(out, leg), maxBytes))?.problems ?? [];
}

function problemsPath(out: string, leg: string): string {
  return join(layout.leg(out, leg), 'fuzz', 'problems.json');
}
