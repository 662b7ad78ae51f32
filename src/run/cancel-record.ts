import * as z from 'zod/mini';
import { readBounded } from './bounded-file.ts';
import type { CancelSignal } from './cancellation.ts';
import { layout } from './layout.ts';
import { writeAtomically } from './run-folder.ts';

const cancelSchema = z.object({ signal: z.string(), at: z.number() });

/** Notes in the run folder that the run was told to stop, before anything is stopped. */
export async function writeCancel(out: string, signal: CancelSignal): Promise<void> {
  await writeAtomically(layout.cancel(out), `${JSON.stringify({ signal, at: Date.now() })}\n`);
}

/** The signal and the time (epoch milliseconds) of a cancelled run; null for one that was not. */
export async function readCancel(out: string): Promise<z.infer<typeof cancelSchema> | null> {
  const text = await readBounded(layout.cancel(out), 1 << 16);
  if (text === null) return null;
  try {
    return cancelSchema.parse(JSON.parse(text));
  } catch {
    return { signal: 'unknown', at: 0 };
  }
}
