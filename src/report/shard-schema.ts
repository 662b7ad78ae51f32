import * as z from 'zod/mini';
import { measurementSchema } from './measurement-schema.ts';

const number = z.int().check(z.positive());

/** One of several jobs that share the packages of a run. */
export const shardSchema = z.object({
  /** From 1 to count. */
  index: number,
  count: number,
  /** The commit whose records say how long packages take; null where packages are shared out by their number. */
  weighedBy: z.nullable(z.string()),
  /** All packages of the run, of all shards, sorted: every shard must have had the same. */
  all: z.array(z.string()),
  /** Those of this shard. */
  own: z.array(z.string()),
  /** The names of all planned legs, also of those that have none of its packages; absent where that is not known. */
  legs: z.optional(z.array(z.string())),
  /** The settings let a run pass in which no test ran; only all shards together can tell. */
  emptyPasses: z.optional(z.boolean()),
  /** How its figures were measured, for the job that keeps those of all shards; absent where none are kept. */
  measured: z.optional(measurementSchema),
});

export type Shard = z.infer<typeof shardSchema>;
