import { posix } from 'node:path';
import type { HostFiles } from './host-files.ts';
import { isBelow, type Mount } from './mount.ts';

export type Controller = 'memory' | 'pids';

/** One control group of one hierarchy. */
export interface Cgroup {
  version: 1 | 2;
  /** As /proc/PID/cgroup says. */
  path: string;
  /** Absolute. */
  dir: string;
}

/** What finding a group needs: the texts of /proc/self/cgroup and the mounts. */
export interface CgroupSources {
  membership: string;
  mounts: readonly Mount[];
}

/**
 * The group of a controller that this process is in, then its ancestors up to where the hierarchy is mounted; [] when there is none.
 * A controller that has a version 1 hierarchy is in no other, so in a hybrid set-up that one is taken.
 */
export async function cgroupLineage(
  controller: Controller,
  sources: CgroupSources,
  files: HostFiles,
): Promise<Cgroup[]> {
  const own = findOwn(controller, sources);
  if (own === null) return [];
  const { version, path, mount } = own;
  if (version === 2 && !(await offers(mount, controller, files))) return [];
  const below = isBelow(path, mount.root) ? posix.relative(mount.root, path) : '';
  const dir = posix.join(mount.point, below);
  // In a container the path may be one that only the host can see; then the mount shows the container's own group.
  const seen = below === '' || (await files.exists(dir));
  return lineage({ version, path, dir: seen ? dir : mount.point }, mount.point);
}

function findOwn(
  controller: Controller,
  { membership, mounts }: CgroupSources,
): { version: 1 | 2; path: string; mount: Mount } | null {
  const groups = parseMembership(membership);
  const first = groups.find(({ controllers }) => controllers.includes(controller));
  const version = first === undefined ? 2 : 1;
  const path = first?.path ?? groups.find(({ controllers }) => controllers.length === 0)?.path;
  const mount = mounts.findLast(({ type, options }) =>
    version === 1 ? type === 'cgroup' && options.has(controller) : type === 'cgroup2',
  );
  // Outside of the cgroup namespace: to be seen nowhere.
  const hidden = path?.split('/').includes('..') ?? true;
  return path === undefined || mount === undefined || hidden ? null : { version, path, mount };
}

function parseMembership(text: string): { controllers: string[]; path: string }[] {
  return text.split('\n').flatMap((line) => {
    // 4:memory:/docker/4c8e   3:cpu,cpuacct:/   0::/system.slice/cron.service
    const match = /^\d+:(?<controllers>[^:]*):(?<path>\/.*)$/.exec(line);
    const { controllers, path } = match?.groups ?? {};
    if (controllers === undefined || path === undefined) return [];
    return [{ controllers: controllers === '' ? [] : controllers.split(','), path }];
  });
}

async function offers(mount: Mount, controller: Controller, files: HostFiles): Promise<boolean> {
  const controllers = await files.read(posix.join(mount.point, 'cgroup.controllers'));
  return controllers?.trim().split(' ').includes(controller) ?? false;
}

function lineage(group: Cgroup, mountPoint: string): Cgroup[] {
  const line = [group];
  for (let { dir, path } = group; dir !== mountPoint && isBelow(dir, mountPoint);) {
    dir = posix.dirname(dir);
    path = posix.dirname(path);
    line.push({ version: group.version, path, dir });
  }
  return line;
}
