import { AsyncLocalStorage } from 'node:async_hooks';
import { debug } from '@actions/core';

const chattering = new AsyncLocalStorage<true>();

/**
 * Runs what tells its progress on stdout. Its lines are kept for the debug log; workflow commands among them (what is to be masked,
 * warnings) go through, and so does what others print meanwhile.
 */
export async function withoutChatter<T>(work: () => Promise<T>): Promise<T> {
  const { stdout } = process;
  const before = Reflect.get(stdout, 'write');
  const write = before.bind(stdout);
  const quietWrite = (chunk: string | Uint8Array, ...rest: []): boolean => {
    const isChatter =
      chattering.getStore() === true && typeof chunk === 'string' && !chunk.startsWith('::');
    if (!isChatter) return write(chunk, ...rest);
    debug(chunk.trimEnd());
    return true;
  };
  stdout.write = quietWrite;
  try {
    return await chattering.run(true, work);
  } finally {
    // Somebody who began later still stands before us, and lets everything through when done.
    if (stdout.write === quietWrite) stdout.write = before;
  }
}
