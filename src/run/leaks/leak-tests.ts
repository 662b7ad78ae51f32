import { join } from 'node:path';
import * as z from 'zod/mini';
import { recordParser } from '../../evidence/record-parser.ts';
import type { Leak } from '../../report/leak-schema.ts';
import { readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';
import { writeAtomically } from '../run-folder.ts';

// legs/LEG/leak-tests.json: the tests of leaks that no stack tells, found by running tests again.

const fileSchema = z.object({
  schema: z.literal(1),
  tests: z.array(z.object({ package: z.string(), fingerprint: z.string(), test: z.string() })),
});
export type LeakTest = z.infer<typeof fileSchema>['tests'][number];

const parse = recordParser(fileSchema);
const maxFileBytes = 4 << 20;

function pathOf(out: string, leg: string): string {
  return join(layout.leg(out, leg), 'leak-tests.json');
}

export async function writeLeakTests(
  out: string,
  leg: string,
  tests: readonly LeakTest[],
): Promise<void> {
  await writeAtomically(pathOf(out, leg), JSON.stringify({ schema: 1, tests }));
}

/** The leaks with the tests that were found for those of which no stack tells it. */
export async function withLeakTests(
  out: string,
  legs: readonly { name: string }[],
  leaks: readonly Leak[],
): Promise<Leak[]> {
  if (leaks.every(({ test }) => test !== null)) return [...leaks];
  const found = new Map<string, string>();
  for (const { name } of legs)
    for (const one of parse(await readBounded(pathOf(out, name), maxFileBytes))?.tests ?? [])
      found.set(keyOf(one), one.test);
  return leaks.map((leak) => ({ ...leak, test: leak.test ?? found.get(keyOf(leak)) ?? null }));
}

function keyOf({ package: name, fingerprint }: Pick<Leak, 'package' | 'fingerprint'>): string {
  return `${fingerprint} ${name}`;
}
