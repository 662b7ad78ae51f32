import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { fileStore } from '../../src/baseline/file-store.ts';
import { recordPath, runPath } from '../../src/baseline/layout.ts';
import type { BaselineRecord } from '../../src/baseline/record.ts';
import { encodeRecord } from '../../src/baseline/records.ts';
import { corpusFolder } from '../../src/fuzz/corpus-store.ts';
import { sampleRecord } from '../support/baseline-records.ts';
import {
  gitRepository,
  newRepository,
  plainGit,
  type GitRepository,
} from '../support/git-repository.ts';
import { run, type Finished } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';

// `baseline list | show | record | prune` on stores that real runs wrote, and on one with a long history.

const shopTest = (kilobytes: number): string => `package store

import "testing"

var kept [][]byte

func TestKeep(t *testing.T) {
	for i := 0; i < ${String(kilobytes)}; i++ {
		kept = append(kept, make([]byte, 1024))
	}
}
`;

function baseline(repository: GitRepository, ...args: string[]): Promise<Finished> {
  return run(['baseline', ...args], { cwd: repository.directory, env: plainGit });
}

describe('with the records of real runs in the repository itself', () => {
  const shop = newRepository();
  let commits: string[] = [];

  const guarded = (...args: string[]): Promise<Finished> =>
    run(['run', '--legs', 'memory', '--core-dumps', 'off', ...args], {
      cwd: shop.directory,
      env: plainGit,
    });

  beforeAll(async () => {
    writeFileSync(join(shop.directory, 'go.mod'), 'module example.com/shop\n\ngo 1.21\n');
    shop.git('add', 'go.mod');
    commits = [shop.commit('store/store_test.go', shopTest(3000))];
    expect(await guarded()).toMatchObject({ code: 0 });
    commits.push(shop.commit('README.md', 'A shop.\n'));
    expect(await guarded('--baseline', 'none')).toMatchObject({ code: 0 });
  }, 120_000);

  it('list says what is recorded, how it was measured, and how far back', async () => {
    const { code, stdout } = await baseline(shop, 'list');
    expect(code).toBe(0);
    const [first = '', empty, head = '', row = ''] = stdout.split('\n');
    expect(first).toBe('git branch crash-guard-baseline: 1 heap record of 1 commit, 1 run record');
    expect(empty).toBe('');
    expect(head).toMatch(/^package +leg +measured with +records +latest$/);
    const place = `${(commits[0] ?? '').slice(0, 7)} of \\d{4}-\\d\\d-\\d\\d, 1 commit back`;
    expect(row).toMatch(
      new RegExp(`^example.com/shop/store +memory +go1\\.\\d+ \\S+, rate 512 +1 +${place}$`),
    );
  });

  it('show has the figures of all packages, and of one its tests and functions', async () => {
    const all = await baseline(shop, 'show');
    expect(all.stdout).toMatch(/example\.com\/shop\/store +memory +\d\.\d MiB +[\d,]+ +\d\.\d MiB/);
    const one = await baseline(shop, 'show', './store');
    expect(one.code).toBe(0);
    expect(one.stdout).toMatch(/^example\.com\/shop\/store \(memory\)\n {2}record [0-9a-f]{7} of /);
    expect(one.stdout).toMatch(/allocated +\d\.\d MiB/);
    expect(one.stdout).toMatch(/MiB +[\d,]+ +\d\.\d MiB {2}TestKeep/);
    expect(one.stdout).toContain('example.com/shop/store.TestKeep  store/store_test.go:9');
  });

  it('show --json has the record as it is stored', async () => {
    const { stdout } = await baseline(shop, 'show', 'store', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [],
      records: [
        {
          schema: 1,
          key: { package: 'example.com/shop/store', leg: 'memory', rate: 512 },
          commit: commits[0],
          record: { outcome: 'passed' },
        },
      ],
    });
  });

  it('an unknown package is answered with the nearest one', async () => {
    const { code, stderr } = await baseline(shop, 'show', 'sotre');
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean example.com/shop/store?');
  });

  it('record keeps a run that kept nothing itself', async () => {
    const out = join(shop.directory, '.crash-guard/out');
    const first = await baseline(shop, 'record');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toBe(
      `git branch crash-guard-baseline: 1 package of ${(commits[1] ?? '').slice(0, 12)} recorded\n`,
    );
    const again = await baseline(shop, 'record', out);
    expect(again.code).toBe(0);
    const { stdout } = await baseline(shop, 'list', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ head: commits[1], commits: 2, records: 2 });
  });

  it('record into a folder makes it', async () => {
    const folder = join(tempFolder(), 'new');
    const { code } = await baseline(shop, 'record', '--baseline', `file:${folder}`);
    expect(code).toBe(0);
    expect(readdirSync(folder)).toContain('v1');
  });

  it('record refuses a run on a work tree with changes, and a folder without a run', async () => {
    const out = join(tempFolder(), 'out');
    writeFileSync(join(shop.directory, 'store/store_test.go'), shopTest(3001));
    await guarded('--out', out, '--baseline', 'none');
    shop.git('checkout', '--quiet', '.');
    expect(await baseline(shop, 'record', out)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the work tree has changes that are not committed'),
    });
    expect(await baseline(shop, 'record', tempFolder())).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('holds no report of go-crash-guard'),
    });
  });

  it('--remote shows the branch of the remote, and it is that which prune and list use', async () => {
    const bare = gitRepository();
    bare.git('init', '--quiet', '--bare');
    shop.git('remote', 'add', 'origin', bare.directory);
    const none = await baseline(shop, 'list', '--remote', 'origin');
    expect(none).toMatchObject({
      code: 0,
      stdout: 'git crash-guard-baseline of origin: nothing is recorded\n',
    });
    await baseline(shop, 'record', '--remote', 'origin');
    const { stdout } = await baseline(shop, 'list', '--remote', 'origin');
    expect(stdout).toMatch(
      /^git crash-guard-baseline of origin: 1 heap record of 1 commit, 1 run record\n/,
    );
    expect(await baseline(shop, 'prune', '--remote', 'origin')).toMatchObject({
      code: 0,
      stdout:
        'git crash-guard-baseline of origin: nothing removed; 1 heap record, 1 run record kept\n',
    });
  });
});

describe('with a long history', () => {
  const shop = newRepository();
  const folder = tempFolder();
  const store = ['--baseline', `file:${folder}`];
  const MiB = 1024 ** 2;
  let commits: string[] = [];

  beforeAll(async () => {
    for (let i = 0; i < 24; i++)
      shop.git('commit', '--quiet', '--allow-empty', '--message', String(i));
    commits = shop.git('rev-list', '--reverse', 'HEAD').split('\n');
    const records = commits.map((commit, i): BaselineRecord => {
      const record = sampleRecord(i);
      record.record.metrics.allocBytes = (i < 14 ? 10 * MiB : 13 * MiB) + (i % 3) * 10_000;
      return { ...record, commit };
    });
    const old = Array.from({ length: 230 }, (_, i) => sampleRecord(i));
    const files = [...records, ...old].map((record) => ({
      path: recordPath(record.key, record.commit),
      bytes: encodeRecord(record),
    }));
    expect(await fileStore(folder).add(files, '')).toMatchObject({ written: 254 });
  });

  it('a trend is drawn, with the commit at which the level shifted', async () => {
    const { code, stdout } = await baseline(shop, 'show', 'store', '--trend', ...store);
    expect(code).toBe(0);
    expect(stdout).toContain('  24 records, 2026-01-01 to 2026-01-01');
    expect(stdout).toMatch(/allocated +10\.0 MiB {2}▁{14}█{10} {2}13\.0 MiB \(\+30\.\d %\)/);
    const shifted = (commits[14] ?? '').slice(0, 7);
    expect(stdout).toMatch(
      new RegExp(`▲\\n {4}up since ${shifted} of .*: 10\\.0 MiB to 13\\.0 MiB`),
    );
    expect(stdout.match(/▲|▼/g)).toHaveLength(1);
  });

  it('the trend as JSON has every point', async () => {
    const { stdout } = await baseline(shop, 'show', '--trend', '--json', ...store);
    const shown = JSON.parse(stdout) as { packages: { trends: { points: unknown[] }[] }[] };
    expect(shown.packages).toHaveLength(1);
    expect(shown.packages[0]?.trends[0]?.points).toHaveLength(24);
    expect(shown).toMatchObject({
      packages: [
        { trends: [{ metric: 'allocBytes', shifts: [{ commit: commits[14] }] }, {}, {}, {}] },
      ],
    });
  });

  it('prune says what would go, then removes it, and not more the next time', async () => {
    const dry = await baseline(shop, 'prune', '--dry-run', ...store);
    expect(dry.stdout).toMatch(
      /^file \S+: 5\d heap records would be removed; 20\d heap records kept\n {2}v1\/heap\//,
    );
    const pruned = await baseline(shop, 'prune', ...store);
    const counts =
      /^file \S+: (?<gone>\d+) heap records removed; (?<kept>\d+) heap records kept\n$/.exec(
        pruned.stdout,
      )?.groups;
    expect(Number(counts?.['gone']) + Number(counts?.['kept'])).toBe(254);
    const again = await baseline(shop, 'prune', ...store);
    expect(again.stdout).toMatch(
      new RegExp(`: nothing removed; ${counts?.['kept'] ?? ''} heap records kept`),
    );
  });

  it('prune --fuzz-inputs removes stored inputs and nothing else', async () => {
    const inputs = ['FuzzAdd', 'FuzzMove'].map((target) => ({
      path: `${corpusFolder('example.com/shop/store', target)}/0123456789abcdef-50`,
      bytes: new Uint8Array(50),
    }));
    await fileStore(folder).add(inputs, 'inputs');
    const listed = await baseline(shop, 'list', ...store);
    expect(listed.stdout).toMatch(/ commits, 2 fuzz inputs \(100 B\)\n/);
    const one = 'example.com/shop/store.FuzzAdd';
    const dry = await baseline(shop, 'prune', '--fuzz-inputs', one, '--dry-run', ...store);
    expect(dry.stdout).toMatch(
      /: 1 fuzz input \(50 B\) would be removed; \d+ heap records, 1 fuzz input \(50 B\) kept\n {2}v1\/fuzz\/\S+-50\n$/,
    );
    const all = await baseline(shop, 'prune', '--fuzz-inputs', ...store);
    expect(all.stdout).toMatch(/: 2 fuzz inputs \(100 B\) removed; \d+ heap records kept\n$/);
    const again = await baseline(shop, 'prune', '--fuzz-inputs', one, ...store);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toMatch(/: nothing removed; [^\n]+\n! no inputs of \S+ are stored\n$/);
  });

  it('the settings file may name the store', async () => {
    writeFileSync(join(shop.directory, '.crash-guard.yml'), `baseline: file:${folder}\n`);
    const { stdout } = await baseline(shop, 'show');
    expect(stdout).toContain('example.com/shop/store');
  });
});

describe('what cannot be shown', () => {
  const empty = newRepository();
  empty.commit('go.mod', 'module example.com/none\n');
  const bare = tempFolder();

  it.each<[string[], number, string]>([
    [['show'], 2, 'git branch crash-guard-baseline: nothing is recorded'],
    [['show', 'store', '--trend'], 2, '"go-crash-guard run" with the memory leg'],
    [['list', '--baseline', 'none'], 2, '--baseline: no baseline is kept'],
    [['list', '--baseline', 'gti'], 2, '--baseline: "gti" is no place for a baseline'],
    [['list', '--baseline', 'file:nowhere'], 2, `no folder ${join(empty.directory, 'nowhere')}`],
    [['list', '--remote', '-x'], 2, '--remote: "-x" is no remote'],
    [['list', '--remote', 'upstream'], 1, 'upstream'],
    [['list', '--dir', bare], 1, 'not a git repository'],
    [['prune', '--fuzz-inputs', 'FuzzAdd'], 2, '--fuzz-inputs: "FuzzAdd" names no fuzz target'],
  ])('%j', async (args, expected, said) => {
    const { code, stderr, stdout } = await baseline(empty, ...args);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('bug');
  });

  it('a path in the settings file is relative to the module, not to where one stands', async () => {
    const module = tempFolder();
    writeFileSync(join(module, '.crash-guard.yml'), 'legs: [memory]\nbaseline: file:records\n');
    const { code, stderr } = await baseline(empty, 'list', '--dir', module);
    expect(code).toBe(2);
    expect(stderr).toContain(
      `.crash-guard.yml:2 baseline: there is no folder ${join(module, 'records')}`,
    );
  });

  it('a store of run records alone is not called empty', async () => {
    const folder = tempFolder();
    const file = { path: runPath('a'.repeat(40)), bytes: Buffer.from('{}') };
    await fileStore(folder).add([file], '');
    const { code, stderr } = await baseline(empty, 'show', '--baseline', `file:${folder}`);
    expect(code).toBe(2);
    expect(stderr).toContain('no heap usage is recorded, only 1 run record');
  });

  it('an empty store is an empty list', async () => {
    expect(await baseline(empty, 'list')).toMatchObject({
      code: 0,
      stdout: 'git branch crash-guard-baseline: nothing is recorded\n',
    });
  });

  it('a damaged record is named, the others are shown', async () => {
    const folder = tempFolder();
    const [good, bad] = [sampleRecord(1), sampleRecord(1, { package: 'example.com/shop/bad' })];
    const files = [good, bad].map((record) => ({
      path: recordPath(record.key, record.commit),
      bytes: encodeRecord(record),
    }));
    await fileStore(folder).add(files, '');
    writeFileSync(join(folder, recordPath(bad.key, bad.commit)), '\u001b[31mhostile');
    const newer = join(folder, 'v2');
    mkdirSync(newer);
    writeFileSync(join(newer, 'heap.json'), '{}');
    const { code, stdout } = await baseline(empty, 'list', '--baseline', `file:${folder}`);
    expect(code).toBe(0);
    expect(stdout).toMatch(/! the record v1\/heap\/\S+ is left out: it is not JSON/);
    expect(stdout).toContain('this version of go-crash-guard does not know');
    expect(stdout).toContain('example.com/shop/store');
    expect(stdout).not.toContain('\u001b');
  });
});
