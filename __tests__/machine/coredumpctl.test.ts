import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { fetchCore } from '../../src/machine/coredumpctl.ts';
import type { RunCommand } from '../../src/machine/command.ts';
import { smallCore } from '../support/core-image.ts';
import { fakeCoredumpctl, type JournalCore } from '../support/coredumpctl.ts';
import { tempFolder } from '../support/temp-folder.ts';

const bootId = '/proc/sys/kernel/random/boot_id';
const boot = existsSync(bootId) ? readFileSync(bootId, 'utf8').trim().replaceAll('-', '') : 'none';
const pid = 4711;

interface Fetched {
  problem: string | null;
  folder: string;
  waitedMs: number[];
}

async function fetched(run: RunCommand, stopped = (): boolean => false): Promise<Fetched> {
  const folder = tempFolder();
  const waitedMs: number[] = [];
  const sleep = (ms: number): Promise<void> => {
    waitedMs.push(ms);
    return Promise.resolve();
  };
  const ports = { run, env: {}, sleep, stopped };
  return { problem: await fetchCore(pid, { folder, name: 'core' }, ports), folder, waitedMs };
}

it('a core of this boot and process is fetched', async () => {
  const bytes = smallCore(99);
  const { run, calls } = fakeCoredumpctl([
    { pid, boot, bytes },
    { pid: 4712, boot, bytes: smallCore(1) },
    { pid, boot: 'another', bytes: smallCore(2) },
  ]);
  const { problem, folder, waitedMs } = await fetched(run);
  expect(problem).toBeNull();
  expect(readFileSync(join(folder, 'core')).equals(bytes)).toBe(true);
  expect(readdirSync(folder)).toEqual(['core']);
  expect(waitedMs).toEqual([]);
  expect(calls).toHaveLength(1);
});

it('one that is stored later is waited for', async () => {
  const { run } = fakeCoredumpctl([{ pid, boot, bytes: smallCore(), fromCall: 3 }]);
  const { problem, waitedMs } = await fetched(run);
  expect(problem).toBeNull();
  expect(waitedMs).toEqual([500, 1000]);
});

it.each<[string, JournalCore[], RegExp]>([
  ['not known to the journal', [], /^coredumpctl: No match found\.$/],
  ['of another boot', [{ pid, boot: 'another', bytes: smallCore() }], /No match found/],
  ['not stored', [{ pid, boot, bytes: null }], /has no core attached/],
  ['stored in part', [{ pid, boot, bytes: smallCore().subarray(0, 900) }], /is no whole core$/],
])('one that is %s leaves nothing', async (_, journal, because) => {
  const { problem, folder } = await fetched(fakeCoredumpctl(journal).run);
  expect(problem).toMatch(because);
  expect(readdirSync(folder)).toEqual([]);
});

it('without coredumpctl, and in a run that is stopped, nobody waits', async () => {
  const { problem, waitedMs } = await fetched(() =>
    Promise.resolve({ kind: 'not-started', error: 'spawn coredumpctl ENOENT' }),
  );
  expect(problem).toBe('coredumpctl could not be started: spawn coredumpctl ENOENT');
  expect(waitedMs).toEqual([]);
  const { run, calls } = fakeCoredumpctl([]);
  expect((await fetched(run, () => true)).problem).toMatch(/^the run was stopped/);
  expect(calls).toEqual([]);
});
