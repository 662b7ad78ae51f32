import { access } from 'node:fs/promises';
import * as z from 'zod/mini';
import { readBounded } from './bounded-file.ts';
import { layout } from './layout.ts';

const goStartSchema = z.object({ keeperPid: z.int().check(z.positive()) });

/** Longer than a keeper's patience with tests that do not want to end (src/probe/keeper/follow.go). */
const patienceMs = 5000;
const pollMs = 20;

/**
 * Waits until the keeper of a leg whose supervisor died has stopped the tests and written its last record. At once for a leg
 * that came to its end, and for one whose keeper was killed too.
 */
export async function keeperGone(out: string, leg: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline && (await isCleaningUp(out, leg)))
    await new Promise((resolve) => setTimeout(resolve, pollMs));
}

async function isCleaningUp(out: string, leg: string): Promise<boolean> {
  const text = await readBounded(layout.goStart(out, leg), 1 << 20);
  if (text === null || (await exists(layout.goEnd(out, leg)))) return false;
  try {
    process.kill(goStartSchema.parse(JSON.parse(text)).keeperPid, 0);
    return true;
  } catch {
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
