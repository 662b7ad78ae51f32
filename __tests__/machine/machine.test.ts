import { describe, expect, it } from '@jest/globals';
import { chooseCeiling, usableMemory } from '../../src/machine/ceiling.ts';
import { readMachine } from '../../src/machine/machine.ts';
import {
  capturedMachines,
  capturedPorts,
  memoryFiles,
  readCaptured,
  sampleGo,
  type CapturedMachine,
} from '../support/machines.ts';

const mib = 1024 ** 2;
const gib = 1024 ** 3;

describe('what this job may use', () => {
  it.each<[CapturedMachine, number, string]>([
    ['sandbox-v1', 24_684_096 * 1024, "the machine's memory"],
    ['github-hosted', 16_379_572 * 1024, "the machine's memory"],
    ['docker-v2', 2 * gib, 'the limit of the cgroup /'],
    ['docker-v1', 3 * gib, `the limit of the cgroup /docker/4c8e${'0f'.repeat(30)}`],
    ['kubernetes-v1', 4 * gib, 'the limit of the cgroup above /docker/91d0'],
    ['wsl2', 16_230_740 * 1024, "the machine's memory"],
  ])('%s', async (name, bytes, source) => {
    const { memory } = await readCaptured(name);
    expect(usableMemory(memory)).toEqual({ bytes, source: expect.stringContaining(source) });
    expect(chooseCeiling({ kind: 'default' }, memory).ceilingBytes).toBe(
      Math.floor((bytes / 100) * 85),
    );
  });
});

it.each<[CapturedMachine, object]>([
  [
    'sandbox-v1',
    {
      memory: {
        groups: [
          {
            version: 1,
            path: '/supervisor/0123456789abcdef0123456789abcdef',
            dir: '/sys/fs/cgroup/memory/supervisor/0123456789abcdef0123456789abcdef',
            limitBytes: null,
          },
          { path: '/supervisor', dir: '/sys/fs/cgroup/memory/supervisor' },
          { path: '/', dir: '/sys/fs/cgroup/memory' },
        ],
        swapTotalBytes: 0,
        swapFreeBytes: 0,
        oomKills: 33,
      },
      ownGroup: { kind: 'writable' },
      pids: null,
      rlimits: { stack: { soft: 8 * mib, hard: null }, core: { soft: 0, hard: null } },
      cores: {
        target: { kind: 'file', pattern: 'core', absolute: false },
        writable: true,
        suidDumpable: 0,
      },
      privileges: { uid: 0, seccomp: 'off', oomScoreAdj: 0 },
      container: { kind: 'container', sign: '/.dockerenv' },
      kernelLog: { readable: true, restricted: true },
      places: { checkout: { fileSystem: 'ext4' }, shm: { fileSystem: 'tmpfs', noexec: false } },
      compiler: { command: 'gcc', path: '/usr/bin/gcc' },
      systemd: false,
    },
  ],
  [
    'github-hosted',
    {
      memory: {
        groups: [
          { version: 2, path: '/system.slice/hosted-compute-agent.service', limitBytes: null },
          { version: 2, path: '/system.slice', limitBytes: null },
          { version: 2, path: '/', limitBytes: null, usageBytes: null },
        ],
      },
      ownGroup: {
        kind: 'no',
        because:
          "/sys/fs/cgroup/system.slice/hosted-compute-agent.service is not this user's to write",
      },
      pids: { path: '/system.slice/hosted-compute-agent.service', limit: 19_023, current: 187 },
      pressure: { memory: 0, cpu: 3.1, io: 0.12 },
      rlimits: { nofile: { soft: 65_536, hard: 65_536 } },
      cores: { target: { kind: 'pipe', handler: 'systemd-coredump' }, writable: false },
      privileges: { uid: 1001, capabilities: [], oomScoreAdj: 500 },
      container: null,
      firstProcess: { name: 'systemd', forwards: true, reaps: true, ancestor: true, self: false },
      kernelLog: { readable: false, restricted: true },
      helpers: { strace: null, dlv: null, coredumpctl: '/usr/bin/coredumpctl' },
      systemd: true,
      sudo: true,
      runner: 'github-hosted',
    },
  ],
  [
    'docker-v2',
    {
      memory: {
        groups: [
          {
            version: 2,
            path: '/',
            dir: '/sys/fs/cgroup',
            limitBytes: 2 * gib,
            usageBytes: 48_234_496,
          },
        ],
      },
      pids: { path: '/', limit: 256, current: 4 },
      container: { kind: 'docker', sign: '/.dockerenv' },
      firstProcess: { name: 'sh', forwards: false, reaps: true, ancestor: true, self: false },
      cores: { target: { kind: 'pipe', handler: 'apport' }, suidDumpable: 2 },
      privileges: {
        capabilities: [
          ...['chown', 'dac_override', 'fowner', 'fsetid', 'kill', 'setgid', 'setuid', 'setpcap'],
          ...['net_bind_service', 'net_raw', 'sys_chroot', 'mknod', 'audit_write', 'setfcap'],
        ],
        seccomp: 'filter',
      },
      places: { shm: { space: { totalBytes: 64 * mib }, noexec: true } },
    },
  ],
  [
    'docker-v1',
    {
      memory: { groups: [{ version: 1, dir: '/sys/fs/cgroup/memory', limitBytes: 3 * gib }] },
      pids: null,
      pressure: { memory: null, cpu: null, io: null },
      places: {
        build: { path: '/tmp', fileSystem: 'tmpfs', noexec: true, readOnly: false },
        temp: { space: { totalBytes: 32 * mib, freeBytes: 31 * mib } },
      },
      rlimits: { core: { soft: 0, hard: 0 } },
      firstProcess: { name: 'tail', forwards: false, reaps: false, ancestor: false, self: false },
      compiler: { command: 'gcc', path: null },
      targetFromEnv: ['GOARCH'],
      runner: null,
    },
  ],
  [
    'kubernetes-v1',
    {
      memory: { groups: [{ limitBytes: null }, { limitBytes: 4 * gib }], oomKills: null },
      container: { kind: 'kubernetes', sign: '/var/run/secrets/kubernetes.io' },
      firstProcess: { name: 'dumb-init', forwards: true, reaps: true, ancestor: true },
      cores: { target: { kind: 'file', pattern: '/var/crash/core.%e.%p', absolute: true } },
      systemd: false,
    },
  ],
  [
    'wsl2',
    {
      memory: {
        groups: [
          {
            version: 1,
            path: '/',
            dir: '/sys/fs/cgroup/memory',
            limitBytes: null,
            usageBytes: 3_511_711_232,
          },
        ],
      },
      container: { kind: 'wsl', sign: 'the name of the kernel' },
      cores: { target: { kind: 'pipe', handler: 'wsl' } },
      rlimits: { nofile: { soft: 10_240, hard: 1_048_576 } },
      sudo: false,
    },
  ],
])('%s is understood', async (name, expected) => {
  expect(await readCaptured(name)).toMatchObject(expected);
});

describe('sudo is asked', () => {
  it.each<[CapturedMachine, boolean | null]>([
    ['github-hosted', true],
    ['wsl2', null],
    ['sandbox-v1', null],
    ['docker-v2', null],
    ['kubernetes-v1', null],
  ])(
    'on %s only if a scope of systemd is what the guard needs, and no person is there',
    async (name, sudo) => {
      expect((await readMachine(capturedPorts(name), sampleGo, '/module')).sudo).toBe(sudo);
    },
  );

  it('with a bound on the time', async () => {
    const asked: unknown[] = [];
    const ports = capturedPorts('github-hosted', 'always');
    await readMachine(
      {
        ...ports,
        run: (command, args, { timeoutMs }) => {
          asked.push([command, args, timeoutMs]);
          return Promise.resolve({ kind: 'signaled', signal: 'SIGKILL', stdout: '', stderr: '' });
        },
      },
      sampleGo,
      '/module',
    );
    expect(asked).toEqual([['/usr/bin/sudo', ['-n', 'true'], 10_000]]);
  });
});

it.each(capturedMachines)(
  '%s without any file: nothing is known, nothing is thrown',
  async (name) => {
    const facts = await readMachine(
      { ...capturedPorts(name), files: memoryFiles({}), env: {} },
      sampleGo,
      '/module',
    );
    expect(facts).toMatchObject({
      memory: { totalBytes: 123, availableBytes: null, groups: [], oomKills: null },
      pids: null,
      rlimits: {},
      ownGroup: { kind: 'no', because: 'no memory cgroup is mounted here' },
      cores: null,
      privileges: { uid: null, capabilities: null, seccomp: null, oomScoreAdj: null },
      container: null,
      firstProcess: null,
      sudo: null,
      goMod: null,
    });
  },
);
