import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * Reads at most maxBytes of a regular file as UTF-8; null when there is none. Links are not followed: a test process can write
 * into the run folder, and what is read here may leave the machine as an artifact.
 */
export async function readBounded(path: string, maxBytes: number): Promise<string | null> {
  const bytes = await readBoundedBytes(path, maxBytes);
  return bytes === null ? null : bytes.toString('utf8');
}

/** Adds a line to a regular file of ours; throws for anything else that somebody has put there. */
export async function appendLine(path: string, line: string): Promise<void> {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o644);
  try {
    if (!(await file.stat()).isFile()) throw new Error(`${path} is no regular file`);
    await file.write(`${line}\n`);
  } finally {
    await file.close();
  }
}

export async function readBoundedBytes(path: string, maxBytes: number): Promise<Buffer | null> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return null;
      const buffer = Buffer.alloc(Math.min(stats.size, maxBytes));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
