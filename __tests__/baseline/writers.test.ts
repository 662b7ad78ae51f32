import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { fileStore } from '../../src/baseline/file-store.ts';
import { readPaths } from '../../src/baseline/read-records.ts';
import type { BaselineStore } from '../../src/baseline/store.ts';
import {
  bareRepository,
  cloneOf,
  pathsOf,
  recordFile,
  storeIn,
} from '../support/baseline-stores.ts';
import { newRepository, plainGit } from '../support/git-repository.ts';
import { tempFolder } from '../support/temp-folder.ts';

const writers = 50;
const script = join(tempFolder(), 'writer.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, '../support/baseline-writer.ts')],
    ...{ outfile: script, bundle: true, format: 'esm', platform: 'node', target: 'node20' },
  });
});

/** @param ownGroup in a group of its own, so that it can be killed with all its git commands */
function writer(args: string[], ownGroup: boolean): ChildProcess {
  return spawn(process.execPath, [script, ...args], {
    env: plainGit,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: ownGroup,
  });
}

/**
 * One of many. Each group would have a share of the processor of its own (sched(7), autogroup), and leave next to nothing to the
 * tests beside this one. In ours they are many against few, so they also yield.
 */
function oneWriter(args: string[]): ChildProcess {
  const child = writer(args, false);
  if (child.pid !== undefined) setPriority(child.pid, 15);
  return child;
}

/** When it has reported its first record, or is over. */
async function firstReport(process: ChildProcess): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdout?.once('data', resolve);
    process.once('close', resolve);
  });
}

async function output(process: ChildProcess): Promise<unknown[]> {
  const chunks: Buffer[] = [];
  process.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => process.once('close', resolve));
  const lines = Buffer.concat(chunks).toString().trimEnd().split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
}

/** Every record is there and whole. */
async function expectRecords(store: BaselineStore, count: number): Promise<void> {
  const paths = await pathsOf(store);
  const expected = Array.from({ length: count }, (_, number) => recordFile(number).path);
  expect(paths).toEqual(expected.sort());
  const read = await readPaths(store, paths);
  expect(read).toMatchObject({ kind: 'records', problems: [], records: { length: count } });
}

interface Shared {
  open: () => BaselineStore;
  args: (number: number) => string[];
  /** The file with which git keeps other writers away; one that is killed while it has it leaves it there. */
  lock?: string;
}

const branchLock = 'refs/heads/crash-guard-baseline.lock';

/** A store for 50 processes, with the arguments of each. */
const shared: [string, () => Shared][] = [
  [
    'a bare repository, from ten clones',
    () => {
      const bare = bareRepository();
      const clones = Array.from({ length: writers }, () => cloneOf(bare).directory);
      return {
        open: () => storeIn(cloneOf(bare)),
        args: (number) => ['git', clones[number]!],
        lock: join(bare.directory, branchLock),
      };
    },
  ],
  [
    'the same local repository',
    () => {
      const repository = newRepository();
      return {
        open: () => storeIn(repository, { remote: null }),
        args: () => ['local', repository.directory],
        lock: join(repository.directory, '.git', branchLock),
      };
    },
  ],
  [
    'the same folder',
    () => {
      const folder = join(tempFolder(), 'store');
      return { open: () => fileStore(folder), args: () => ['file', folder] };
    },
  ],
];

/** Ten writers one after the other, each killed in the middle of its work. */
const kills = 10;
/** More than any can write before it is killed. */
const recordsEach = 10_000;

describe.each(shared)('a writer to %s that is killed at any moment', (_, make) => {
  it('leaves every record that it reported, whole, and nothing half done', async () => {
    const { open, args, lock } = make();
    const present = new Set<string>();
    let reported = 0;
    for (let round = 0; round < kills; round += 1) {
      const first = round * recordsEach;
      const killed = writer([...args(round), String(first), String(recordsEach)], true);
      const lines = output(killed);
      // A writer may need longer than that to start and to write, so every other one is given the time for one record.
      if (round % 2 === 1) await firstReport(killed);
      await wait(40 + Math.random() * 360);
      process.kill(-killed.pid!, 'SIGKILL');
      const added = (await lines).length;
      reported += added;
      const paths = new Set(await pathsOf(open()));
      for (const path of present) expect(paths.has(path)).toBe(true);
      for (let number = 0; number < added; number += 1)
        expect(paths.has(recordFile(first + number).path)).toBe(true);
      const fresh = [...paths].filter((path) => !present.has(path));
      const read = await readPaths(open(), fresh);
      expect(read).toMatchObject({ problems: [], records: { length: fresh.length } });
      for (const path of fresh) present.add(path);
      // As the message about it advises: git itself never takes it away, and the next writer would wait for it in vain.
      if (lock !== undefined) rmSync(lock, { force: true });
    }
    expect(reported).toBeGreaterThan(0);
  }, 400_000);
});

describe.each(shared)('50 processes that write at once to %s', (_, make) => {
  it('lose no record and tear none', async () => {
    const { open, args } = make();
    const started = Array.from({ length: writers }, (__, number) =>
      output(oneWriter([...args(number), String(number), '1'])),
    );
    const results = (await Promise.all(started)).flat();
    expect(results).toEqual(results.map(() => ({ kind: 'added', written: 1, kept: 0 })));
    expect(results).toHaveLength(writers);
    await expectRecords(open(), writers);
  }, 400_000);
});
