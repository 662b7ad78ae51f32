import { posix } from 'node:path';
import { cgroupLineage, type Cgroup, type CgroupSources } from './cgroup.ts';
import type { HostFiles } from './host-files.ts';
import { numberAfter, parseLimit, parseNumber } from './number.ts';

export interface MemoryGroup extends Cgroup {
  /** null: none, or not to be read. */
  limitBytes: number | null;
  usageBytes: number | null;
}

export interface Memory {
  totalBytes: number | null;
  /** What can be had without swapping. */
  availableBytes: number | null;
  swapTotalBytes: number | null;
  swapFreeBytes: number | null;
  /** The own group, then its ancestors as far as they can be seen; empty when none is known. */
  groups: MemoryGroup[];
  /** Processes that the kernel killed for want of memory since it was started. */
  oomKills: number | null;
}

export async function readMemory(files: HostFiles, sources: CgroupSources): Promise<Memory> {
  const [meminfo, vmstat, groups] = await Promise.all([
    files.read('/proc/meminfo'),
    files.read('/proc/vmstat'),
    cgroupLineage('memory', sources, files).then((line) => readGroups(line, files)),
  ]);
  const bytes = (key: string): number | null => {
    const kibibytes = numberAfter(meminfo ?? '', key);
    return kibibytes === null ? null : kibibytes * 1024;
  };
  return {
    totalBytes: bytes('MemTotal'),
    availableBytes: bytes('MemAvailable'),
    swapTotalBytes: bytes('SwapTotal'),
    swapFreeBytes: bytes('SwapFree'),
    groups,
    oomKills: numberAfter(vmstat ?? '', 'oom_kill'),
  };
}

async function readGroups(line: Cgroup[], files: HostFiles): Promise<MemoryGroup[]> {
  const groups = await Promise.all(line.map((group) => readGroup(group, files)));
  const [own] = line;
  const hidden = own === undefined ? null : await hiddenLimit(own, groups, files);
  return hidden === null ? groups : [...groups, hidden];
}

async function readGroup(group: Cgroup, files: HostFiles): Promise<MemoryGroup> {
  const [limit, usage] =
    group.version === 1
      ? ['memory.limit_in_bytes', 'memory.usage_in_bytes']
      : ['memory.max', 'memory.current'];
  const [limitText, usageText] = await Promise.all([
    files.read(posix.join(group.dir, limit)),
    files.read(posix.join(group.dir, usage)),
  ]);
  return { ...group, limitBytes: parseLimit(limitText), usageBytes: parseNumber(usageText) };
}

/** Version 1 tells the least limit of all ancestors, also of those that a container cannot see. */
async function hiddenLimit(
  own: Cgroup,
  seen: readonly MemoryGroup[],
  files: HostFiles,
): Promise<MemoryGroup | null> {
  if (own.version !== 1) return null;
  const stat = await files.read(posix.join(own.dir, 'memory.stat'));
  const value = numberAfter(stat ?? '', 'hierarchical_memory_limit');
  const limitBytes = value === null ? null : parseLimit(String(value));
  if (limitBytes === null) return null;
  if (seen.some((group) => group.limitBytes !== null && group.limitBytes <= limitBytes))
    return null;
  return { version: 1, path: `above ${own.path}`, dir: own.dir, limitBytes, usageBytes: null };
}
