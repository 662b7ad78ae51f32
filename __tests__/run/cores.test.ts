import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { RunCommand } from '../../src/machine/command.ts';
import { coreTarget } from '../../src/machine/core-pattern.ts';
import type { MachineFacts } from '../../src/machine/machine.ts';
import type { MachineCheck } from '../../src/run/check-machine.ts';
import { coreGaps, readCoreLedger } from '../../src/run/core-ledger.ts';
import { prepareCores, type CorePorts, type Cores } from '../../src/run/cores.ts';
import type { LegPlan } from '../../src/run/plan-legs.ts';
import type { RunPlanLeg } from '../../src/run/run-plan.ts';
import { InputError } from '../../src/settings/input-error.ts';
import { resolveSettings } from '../../src/settings/resolve.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { smallCore } from '../support/core-image.ts';
import { fakeCoredumpctl } from '../support/coredumpctl.ts';
import { packageRun } from '../support/sample-report.ts';
import { end, start } from '../support/cause-facts.ts';
import { tempFolder } from '../support/temp-folder.ts';

const apport = '|/usr/share/apport/apport -p%p';
const journal = '|/usr/lib/systemd/systemd-coredump %P %u %g %s %t %c %h';

interface World {
  pattern?: string;
  writable?: boolean;
  sudo?: boolean | null;
  ci?: boolean;
  coredumpctl?: string | null;
  hard?: number | null;
  mode?: Settings['coreDumps'];
  legs?: string[];
  flags?: string[];
  run?: RunCommand;
}

interface Prepared {
  cores: Cores;
  out: string;
  /** What core_pattern says. */
  says: () => string;
  /** Takes the right to change it away. */
  forbid: () => void;
}

async function prepare(of: World): Promise<Prepared> {
  const out = tempFolder();
  let says = of.pattern ?? 'core';
  let writable = of.writable ?? false;
  const { mode = 'auto', legs = ['memory'], flags = [] } = of;
  const settings = resolveSettings({
    layers: [{ values: { 'core-dumps': mode, legs, out }, where: (key) => `--${key}` }],
    problems: [],
    directory: '/m',
    absolute: (path) => path,
    goTestWords: flags,
  });
  const machine = {
    ci: of.ci ?? true,
    sudo: of.sudo ?? null,
    cores: { target: coreTarget(says), writable, suidDumpable: 0 },
    rlimits: { core: { soft: 0, hard: of.hard ?? null } },
    helpers: { coredumpctl: of.coredumpctl ?? null, zstd: null, dlv: null },
  } as unknown as MachineFacts;
  const checked = { machine } as MachineCheck;
  const refused = (): Promise<never> => Promise.reject(new Error('unexpected command'));
  const patternFile = {
    read: () => Promise.resolve(`${says}\n`),
    write: (text: string) => {
      if (!writable) return Promise.reject(new Error('EACCES'));
      says = text.replace(/\n$/, '');
      return Promise.resolve();
    },
  };
  const noSudo: RunCommand = () =>
    Promise.resolve({
      kind: 'exited',
      code: 1,
      stdout: '',
      stderr: 'sudo: a password is required',
    });
  const ports: CorePorts = {
    run: of.run ?? refused,
    env: {},
    stop: new AbortController().signal,
    cleanUp: { run: noSudo, env: {}, patternFile },
  };
  const cores = await prepareCores(settings, checked, 'r', ports);
  return { cores, out, says: () => says, forbid: () => (writable = false) };
}

const off = { enabled: false, pattern: '' };
const leg = { name: 'memory', race: false } as RunPlanLeg;
const gapsOf = async (out: string): Promise<string[]> =>
  coreGaps(
    await readCoreLedger(out),
    [leg],
    [packageRun({ leg: 'memory', ending: 'crashed' })],
  ).map(({ what }) => what);

describe('what is arranged', () => {
  it.each<[string, World, { enabled: boolean; pattern: string }]>([
    ['cores in files', {}, { enabled: true, pattern: 'core' }],
    ['cores in files, off', { mode: 'off' }, off],
    ['cores in files, on a person’s machine', { ci: false }, off],
    [
      'cores in files, required there',
      { ci: false, mode: 'required' },
      { enabled: true, pattern: 'core' },
    ],
    ['race legs only', { legs: ['race'] }, off],
    ['a sanitizer', { flags: ['-asan'] }, off],
    ['the limit forbids', { hard: 0 }, off],
    ['apport, no rights', { pattern: apport }, off],
    ['systemd-coredump, no coredumpctl', { pattern: journal }, off],
    [
      'systemd-coredump',
      { pattern: journal, coredumpctl: '/bin/coredumpctl' },
      { enabled: true, pattern: journal },
    ],
    [
      'systemd-coredump, on a person’s machine: sudo is not tried',
      { pattern: journal, coredumpctl: '/bin/coredumpctl', ci: false, mode: 'required' },
      { enabled: true, pattern: journal },
    ],
  ])('%s', async (_, of, order) => {
    const { cores, says } = await prepare(of);
    expect(cores.order).toEqual(order);
    expect(says()).toBe(of.pattern ?? 'core');
  });

  it('cores that go to a program are written to files until the end', async () => {
    const { cores, out, says } = await prepare({ pattern: apport, writable: true });
    expect(cores.order).toEqual({ enabled: true, pattern: says() });
    expect(says()).toMatch(/^\/.*\/crash-guard-cores-\w{6}\/core\.%p$/);
    expect(existsSync(dirname(says()))).toBe(true);
    const folder = dirname(says());
    await cores.finish(false);
    expect(says()).toBe(apport);
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(join(out, 'core-pattern.json'))).toBe(false);
    expect(await gapsOf(out)).toEqual([]);
  });

  it.each<[string, World, RegExp]>([
    ['the limit', { hard: 0 }, /hard limit on the size of a core is 0/],
    [
      'apport',
      { pattern: apport },
      /hands cores on \(\|\/usr\/share\/apport.*a password is required/,
    ],
  ])(
    '%s is told where a process crashed, and refused where cores are required',
    async (_, of, said) => {
      const { out } = await prepare(of);
      expect(await gapsOf(out)).toEqual([expect.stringMatching(said)]);
      expect(coreGaps(await readCoreLedger(out), [leg], [packageRun({ leg: 'memory' })])).toEqual(
        [],
      );
      const required = prepare({ ...of, mode: 'required' });
      await expect(required).rejects.toThrow(InputError);
      await expect(required).rejects.toThrow(said);
    },
  );

  it('a pattern that cannot be put back is a gap, and is tried again by whoever comes next', async () => {
    const { cores, out, says, forbid } = await prepare({ pattern: apport, writable: true });
    forbid();
    await cores.finish(false);
    expect(says()).not.toBe(apport);
    expect(await gapsOf(out)).toEqual([
      expect.stringMatching(
        /^\/proc\/sys\/kernel\/core_pattern could not be put back to .*; do it as root: echo /,
      ),
    ]);
    expect(existsSync(join(out, 'core-pattern.json'))).toBe(true);
    rmSync(dirname(says()), { recursive: true });
  });

  it('cores of other programs that came to the folder stay there, and are told', async () => {
    const { cores, out, says } = await prepare({ pattern: apport, writable: true });
    const folder = dirname(says());
    writeFileSync(join(folder, 'core.99'), 'somebody’s');
    await cores.finish(true);
    expect(readFileSync(join(folder, 'core.99'), 'utf8')).toBe('somebody’s');
    expect(await gapsOf(out)).toEqual([
      `cores of other processes were written to ${folder}, and stay there: core.99`,
    ]);
    rmSync(folder, { recursive: true });
  });
});

describe('a core that systemd-coredump has', () => {
  const pid = start.pid;
  const bootId = '/proc/sys/kernel/random/boot_id';
  const boot = existsSync(bootId) ? readFileSync(bootId, 'utf8').trim().replaceAll('-', '') : '';
  const plan = { leg: { name: 'memory', race: false } } as LegPlan;

  async function afterLeg(
    bytes: Buffer | null,
    dumped: { coreDumped?: boolean; run?: string } = {},
  ): Promise<{ folder: string; asked: number; gaps: string[] }> {
    const { run, calls } = fakeCoredumpctl([{ pid, boot, bytes }]);
    const { cores, out } = await prepare({
      pattern: journal,
      coredumpctl: '/bin/coredumpctl',
      run,
    });
    const folder = join(out, 'runs/memory/m/p/attempt-1');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'start.json'), JSON.stringify(start));
    const ended = end({ exitCode: null, signal: 'SIGABRT', coreDumped: true, ...dumped });
    writeFileSync(join(folder, 'end.json'), JSON.stringify(ended));
    await cores.afterLeg(plan);
    await cores.finish(false);
    return { folder, asked: calls.length, gaps: await gapsOf(out) };
  }

  it('is fetched after the leg, and packed', async () => {
    const { folder, gaps } = await afterLeg(smallCore());
    expect(gaps).toEqual([]);
    expect(readdirSync(folder)).toContainEqual(expect.stringMatching(/^core\.(?:gz|zst)$/));
  });

  it('and does not give away is a gap', async () => {
    const { folder, gaps } = await afterLeg(smallCore().subarray(0, 500));
    expect(gaps).toEqual([
      'the core of runs/memory/m/p/attempt-1 was not had: what coredumpctl wrote is no whole core',
    ]);
    expect(readdirSync(folder)).toEqual(['end.json', 'start.json']);
  });

  it.each([
    ['dumped none', { coreDumped: false }],
    ['is of another run', { run: 'older' }],
  ])('is not asked for where a process %s', async (_, of) => {
    expect((await afterLeg(smallCore(), of)).asked).toBe(0);
  });
});
