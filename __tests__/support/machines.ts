import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { chooseCeiling } from '../../src/machine/ceiling.ts';
import type { PlannedLeg, PreflightFacts } from '../../src/machine/checks/check-row.ts';
import type { GoToolchain } from '../../src/machine/go-toolchain.ts';
import { hostFiles, type HostFiles } from '../../src/machine/host-files.ts';
import { readMachine, type MachineFacts, type MachinePorts } from '../../src/machine/machine.ts';
import { fixture } from './guarded.ts';

interface Captured {
  pid: number;
  env: Record<string, string>;
  writable: string[];
  openable: string[];
  executable: string[];
  sudo: boolean;
  /** By mount point: total and free bytes. */
  space: Record<string, [number, number]>;
}

export const capturedMachines = [
  'sandbox-v1',
  'github-hosted',
  'docker-v2',
  'docker-v1',
  'kubernetes-v1',
  'wsl2',
] as const;
export type CapturedMachine = (typeof capturedMachines)[number];

/** The ports of a machine in fixtures/machines. */
export function capturedPorts(
  name: CapturedMachine,
  askSudo: MachinePorts['askSudo'] = 'where-needed',
): MachinePorts {
  const root = fixture(`machines/${name}`);
  const captured = JSON.parse(readFileSync(`${root}/machine.json`, 'utf8')) as Captured;
  const { pid, env, writable, openable, executable, sudo, space } = captured;
  const mountPoints = [...Object.keys(space), '/tmp'];
  const has = (list: string[]) => (path: string) => Promise.resolve(list.includes(path));
  return {
    files: {
      ...hostFiles(root),
      // Programs and mount points have no file in the tree.
      exists: (path) =>
        Promise.resolve(
          existsSync(`${root}${path}`) || executable.includes(path) || mountPoints.includes(path),
        ),
      // Of the kernel's own files those that the list names; elsewhere this user may write.
      writable: (path) =>
        Promise.resolve(writable.includes(path) || !/^\/(?:sys|proc)\//.test(path)),
      openable: has(openable),
      executable: has(executable),
      space: (path) => Promise.resolve(spaceOf(path, space)),
    },
    run: () =>
      Promise.resolve({ kind: 'exited', code: sudo ? 0 : 1, stdout: '', stderr: '' } as const),
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...env },
    pid,
    temp: '/tmp',
    totalMemoryBytes: 123,
    askSudo,
  };
}

function spaceOf(
  path: string,
  space: Captured['space'],
): { totalBytes: number; freeBytes: number } {
  const [totalBytes, freeBytes] = space[path] ?? space['/'] ?? [0, 0];
  return { totalBytes, freeBytes };
}

/** A machine of nothing but these files; folders are there if something lies in them. */
export function memoryFiles(files: Record<string, string>): HostFiles {
  const no = (): Promise<boolean> => Promise.resolve(false);
  return {
    read: (path) => Promise.resolve(files[posix.normalize(path)] ?? null),
    resolve: (path) => Promise.resolve(path),
    link: () => Promise.resolve(null),
    exists: (path) =>
      Promise.resolve(
        Object.keys(files).some((name) => name === path || name.startsWith(`${path}/`)),
      ),
    writable: no,
    executable: no,
    openable: no,
    space: () => Promise.resolve(null),
  };
}

export const sampleGo: GoToolchain = {
  version: 'go1.26.8',
  minor: 26,
  goroot: '/usr/local/go',
  gocache: '/root/.cache/go-build',
  gomodcache: '/root/go/pkg/mod',
  gotmpdir: '',
  goflags: '',
  gowork: '',
  gomod: '/module/go.mod',
  goos: 'linux',
  goarch: 'amd64',
  hostOs: 'linux',
  hostArch: 'amd64',
  cgo: true,
  cc: 'gcc',
  exe: '',
};

export function readCaptured(
  name: CapturedMachine,
  go: Partial<GoToolchain> = {},
): Promise<MachineFacts> {
  return readMachine(capturedPorts(name, 'always'), { ...sampleGo, ...go }, '/module');
}

/** What the preflight looks at on a machine where nothing is wrong, but for what is given. */
export function preflightFacts(
  machine: MachineFacts,
  of: Partial<PreflightFacts> = {},
): PreflightFacts {
  return {
    go: sampleGo,
    platform: 'linux',
    nodeVersion: 'v20.20.0',
    machine,
    ceiling: chooseCeiling({ kind: 'default' }, machine.memory),
    coreDumps: 'auto',
    module: null,
    ...of,
  };
}

export function plannedLeg(of: Partial<PlannedLeg> = {}): PlannedLeg {
  return {
    name: 'memory',
    race: false,
    cgo: true,
    goos: 'linux',
    goarch: 'amd64',
    choosesTarget: false,
    hasExec: false,
    timeoutMs: 600_000,
    ...of,
  };
}
