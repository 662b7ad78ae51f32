import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { comparisonSchema, type Comparison } from '../../src/report/comparison-schema.ts';
import { go, goModule } from '../support/go-module.ts';
import { run, type Finished } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';

// `compare` on what real runs and real profiles of one module left, before and after its store keeps more.

const source = (kept: number): Record<string, string> => ({
  'store/store.go': `package store

type Orders struct{ rows [][]byte }

func (o *Orders) Add() {
	o.rows = append(o.rows, make([]byte, 4096))
}
`,
  'store/store_test.go': `package store

import "testing"

var orders Orders

func TestAdd(t *testing.T) {
	for i := 0; i < ${String(kept)}; i++ {
		orders.Add()
	}
}
`,
  'quiet/quiet_test.go': 'package quiet\n\nimport "testing"\n\nfunc TestNothing(*testing.T) {}\n',
});

const module = goModule({ ...source(1000), '.runs/broken.txt': '{"schema": 1' });
const at = (name: string): string => join(module, name);

async function guarded(out: string): Promise<void> {
  const flags = ['--legs', 'memory', '--baseline', 'none', '--core-dumps', 'off', '--out', out];
  expect(await run(['run', '--dir', module, ...flags])).toMatchObject({ code: 0 });
}

/** From the folder of the runs, whose name keeps it out of `./...`. */
function compare(...args: string[]): Promise<Finished> {
  return run(['compare', ...args, '--dir', module], { cwd: at('.runs') });
}

async function json(...args: string[]): Promise<{ code: number | null; comparison: Comparison }> {
  const { code, stdout } = await compare(...args, '--json');
  return { code, comparison: comparisonSchema.parse(JSON.parse(stdout)) };
}

beforeAll(async () => {
  await guarded(at('.runs/before'));
  go(module, 'test', '-memprofile', at('.runs/before.pprof'), '-memprofilerate=512', './store');
  go(module, 'test', '-cpuprofile', at('.runs/cpu.pprof'), './store');
  rmSync(at('store.test'), { force: true });
  writeFileSync(at('store/store_test.go'), source(1500)['store/store_test.go'] ?? '');
  await guarded(at('.runs/now'));
  go(module, 'test', '-memprofile', at('.runs/now.pprof'), '-memprofilerate=512', './store');
}, 120_000);

describe('two runs', () => {
  it('that grew: which package, which function, on which line, and exit code 1', async () => {
    const { code, stdout, stderr } = await compare('before', 'now');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^heap usage: 1 package grew\nnow compared with before\n/);
    expect(stdout).toContain('✗ example.com/m/store (memory)');
    expect(stdout).toMatch(
      /grew most: {2}\+\d\.\d MiB store\.\(\*Orders\)\.Add store\/store\.go:6/,
    );
    expect(stdout).not.toContain('quiet');
  });

  it('name a command that shows more, and it works', async () => {
    const { comparison } = await json('before', 'now');
    const command = comparison.packages[0]?.why?.command ?? '';
    expect(command).toMatch(
      /^go tool pprof -sample_index=alloc_space -diff_base=before\S+ -top now/,
    );
    const words = command.split(' ');
    const shown = execFileSync('go', words.slice(1), { cwd: at('.runs'), encoding: 'utf8' });
    expect(shown).toContain('example.com/m/store.(*Orders).Add');
  });

  it('as reports alone say the same but for that command', async () => {
    const { code, comparison } = await json('before/report.json', 'now/report.json');
    expect(code).toBe(1);
    expect(comparison.packages).toMatchObject([
      { package: 'example.com/m/store', verdict: 'regressed', why: { command: null } },
      { package: 'example.com/m/quiet', verdict: 'same' },
    ]);
  });

  it('that shrank are an improvement', async () => {
    expect(await json('now', 'before')).toMatchObject({
      code: 0,
      comparison: { packages: [{ verdict: 'improved' }, { verdict: 'same' }] },
    });
  });

  it('of the same code pass', async () => {
    const { code, stdout } = await compare('now', 'now');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^heap usage: no growth in 2 packages\n/);
  });

  it('--threshold says how much is a growth', async () => {
    expect(await json('before', 'now', '--threshold', '60%')).toMatchObject({
      code: 0,
      comparison: { status: 'pass' },
    });
  });

  it('obey the settings of the module: policies, accepted growth and budgets', async () => {
    const accept = [
      'heap:',
      '  accept:',
      ...['allocated', 'in-use'].flatMap((metric) => [
        `    - { package: ./store, metric: ${metric}, up-to: +60%, until: 2099-12-31, reason: more orders }`,
      ]),
    ];
    const rulesFile = (name: string, lines: string[]): string => {
      writeFileSync(at(`.runs/${name}`), lines.join('\n'));
      return name;
    };
    const config = rulesFile('accept.yml', accept);
    expect(await json('before', 'now', '--config', config)).toMatchObject({
      code: 0,
      comparison: { packages: [{ verdict: 'accepted' }, { verdict: 'same' }] },
    });
    const budgets = ['heap:', '  budgets: [{ package: ./store, allocated: 5MiB }]'];
    const strict = await compare('now', 'now', '--config', rulesFile('budget.yml', budgets));
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain('1 budget broken');
  });
});

describe('two heap profiles', () => {
  it('have the rows of go tool pprof, what is charged to own code, and exit code 1', async () => {
    const { code, stdout } = await compare('before.pprof', 'now.pprof');
    expect(code).toBe(1);
    expect(stdout).toContain('✗ example.com/m/store (profile)');
    const line = stdout.split('\n').find((text) => text.includes('store.(*Orders).Add  store/'));
    // go tool pprof knows megabytes of 2^20 bytes.
    const shown = execFileSync(
      'go',
      [
        'tool',
        'pprof',
        '-diff_base=before.pprof',
        '-top',
        '-unit=B',
        '-sample_index=alloc_space',
        'now.pprof',
      ],
      { cwd: at('.runs'), encoding: 'utf8' },
    );
    const row = /^ *(?<flat>\d+)B .*\(\*Orders\)\.Add/m.exec(shown);
    const mebibytes = (Number(row?.groups?.['flat']) / 2 ** 20).toFixed(1);
    expect(Number(mebibytes)).toBeGreaterThan(1.5);
    expect(line).toMatch(
      new RegExp(`\\+${mebibytes} MiB +\\+${mebibytes} MiB +\\+${mebibytes} MiB`),
    );
  });

  it('are printed with all rows as JSON', async () => {
    const { stdout } = await compare('before.pprof', 'now.pprof', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'fail',
      differences: [
        {
          sampleType: 'alloc_space',
          rows: expect.arrayContaining([
            expect.objectContaining({ function: 'example.com/m/store.(*Orders).Add' }),
          ]),
        },
        { sampleType: 'alloc_objects' },
        { sampleType: 'inuse_space' },
        { sampleType: 'inuse_objects' },
      ],
    });
  });

  it('that are the same pass', async () => {
    expect(await compare('now.pprof', 'now.pprof')).toMatchObject({ code: 0 });
  });

  it('are found through a link', async () => {
    symlinkSync(at('.runs/before.pprof'), at('.runs/link.pprof'));
    expect(await compare('link.pprof', 'now.pprof')).toMatchObject({ code: 1 });
  });
});

describe('what cannot be compared is named, with what to do, and exit code 2', () => {
  const empty = tempFolder();
  mkdirSync(join(empty, 'folder'));
  writeFileSync(join(empty, 'nothing'), '');
  writeFileSync(join(empty, 'text'), 'heap profile: 1: 2 [3: 4] @ heap/1\n');

  it.each([
    ['nowhere', 'there is no such file or folder'],
    [join(empty, 'folder'), 'this folder has no report that can be read'],
    [join(empty, 'nothing'), 'it is cut or no profile'],
    [join(empty, 'text'), 'it is cut or no profile'],
    ['broken.txt', 'this is no report, or one of another version'],
    ['/dev/zero', 'it is no regular file'],
    ['now.pprof', 'a heap profile cannot be compared with a report'],
  ])('%s', async (base, what) => {
    const { code, stderr, stdout } = await compare(base, 'now');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(what);
    expect(stderr).toContain('  fix: ');
  });

  it('a profile of CPU time', async () => {
    const { code, stderr } = await compare('cpu.pprof', 'now.pprof');
    expect(code).toBe(2);
    expect(stderr).toContain('cpu.pprof: it is no heap profile: it has samples, cpu');
  });

  it('a profile that is cut', async () => {
    cpSync(at('.runs/now.pprof'), at('.runs/cut.pprof'));
    execFileSync('truncate', ['--size=200', at('.runs/cut.pprof')]);
    const { code, stderr } = await compare('cut.pprof', 'now.pprof');
    expect(code).toBe(2);
    expect(stderr).toContain('cut.pprof: it cannot be unpacked');
  });

  it('both sides at once, and a threshold that is none', async () => {
    const both = await compare('one', 'two');
    expect(both.stderr).toMatch(/2 problems with what was given:\none: .*\n.*\ntwo: /);
    const threshold = await compare('before', 'now', '--threshold', 'lots');
    expect(threshold).toMatchObject({ code: 2 });
    expect(threshold.stderr).toContain('--threshold: "lots" is no share');
  });
});

it('a run whose report was lost can be compared once the report is made again', async () => {
  const copy = at('.runs/copy');
  cpSync(at('.runs/now'), copy, { recursive: true });
  rmSync(join(copy, 'report.json'));
  const before = await compare('before', 'copy');
  expect(before.stderr).toContain('"go-crash-guard report FOLDER"');
  await run(['report', copy]);
  expect(existsSync(join(copy, 'report.json'))).toBe(true);
  expect(await compare('before', join(dirname(copy), 'copy'))).toMatchObject({ code: 1 });
});
