import { join } from 'node:path';
import { recordParser } from '../../evidence/record-parser.ts';
import { stressReportSchema, type StressReport } from '../../report/search-schema.ts';
import { readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';
import { writeAtomically } from '../run-folder.ts';

// legs/LEG/stress.json: how often the tests were repeated, and for how long.

const parse = recordParser(stressReportSchema);
const maxBytes = 64 << 20;

function pathOf(out: string, leg: string): string {
  return join(layout.leg(out, leg), 'stress.json');
}

export async function writeStress(out: string, leg: string, stress: StressReport): Promise<void> {
  await writeAtomically(pathOf(out, leg), JSON.stringify(stress));
}

/** Null where the leg was not stressed, or not to its end. */
export async function readStress(out: string, leg: string): Promise<StressReport | null> {
  return parse(await readBounded(pathOf(out, leg), maxBytes));
}
