import type { HostFiles } from './host-files.ts';
import { mountOf, type Mount } from './mount.ts';
import { statusField } from './privileges.ts';

export type ContainerKind = 'docker' | 'podman' | 'kubernetes' | 'lxc' | 'container' | 'wsl';

export interface Container {
  kind: ContainerKind;
  /** What says so. */
  sign: string;
}

/** The process that gets the signals when the container is stopped. */
export interface FirstProcess {
  /** The kernel's name of it, 15 characters at most. */
  name: string;
  /** Does it hand SIGTERM on to what it started, and does it collect dead orphans? null: a program that we do not know. */
  forwards: boolean | null;
  reaps: boolean | null;
  /** Is it an ancestor of this process? If not, this process was brought in from outside and gets its signals from there. */
  ancestor: boolean | null;
  /** Is it this process itself? */
  self: boolean;
}

/** The kind of container around this process; null when nothing points to one. */
export async function detectContainer(
  files: HostFiles,
  mounts: readonly Mount[],
  membership: string,
): Promise<Container | null> {
  const [dockerenv, containerenv, secrets, release] = await Promise.all([
    files.exists('/.dockerenv'),
    files.exists('/run/.containerenv'),
    files.exists('/var/run/secrets/kubernetes.io'),
    files.read('/proc/sys/kernel/osrelease'),
  ]);
  const paths = `${membership}\n${mounts.map(({ root }) => root).join('\n')}`;
  const signs: [boolean, ContainerKind, string][] = [
    [secrets, 'kubernetes', '/var/run/secrets/kubernetes.io'],
    // 4:memory:/kubepods/burstable/pod15d6/c845   /kubepods.slice/kubepods-pod15d6.slice/cri-containerd-c845.scope
    [/\/kubepods[./-]/.test(paths), 'kubernetes', 'a cgroup of kubepods'],
    [containerenv, 'podman', '/run/.containerenv'],
    [/\/(?:libpod-|machine\.slice\/libpod)/.test(paths), 'podman', 'a cgroup of libpod'],
    [/\/docker[/-][0-9a-f]{12}/.test(paths), 'docker', 'a cgroup of docker'],
    [/\/lxc(?:\.payload)?[./]/.test(membership), 'lxc', 'a cgroup of lxc'],
    [dockerenv && mountOf('/', mounts)?.type === 'overlay', 'docker', '/.dockerenv'],
    [/microsoft/i.test(release ?? ''), 'wsl', 'the name of the kernel'],
    [mountOf('/', mounts)?.type === 'overlay', 'container', 'an overlay as root file system'],
    [dockerenv, 'container', '/.dockerenv'],
  ];
  const found = signs.find(([present]) => present);
  return found === undefined ? null : { kind: found[1], sign: found[2] };
}

// What programs do that are commonly the first one of a container. A shell collects its orphans, but hands no signal on.
const firstPrograms: [names: string, forwards: boolean, reaps: boolean][] = [
  ['systemd init tini docker-init dumb-init catatonit s6-svscan runsvdir supervisord', true, true],
  ['sh bash dash ash busybox zsh', false, true],
  ['node python python3 java ruby npm make tail sleep cat go', false, false],
];

/** null where the system does not tell about other processes. */
export async function readFirstProcess(
  files: HostFiles,
  self: number,
): Promise<FirstProcess | null> {
  const [comm, ancestor] = await Promise.all([
    files.read('/proc/1/comm'),
    descendsFromFirst(files, self),
  ]);
  if (comm === null) return null;
  const name = comm.trim();
  const known = firstPrograms.find(([names]) => names.split(' ').includes(name));
  return {
    name,
    forwards: known?.[1] ?? null,
    reaps: known?.[2] ?? null,
    ancestor,
    self: self === 1,
  };
}

async function descendsFromFirst(files: HostFiles, self: number): Promise<boolean | null> {
  let status = await files.read('/proc/self/status');
  let pid = self;
  // A process tree is not this deep, and it cannot have loops, unless a pid is used again while we look.
  for (let depth = 0; depth < 64 && status !== null; depth++) {
    if (pid === 1) return true;
    pid = Number(statusField(status, 'PPid') ?? '0');
    // The parent lies outside of this pid namespace.
    if (pid === 0) return false;
    if (pid === 1) return true;
    status = await files.read(`/proc/${String(pid)}/status`);
  }
  return null;
}
