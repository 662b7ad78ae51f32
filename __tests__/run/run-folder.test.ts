import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { layout } from '../../src/run/layout.ts';
import {
  finishRunFolder,
  openRunFolder,
  readMarker,
  writeAtomically,
  type RunMarker,
} from '../../src/run/run-folder.ts';
import { tempFolder } from '../support/temp-folder.ts';

const now = new Date('2026-01-02T03:04:05Z');

const marker: RunMarker = {
  schema: 1,
  tool: 'go-crash-guard',
  run: 'older',
  pid: 1,
  processStart: null,
  startedAt: '2025-01-01T00:00:00.000Z',
  finished: true,
};

/** A folder in which an older run left something. */
function usedFolder(of: Partial<RunMarker> = {}): string {
  const out = tempFolder();
  writeFileSync(layout.marker(out), JSON.stringify({ ...marker, ...of }));
  writeFileSync(layout.report(out), 'old');
  mkdirSync(layout.package(out, 'race', 'm/p'), { recursive: true });
  return out;
}

describe('openRunFolder', () => {
  it('makes a folder that git ignores, with the marker of this run', async () => {
    const out = join(tempFolder(), '.crash-guard', 'out');
    const made = await openRunFolder(out, now);
    expect(readdirSync(out).sort()).toEqual(['.gitignore', 'run.json']);
    expect(made).toMatchObject({ pid: process.pid, startedAt: now.toISOString(), finished: false });
    expect(made.run).toMatch(/^[0-9a-f]{16}$/);
    expect(await readMarker(out)).toEqual(made);
    for (const folder of [out, join(out, '..')]) {
      expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
    }
  });

  it('removes what an older run of ours left, and touches nothing else', async () => {
    const out = usedFolder();
    writeFileSync(join(out, 'notes.txt'), 'mine');
    mkdirSync(join(out, 'legs.d'));
    await openRunFolder(out, now);
    expect(readdirSync(out).sort()).toEqual(['.gitignore', 'legs.d', 'notes.txt', 'run.json']);
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it.each<[string, Record<string, string>]>([
    ['a file', { 'notes.txt': 'mine' }],
    ['what only looks like ours', { 'report.json': '{}', legs: '' }],
    ['a marker of another tool', { 'run.json': '{"schema":1,"tool":"other"}' }],
    ['a cut marker', { 'run.json': JSON.stringify(marker).slice(0, -1) }],
    ['a .gitignore of the user', { '.gitignore': '*\n!.gitignore\n' }],
  ])('refuses a folder with %s and leaves it as it is', async (_, files) => {
    const out = tempFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text);
    await expect(openRunFolder(out, now)).rejects.toMatchObject({
      name: 'InputError',
      problems: [{ where: '--out', what: expect.stringContaining('not from go-crash-guard') }],
    });
    expect(readdirSync(out).sort()).toEqual(Object.keys(files).sort());
    for (const [name, text] of Object.entries(files)) {
      expect(readFileSync(join(out, name), 'utf8')).toBe(text);
    }
  });

  it('accepts a folder in which a run was cut off before its marker', async () => {
    const out = tempFolder();
    writeFileSync(join(out, '.gitignore'), '*\n');
    await openRunFolder(out, now);
    expect(await readMarker(out)).not.toBeNull();
  });

  it('says why when it cannot write there', async () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    await expect(openRunFolder(join(file, 'out'), now)).rejects.toMatchObject({
      name: 'InputError',
      problems: [{ where: '--out', what: expect.stringContaining('ENOTDIR') }],
    });
  });
});

describe('a run that did not finish', () => {
  it('is still going on: refused, and nothing is removed', async () => {
    const other = spawn('sleep', ['60']);
    try {
      const out = usedFolder({ pid: other.pid ?? 0, finished: false });
      await expect(openRunFolder(out, now)).rejects.toMatchObject({
        problems: [{ what: expect.stringContaining(`another run (process ${String(other.pid)})`) }],
      });
      expect(existsSync(layout.report(out))).toBe(true);
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('has died: its folder is taken over', async () => {
    const { pid } = spawnSync('true');
    const out = usedFolder({ pid, finished: false });
    await openRunFolder(out, now);
    expect(existsSync(layout.report(out))).toBe(false);
  });

  const knowsStarts = existsSync('/proc/self/stat');
  if (!knowsStarts) console.warn('skipped: this system does not tell when a process began (/proc)');
  const itKnowsStarts = knowsStarts ? it : it.skip;
  itKnowsStarts('has died, and its number is another process’s now', async () => {
    const other = spawn('sleep', ['60']);
    try {
      const out = usedFolder({ pid: other.pid ?? 0, processStart: '1', finished: false });
      await openRunFolder(out, now);
      expect(existsSync(layout.report(out))).toBe(false);
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('had finished although its process lives: a runner that goes on', async () => {
    const out = usedFolder({ pid: process.ppid, finished: true });
    await openRunFolder(out, now);
    expect(existsSync(layout.report(out))).toBe(false);
  });
});

it('finishRunFolder notes the end in the marker', async () => {
  const out = tempFolder();
  const made = await openRunFolder(out, now);
  await finishRunFolder(out, made);
  expect(await readMarker(out)).toEqual({ ...made, finished: true });
});

it('writeAtomically replaces a file and leaves no draft behind', async () => {
  const folder = tempFolder();
  await writeAtomically(join(folder, 'a'), 'one');
  await writeAtomically(join(folder, 'a'), 'two');
  expect(readdirSync(folder)).toEqual(['a']);
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('two');
});
