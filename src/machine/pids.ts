import { posix } from 'node:path';
import { cgroupLineage, type CgroupSources } from './cgroup.ts';
import type { HostFiles } from './host-files.ts';
import { parseLimit, parseNumber } from './number.ts';

/** The cgroup that allows the fewest processes and threads. */
export interface Pids {
  path: string;
  limit: number;
  current: number | null;
}

/** The least limit on the number of processes and threads; null where there is none. */
export async function readPids(files: HostFiles, sources: CgroupSources): Promise<Pids | null> {
  const line = await cgroupLineage('pids', sources, files);
  const levels = await Promise.all(
    line.map(async ({ path, dir }) => {
      const [limit, current] = await Promise.all([
        files.read(posix.join(dir, 'pids.max')),
        files.read(posix.join(dir, 'pids.current')),
      ]);
      return { path, limit: parseLimit(limit), current: parseNumber(current) };
    }),
  );
  return levels.reduce<Pids | null>(
    (least, { path, limit, current }) =>
      limit !== null && (least === null || limit < least.limit) ? { path, limit, current } : least,
    null,
  );
}
