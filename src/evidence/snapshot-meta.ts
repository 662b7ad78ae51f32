/** meta.txt of a snapshot: why the agent took it and what the process held then. Bytes; null for what it did not say. */
export interface SnapshotMeta {
  reason: string;
  elapsedMs: number | null;
  rssBytes: number | null;
  heapBytes: number | null;
  /** What the Go runtime had mapped in all (/memory/classes/total:bytes). */
  totalBytes: number | null;
  goroutines: number | null;
  /** Of the group that shares the ceiling. */
  usageBytes: number | null;
  ceilingBytes: number | null;
  gcMs: number | null;
  /** Every file of the snapshot was written. */
  complete: boolean;
}

/** Reads lines of `key value`; what is missing or no number is null. */
export function parseSnapshotMeta(text: string | null): SnapshotMeta | null {
  if (text === null) return null;
  const values = new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const at = line.indexOf(' ');
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1).trim()]];
    }),
  );
  const reason = values.get('reason');
  if (reason === undefined || !/^[a-z-]{1,30}$/.test(reason)) return null;
  const number = (key: string): number | null => {
    const value = values.get(key) ?? '';
    return /^\d{1,15}$/.test(value) ? Number(value) : null;
  };
  return {
    reason,
    elapsedMs: number('elapsedMs'),
    rssBytes: number('rssBytes'),
    heapBytes: number('heapBytes'),
    totalBytes: number('totalBytes'),
    goroutines: number('goroutines'),
    usageBytes: number('usageBytes'),
    ceilingBytes: number('ceilingBytes'),
    gcMs: number('gcMs'),
    complete: values.get('complete') === '1',
  };
}
