import * as z from 'zod/mini';
import { recordParser } from '../evidence/record-parser.ts';
import type { Gap, PackageRun } from '../report/schema.ts';
import { readBounded } from './bounded-file.ts';
import { layout } from './layout.ts';
import type { RunPlanLeg } from './run-plan.ts';
import { writeAtomically } from './run-folder.ts';

const problems = z.array(z.string().check(z.maxLength(10_000))).check(z.maxLength(1000));

/** cores.json: what was arranged for cores, and what became of them. */
const ledgerSchema = z.object({
  schema: z.literal(1),
  /** Why there could be none, although they were wanted. */
  unavailable: z.nullable(z.string()),
  /** About core_pattern, since it was put back or should have been. */
  pattern: problems,
  /** Who could not be read, fetched or packed, and what was dropped. */
  problems,
  /** Paths are relative to the run folder. */
  kept: z.array(z.object({ path: z.string(), bytes: z.number(), packedBytes: z.number() })),
});
export type CoreLedger = z.infer<typeof ledgerSchema>;

const parseLedger = recordParser(ledgerSchema);

export const emptyLedger: CoreLedger = {
  schema: 1,
  unavailable: null,
  pattern: [],
  problems: [],
  kept: [],
};

export async function readCoreLedger(out: string): Promise<CoreLedger> {
  return parseLedger(await readBounded(layout.cores(out), 1 << 22)) ?? emptyLedger;
}

export async function writeCoreLedger(out: string, ledger: CoreLedger): Promise<void> {
  await writeAtomically(layout.cores(out), `${JSON.stringify(ledger)}\n`);
}

/** What the Report says about cores. That there could be none matters only where a process crashed. */
export function coreGaps(
  { unavailable, pattern, problems }: CoreLedger,
  legs: readonly RunPlanLeg[],
  packages: readonly PackageRun[],
): Gap[] {
  const dumping = new Set(legs.filter(({ race }) => !race).map(({ name }) => name));
  const missed = packages.some(({ leg, ending }) => dumping.has(leg) && ending === 'crashed');
  const all = [
    ...(unavailable !== null && missed ? [`no core was kept: ${unavailable}`] : []),
    ...pattern,
    ...problems,
  ];
  return all.map((what) => ({ what }));
}
