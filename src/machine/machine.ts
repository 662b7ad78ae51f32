import { tmpdir, totalmem } from 'node:os';
import { findCCompiler, type CCompiler } from './c-compiler.ts';
import type { CgroupSources } from './cgroup.ts';
import type { Environment, RunCommand } from './command.ts';
import {
  detectContainer,
  readFirstProcess,
  type Container,
  type FirstProcess,
} from './container.ts';
import { readCorePattern, type CorePattern } from './core-pattern.ts';
import { readGoModVersions, type GoModVersions } from './go-mod.ts';
import type { GoToolchain } from './go-toolchain.ts';
import { hostFiles, type HostFiles } from './host-files.ts';
import { readKernelLogAccess, type KernelLog } from './kernel-log.ts';
import { readMemory, type Memory } from './memory.ts';
import { parseMounts, type Mount } from './mount.ts';
import { readOwnGroup, type OwnGroup } from './own-group.ts';
import { readPids, type Pids } from './pids.ts';
import { readPlace, type Place } from './place.ts';
import { readPressure, type Pressure } from './pressure.ts';
import { readPrivileges, type Privileges } from './privileges.ts';
import { findHelpers, type HelperName } from './program.ts';
import { readRlimits, type Rlimit, type RlimitName } from './rlimit.ts';
import { canSudo } from './sudo.ts';

/** What this machine is and allows, as this process sees it. null, or empty, where it is not known. */
export interface MachineFacts {
  memory: Memory;
  pids: Pids | null;
  pressure: Pressure;
  rlimits: Partial<Record<RlimitName, Rlimit>>;
  ownGroup: OwnGroup;
  places: Record<PlaceName, Place>;
  cores: CorePattern | null;
  privileges: Privileges;
  container: Container | null;
  firstProcess: FirstProcess | null;
  kernelLog: KernelLog;
  helpers: Record<HelperName, string | null>;
  systemd: boolean;
  /** Process ids are those of the kernel's log: this is no process namespace of its own. */
  kernelPids: boolean;
  /** Without a password; null: not asked. */
  sudo: boolean | null;
  compiler: CCompiler;
  goMod: GoModVersions | null;
  /** GOOS and GOARCH, where they are set in the environment. */
  targetFromEnv: string[];
  /** Does this run without a person (CI is set)? Only then the guard does anything as root. */
  ci: boolean;
  /** RUNNER_ENVIRONMENT: `github-hosted`, `self-hosted`; null outside of GitHub Actions. */
  runner: string | null;
}

export type PlaceName = 'checkout' | 'build' | 'cache' | 'temp' | 'shm';

export interface MachinePorts {
  files: HostFiles;
  run: RunCommand;
  env: Environment;
  /** `process.pid` */
  pid: number;
  /** `os.tmpdir()` */
  temp: string;
  /** `os.totalmem()`, for systems without /proc. */
  totalMemoryBytes: number;
  /** Asking sudo takes time and may be logged: for a run only where the guard would use it. */
  askSudo: 'always' | 'where-needed';
}

/** This very machine. */
export function machinePorts(
  run: RunCommand,
  env: Environment,
  askSudo: MachinePorts['askSudo'],
): MachinePorts {
  const { pid } = process;
  return {
    ...{ files: hostFiles(), run, env, pid, temp: tmpdir() },
    ...{ totalMemoryBytes: totalmem(), askSudo },
  };
}

/** The number of the process namespace that every other one descends from (PROC_PID_INIT_INO, linux/proc_ns.h). */
const firstPidNamespace = 'pid:[4026531836]';

/** Looks at everything at once. Never throws; costs some ten milliseconds without sudo. */
export async function readMachine(
  ports: MachinePorts,
  go: GoToolchain,
  directory: string,
): Promise<MachineFacts> {
  const { files, env } = ports;
  const searchPath = env['PATH'] ?? '';
  const [mountinfo, membership] = await Promise.all([
    files.read('/proc/self/mountinfo'),
    files.read('/proc/self/cgroup'),
  ]);
  const mounts = parseMounts(mountinfo ?? '');
  const sources: CgroupSources = { mounts, membership: membership ?? '' };
  const [groups, pids, pressure, rlimits, places, cores, privileges] = await Promise.all([
    readGroups(files, sources, ports.totalMemoryBytes),
    readPids(files, sources),
    readPressure(files),
    readRlimits(files),
    readPlaces(ports, go, directory, mounts),
    readCorePattern(files),
    readPrivileges(files),
  ]);
  const [container, firstProcess, kernelLog, helpers, systemd, compiler, goMod, namespace] =
    await Promise.all([
      detectContainer(files, mounts, sources.membership),
      readFirstProcess(files, ports.pid),
      readKernelLogAccess(files),
      findHelpers(searchPath, files),
      files.exists('/run/systemd/system'),
      findCCompiler(go.cc, searchPath, files),
      readGoModVersions(go.gomod, files),
      files.link('/proc/self/ns/pid'),
    ]);
  const ci = (env['CI'] ?? '') !== '';
  // Only a scope made by systemd needs it, and root needs no sudo.
  const useful = ci && systemd && groups.ownGroup.kind === 'no' && privileges.uid !== 0;
  const ask = ports.askSudo === 'always' || useful;
  return {
    ...{ ...groups, pids, pressure, rlimits, places, cores, privileges },
    ...{ container, firstProcess, kernelLog, helpers, systemd, compiler, goMod },
    kernelPids: namespace === firstPidNamespace,
    sudo: ask ? await canSudo(helpers.sudo, ports.run, env) : null,
    targetFromEnv: ['GOOS', 'GOARCH'].filter((name) => (env[name] ?? '') !== ''),
    ci,
    runner: env['RUNNER_ENVIRONMENT'] ?? null,
  };
}

async function readGroups(
  files: HostFiles,
  sources: CgroupSources,
  totalMemoryBytes: number,
): Promise<{ memory: Memory; ownGroup: OwnGroup }> {
  const memory = await readMemory(files, sources);
  return {
    memory: { ...memory, totalBytes: memory.totalBytes ?? totalMemoryBytes },
    ownGroup: await readOwnGroup(memory.groups, files),
  };
}

async function readPlaces(
  { files, temp }: MachinePorts,
  go: GoToolchain,
  directory: string,
  mounts: readonly Mount[],
): Promise<Record<PlaceName, Place>> {
  const at = (path: string): Promise<Place> => readPlace(path, files, mounts);
  const [checkout, build, cache, temporary, shm] = await Promise.all([
    at(directory),
    at(go.gotmpdir === '' ? temp : go.gotmpdir),
    at(go.gocache),
    at(temp),
    at('/dev/shm'),
  ]);
  return { checkout, build, cache, temp: temporary, shm };
}
