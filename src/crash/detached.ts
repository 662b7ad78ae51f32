import { Buffer } from 'node:buffer';

/** The same text without the memory of the text that it was cut out of: engines keep all of that for a slice. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
