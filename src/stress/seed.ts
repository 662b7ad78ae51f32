import { createHash } from 'node:crypto';

/** A positive number of 31 bits, the same for the same words: a seed for -shuffle and for disturbed scheduling. */
export function seedOf(...words: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(JSON.stringify(words)).digest();
  return (digest.readUInt32BE(0) >>> 1) + 1;
}
