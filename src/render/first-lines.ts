import { clip, printable } from '../report/format.ts';

const maxChars = 1000;
/** More than is shown, because control characters and rules are not. */
const maxCharsRead = 16 * 1024;

/** The value with every text in it cut down to its first line that says something, fit for a terminal. */
export function firstLines<T>(value: T): T {
  return inEvery(value) as T;
}

function inEvery(value: unknown): unknown {
  if (typeof value === 'string') return firstLine(value);
  if (Array.isArray(value)) return value.map(inEvery);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inEvery(each)]));
}

/** Race reports begin with a rule of equals signs. */
function firstLine(text: string): string {
  const lines = printable(clip(text, maxCharsRead)).split('\n');
  return clip(lines.find((line) => /[^=\s]/.test(line)) ?? '', maxChars);
}
