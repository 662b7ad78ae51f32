import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Leak } from '../../src/report/leak-schema.ts';
import type { Report } from '../../src/report/schema.ts';
import { newRepository, type GitRepository } from '../support/git-repository.ts';
import { fixture, readReport, run, type Finished } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { goUnderTest } from '../support/toolchains.ts';

// The real guard over a module of goroutines that are left behind, and of goroutines that only look like it.

interface Line {
  file: string;
  line: number;
}

interface Shape {
  shape: string;
  package: string;
  test: string;
  /** Null where that is in no file of the module. */
  creation: Line | null;
  waits: Line | null;
  goroutines: number;
  provenOn127: boolean;
  foundBefore: boolean;
  /** Why it is not sure without a proof that nobody wakes it. */
  note?: string;
}

const shapes = JSON.parse(
  readFileSync(join(fixture('leaks'), 'expected.json'), 'utf8'),
) as readonly Shape[];

/** Packages with something that is counted and not listed. */
const partly = new Set(shapes.filter(({ note }) => note !== undefined).map((one) => one.package));

const lineText = (at: Line | null): string =>
  at === null ? 'elsewhere' : `${at.file}:${String(at.line)}`;
const placeOf = (name: string, waits: Line | null, creation: Line | null): string =>
  `${name} ${lineText(waits)} started at ${lineText(creation)}`;
const ofLeak = ({ package: name, site, createdBy }: Leak): string => placeOf(name, site, createdBy);
const ofShape = ({ package: name, waits, creation }: Shape): string =>
  placeOf(name, waits, creation);

interface Ran extends Finished {
  report: Report;
}

function lookedAt({ packages }: Report): void {
  const passed = packages.filter(({ ending }) => ending === 'passed');
  expect(passed.map((item) => [item.package, item.leaksSeen?.goroutine])).toEqual(
    passed.map((item) => [item.package, partly.has(item.package) ? 'some' : 'all']),
  );
}

async function guarded(directory: string, args: string[], version?: string): Promise<Ran> {
  const out = join(tempFolder(), 'out');
  const finished = await run(
    ['run', '--dir', directory, '--core-dumps', 'off', '--out', out, ...args],
    { timeout: 280_000, ...(version === undefined ? {} : { env: { GOTOOLCHAIN: version } }) },
  );
  expect(finished.stderr).toBe('');
  return { ...finished, report: readReport(out) };
}

const [newest] = await goUnderTest(['go1.27.3']);

describe('a module of leaks of every kind', () => {
  const module = tempFolder();
  let leaks: readonly Leak[] = [];
  let report: Report;

  beforeAll(async () => {
    cpSync(fixture('leaks'), module, { recursive: true });
    const ran = await guarded(module, ['--baseline', 'none', '--legs', 'race,memory']);
    expect(ran.code).toBe(0);
    ({ report } = ran);
    leaks = report.leaks ?? [];
  }, 300_000);

  it('has each of them at its lines, and nothing that only looks like one', () => {
    const wanted = shapes.filter(({ foundBefore }) => foundBefore).map(ofShape);
    expect(leaks.map(ofLeak).sort()).toEqual(wanted.sort());
  });

  it('counts equal goroutines, and two legs as one', () => {
    for (const shape of shapes.filter(({ foundBefore }) => foundBefore)) {
      const leak = leaks.find((one) => ofLeak(one) === ofShape(shape));
      expect({ ...shape, legs: leak?.legs, found: leak?.goroutines }).toMatchObject({
        ...{ legs: ['race', 'memory'], found: shape.goroutines },
      });
    }
  });

  it('names no other test than the one that did it, and that one wherever a stack tells', () => {
    const tests = shapes
      .filter(({ foundBefore }) => foundBefore)
      .map((shape) => ({
        shape: shape.shape,
        wanted: shape.test,
        told: leaks.find((one) => ofLeak(one) === ofShape(shape))?.test ?? null,
      }));
    const told = tests.filter((one) => one.told !== null);
    expect(told.filter((one) => one.told !== one.wanted)).toEqual([]);
    expect(told.length).toBeGreaterThan(tests.length * 0.9);
  });

  it('does not call proven what only the stacks show', () => {
    expect(new Set(leaks.map(({ confidence }) => confidence))).toEqual(new Set(['consistent']));
    expect(new Set(leaks.map(({ standing }) => standing))).toEqual(new Set(['unknown']));
  });

  it('was looked at as a whole, but for what may still be woken, which is said', () => {
    lookedAt(report);
    const gaps = [...partly].flatMap((name) =>
      ['race', 'memory'].map((leg) => ({
        ...{ leg, package: name },
        what: 'at least 2 goroutines outlived the tests; 1 of them are listed',
      })),
    );
    expect(report.gaps).toEqual(gaps);
  });

  it('is the same when the results come from the cache', async () => {
    const { report: again } = await guarded(module, ['--baseline', 'none', '--legs', 'memory']);
    const passed = again.packages.filter(({ ending }) => ending === 'passed');
    expect(passed.every(({ cached }) => cached)).toBe(true);
    expect((again.leaks ?? []).map(ofLeak).sort()).toEqual(leaks.map(ofLeak).sort());
    lookedAt(again);
  }, 120_000);

  newest.it(
    'has those proven that the newest runtime can prove',
    async () => {
      const args = ['--baseline', 'none', '--legs', 'memory'];
      const { report: proven } = await guarded(module, args, newest.version);
      const wanted = shapes.filter(({ provenOn127 }) => provenOn127).map(ofShape);
      expect((proven.leaks ?? []).map(ofLeak).sort()).toEqual(wanted.sort());
      const sure = (proven.leaks ?? []).map(({ confidence }) => confidence);
      expect(new Set(sure)).toEqual(new Set(['confirmed']));
    },
    300_000,
  );
});

describe('leaks against the baseline', () => {
  const goMod = 'module example.com/shop\n\ngo 1.21\n';
  const old = `package shop

// Watch waits for an answer that never comes.
func Watch() {
	answers := make(chan int)
	go func() {
		<-answers
	}()
}
`;
  const oldTest = `package shop

import "testing"

func TestWatch(*testing.T) { Watch() }
`;
  const added = `package shop

import "testing"

func TestSend(*testing.T) {
	orders := make(chan int)
	go func() {
		orders <- 1
	}()
}
`;
  const pool = `package shop

// Pool starts a worker that nobody stops.
func Pool() chan func() {
	jobs := make(chan func())
	go work(jobs)
	return jobs
}

func work(jobs chan func()) {
	for job := range jobs {
		job()
	}
}
`;
  const poolTest = `package shop

import "testing"

func TestA(*testing.T) {}
func TestB(*testing.T) {}
func TestC(*testing.T) {}
func TestD(t *testing.T) {
	t.Run("pool", func(*testing.T) { Pool() })
}
func TestE(*testing.T) {}
`;
  const settings = (until: string): string => `leaks:
  goroutines: fail
  accept:
    - { function: shop.TestSend, until: ${until}, reason: the next change mends it }
`;
  let repository: GitRepository;
  const guardedShop = (): Promise<Ran> => guarded(repository.directory, ['--legs', 'memory']);
  const told = ({ report }: Ran): string[] =>
    (report.leaks ?? []).map(
      ({ site, standing, accepted, expired }) =>
        `${lineText(site)} ${standing}${accepted === null ? '' : ' accepted'}${expired === undefined ? '' : ' expired'}`,
    );

  beforeAll(() => {
    repository = newRepository();
    repository.commit('go.mod', goMod);
    repository.commit('.crash-guard.yml', 'leaks: { goroutines: fail }\n');
    repository.commit('shop_test.go', oldTest);
    repository.commit('shop.go', old);
  });

  it('old ones are listed, new ones fail the run until somebody accepts them', async () => {
    const first = await guardedShop();
    expect({ code: first.code, leaks: told(first) }).toEqual({
      code: 0,
      leaks: ['shop.go:7 unknown'],
    });

    repository.commit('send_test.go', added);
    repository.commit('shop.go', old.replace('// Watch', '// Moved by a line.\n\n// Watch'));
    const second = await guardedShop();
    expect({ code: second.code, leaks: told(second) }).toEqual({
      code: 1,
      leaks: ['send_test.go:8 new', 'shop.go:9 known'],
    });
    expect(second.report.verdict).toEqual({
      status: 'fail',
      reasons: [
        {
          kind: 'goroutine-leak',
          message:
            'new: 1 goroutine waits after the end of all tests: chan send at send_test.go:8, started at send_test.go:7, by TestSend',
          ...{ package: 'example.com/shop', leg: 'memory', test: 'TestSend' },
        },
      ],
    });
    expect(second.stdout).toContain('known leaks: shop.go:9');
  }, 240_000);

  it('an entry lets one be until its day is over', async () => {
    repository.commit('.crash-guard.yml', settings('2999-12-31'));
    const accepted = await guardedShop();
    expect(accepted.code).toBe(0);
    expect(told(accepted)).toContain('send_test.go:8 known accepted');
    repository.commit('.crash-guard.yml', settings('2020-01-01'));
    const expired = await guardedShop();
    expect(told(expired)).toContain('send_test.go:8 known expired');
  }, 240_000);

  it('of a new one that no stack tells the test of, the test is found by running tests again', async () => {
    repository.commit('pool_test.go', poolTest);
    repository.commit('pool.go', pool);
    const { report, code, stdout } = await guardedShop();
    expect(code).toBe(1);
    expect(report.leaks?.[0]).toMatchObject({
      ...{ standing: 'new', test: 'TestD', goroutines: 1 },
      ...{ site: { file: 'pool.go', line: 11 }, createdBy: { file: 'pool.go', line: 6 } },
    });
    expect(stdout).toContain('running tests again to find which of them leave 1 leak behind');
    // The known one is not worth the time.
    expect(report.leaks?.find(({ site }) => site?.file === 'shop.go')?.test).toBeNull();
    expect(report.packages.map(({ attempts }) => attempts.length)).toEqual([1]);
  }, 240_000);

  it('nobody looks where that is off', async () => {
    repository.commit('.crash-guard.yml', 'leaks: { goroutines: off }\n');
    const { code, report } = await guardedShop();
    expect(code).toBe(0);
    expect(report.leaks).toBeUndefined();
  }, 120_000);
});
