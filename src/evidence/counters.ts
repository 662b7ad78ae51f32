import * as z from 'zod/mini';

// What the kernel counts for a group of processes, as the probe writes it down (src/probe/internal/cgroup).

const count = z.nullable(z.number().check(z.nonnegative()));
const path = z.string().check(z.maxLength(4096));

/** One control group's memory controller at one moment; bytes and events; null for what cannot be read. */
const memoryLevelSchema = z.object({
  path,
  /** null: no limit here. */
  limitBytes: count,
  usageBytes: count,
  peakBytes: count,
  /** memory.events `oom`: an allocation was about to fail at a limit of this group (cgroup v2). */
  oom: count,
  /** Processes that the OOM killer ended: in this group and below it (v2), in this group alone (v1). */
  oomKill: count,
  oomKillLocal: count,
  /** How often the limit was reached: memory.events `max` (v2), memory.failcnt (v1). */
  limitHits: count,
});
export type MemoryLevel = z.infer<typeof memoryLevelSchema>;

/** One control group's pids controller; `refused` counts the forks that its limit refused (pids.events `max`). */
const pidsLevelSchema = z.object({ path, limit: count, current: count, refused: count });
export type PidsLevel = z.infer<typeof pidsLevelSchema>;

const memoryLevels = z.array(memoryLevelSchema).check(z.maxLength(64));
const pidsLevels = z.array(pidsLevelSchema).check(z.maxLength(64));

/** Innermost group first. */
export const memoryChangeSchema = z.object({ before: memoryLevels, after: memoryLevels });
export type MemoryChange = z.infer<typeof memoryChangeSchema>;
export const pidsChangeSchema = z.object({ before: pidsLevels, after: pidsLevels });
export type PidsChange = z.infer<typeof pidsChangeSchema>;

/** The `oom_kill` line of /proc/vmstat: kills on the whole machine, those in control groups included. */
export const vmstatChangeSchema = z.object({ before: count, after: count });
export type VmstatChange = z.infer<typeof vmstatChangeSchema>;

export const kernelLogSchema = z.object({
  /** Where the lines were read; '' when nothing could be read. */
  source: z.string().check(z.maxLength(100)),
  lines: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(100)),
  problem: z.string().check(z.maxLength(2000)),
  /** Lines are missing, the newest among them. */
  cut: z.optional(z.boolean()),
});
export type KernelLog = z.infer<typeof kernelLogSchema>;

/** How a counter grew between two readings; null when one of them is missing. */
export function growth(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : Math.max(0, after - before);
}

export interface MemoryGrowth {
  path: string;
  limitBytes: number | null;
  peakBytes: number | null;
  /** At the second reading. */
  usageBytes: number | null;
  oom: number | null;
  oomKill: number | null;
  limitHits: number | null;
}

/** The change of every level, innermost first; a level that vanished in between is left out. */
export function memoryGrowth(change: MemoryChange | null): MemoryGrowth[] {
  return (change?.before ?? []).flatMap((before) => {
    const after = change?.after.find((level) => level.path === before.path);
    if (after === undefined) return [];
    return [
      {
        path: after.path,
        limitBytes: after.limitBytes,
        peakBytes: after.peakBytes,
        usageBytes: after.usageBytes,
        oom: growth(before.oom, after.oom),
        oomKill: growth(before.oomKill, after.oomKill),
        limitHits: growth(before.limitHits, after.limitHits),
      },
    ];
  });
}
