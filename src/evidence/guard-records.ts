import * as z from 'zod/mini';
import { kernelLogSchema, memoryChangeSchema, vmstatChangeSchema } from './counters.ts';
import { recordParser } from './record-parser.ts';

const text = z.string().check(z.maxLength(4096));
const bytes = z.number().check(z.nonnegative());

export const guardTiers = ['cgroup', 'sudo', 'watcher', 'none'] as const;
export type GuardTier = (typeof guardTiers)[number];

/** guard.json: the ceiling that the keeper put over a leg, and by what means. */
const guardRecordSchema = z.object({
  schema: z.literal(1),
  tier: z.enum(guardTiers),
  cgroupVersion: z.nullable(z.union([z.literal(1), z.literal(2)])),
  ceilingBytes: z.nullable(bytes),
  memoryDir: text,
  scope: text,
  tried: z.array(z.object({ tier: text, problem: text })).check(z.maxLength(20)),
});
export type GuardRecord = z.infer<typeof guardRecordSchema>;

/** The guard's part of go-end.json: the groups of go test and of what it builds with, innermost first. */
export const guardEndSchema = z.extend(memoryChangeSchema, {
  /** Somebody removed the group while the tests ran. */
  vanished: z.boolean(),
  /** What could not be done: a group that would not go away, a watcher that stopped. */
  problems: z.optional(z.array(text).check(z.maxLength(1000))),
  vmstatOomKill: vmstatChangeSchema,
  kernelLog: z.nullish(kernelLogSchema),
});
export type GuardEnd = z.infer<typeof guardEndSchema>;

/** A line of watcher-kills.jsonl, written before the watcher kills. */
const watcherKillSchema = z.object({
  at: text,
  pid: z.int().check(z.positive()),
  /** The parents of the process, nearest first, up to the keeper. */
  ancestors: z.array(z.int()).check(z.maxLength(1000)),
  rssBytes: bytes,
  treeBytes: bytes,
  ceilingBytes: z.nullable(bytes),
  memAvailableBytes: z.nullable(bytes),
  name: text,
});
export type WatcherKill = z.infer<typeof watcherKillSchema>;

export const parseGuardRecord = recordParser(guardRecordSchema);
const parseWatcherKill = recordParser(watcherKillSchema);

/** The kills of the watcher; a line that is no such record (cut off, foreign) is left out. */
export function parseWatcherKills(jsonl: string | null): WatcherKill[] {
  return (jsonl ?? '').split('\n').flatMap((line) => {
    const kill = line === '' ? null : parseWatcherKill(line);
    return kill === null ? [] : [kill];
  });
}
