import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PlannedRun, PreflightFacts } from '../../src/machine/checks/check-row.ts';
import type { MachineFacts, PlaceName } from '../../src/machine/machine.ts';
import { preflight } from '../../src/machine/preflight.ts';
import type { Check } from '../../src/report/schema.ts';
import {
  capturedMachines,
  plannedLeg,
  preflightFacts,
  readCaptured,
  sampleGo,
  type CapturedMachine,
} from '../support/machines.ts';

const mib = 1024 ** 2;
const gib = 1024 ** 3;

const race = plannedLeg({ name: 'race', race: true });
const memory = plannedLeg();
const bothLegs: PlannedRun = { legs: [race, memory] };
const memoryLeg: PlannedRun = { legs: [memory] };
const raceLeg: PlannedRun = { legs: [race] };

const machines = {} as Record<CapturedMachine, MachineFacts>;
beforeAll(async () => {
  for (const name of capturedMachines) machines[name] = await readCaptured(name);
});

function notOk(checks: Check[]): string[] {
  return checks.flatMap(({ id, status }) => (status === 'ok' ? [] : [`${status} ${id}`]));
}

describe('a run is warned only of what matters for it', () => {
  it.each<[CapturedMachine, string[], string[]]>([
    ['sandbox-v1', [], []],
    ['github-hosted', [], []],
    // 256 processes; a shell as process 1 that hands no signal on; half of 64 MiB is too little only for some tests.
    [
      'docker-v2',
      ['warn shared-memory', 'warn first-process', 'warn pids-limit'],
      ['warn first-process', 'warn pids-limit'],
    ],
    [
      'docker-v1',
      [
        'fail race-detector',
        'fail disk-build',
        'fail temp-exec',
        'warn disk-temp',
        'warn shared-memory',
      ],
      ['fail disk-build', 'fail temp-exec', 'warn disk-temp'],
    ],
    ['kubernetes-v1', ['warn shared-memory'], []],
    ['wsl2', [], []],
  ])('%s', (name, shown, forMemoryLeg) => {
    const facts = preflightFacts(machines[name]);
    expect(notOk(preflight(facts, null)).sort()).toEqual([...shown].sort());
    expect(notOk(preflight(facts, memoryLeg)).sort()).toEqual([...forMemoryLeg].sort());
  });
});

it.each(capturedMachines)(
  '%s: every row says what, value and need, and no id comes twice',
  (name) => {
    const checks = preflight(preflightFacts(machines[name]), null);
    expect(checks.length).toBeGreaterThan(25);
    for (const { id, what, value, needed, status, fix } of checks) {
      expect([id, what, value, needed].filter((text) => text.trim() === '')).toEqual([]);
      if (status !== 'ok') expect(fix).not.toBeNull();
      expect(`${what} ${value} ${needed} ${fix ?? ''}`).not.toMatch(/undefined|NaN|\[object/);
    }
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

it('docs/preflight.md tells of every check, and of none that is not there', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/preflight.md'), 'utf8');
  const told = [...docs.matchAll(/^\| `(?<id>[a-z-]+)` *\|/gm)].map((match) => match[1] ?? '');
  const facts = Object.values(machines).map((machine) => preflightFacts(machine));
  const gone = { ...machines['github-hosted'], goMod: { go: '1.24', toolchain: null } };
  const inModule = preflightFacts(gone, { module: { kind: 'read', paths: ['example.com/m'] } });
  const checks = [...facts, inModule].flatMap((each) => [
    ...preflight(each, null),
    ...preflight(each, bothLegs),
  ]);
  expect([...new Set(told)].sort()).toEqual([...new Set(checks.map(({ id }) => id))].sort());
});

interface Change {
  machine?: (facts: MachineFacts) => Partial<MachineFacts>;
  facts?: Partial<PreflightFacts>;
  on?: CapturedMachine;
  plan?: PlannedRun | null;
}

function rowOf(
  id: string,
  { machine, facts, on = 'github-hosted', plan = bothLegs }: Change,
): Check | undefined {
  const base = machines[on];
  const changed = { ...base, ...machine?.(base) };
  return preflight(preflightFacts(changed, facts), plan).find((check) => check.id === id);
}

const place = (name: PlaceName, of: Partial<MachineFacts['places'][PlaceName]>) => ({
  machine: ({ places }: MachineFacts) => ({
    places: { ...places, [name]: { ...places[name], ...of } },
  }),
});
const free = (freeBytes: number) => ({ space: { totalBytes: 100 * gib, freeBytes } });
const rlimit = (name: string, soft: number) => ({
  machine: ({ rlimits }: MachineFacts) => ({
    rlimits: { ...rlimits, [name]: { soft, hard: null } },
  }),
});
const cores = (target: NonNullable<MachineFacts['cores']>['target']) => ({
  machine: () => ({ cores: { target, writable: false, suidDumpable: 0 }, sudo: false }),
});
const required = { facts: { coreDumps: 'required' as const } };
const apport = { kind: 'pipe', pattern: '|/usr/share/apport/apport', handler: 'apport' } as const;
const coredump = {
  kind: 'pipe',
  pattern: '|/x/systemd-coredump',
  handler: 'systemd-coredump',
} as const;

describe('rows', () => {
  it.each<[string, string, Change, Partial<Check> | undefined]>([
    [
      'go-mod',
      'an old enough go.mod',
      { machine: () => ({ goMod: { go: '1.24', toolchain: null } }) },
      { value: 'go1.26.8', needed: 'go1.24 or later (go.mod)', status: 'ok', fix: null },
    ],
    [
      'go-mod',
      'a newer go.mod',
      { machine: () => ({ goMod: { go: '1.27.1', toolchain: '1.27.3' } }) },
      {
        status: 'fail',
        fix: 'install Go 1.27.1, or let the go command fetch it: GOTOOLCHAIN=auto; it suggests go1.27.3',
      },
    ],
    ['go-mod', 'no go.mod', {}, undefined],
    ['module', 'nobody asked', {}, undefined],
    [
      'module',
      'no module',
      { facts: { module: { kind: 'none' } } },
      {
        value: 'none in this folder',
        status: 'ok',
        fix: expect.stringContaining('--dir') as never,
      },
    ],
    [
      'module',
      'a workspace',
      { facts: { module: { kind: 'read', paths: ['a', 'b', 'c', 'd', 'e'] } } },
      { value: 'a, b, c and 2 more', status: 'ok', fix: null },
    ],
    [
      'module',
      'a go.mod that cannot be read',
      {
        facts: {
          module: {
            kind: 'refused',
            said: 'go: errors parsing go.mod:\ngo.mod:1: unknown directive: modle',
          },
        },
      },
      {
        value: 'go: errors parsing go.mod: go.mod:1: unknown directive: modle',
        status: 'fail',
      },
    ],
    ['race-detector', 'a compiler', {}, { value: 'yes, with /usr/bin/gcc', status: 'ok' }],
    [
      'race-detector',
      'no compiler',
      { machine: () => ({ compiler: { command: 'clang', path: null } }) },
      { value: 'no: clang is not in PATH', status: 'fail' },
    ],
    [
      'race-detector',
      'no compiler, no race leg',
      { plan: memoryLeg, machine: () => ({ compiler: { command: 'gcc', path: null } }) },
      { status: 'ok', fix: expect.stringContaining('--legs memory') as never },
    ],
    [
      'race-detector',
      'no cgo',
      { facts: { go: { ...sampleGo, cgo: false } }, plan: null },
      {
        value: 'cgo is off (CGO_ENABLED=0 in the environment or "go env")',
        status: 'fail',
        fix: 'set CGO_ENABLED=1, or leave the race leg out: --legs memory',
      },
    ],
    [
      'race-detector',
      'no cgo and no compiler',
      {
        facts: { go: { ...sampleGo, cgo: false } },
        machine: () => ({ compiler: { command: 'gcc', path: null } }),
        plan: null,
      },
      {
        value: 'cgo is off or there is no C compiler',
        fix: expect.stringContaining('install a C compiler') as never,
      },
    ],
    [
      'race-detector',
      'no cgo for another system',
      { facts: { go: { ...sampleGo, goos: 'windows', cgo: false } }, plan: null },
      {
        value: 'cgo is off for windows/amd64, which is not this machine',
        fix: 'build for this machine, or leave the race leg out: --legs memory',
      },
    ],
    [
      'race-detector',
      'no cgo in another leg',
      { facts: { go: { ...sampleGo, cgo: false } } },
      { status: 'ok' },
    ],
    [
      'race-detector',
      'macOS',
      { facts: { go: { ...sampleGo, goos: 'darwin', cgo: false } }, plan: null },
      { value: 'yes', status: 'ok' },
    ],
    ['target', 'this machine', {}, { value: 'linux/amd64', status: 'ok' }],
    [
      'target',
      'GOARCH that runs here',
      {
        machine: () => ({ targetFromEnv: ['GOARCH'] }),
        plan: { legs: [plannedLeg({ goarch: '386' })] },
      },
      {
        value: 'linux/386 (from GOARCH in the environment)',
        status: 'warn',
        fix: 'unset GOARCH, or make it a leg of its own: env: { GOARCH: "386" }',
      },
    ],
    [
      'target',
      'GOOS that does not',
      {
        machine: () => ({ targetFromEnv: ['GOOS'] }),
        plan: { legs: [plannedLeg({ goos: 'windows' })] },
      },
      {
        value: 'windows/amd64 (from GOOS in the environment)',
        status: 'fail',
        fix: 'unset GOOS, or make it a leg of its own: env: { GOOS: "windows" }',
      },
    ],
    [
      'target',
      'GOOS with a program that starts it',
      {
        machine: () => ({ targetFromEnv: ['GOOS'] }),
        plan: { legs: [plannedLeg({ goos: 'js', goarch: 'wasm', hasExec: true })] },
      },
      { status: 'warn' },
    ],
    [
      'target',
      'a leg that chooses it',
      { plan: { legs: [plannedLeg({ goarch: '386', choosesTarget: true })] } },
      { status: 'ok' },
    ],
    [
      'target',
      'go env -w',
      { plan: { legs: [plannedLeg({ goarch: 'arm64' })] } },
      { value: 'linux/arm64 (from "go env")', status: 'fail' },
    ],
    ['test-timeout', 'the default', {}, { value: '10m00s', status: 'ok' }],
    [
      'test-timeout',
      'none',
      { plan: { legs: [race, plannedLeg({ timeoutMs: 0 })] } },
      { value: 'none', status: 'warn', fix: expect.stringContaining('--timeout') as never },
    ],
    [
      'test-timeout',
      'longer than a hosted job',
      { plan: { legs: [plannedLeg({ timeoutMs: 8 * 3_600_000 })] } },
      { value: '8h00m', status: 'warn' },
    ],
    [
      'test-timeout',
      'as long elsewhere',
      {
        machine: () => ({ runner: null }),
        plan: { legs: [plannedLeg({ timeoutMs: 8 * 3_600_000 })] },
      },
      { status: 'ok' },
    ],
    ['test-timeout', 'nothing planned', { plan: null }, undefined],

    [
      'memory',
      'enough',
      {},
      {
        value: '15.6 GiB, 14.5 GiB available, swap 4.0 GiB of 4.0 GiB free',
        needed: '13.3 GiB, the ceiling',
        status: 'ok',
      },
    ],
    [
      'memory',
      'used by others',
      { machine: (of) => ({ memory: { ...of.memory, availableBytes: 2 * gib } }) },
      {
        status: 'warn',
        fix: 'end what else uses memory, or lower the ceiling: --memory-limit 1740MiB',
      },
    ],
    [
      'memory',
      'used by others, no ceiling',
      {
        machine: (of) => ({ memory: { ...of.memory, availableBytes: 2 * gib } }),
        facts: { ceiling: { ceilingBytes: null, why: 'memory-limit is off' } },
      },
      { status: 'ok', needed: 'any' },
    ],
    [
      'ceiling',
      'the default',
      { on: 'docker-v2' },
      { value: '1.7 GiB: 85 % of 2.0 GiB, the limit of the cgroup / (the default)' },
    ],
    [
      'ceiling',
      'none',
      { facts: { ceiling: { ceilingBytes: null, why: 'memory-limit is off' } } },
      { value: 'none: memory-limit is off', status: 'ok' },
    ],
    [
      'guard',
      'a group of our own',
      { on: 'sandbox-v1' },
      {
        value: 'a cgroup below /sys/fs/cgroup/memory/supervisor/0123456789abcdef0123456789abcdef',
        fix: null,
      },
    ],
    ['guard', 'sudo and systemd', {}, { value: 'a scope of systemd, through sudo' }],
    [
      'guard',
      'neither',
      { on: 'docker-v2' },
      {
        value:
          "a watcher, which stops the largest test process: /sys/fs/cgroup is not this user's to write",
        status: 'ok',
        fix: expect.stringContaining('passwordless sudo') as never,
      },
    ],
    [
      'guard',
      'sudo and systemd, on a person’s machine',
      { machine: () => ({ ci: false }) },
      {
        value: expect.stringContaining('a watcher') as never,
        fix: expect.stringContaining('in CI (CI=true)') as never,
      },
    ],
    [
      'guard',
      'systemd, sudo wants a password',
      { on: 'wsl2' },
      { value: expect.stringContaining('a watcher') as never },
    ],
    ['guard', 'no ceiling', { facts: { ceiling: { ceilingBytes: null, why: '' } } }, undefined],
    [
      'pressure',
      'high',
      { machine: () => ({ pressure: { memory: 31.4, cpu: 80, io: null } }) },
      { value: 'memory 31 %, CPU 80 %', status: 'warn' },
    ],
    [
      'pressure',
      'busy CPUs only',
      { machine: () => ({ pressure: { memory: 0, cpu: 99, io: 50 } }) },
      { value: 'memory 0 %, CPU 99 %, disk 50 %', status: 'ok' },
    ],
    ['pressure', 'not told', { on: 'docker-v1' }, undefined],

    [
      'cache-exec',
      'noexec',
      place('cache', { noexec: true }),
      {
        value: '/root/.cache/go-build is mounted noexec',
        status: 'fail',
        fix: expect.stringContaining('GOCACHE') as never,
      },
    ],
    [
      'temp-exec',
      'noexec',
      place('build', { noexec: true }),
      {
        value: '/tmp is mounted noexec',
        status: 'fail',
        fix: expect.stringContaining('GOTMPDIR') as never,
      },
    ],
    ['temp-exec', 'fine', {}, { value: '/tmp on ext4', status: 'ok' }],
    [
      'disk-build',
      'short',
      place('build', free(500 * mib)),
      { value: '500.0 MiB in /tmp', needed: '1.0 GiB', status: 'warn' },
    ],
    ['disk-build', 'nearly full', place('build', free(10 * mib)), { status: 'fail' }],
    [
      'disk-build',
      'read-only',
      place('build', { readOnly: true }),
      { value: 'nothing: /tmp is read-only', status: 'fail' },
    ],
    [
      'disk-build',
      'a folder that is not there',
      place('build', { path: '/tmp/gone' }),
      {
        value: 'nothing: /tmp/gone is not there',
        status: 'fail',
        fix: 'make it, or set GOTMPDIR to a folder that can be written to',
      },
    ],
    [
      'disk-temp',
      'a folder of somebody else',
      place('temp', { writable: false }),
      { value: "nothing: /tmp is not this user's to write", status: 'fail' },
    ],
    [
      'disk-cache',
      'a folder that will be made',
      place('cache', { found: '/', path: '/cache' }),
      { value: expect.stringContaining('in /cache') as never, status: 'ok' },
    ],
    [
      'disk-cache',
      'a folder that cannot be made',
      place('cache', { found: '/', path: '/cache', writable: false }),
      { value: "nothing: /cache is not this user's to write", status: 'fail' },
    ],
    [
      'disk-cache',
      'short',
      place('cache', free(500 * mib)),
      { status: 'warn', fix: expect.stringContaining('go clean -cache') as never },
    ],
    ['disk-temp', 'enough', place('temp', free(300 * mib)), { status: 'ok', fix: null }],
    [
      'disk-checkout',
      'read-only',
      place('checkout', { readOnly: true }),
      { status: 'ok', fix: expect.stringContaining('--out') as never },
    ],
    [
      'disk-checkout',
      'full',
      place('checkout', free(0)),
      { value: '0 B in /module', status: 'fail' },
    ],
    ['disk-checkout', 'not known', place('checkout', { space: null }), undefined],
    [
      'shared-memory',
      "a container's",
      { on: 'docker-v2', plan: null },
      { value: '64.0 MiB', status: 'warn', fix: expect.stringContaining('--shm-size') as never },
    ],

    [
      'open-files',
      'few',
      rlimit('nofile', 256),
      { value: '256 (can be raised to unlimited)', status: 'warn' },
    ],
    ['open-files', 'enough', {}, { value: '65536', status: 'ok' }],
    ['user-processes', 'few', rlimit('nproc', 100), { status: 'warn' }],
    [
      'user-processes',
      'few, as root',
      { on: 'sandbox-v1', ...rlimit('nproc', 100) },
      { status: 'ok' },
    ],
    [
      'address-space',
      'limited, race',
      rlimit('as', 64 * gib),
      { value: '64.0 GiB (can be raised to unlimited)', status: 'fail' },
    ],
    ['address-space', 'limited', { plan: memoryLeg, ...rlimit('as', gib) }, { status: 'warn' }],
    [
      'address-space',
      'limited above what Go reserves',
      { plan: memoryLeg, ...rlimit('as', 64 * gib) },
      { status: 'ok' },
    ],
    ['data-segment', 'below the ceiling', rlimit('data', gib), { status: 'warn' }],
    ['data-segment', 'above the ceiling', rlimit('data', 20 * gib), { status: 'ok' }],
    ['stack-size', 'tiny', rlimit('stack', 65_536), { status: 'warn' }],
    ['file-size', 'limited', rlimit('fsize', 100 * mib), { status: 'warn' }],
    [
      'cpu-time',
      'limited',
      rlimit('cpu', 60),
      { value: '60 s (can be raised to unlimited)', status: 'warn' },
    ],
    [
      'pids-limit',
      'few',
      { on: 'docker-v2' },
      { value: '256, 4 in use (cgroup /)', needed: '512 or more', status: 'warn' },
    ],
    ['pids-limit', 'enough', {}, { status: 'ok' }],
    ['pids-limit', 'none', { on: 'sandbox-v1' }, undefined],

    [
      'core-pattern',
      'apport',
      cores(apport),
      {
        value: 'apport: |/usr/share/apport/apport',
        status: 'ok',
        fix: expect.stringContaining('sysctl -w kernel.core_pattern') as never,
      },
    ],
    [
      'core-pattern',
      'apport, cores required',
      { ...cores(apport), ...required },
      { status: 'fail' },
    ],
    [
      'core-pattern',
      'apport, cores required of race legs only',
      { ...cores(apport), ...required, plan: raceLeg },
      { status: 'ok' },
    ],
    [
      'core-pattern',
      'apport, cores required, sudo',
      {
        machine: () => ({
          cores: { target: apport, writable: false, suidDumpable: 0 },
          sudo: true,
        }),
        ...required,
      },
      { status: 'ok', fix: null },
    ],
    [
      'core-pattern',
      'apport, cores required, sudo, on a person’s machine',
      {
        machine: () => ({
          cores: { target: apport, writable: false, suidDumpable: 0 },
          sudo: true,
          ci: false,
        }),
        ...required,
      },
      { status: 'fail' },
    ],
    [
      'core-pattern',
      'systemd-coredump',
      { ...cores(coredump), ...required },
      { status: 'ok', fix: null },
    ],
    [
      'core-pattern',
      'systemd-coredump of the host',
      { on: 'docker-v2', ...cores(coredump), ...required },
      { status: 'fail', fix: expect.stringContaining('outside of the container') as never },
    ],
    [
      'core-pattern',
      'a file in the folder',
      { ...cores({ kind: 'file', pattern: 'core', absolute: false }), ...required },
      { value: "core, in the test's folder", status: 'ok' },
    ],
    [
      'core-pattern',
      'nowhere',
      { ...cores({ kind: 'none' }), ...required },
      { value: 'nowhere', status: 'fail' },
    ],
    ['core-limit', 'forbidden', { on: 'docker-v1' }, { value: 'forbidden', status: 'ok' }],
    [
      'core-limit',
      'forbidden, cores required',
      { on: 'docker-v1', ...required },
      { status: 'fail', fix: expect.stringContaining('ulimit') as never },
    ],
    [
      'core-limit',
      'forbidden, cores required, and go to a program',
      { on: 'docker-v1', ...cores(apport), ...required },
      { status: 'fail' },
    ],
    ['suid-dumpable', 'as it is', {}, { value: 'a core for root only' }],

    [
      'first-process',
      'a shell',
      { on: 'docker-v2' },
      {
        value: 'sh: does not hand signals on, collects orphans',
        status: 'warn',
        fix: expect.stringContaining('--init') as never,
      },
    ],
    [
      'first-process',
      'not an ancestor',
      { on: 'docker-v1' },
      { value: 'tail: does not hand signals on, does not collect orphans', status: 'ok' },
    ],
    [
      'first-process',
      'unknown',
      { on: 'sandbox-v1' },
      { value: 'supervisor: not known', status: 'ok' },
    ],
    ['container', 'none', {}, { value: 'none' }],
    [
      'container',
      'a pod',
      { on: 'kubernetes-v1' },
      { value: 'kubernetes (/var/run/secrets/kubernetes.io)' },
    ],
    ['capabilities', "Docker's", { on: 'docker-v2' }, { value: 'root: 14, without sys_admin' }],
    ['capabilities', 'none', {}, { value: 'none' }],
    ['seccomp', 'a filter', { on: 'docker-v2' }, { value: 'a filter' }],
    ['oom-score', 'a hosted runner', {}, { value: '500', status: 'ok', fix: null }],
    [
      'oom-score',
      'no lower than a test',
      { machine: (of) => ({ privileges: { ...of.privileges, oomScoreAdj: 1000 } }) },
      { status: 'ok', fix: expect.stringContaining('lower it') as never },
    ],
    ['kernel-log', 'kmsg', { on: 'sandbox-v1' }, { value: 'yes (/dev/kmsg)' }],
    ['kernel-log', 'sudo', {}, { value: 'yes (through sudo)' }],
    ['kernel-log', 'dmesg for all', { on: 'docker-v1' }, { value: 'yes (dmesg)' }],
    ['kernel-log', 'none', { on: 'docker-v2' }, { value: 'no', status: 'ok' }],
    ['sudo', 'root', { on: 'sandbox-v1' }, { value: 'not needed: this is root' }],
    ['sudo', 'yes', {}, { value: 'yes' }],
    ['sudo', 'no', { on: 'wsl2' }, { value: 'no', status: 'ok' }],
    ['sudo', 'not asked', { machine: () => ({ sudo: null }) }, { value: 'not asked' }],
    ['systemd', 'running', {}, { value: 'running' }],
    ['strace', 'no', {}, { value: 'no', status: 'ok', fix: null }],
    ['zstd', 'yes', {}, { value: '/usr/bin/zstd' }],
    ['process-control', 'macOS', { facts: { platform: 'darwin' } }, { status: 'warn' }],
    [
      'crash-output',
      'Go 1.22',
      { facts: { go: { ...sampleGo, minor: 22 } } },
      { value: 'taken from the test output instead', status: 'warn' },
    ],
    [
      'build-events',
      'Go 1.23',
      { facts: { go: { ...sampleGo, minor: 23 } } },
      { value: 'taken from the text on stderr instead', status: 'ok' },
    ],
  ])('%s: %s', (id, _, change, expected) => {
    const row = rowOf(id, change);
    if (expected === undefined) expect(row).toBeUndefined();
    else expect(row).toMatchObject(expected);
  });
});
