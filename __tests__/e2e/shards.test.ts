import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import { gitRepository, newRepository, type GitRepository } from '../support/git-repository.ts';
import { readReport, run, type Finished } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';

// A module of six packages with tests and one without, run in shards.

const names = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A test that keeps so many KiB, and a second one. */
function testFile(name: string, kilobytes: number, body = ''): string {
  return `package ${name}

import "testing"

var kept [][]byte

func TestKeep(t *testing.T) {
	for i := 0; i < ${kilobytes}; i++ {
		kept = append(kept, make([]byte, 1024))
	}
}

func TestSecond(t *testing.T) {
	var counts map[string]int
	_ = counts
	${body}
}
`;
}

function shop(): GitRepository {
  const repository = newRepository();
  writeFileSync(join(repository.directory, 'go.mod'), 'module example.com/shop\n\ngo 1.21\n');
  repository.git('add', 'go.mod');
  repository.commit('plain/plain.go', 'package plain\n');
  for (const name of names) repository.commit(`${name}/${name}_test.go`, testFile(name, 2000));
  return repository;
}

interface Ran extends Finished {
  report: Report;
  out: string;
}

async function guarded(repository: GitRepository, ...args: string[]): Promise<Ran> {
  const out = join(tempFolder(), 'out');
  const finished = await run([
    ...['run', '--dir', repository.directory, '--legs', 'memory', '--core-dumps', 'off'],
    ...['--out', out, ...args],
  ]);
  expect(finished.stderr).toBe('');
  return { ...finished, report: readReport(out), out };
}

async function merged(...outs: string[]): Promise<Ran> {
  const out = join(tempFolder(), 'merged');
  const finished = await run(['merge', ...outs, '--out', out]);
  expect(finished.stderr).toBe('');
  return { ...finished, report: readReport(out), out };
}

async function planned(repository: GitRepository, ...args: string[]): Promise<string[]> {
  const { code, stdout } = await run(['plan', '--dir', repository.directory, ...args]);
  expect(code).toBe(0);
  const { include } = JSON.parse(stdout) as { include: { shard: string }[] };
  return include.map(({ shard }) => shard);
}

function packagesOf({ packages }: Report): string[] {
  return packages.map((run) => run.package.replace('example.com/shop/', '')).sort();
}

describe('a run in shards', () => {
  let repository: GitRepository;
  let shards: Ran[];

  beforeAll(async () => {
    repository = shop();
    shards = [];
    for (const shard of await planned(repository, '--shards', '3', '--json'))
      shards.push(await guarded(repository, '--shard', shard));
  }, 300_000);

  it('runs each package in one of them', () => {
    expect(shards.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(shards.flatMap(({ report }) => packagesOf(report)).sort()).toEqual([...names, 'plain']);
    for (const { report } of shards) {
      expect(report.shard?.own).toEqual(report.packages.map((item) => item.package));
      expect(report.shard).toMatchObject({ count: 3, weighedBy: null });
      expect(report.shard?.all).toHaveLength(7);
      expect(report.packages.filter(({ ending }) => ending === 'passed')).toHaveLength(2);
    }
  });

  it('writes no baseline', () => {
    for (const { report } of shards)
      expect(report.comparison?.recorded).toEqual({
        packages: 0,
        store: 'git branch crash-guard-baseline',
        because: 'the job that merges the shards keeps the figures of all of them',
      });
    expect(repository.git('branch', '--list', 'crash-guard-baseline')).toBe('');
  });

  it('is one report when merged', async () => {
    const whole = await merged(...shards.map(({ out }) => out));

    expect(whole.code).toBe(0);
    expect(whole.report.verdict).toEqual({ status: 'pass', reasons: [] });
    expect(packagesOf(whole.report)).toEqual([...names, 'plain']);
    expect(whole.report.heap).toHaveLength(6);
    expect(whole.stdout).toContain('12 tests passed');
  });

  it('is incomplete without one of them, which is named with its packages', async () => {
    const [first, second] = shards.map(({ out }) => out);
    const part = await merged(first ?? '', second ?? '');
    const lost = shards[2]?.report.shard?.own ?? [];

    expect(part.code).toBe(1);
    expect(part.report.verdict.status).toBe('incomplete');
    expect(part.stdout).toContain('shard 3/3 left no report');
    for (const name of lost) expect(part.report.verdict.reasons[0]?.message).toContain(name);
  });

  it('takes the newest report of a job that ran again', async () => {
    const again = await guarded(repository, '--shard', '2/3');
    const whole = await merged(...shards.map(({ out }) => out), again.out);

    expect(whole.report.verdict.status).toBe('pass');
    expect(packagesOf(whole.report)).toHaveLength(7);
  });

  it('fails where one shard crashed', async () => {
    const broken = shop();
    broken.commit('c/c_test.go', testFile('c', 2000, 'counts["x"] = 1'));
    const parts = await Promise.all(
      ['1/2', '2/2'].map((shard) => guarded(broken, '--shard', shard)),
    );
    const whole = await merged(...parts.map(({ out }) => out));

    expect(parts.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(whole.code).toBe(1);
    expect(whole.report.verdict.status).toBe('fail');
    expect(whole.report.verdict.reasons[0]).toMatchObject({
      kind: 'crash',
      package: 'example.com/shop/c',
    });
    expect(whole.report.crashes).toMatchObject([
      { cause: 'panic', test: 'TestSecond', blame: { file: 'c/c_test.go' } },
    ]);
  }, 300_000);

  it('passes without any test where fail-on lets that pass', async () => {
    const empty = newRepository();
    writeFileSync(join(empty.directory, 'go.mod'), 'module example.com/shop\n\ngo 1.21\n');
    empty.commit('plain/plain.go', 'package plain\n');
    const settings = join(tempFolder(), 'settings.yml');
    writeFileSync(settings, 'fail-on: [crash, test-failure]\n');
    const verdicts: string[] = [];
    for (const args of [[], ['--config', settings]]) {
      const parts = [
        await guarded(empty, '--shard', '1/2', ...args),
        await guarded(empty, '--shard', '2/2', ...args),
      ];
      const whole = await merged(...parts.map(({ out }) => out));
      expect(whole.report.verdict.reasons).toMatchObject([{ kind: 'no-tests' }]);
      verdicts.push(`${whole.report.verdict.status} ${String(whole.code)}`);
    }

    expect(verdicts).toEqual(['incomplete 1', 'pass 0']);
  }, 300_000);

  it('is incomplete where a shard ran other legs, or is of another module', async () => {
    const settings = join(tempFolder(), 'settings.yml');
    writeFileSync(settings, 'legs:\n  - { name: plain }\n');
    const [, second] = shards;
    const other = shop();
    writeFileSync(join(other.directory, 'go.mod'), 'module example.com/other\n\ngo 1.21\n');
    const legs = await guarded(
      repository,
      '--shard',
      '2/3',
      '--config',
      settings,
      '--legs',
      'plain',
    );
    const module = await guarded(other, '--shard', '2/3');
    const [one, , three] = shards.map(({ out }) => out);
    for (const [ran, said] of [
      [legs, 'nobody ran 2 packages in the leg memory'],
      [module, 'it is of the module example.com/shop, not of example.com/other'],
    ] as const) {
      const whole = await merged(one ?? '', ran.out, three ?? '');
      expect(whole.report.verdict.status).toBe('incomplete');
      expect(whole.stdout).toContain(said);
    }
    const both = await merged(...shards.map(({ out }) => out), module.out);
    expect(both.report.packages.length).toBe(7 + (second?.report.packages.length ?? 0));
    expect(both.report.verdict.status).toBe('incomplete');
  }, 300_000);

  it('passes with a share that has no packages', async () => {
    const idle = await guarded(repository, '--shard', '9/9');

    expect(idle).toMatchObject({ code: 0, report: { packages: [], verdict: { status: 'pass' } } });
  });
});

describe('with a baseline', () => {
  let recorded: GitRepository;
  let commit: string;
  /** As it was recorded, with a commit on top. */
  const copy = (): GitRepository => {
    const repository = gitRepository();
    cpSync(recorded.directory, repository.directory, { recursive: true });
    return repository;
  };

  beforeAll(async () => {
    recorded = shop();
    await guarded(recorded);
    commit = recorded.git('rev-parse', 'HEAD');
    recorded.commit('README.md', 'a shop');
  }, 300_000);

  it('the plan names the commit whose record it is weighed by, and no more shards than packages with tests', async () => {
    const repository = copy();

    expect(await planned(repository, '--shards', '2')).toEqual([`1/2@${commit}`, `2/2@${commit}`]);
    expect(await planned(repository, '--shards', '20')).toHaveLength(6);
  });

  it('all shards share out by that record, and their comparison is that of one run', async () => {
    const repository = copy();
    const shards: Ran[] = [];
    for (const shard of await planned(repository, '--shards', '2'))
      shards.push(await guarded(repository, '--shard', shard));
    const whole = await merged(...shards.map(({ out }) => out));

    expect(shards.map(({ report }) => report.shard?.weighedBy)).toEqual([commit, commit]);
    expect(whole.report.verdict).toEqual({ status: 'pass', reasons: [] });
    expect(packagesOf(whole.report)).toEqual([...names, 'plain']);
    // What another shard has is not gone.
    expect(whole.report.comparison?.packages.map(({ state }) => state)).toEqual(
      names.map(() => 'compared'),
    );
    expect(whole.report.comparison).toMatchObject({
      status: 'pass',
      base: { commit },
      problems: [],
    });
  }, 300_000);

  it('a growth in one shard fails the whole', async () => {
    const repository = copy();
    await guarded(repository);
    writeFileSync(join(repository.directory, 'd/d_test.go'), testFile('d', 4000));
    const accept = [
      'heap:',
      '  accept:',
      '    - { package: ./a, metric: allocated, up-to: 1GiB, until: 2100-01-01, reason: cache }',
      '    - { package: ./gone, metric: allocated, up-to: 1GiB, until: 2100-01-01, reason: old }',
    ];
    const settings = join(tempFolder(), 'settings.yml');
    writeFileSync(settings, accept.join('\n'));
    const shards: Ran[] = [];
    for (const shard of await planned(repository, '--shards', '2'))
      shards.push(await guarded(repository, '--shard', shard, '--config', settings));
    const whole = await merged(...shards.map(({ out }) => out));

    expect(shards.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(whole.report.verdict).toMatchObject({
      status: 'fail',
      reasons: [{ kind: 'memory-regression', package: 'example.com/shop/d' }],
    });
    expect(whole.report.comparison?.status).toBe('fail');
    expect(whole.report.comparison?.packages[0]).toMatchObject({
      package: 'example.com/shop/d',
      verdict: 'regressed',
    });
    // An entry for a package of another shard is in use.
    expect(whole.report.comparison?.problems).toEqual([expect.stringContaining('"./gone"')]);
  }, 300_000);

  it('a removed package is removed once', async () => {
    const repository = copy();
    repository.git('rm', '--quiet', '-r', 'f');
    repository.git('commit', '--quiet', '--message', 'remove f');
    const shards = [
      await guarded(repository, '--shard', `1/2@${commit}`),
      await guarded(repository, '--shard', `2/2@${commit}`),
    ];
    const whole = await merged(...shards.map(({ out }) => out));

    expect(
      whole.report.comparison?.packages.filter(({ state }) => state !== 'compared'),
    ).toMatchObject([{ package: 'example.com/shop/f', state: 'removed' }]);
  }, 300_000);
});

describe('wrong input', () => {
  it.each([
    [['--shard', '3/2'], '"3/2" is not one of 2'],
    [['--shard', `1/2@${'a'.repeat(40)}`], 'has no record of that run'],
    [['--shard', `1/2@${'a'.repeat(40)}`, '--baseline', 'none'], 'no baseline is kept here'],
  ])('run %j is refused before anything runs', async (args, said) => {
    const { directory } = shop();
    const { code, stderr } = await run(['run', '--dir', directory, '--legs', 'memory', ...args]);

    expect(code).toBe(2);
    expect(stderr).toContain('--shard');
    expect(stderr).toContain(said);
  });

  it.each([
    [['plan'], "required option '--shards <n>'"],
    [['plan', '--shards', 'x'], '--shards: "x" is no number of shards'],
    [['merge'], "missing required argument 'dirs'"],
    [['merge', '/nonexistent'], '/nonexistent: there is no report that can be read'],
  ])('%j is refused', async (args, said) => {
    const { code, stderr, stdout } = await run(args, { cwd: shop().directory });

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  it('merge does not overwrite what it reads', async () => {
    const { directory } = shop();
    const ran = await run([
      ...['run', './a', '--dir', directory, '--legs', 'memory', '--baseline', 'none'],
    ]);
    const out = join(directory, '.crash-guard/out');
    const { code, stderr } = await run(['merge', out, '--out', out]);

    expect([ran.code, code]).toEqual([0, 2]);
    expect(stderr).toContain('would be overwritten');
    expect(readReport(out).packages).toHaveLength(1);
  });
});
