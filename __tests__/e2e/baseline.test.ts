import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PackageComparison } from '../../src/report/comparison-schema.ts';
import type { Report } from '../../src/report/schema.ts';
import {
  checkout,
  gitRepository,
  newRepository,
  type GitRepository,
} from '../support/git-repository.ts';
import { readReport, run, type Finished } from '../support/guarded.ts';
import { runnerJob, type EndedStep } from '../support/runner.ts';
import { tempFolder } from '../support/temp-folder.ts';

// A module with one package, its heap usage recorded at one commit and compared at another.

const goMod = 'module example.com/shop\n\ngo 1.21\n';
const store = (fields: number): string => `package store

import "strings"

type Order struct {
	Number int
	Fields []string
}

func parse(line string) Order {
	return Order{Number: len(line), Fields: strings.Split(line, ";")}
}

func Load(orders int) []Order {
	loaded := make([]Order, 0, orders)
	for range make([]struct{}, orders) {
		loaded = append(loaded, parse("${'a;'.repeat(fields - 1)}a"))
	}
	return loaded
}
`;
const storeTest = `package store

import "testing"

func TestLoad(t *testing.T) {
	for i := 0; i < 100; i++ {
		if len(Load(1000)) != 1000 {
			t.Fatal("some orders are missing")
		}
	}
}

func TestOneOrder(t *testing.T) {
	for i := 0; i < 20000; i++ {
		if parse("a;b").Number != 3 {
			t.Fatal("another number")
		}
	}
}
`;
const crashing = `package store

import "testing"

func TestCancel(t *testing.T) {
	var orders map[string]Order
	orders["1"] = Order{}
}
`;

function shop(): GitRepository {
  const repository = newRepository();
  writeFileSync(join(repository.directory, 'go.mod'), goMod);
  repository.git('add', 'go.mod');
  repository.commit('store/store_test.go', storeTest);
  repository.commit('store/store.go', store(6));
  return repository;
}

interface Ran extends Finished {
  report: Report;
}

async function guarded(repository: GitRepository, ...args: string[]): Promise<Ran> {
  const out = tempFolder();
  const finished = await run([
    ...['run', '--dir', repository.directory, '--legs', 'memory', '--core-dumps', 'off'],
    ...['--out', join(out, 'out'), ...args],
  ]);
  expect(finished.stderr).toBe('');
  return { ...finished, report: readReport(join(out, 'out')) };
}

function compared({ comparison }: Report): PackageComparison {
  const found = comparison?.packages.find((item) => item.package === 'example.com/shop/store');
  if (found === undefined) throw new Error('the package was not compared');
  return found;
}

describe('in a terminal, with no set-up', () => {
  let repository: GitRepository;
  let first: Ran;

  beforeAll(async () => {
    repository = shop();
    first = await guarded(repository);
  }, 120_000);

  it('a first run finds no record of its base, and records its own figures', () => {
    const [record] = first.report.heap;
    expect(first.code).toBe(0);
    expect(first.report.comparison).toMatchObject({
      status: 'neutral',
      base: { commit: repository.git('rev-parse', 'HEAD^'), exact: true },
      recorded: { packages: 1, store: 'git branch crash-guard-baseline', because: null },
    });
    expect(record?.metrics.allocBytes).toBeGreaterThan(10_000_000);
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('the same commit again compares with nothing that it wrote itself', async () => {
    const again = await guarded(repository, '--fresh');
    expect(again.code).toBe(0);
    expect(again.report.comparison?.status).toBe('neutral');
  });

  it('a change of the work tree is compared with the commit, not recorded, and its growth fails the run', async () => {
    writeFileSync(join(repository.directory, 'store/store.go'), store(9));
    const grown = await guarded(repository);
    expect(grown.code).toBe(1);
    const { report } = grown;
    expect(report.comparison).toMatchObject({
      status: 'fail',
      base: { commit: repository.git('rev-parse', 'HEAD'), exact: true },
      recorded: { packages: 0, because: 'the work tree has changes that are not committed' },
    });
    expect(report.verdict.reasons).toMatchObject([
      { kind: 'memory-regression', package: 'example.com/shop/store', leg: 'memory' },
    ]);
    const item = compared(report);
    expect(item).toMatchObject({
      verdict: 'regressed',
      page: 'heap/memory-example.com-shop-store.html',
    });
    expect(item.metrics.find(({ metric }) => metric === 'allocBytes')?.runs.head).toHaveLength(3);
    expect(item.tests.map(({ test }) => test)).toEqual(['TestLoad']);
    expect(item.why?.functions[0]).toMatchObject({
      function: 'example.com/shop/store.parse',
      file: 'store/store.go',
      line: 11,
      test: 'TestLoad',
      lines: [{ source: 'return Order{Number: len(line), Fields: strings.Split(line, ";")}' }],
    });
    // With one record nobody knows how much a test varies, so the base was measured too.
    expect(item.tests[0]?.metrics[0]?.runs.base).toHaveLength(2);
    const profile = 'runs/memory/example.com/shop/store/attempt-1/heap.pprof';
    expect(item.why?.command).toBe(
      `go tool pprof -sample_index=alloc_space -diff_base=again/base-1-memory/${profile} -top ${profile}`,
    );
    expect(grown.stdout).toMatch(
      /grew most: {2}\+\S+ MiB store\.parse store\/store\.go:11 in TestLoad/,
    );
  }, 120_000);

  it('the base is measured too where that is asked for', async () => {
    writeFileSync(join(repository.directory, '.crash-guard.yml'), 'heap: { confirm: base }\n');
    const { code, report } = await guarded(repository);
    rmSync(join(repository.directory, '.crash-guard.yml'));
    expect(code).toBe(1);
    const item = compared(report);
    const [bytes] = item.metrics;
    expect(bytes?.runs.base).toHaveLength(3);
    expect(item.why?.command).toContain(
      '-diff_base=again/base-1-memory/runs/memory/example.com/shop/store/attempt-1/heap.pprof',
    );
    expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1);
  }, 120_000);

  it('a growth that the settings accept passes, and says why', async () => {
    const accept =
      '{ package: ./store, metric: allocated, up-to: +80%, until: 2999-12-31, reason: nine fields in v2 }';
    const settings = join(repository.directory, '.crash-guard.yml');
    writeFileSync(settings, `heap:\n  metrics: { objects: off }\n  accept:\n    - ${accept}\n`);
    const { code, report } = await guarded(repository);
    rmSync(settings);
    expect(compared(report).verdict).toBe('accepted');
    expect(compared(report).metrics[0]?.because).toContain('nine fields in v2');
    expect(code).toBe(0);
  }, 120_000);

  it('--fail-on may leave memory out, and what grew is still reported', async () => {
    const { code, report } = await guarded(repository, '--fail-on', 'crash,test-failure');
    expect(code).toBe(0);
    expect(report.comparison?.status).toBe('fail');
  }, 120_000);

  it('a commit on top is compared with its parent, and recorded', async () => {
    const parent = repository.git('rev-parse', 'HEAD');
    repository.git('commit', '--quiet', '--all', '--message', 'Nine fields');
    const { code, report } = await guarded(repository);
    expect(code).toBe(1);
    expect(report.comparison).toMatchObject({
      base: { commit: parent },
      recorded: { packages: 1, because: null },
    });
    repository.commit('README.md', 'orders');
    expect((await guarded(repository)).report.comparison).toMatchObject({ status: 'pass' });
  }, 120_000);

  it('a package that is renamed while it grows is measured at the base under its old name, and fails the run', async () => {
    repository.git('checkout', '--quiet', '-b', 'renamed');
    const third =
      'package store\n\nimport "testing"\n\nfunc TestThird(t *testing.T) { Load(1000) }\n';
    repository.commit('store/third_test.go', third);
    await guarded(repository);
    repository.git('mv', 'store', 'shelf');
    const changed = (file: string): string =>
      readFileSync(join(repository.directory, 'shelf', file), 'utf8').replace(
        'package store',
        'package shelf',
      );
    for (const file of ['store_test.go', 'third_test.go'])
      writeFileSync(join(repository.directory, 'shelf', file), changed(file));
    writeFileSync(
      join(repository.directory, 'shelf/store.go'),
      changed('store.go').replace('Number int', 'Number int\n\tNotes [64]byte'),
    );
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'Rename');
    const { code, report } = await guarded(repository);
    repository.git('checkout', '--quiet', 'main');
    expect(report.comparison?.problems).toEqual([]);
    expect(code).toBe(1);
    const [shelf] = report.comparison?.packages ?? [];
    expect(shelf).toMatchObject({
      ...{ package: 'example.com/shop/shelf', renamedFrom: 'example.com/shop/store' },
      verdict: 'regressed',
    });
    expect(shelf?.metrics[0]?.runs).toMatchObject({ base: { length: 2 } });
    const [guilty] = shelf?.why?.functions ?? [];
    expect(guilty?.function).toBe('example.com/shop/shelf.Load');
    expect(guilty?.base.allocBytes).toBeGreaterThan(0);
    expect(shelf?.why?.command).toContain('-diff_base=');
  }, 120_000);

  it('budgets hold without any baseline', async () => {
    const settings = join(repository.directory, '.crash-guard.yml');
    writeFileSync(settings, 'heap:\n  budgets:\n    - { package: ./..., allocated: 1MiB }\n');
    const { code, report } = await guarded(repository, '--baseline', 'none');
    rmSync(settings);
    expect(code).toBe(1);
    expect(report.comparison).toMatchObject({
      status: 'fail',
      budgets: [{ package: 'example.com/shop/store', what: 'allocated', limitBytes: 1 << 20 }],
    });
    expect(report.verdict.reasons).toMatchObject([{ kind: 'memory-budget' }]);
  }, 120_000);

  it('budgets that hold nothing are named: misspelled ones, and all of them without heap profiles', async () => {
    const settings = join(repository.directory, '.crash-guard.yml');
    const budgets = ['./stroe, allocated: 1MiB', './store, test: TestLaod, allocated: 1MiB'];
    const lines = budgets.map((text) => `    - { package: ${text} }\n`);
    writeFileSync(settings, `heap:\n  budgets:\n${lines.join('')}`);
    const [{ report }, withoutProfiles, some] = [
      await guarded(repository, '--baseline', 'none'),
      await guarded(repository, '--legs', 'race'),
      await guarded(repository, '--baseline', 'none', './store'),
    ];
    rmSync(settings);
    const test = `.crash-guard.yml:4 heap[budgets][1]: this budget holds nothing: no test with figures is meant by "TestLaod"`;
    expect(report.comparison?.problems).toEqual([
      `.crash-guard.yml:3 heap[budgets][0]: this budget holds nothing: no package with tests in this run is meant by "./stroe"`,
      test,
    ]);
    expect(withoutProfiles.stdout).toContain(
      '! the budgets were not looked at: no leg of this run takes heap profiles',
    );
    expect(some.report.comparison?.problems).toEqual([test]);
  }, 120_000);

  it('a folder serves as a store', async () => {
    const place = join(tempFolder(), 'baseline');
    const { report } = await guarded(repository, '--baseline', `file:${place}`);
    expect(report.comparison?.recorded).toMatchObject({ packages: 1, because: null });
    writeFileSync(join(repository.directory, 'store/store.go'), store(14));
    const grown = await guarded(repository, '--baseline', `file:${place}`);
    expect(grown.report.comparison?.status).toBe('fail');
    repository.git('checkout', '--quiet', '--', '.');
  }, 120_000);

  it('a base that the user names must be there', async () => {
    const args = ['run', '--dir', repository.directory, '--base', 'no-such-commit'];
    const finished = await run(args);
    expect(finished.code).toBe(2);
    expect(finished.stderr).toContain('no-such-commit');
  }, 120_000);
});

it('where nothing may be measured again, a package keeps its rate, and its growth is seen', async () => {
  const repository = newRepository();
  const tiny = (rounds: number): string => `package tiny

import "testing"

var kept []byte

func TestTiny(t *testing.T) {
	for i := 0; i < ${String(rounds)}; i++ {
		kept = make([]byte, 40)
	}
}
`;
  writeFileSync(join(repository.directory, 'go.mod'), goMod);
  writeFileSync(join(repository.directory, '.crash-guard.yml'), 'heap: { confirm: off }\n');
  repository.git('add', '--all');
  repository.commit('tiny/tiny_test.go', tiny(10_000));
  await guarded(repository);
  repository.commit('tiny/tiny_test.go', tiny(40_000));
  const { code, report } = await guarded(repository);
  expect(report.comparison?.packages).toMatchObject([{ state: 'compared', verdict: 'regressed' }]);
  expect(report.heap).toMatchObject([{ sampling: { rate: 512 } }]);
  expect(code).toBe(1);
}, 120_000);

it('what a package allocates before its tests is sampled as all else is, and no test sees how', async () => {
  const repository = newRepository();
  writeFileSync(join(repository.directory, 'go.mod'), goMod);
  const table = `package table

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

var pages = make([][]byte, 256)

func init() {
	for i := range pages {
		pages[i] = make([]byte, 4096)
	}
}

func TestEnvironment(t *testing.T) {
	said, err := exec.Command("env").Output()
	if value, set := os.LookupEnv("GODEBUG"); set || err != nil || len(pages) != 256 {
		t.Fatal(value, err)
	}
	for _, line := range []string{"GODEBUG", "CRASH_GUARD"} {
		if strings.Contains(string(said), line) {
			t.Fatal(string(said))
		}
	}
}
`;
  repository.commit('table/table_test.go', table);
  const { code, report } = await guarded(repository);
  expect(code).toBe(0);
  const [record] = report.heap;
  const pages = record?.functions.find((row) => row.function === 'example.com/shop/table.init.0');
  expect(Math.abs((pages?.allocBytes ?? 0) - (1 << 20))).toBeLessThan(100_000);
}, 120_000);

describe('in workflows', () => {
  const remote = gitRepository();
  let author: GitRepository;

  const push = async (commit: string): Promise<EndedStep> => {
    const clone = checkout(remote, 'main', 1);
    const event = {
      ...{ ref: 'refs/heads/main', before: '0'.repeat(40), after: commit },
      repository: { default_branch: 'main' },
    };
    return runnerJob(clone.directory, { name: 'push', payload: event }).main({ legs: 'memory' })
      .finished;
  };

  /** The tests of the merge commit of a branch and main, as actions/checkout fetches it. */
  const pullRequest = async (branch: string): Promise<{ step: EndedStep; report: Report }> => {
    const base = author.git('rev-parse', 'main');
    const head = author.git('rev-parse', branch);
    author.git('checkout', '--quiet', '--detach', 'main');
    author.git('merge', '--quiet', '--no-ff', '--message', 'merge', branch);
    author.git('push', '--quiet', 'origin', 'HEAD:refs/pull/7/merge', '--force');
    author.git('checkout', '--quiet', branch);
    const clone = checkout(remote, 'refs/pull/7/merge', 1);
    const sides = (ref: string, sha: string): object => ({
      ...{ ref, sha },
      repo: { full_name: 'octo-org/octo-repo' },
    });
    const event = {
      action: 'synchronize',
      pull_request: { number: 7, base: sides('main', base), head: sides(branch, head) },
    };
    const job = runnerJob(clone.directory, { name: 'pull_request', payload: event });
    const step = await job.main({ legs: 'memory' }).finished;
    return { step, report: readReport(join(clone.directory, '.crash-guard/out')) };
  };

  beforeAll(async () => {
    remote.git('init', '--quiet', '--bare', '--initial-branch=main');
    author = shop();
    author.git('remote', 'add', 'origin', `file://${remote.directory}`);
    author.git('push', '--quiet', 'origin', 'main');
    const pushed = await push(author.git('rev-parse', 'HEAD'));
    expect(pushed).toMatchObject({ code: 0, stderr: '' });
  }, 200_000);

  it('a push to the default branch is recorded in a branch of the remote', () => {
    const files = remote.git('ls-tree', '-r', '--name-only', 'crash-guard-baseline').split('\n');
    const commit = author.git('rev-parse', 'main');
    expect(files).toEqual([
      'README.md',
      expect.stringMatching(`^v1/heap/${commit}/shop-store-memory-[0-9a-f]{20}\\.json$`),
      `v1/runs/${commit}.json`,
    ]);
  });

  it('a pull request that grows fails, against the first parent of the merge commit, and records nothing', async () => {
    const tip = remote.git('rev-parse', 'crash-guard-baseline');
    author.git('checkout', '--quiet', '-b', 'more-fields');
    author.commit('store/store.go', store(9));
    const { step, report } = await pullRequest('more-fields');
    expect(step.code).toBe(1);
    expect(report.comparison).toMatchObject({
      status: 'fail',
      base: { commit: author.git('rev-parse', 'main'), exact: true },
      recorded: { packages: 0 },
    });
    expect(report.comparison?.summary).toContain('first parent of the tested merge commit');
    expect(step.summary).toContain('`store.parse` at [`store/store.go:11`](');
    expect(remote.git('rev-parse', 'crash-guard-baseline')).toBe(tip);
  }, 200_000);

  it('a pull request that changes nothing about memory passes', async () => {
    author.git('checkout', '--quiet', '-b', 'words', 'main');
    author.commit('README.md', 'orders');
    const { step, report } = await pullRequest('words');
    expect(step.code).toBe(0);
    expect(report.comparison).toMatchObject({ status: 'pass' });
  }, 200_000);

  it('a crash is known to be new, and later to have been on the main branch before', async () => {
    author.git('checkout', '--quiet', '-b', 'cancel', 'main');
    author.commit('store/cancel_test.go', crashing);
    const before = await pullRequest('cancel');
    expect(before.report.crashes).toMatchObject([{ seen: { kind: 'new', runs: 1 } }]);
    author.git('checkout', '--quiet', 'main');
    author.git('merge', '--quiet', '--ff-only', 'cancel');
    author.git('push', '--quiet', 'origin', 'main');
    const commit = author.git('rev-parse', 'main');
    expect((await push(commit)).code).toBe(1);
    author.git('checkout', '--quiet', '-b', 'later', 'main');
    author.commit('README.md', 'later');
    const after = await pullRequest('later');
    expect(after.report.crashes).toMatchObject([
      { seen: { kind: 'seen', runs: 2, seenIn: 1, lastCommit: commit } },
    ]);
  }, 300_000);
});
