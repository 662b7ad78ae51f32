import { join } from 'node:path';
import * as z from 'zod/mini';
import { recordParser } from '../../evidence/record-parser.ts';
import type { SeenLeak } from '../../leaks/together.ts';
import { leakSchema } from '../../report/leak-schema.ts';
import type { PackageRun } from '../../report/schema.ts';
import { readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';
import { writeAtomically } from '../run-folder.ts';

// legs/LEG/memory-leaks.json: what repeated runs of the tests kept more and more of.

const fileSchema = z.object({
  schema: z.literal(1),
  leaks: z.array(z.omit(leakSchema, { standing: true, accepted: true, expired: true })),
  /** Packages that were measured: of some of them not to the end. */
  seen: z.array(
    z.object({
      package: z.string(),
      how: z.enum(['all', 'some']),
      /** What could not be looked at, and why. */
      notes: z.optional(z.array(z.string())),
    }),
  ),
  spentMs: z.optional(z.number().check(z.nonnegative())),
});
export type MemoryLeaksFile = z.infer<typeof fileSchema>;
type Seen = MemoryLeaksFile['seen'][number];

const parse = recordParser(fileSchema);
const maxFileBytes = 16 << 20;

function pathOf(out: string, leg: string): string {
  return join(layout.leg(out, leg), 'memory-leaks.json');
}

export async function writeMemoryLeaks(
  out: string,
  leg: string,
  file: Omit<MemoryLeaksFile, 'schema'>,
): Promise<void> {
  await writeAtomically(pathOf(out, leg), JSON.stringify({ schema: 1, ...file }));
}

/** How long the tests of a leg were repeated for their memory. */
export async function memorySearchMs(out: string, leg: string): Promise<number> {
  return parse(await readBounded(pathOf(out, leg), maxFileBytes))?.spentMs ?? 0;
}

export interface MemoryLeaks {
  leaks: SeenLeak[];
  /** How much is known of a package in its leg; undefined where its memory was not measured there. */
  seen: (run: Pick<PackageRun, 'package' | 'leg'>) => 'all' | 'some' | undefined;
  /** What could not be looked at in it. */
  notes: (run: Pick<PackageRun, 'package' | 'leg'>) => readonly string[];
}

export async function readMemoryLeaks(
  out: string,
  legs: readonly { name: string }[],
): Promise<MemoryLeaks> {
  const leaks: SeenLeak[] = [];
  const seen = new Map<string, Seen>();
  for (const { name } of legs) {
    const file = parse(await readBounded(pathOf(out, name), maxFileBytes));
    for (const leak of file?.leaks ?? []) if (leak.kind === 'memory') leaks.push(leak);
    for (const one of file?.seen ?? []) seen.set(`${name} ${one.package}`, one);
  }
  const of = ({ leg, package: name }: Pick<PackageRun, 'package' | 'leg'>): Seen | undefined =>
    seen.get(`${leg} ${name}`);
  return { leaks, seen: (run) => of(run)?.how, notes: (run) => of(run)?.notes ?? [] };
}
