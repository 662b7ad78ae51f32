import * as z from 'zod/mini';
import { recordParser } from '../../evidence/record-parser.ts';
import { whySchema } from '../../report/comparison-schema.ts';
import { readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';
import { writeAtomically } from '../run-folder.ts';

/** growth.json: what was found out about packages that grew, by `LEG PACKAGE`. */
const growthFileSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      escapes: whySchema.shape.escapes,
      escapesMissing: whySchema.shape.escapesMissing,
      command: whySchema.shape.command,
      /** Relative to the run folder. */
      page: z.nullable(z.string()),
    }),
  ),
  problems: z.array(z.string()),
});
export type GrowthFile = z.infer<typeof growthFileSchema>;

/** recorded.json: what went into the store. */
const recordedFileSchema = z.object({
  packages: z.int(),
  store: z.string(),
  because: z.nullable(z.string()),
});
export type RecordedFile = z.infer<typeof recordedFileSchema>;

const parseGrowth = recordParser(growthFileSchema);
const parseRecorded = recordParser(recordedFileSchema);
const maxFileBytes = 64 << 20;

export async function writeGrowth(out: string, file: GrowthFile): Promise<void> {
  await writeAtomically(layout.growth(out), JSON.stringify(file));
}

export async function readGrowth(out: string): Promise<GrowthFile | null> {
  return parseGrowth(await readBounded(layout.growth(out), maxFileBytes));
}

export async function writeRecorded(out: string, file: RecordedFile): Promise<void> {
  await writeAtomically(layout.recorded(out), JSON.stringify(file));
}

export async function readRecorded(out: string): Promise<RecordedFile | null> {
  return parseRecorded(await readBounded(layout.recorded(out), maxFileBytes));
}
