import { readdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { recordParser } from '../evidence/record-parser.ts';
import { readBounded } from './bounded-file.ts';
import { goTestFiles, layout } from './layout.ts';

/** What a further go test is for. */
export const roundPurposes = ['rebuild', 'restart', 'exit', 'strace', 'runtime'] as const;
export type RoundPurpose = (typeof roundPurposes)[number];

/** The others only look closer at a process that died. */
export function givesResults(purpose: RoundPurpose): purpose is 'rebuild' | 'restart' {
  return purpose === 'rebuild' || purpose === 'restart';
}

/** round.json: a further go test of a leg, and what for. */
const roundSchema = z.object({
  schema: z.literal(1),
  purpose: z.enum(roundPurposes),
  packages: z.array(z.string()),
  command: z.array(z.string()),
});
export type RoundRecord = z.infer<typeof roundSchema>;

const parseRound = recordParser(roundSchema);

/** Written before its go test starts. */
export async function writeRound(folder: string, round: RoundRecord): Promise<void> {
  await writeFile(goTestFiles.round(folder), JSON.stringify(round));
}

/** The rounds of a leg in their order, with their folders. */
export async function readRounds(
  out: string,
  leg: string,
): Promise<{ folder: string; round: RoundRecord }[]> {
  const parent = dirname(layout.round(out, leg, 1));
  const numbers = (await readdir(parent).catch(() => []))
    .filter((entry) => /^[1-9]\d{0,3}$/.test(entry))
    .map(Number)
    .sort((a, b) => a - b);
  const found = [];
  for (const number of numbers) {
    const folder = layout.round(out, leg, number);
    const round = parseRound(await readBounded(goTestFiles.round(folder), 1 << 20));
    if (round !== null) found.push({ folder, round });
  }
  return found;
}
