import { access } from 'node:fs/promises';
import * as z from 'zod/mini';
import { readBounded } from './bounded-file.ts';
import { goTestFiles } from './layout.ts';

const goStartSchema = z.object({ keeperPid: z.int().check(z.positive()) });

/** Longer than a keeper's patience with tests that do not want to end (src/probe/keeper/follow.go). */
const patienceMs = 5000;
const pollMs = 20;

/**
 * Waits until the keeper of a go test whose supervisor died has stopped the tests and written its last record. At once for one
 * that came to its end, and for one whose keeper was killed too.
 */
export async function keeperGone(folder: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline && (await isCleaningUp(folder)))
    await new Promise((resolve) => setTimeout(resolve, pollMs));
}

async function isCleaningUp(folder: string): Promise<boolean> {
  const text = await readBounded(goTestFiles.goStart(folder), 1 << 20);
  if (text === null || (await exists(goTestFiles.goEnd(folder)))) return false;
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
