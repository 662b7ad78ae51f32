// What the kernel writes into its text files.

/** A whole number that stands alone; null for anything else, `max` included. */
export function parseNumber(text: string | null | undefined): number | null {
  const digits = text?.trim() ?? '';
  return /^\d{1,20}$/.test(digits) ? Number(digits) : null;
}

/** Version 1 writes "no limit" as the largest number of whole pages, such as 9223372036854771712. */
const unlimited = 2 ** 62;

/** A limit of a cgroup; null where there is none. */
export function parseLimit(text: string | null): number | null {
  const value = parseNumber(text);
  return value === null || value >= unlimited ? null : value;
}

/** The number after a key in lines such as `oom_kill 3`, `MemTotal:  24684096 kB` (as it stands, without the unit). */
export function numberAfter(text: string, key: string): number | null {
  const line = text.split('\n').find((candidate) => candidate.startsWith(key));
  const rest = line?.slice(key.length) ?? '';
  return /^[\s:]/.test(rest)
    ? parseNumber(/^:?\s*(?<digits>\d+)/.exec(rest)?.groups?.['digits'])
    : null;
}
