import { Buffer } from 'node:buffer';

/** The same text without the memory of the text that it was cut out of: engines keep all of that for a slice. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** The same value with all its texts detached. */
export function detachedValue<T>(value: T): T {
  if (typeof value === 'string') return detached(value) as T;
  if (Array.isArray(value)) return value.map(detachedValue) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, detachedValue(part)]),
  ) as T;
}
