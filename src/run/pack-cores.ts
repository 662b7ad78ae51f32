import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { recordParser } from '../evidence/record-parser.ts';
import { packFile, type Packer } from '../machine/pack-file.ts';
import { writeAtomically } from './run-folder.ts';
import { readBounded } from './bounded-file.ts';
import { layout } from './layout.ts';

/** What all packed cores of a run may take; the oldest go first. */
export const maxPackedBytes = 512 * 1024 ** 2;

/** cores.json: what became of the cores. */
const ledgerSchema = z.object({
  schema: z.literal(1),
  kept: z.array(z.object({ path: z.string(), bytes: z.number(), packedBytes: z.number() })),
  problems: z.array(z.string()).check(z.maxLength(1000)),
});
type CoreLedger = z.infer<typeof ledgerSchema>;

const parseLedger = recordParser(ledgerSchema);

/** Packs each core of the run folder (a null packer: none) and drops the oldest beyond the bound. A core that cannot be packed stays as it is, if it fits. */
export async function packCores(
  out: string,
  packer: Packer | null,
  problems: readonly string[],
): Promise<void> {
  const ledger: CoreLedger = { schema: 1, kept: [], problems: [...problems] };
  const cores = await findCores(join(out, 'runs'));
  if (cores.length === 0 && problems.length === 0) return;
  for (const { path, bytes } of cores) {
    const packed = packer === null ? null : await packFile(path, packer);
    if (packed === null || 'problem' in packed) {
      if (packed !== null)
        ledger.problems.push(`${path.slice(out.length + 1)} was not packed: ${packed.problem}`);
      ledger.kept.push({ path, bytes, packedBytes: bytes });
    } else {
      await rm(path, { force: true });
      ledger.kept.push({ path: packed.path, bytes, packedBytes: packed.bytes });
    }
  }
  let total = ledger.kept.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
  while (total > maxPackedBytes) {
    const oldest = ledger.kept.shift();
    if (oldest === undefined) break;
    await rm(oldest.path, { force: true });
    total -= oldest.packedBytes;
    ledger.problems.push(
      `${oldest.path.slice(out.length + 1)} was dropped: cores may take ${String(maxPackedBytes / 1024 ** 2)} MiB in all`,
    );
  }
  await writeAtomically(layout.cores(out), `${JSON.stringify(ledger)}\n`);
}

/** What packing noted; null when there was nothing to note. */
export async function readCoreProblems(out: string): Promise<string[]> {
  return parseLedger(await readBounded(layout.cores(out), 1 << 20))?.problems ?? [];
}

/** Files named core in attempts' folders, oldest first. */
async function findCores(runs: string): Promise<{ path: string; bytes: number; at: number }[]> {
  const entries = await readdir(runs, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && entry.name === 'core')
      .filter((entry) => /(?:^|\/)attempt-\d+$/.test(entry.parentPath))
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const stats = await stat(path);
        return { path, bytes: stats.size, at: stats.mtimeMs };
      }),
  );
  return found.sort((a, b) => a.at - b.at);
}
