import type { HeapFunction, HeapMetrics, HeapRecord } from '../report/heap-schema.ts';
import type { Amounts } from './flame-graph.ts';
import { others } from './test-of-places.ts';

/**
 * By how much each function grew between two records, with all that it called; the first name stands for the package. Null where
 * nobody knows: a record has only the largest functions, so that one that is missing in it may have been small or not there at all.
 */
export function functionGrowth(
  base: HeapRecord,
  head: HeapRecord,
  names: readonly string[],
): (Amounts | null)[] {
  const before = byName(base);
  const now = byName(head);
  return names.map((name, index) => {
    if (index === 0) return difference(whole(base.metrics), whole(head.metrics));
    const old = before.get(name) ?? (before.has(others) ? null : none);
    const fresh = now.get(name) ?? (now.has(others) ? null : none);
    if (old === null || fresh === null || (old === none && fresh === none)) return null;
    return difference(old, fresh);
  });
}

function difference(before: Amounts, now: Amounts): Amounts {
  return [now[0] - before[0], now[1] - before[1], now[2] - before[2]];
}

const none: Amounts = [0, 0, 0];

function byName(record: HeapRecord): Map<string, Amounts> {
  return new Map(record.functions.map((row) => [row.function, cumulative(row)]));
}

function whole({ allocBytes, allocObjects, inuseBytes }: HeapMetrics): Amounts {
  return [allocBytes ?? 0, allocObjects ?? 0, inuseBytes ?? 0];
}

function cumulative(row: HeapFunction): Amounts {
  return [row.cumulativeAllocBytes, row.cumulativeAllocObjects, row.cumulativeInuseBytes];
}
