import * as z from 'zod/mini';
import type { HeapFigures } from '../heap/heap-figures.ts';
import type { HeapPlaces } from '../heap/heap-places.ts';
import { heapRecordSchema } from '../report/heap-schema.ts';

export const maxMemoBytes = 32 << 20;

const count = z.int().check(z.nonnegative());
const { tests, functions, holders, sampling } = heapRecordSchema.shape;
const memoSchema = z.object({
  /** Files are named relative to these. */
  places: z.object({
    package: z.string(),
    modulePath: z.nullable(z.string()),
    moduleDirectory: z.string(),
    repositoryDirectory: z.string(),
  }),
  figures: z.object({
    totals: z.object({
      allocBytes: count,
      allocObjects: count,
      inuseBytes: count,
      inuseObjects: count,
    }),
    ...{ tests, functions, holders, sampling },
  }),
});

/** The figures that an earlier run wrote down for the same places; null for anything else. */
export function parseFigures(json: string | null, places: HeapPlaces): HeapFigures | null {
  try {
    const parsed = memoSchema.safeParse(JSON.parse(json ?? ''));
    if (!parsed.success) return null;
    const names = Object.keys(places) as (keyof HeapPlaces)[];
    const same = names.every((name) => parsed.data.places[name] === places[name]);
    return same ? parsed.data.figures : null;
  } catch {
    return null;
  }
}
