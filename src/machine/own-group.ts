import { posix } from 'node:path';
import type { HostFiles } from './host-files.ts';
import type { MemoryGroup } from './memory.ts';

/** Can a group with a limit of its own be made below the own memory cgroup? */
export type OwnGroup = { kind: 'writable'; dir: string } | { kind: 'no'; because: string };

/** What the keeper will most likely find when it tries; only the real thing proves it. */
export async function readOwnGroup(
  groups: readonly MemoryGroup[],
  files: HostFiles,
): Promise<OwnGroup> {
  const [own] = groups;
  if (own === undefined) return { kind: 'no', because: 'no memory cgroup is mounted here' };
  const { dir, version } = own;
  const needed =
    version === 1 ? ['', 'cgroup.procs'] : ['', 'cgroup.procs', 'cgroup.subtree_control'];
  const writable = await Promise.all(needed.map((name) => files.writable(posix.join(dir, name))));
  return writable.every(Boolean)
    ? { kind: 'writable', dir }
    : { kind: 'no', because: `${dir} is not this user's to write` };
}
