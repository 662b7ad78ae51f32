import { Buffer } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** A source file that is larger was not written by hand. */
export const maxSmallBytes = 4 * 1024 * 1024;

/** The text of a regular file of at most 4 MiB; null for everything else. Pipes and devices are not waited for. */
export function readSmallFile(path: string): string | null {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > maxSmallBytes) return null;
    const bytes = Buffer.alloc(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(file, bytes, length, bytes.length - length, length);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length).toString('utf8');
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}
