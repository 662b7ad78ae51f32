import { rmSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Repository } from '../../../src/crash/source/repository.ts';
import type { DeclaredTest } from '../../../src/evidence/completeness.ts';
import { repositoryAt } from '../../../src/machine/source-files.ts';
import { isolationSchema, type Isolation } from '../../../src/report/isolation-schema.ts';
import { isolateCrash } from '../../../src/run/isolate/isolate-crash.ts';
import { rerunDeath, type SeenDeath } from '../../../src/run/isolate/rerun-death.ts';
import type { RerunResult } from '../../../src/run/recover/rerun.ts';
import { readRerunOutput } from '../../../src/run/isolate/rerun-output.ts';
import {
  directRerun,
  type DirectRerun,
  type DirectRerunOptions,
} from '../../support/direct-rerun.ts';
import { goModule } from '../../support/go-module.ts';
import { declaredIn, manyTests } from '../../support/isolation-module.ts';
import { goUnderTest } from '../../support/toolchains.ts';

const otherVersions = await goUnderTest(['go1.20.14', 'go1.27.3']);

interface Options extends DirectRerunOptions {
  budgetMs?: number;
  timeoutMs?: number;
  /** How long the first run is said to have taken. */
  elapsedMs?: number;
  shuffled?: boolean;
  stopped?: (runs: number) => boolean;
  /** Of the first run alone. */
  firstEnv?: Record<string, string>;
  /** The test binary goes away after the first run. */
  removed?: boolean;
  goMod?: string;
}

/** With the first seed with which it dies, where one is wanted. */
async function firstRun(
  { rerun }: DirectRerun,
  repository: Repository,
  chosen: readonly DeclaredTest[],
  { firstEnv = {}, shuffled = false }: Options,
): Promise<{ first: RerunResult; seen: SeenDeath | null; shuffle: string | null }> {
  for (let seed = 1; ; seed++) {
    const shuffle = shuffled ? String(seed) : null;
    const first = await rerun({
      ...{ package: 'example.com/m', purpose: 'isolate', tests: null, changes: [], env: firstEnv },
      ...{ flags: shuffle === null ? [] : [`-test.shuffle=${shuffle}`], maxMs: 60_000 },
    });
    const seen = rerunDeath(first, await readRerunOutput(first.folder), { chosen, repository });
    if (seen !== null || seed === 20 || !shuffled) return { first, seen, shuffle };
  }
}

/** Runs all of a package once, as go test does, and isolates what it died of. */
async function isolated(
  source: string,
  options: Options = {},
): Promise<{ isolation: Isolation; direct: DirectRerun; runs: number }> {
  const folder = goModule({
    'a_test.go': source,
    ...(options.goMod === undefined ? {} : { 'go.mod': options.goMod }),
  });
  const declared = declaredIn(source);
  const direct = directRerun(folder, options);
  const repository = repositoryAt(folder);
  const { first, seen, shuffle } = await firstRun(direct, repository, declared, options);
  if (seen === null) throw new Error('the first run did not die');
  if (options.removed === true) rmSync(direct.binary);
  const running = [...(first.fold?.running.keys() ?? [])].filter((name) => !name.includes('/'));
  const before = direct.orders.length;
  const isolation = await isolateCrash({
    ...{ rerun: direct.rerun, package: 'example.com/m', declared, repository, goMinor: 26 },
    user: { run: '', skip: '' },
    budgetMs: options.budgetMs ?? 300_000,
    crashed: {
      ...seen.death,
      ...{ ended: [...(first.fold?.ended.keys() ?? [])], running, neverRan: null },
      ...{ shuffleSeed: shuffle, timeoutMs: options.timeoutMs ?? null },
      elapsedMs: options.elapsedMs ?? null,
    },
    now: () => performance.now(),
    stopped: () => options.stopped?.(direct.orders.length - before) ?? false,
  });
  expect(isolationSchema.parse(isolation)).toEqual(isolation);
  const runs = direct.orders.length - before;
  expect(isolation.runs).toBeLessThanOrEqual(runs);
  return { isolation, direct, runs };
}

const file = (body: string, imports: readonly string[] = []): string =>
  `package m\n\nimport (\n${['testing', ...imports].map((name) => `\t"${name}"`).join('\n')}\n)\n\n${body}`;

describe('two tests among 200', () => {
  it('are found in 40 runs of the binary at most', async () => {
    const { source } = manyTests(200, {
      Test061: 'state = nil',
      Test187: 'state["a"] = 1',
    });
    const { isolation, runs } = await isolated(source);
    expect(isolation).toMatchObject({
      ...{ test: 'Test187', outcome: 'order', tests: ['Test061', 'Test187'] },
      summary: 'crashes only if Test061 runs before Test187',
      flags: ['-run=^(?:Test061|Test187)$'],
      rate: { runs: 3, crashes: 3 },
    });
    expect(runs).toBeLessThanOrEqual(40);
  }, 400_000);
});

describe('the ways of a crash', () => {
  it('by itself', async () => {
    const { isolation } = await isolated(
      file(
        'func TestA(t *testing.T) {}\nfunc TestB(t *testing.T) { t.Run("x y", func(t *testing.T) { panic("b") }) }\n',
      ),
    );
    expect(isolation).toMatchObject({
      ...{ outcome: 'alone', tests: ['TestB/x_y'], summary: 'crashes without any other test' },
      flags: ['-run=^TestB$/^x_y$'],
    });
  }, 400_000);

  it('a goroutine of one test that panics in another', async () => {
    const { isolation } = await isolated(
      file(
        `var ready = make(chan bool)
var done = make(chan bool)

func TestFirst(t *testing.T) { go func() { <-ready; var m map[string]int; m["a"] = 1 }() }
func TestMiddle(t *testing.T) {}
func TestLast(t *testing.T) {
	select {
	case ready <- true:
		<-done
	case <-time.After(time.Second):
	}
}
`,
        ['time'],
      ),
    );
    expect(isolation).toMatchObject({ outcome: 'order', tests: ['TestFirst', 'TestLast'] });
  }, 400_000);

  it('tests side by side', async () => {
    const { isolation } = await isolated(
      file(
        `var inside atomic.Int32

func enter(t *testing.T) {
	t.Parallel()
	if inside.Add(1) > 1 {
		panic("two at once")
	}
	time.Sleep(300 * time.Millisecond)
	inside.Add(-1)
}
func TestQuiet(t *testing.T) { t.Parallel() }
func TestOne(t *testing.T)   { enter(t) }
func TestOther(t *testing.T) { t.Parallel() }
func TestTwo(t *testing.T)   { enter(t) }
`,
        ['sync/atomic', 'time'],
      ),
      { flags: ['-test.parallel=4'] },
    );
    expect(isolation).toMatchObject({
      outcome: 'parallel',
      tests: ['TestOne', 'TestTwo'],
      summary: 'crashes only while TestOne and TestTwo run side by side',
    });
    expect(isolation.proof).toContainEqual({
      ...{ tests: ['TestOne', 'TestTwo'], changes: ['-parallel=1'], runs: 2, crashes: 0 },
    });
  }, 400_000);

  it('an exit, an exit code and the test that ran', async () => {
    const { isolation } = await isolated(
      file(
        `var broken bool

func TestBreaks(t *testing.T) { broken = true }
func TestExits(t *testing.T) {
	if broken {
		os.Exit(3)
	}
}
`,
        ['os'],
      ),
    );
    expect(isolation).toMatchObject({
      ...{ outcome: 'order', tests: ['TestBreaks', 'TestExits'] },
      summary: 'ends its process only if TestBreaks runs before TestExits',
    });
  }, 400_000);

  it('before any test', async () => {
    const { isolation } = await isolated(
      file(
        'func TestMain(m *testing.M) { m.Run(); panic("after all") }\nfunc TestA(t *testing.T) {}\n',
      ),
    );
    expect(isolation).toMatchObject({
      ...{ test: null, outcome: 'alone', tests: [], summary: 'crashes without any test' },
    });
  }, 400_000);
});

describe('what stands in the way of an answer', () => {
  it('a crash that comes and goes has a rate', async () => {
    const { isolation } = await isolated(
      file(
        `var ready bool

func TestSets(t *testing.T)   { ready = true }
func TestOther(t *testing.T)  {}
func TestTosses(t *testing.T) {
	if !ready {
		return
	}
	// One time in three it goes well: every third, so that luck has no part in it.
	tosses, _ := os.ReadFile("tosses")
	_ = os.WriteFile("tosses", append(tosses, 'x'), 0o644)
	if os.Getenv("FIRST") != "" || len(tosses)%3 != 1 {
		panic("heads")
	}
}
`,
        ['os'],
      ),
      { firstEnv: { FIRST: '1' } },
    );
    expect(isolation).toMatchObject({
      outcome: 'intermittent',
      tests: ['TestSets', 'TestTosses'],
    });
    const { runs, crashes, low, high } = isolation.rate!;
    expect(runs).toBeGreaterThanOrEqual(20);
    expect(crashes).toBeGreaterThan(0);
    expect(crashes).toBeLessThan(runs);
    expect(low).toBeLessThan(crashes / runs);
    expect(high).toBeGreaterThan(crashes / runs);
    expect(isolation.summary).toMatch(
      /^crashes in \d+ of \d+ runs \(95 % interval \d+ to \d+ %\) only if TestSets runs before TestTosses$/,
    );
  }, 400_000);

  it('one that does not come again', async () => {
    const { isolation } = await isolated(
      file(
        `func TestA(t *testing.T) {}
func TestB(t *testing.T) {
	if os.Getenv("FIRST") != "" {
		panic("once")
	}
}
`,
        ['os'],
      ),
      { firstEnv: { FIRST: '1' } },
    );
    expect(isolation).toMatchObject({
      ...{ outcome: 'not-again', tests: [], flags: [], rate: { runs: 60, crashes: 0, low: 0 } },
      summary: 'did not crash again in 60 runs (95 % interval 0 to 6.0 %)',
    });
  }, 400_000);

  const chain = file(
    `var first, second bool

func TestOne(t *testing.T) { first = true }
func TestTwo(t *testing.T) {
	if !first {
		panic("two needs one")
	}
	second = true
}
func TestThree(t *testing.T) {
	if second {
		panic("three")
	}
}
`,
  );

  it('another crash on the way is named and not taken for it', async () => {
    const { isolation } = await isolated(chain);
    expect(isolation).toMatchObject({
      outcome: 'order',
      tests: ['TestOne', 'TestTwo', 'TestThree'],
    });
    expect(isolation.summary).toMatch(
      /^crashes only if TestOne and TestTwo run before TestThree; it also died in another way: panic: two needs one in TestTwo \(\d+ runs?\)$/,
    );
  }, 400_000);

  it('a stop ends it between two runs', async () => {
    const { isolation, runs } = await isolated(chain, { stopped: (count) => count >= 3 });
    expect(runs).toBe(3);
    expect(isolation.outcome).toBe('unfinished');
    expect(isolation.summary).toMatch(/the run was stopped$/);
  }, 400_000);

  it('the time ends it in the middle of a run', async () => {
    const { isolation } = await isolated(
      file(
        `func TestSlow(t *testing.T) {
	if os.Getenv("FIRST") == "" {
		time.Sleep(time.Hour)
	}
	panic("slow")
}
`,
        ['os', 'time'],
      ),
      { firstEnv: { FIRST: '1' }, budgetMs: 1500 },
    );
    expect(isolation).toMatchObject({
      ...{ outcome: 'unfinished', tests: [], rate: null, runs: 0, budgetMs: 1500 },
      summary: 'was not isolated: the time for it was over (1.5s)',
    });
    expect(isolation.elapsedMs).toBeGreaterThanOrEqual(1500);
  }, 400_000);

  it('a test binary that is gone', async () => {
    const { isolation } = await isolated(chain, { removed: true });
    expect(isolation.outcome).toBe('unfinished');
    expect(isolation.summary).toMatch(
      /^was not isolated: its test binary could not be started again: .*no such file or directory$/,
    );
  }, 400_000);
});

describe('ways to die and to run', () => {
  it('a hang is one that does not end in its time', async () => {
    const { isolation } = await isolated(
      file(
        `var taken = make(chan bool, 1)

func TestTakes(t *testing.T) {
	select {
	case taken <- true:
	default:
	}
}
func TestWaits(t *testing.T) { taken <- true }
`,
      ),
      { flags: ['-test.timeout=2s'], timeoutMs: 2000 },
    );
    expect(isolation).toMatchObject({
      ...{ outcome: 'order', tests: ['TestTakes', 'TestWaits'] },
      summary: 'does not end in time only if TestTakes runs before TestWaits',
    });
  }, 400_000);

  it('a hang that the time for a run does not reach is not said to be gone', async () => {
    const { isolation } = await isolated(
      file(
        `var broken bool

func TestSlow(t *testing.T) { time.Sleep(8 * time.Second); broken = true }
func TestHangs(t *testing.T) {
	if broken {
		select {}
	}
}
`,
        ['time'],
      ),
      { flags: ['-test.timeout=10s'], timeoutMs: 10_000, budgetMs: 18_000 },
    );
    expect(isolation).toMatchObject({
      ...{ outcome: 'unfinished', tests: [], rate: null },
      summary:
        'was not isolated: TestHangs had not begun after 6.0s, as long as a run may take of the 18.0s for the search',
    });
  }, 400_000);

  it('a run has as much time as the first one took, though others were faster', async () => {
    const { direct, runs } = await isolated(
      file(
        `var broken bool

func TestBreaks(t *testing.T) { broken = true }
func TestDies(t *testing.T) {
	if broken {
		panic("broken")
	}
}
`,
      ),
      { elapsedMs: 60_000, budgetMs: 200_000 },
    );
    const patience = direct.orders.slice(-runs + 1).map(({ maxMs }) => maxMs ?? 0);
    expect(Math.min(...patience)).toBeGreaterThan(150_000);
  }, 400_000);

  it('a kill without a word', async () => {
    const { isolation } = await isolated(
      file(
        `var wanted bool

func TestWants(t *testing.T) { wanted = true }
func TestDies(t *testing.T) {
	if wanted {
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	}
}
`,
        ['os', 'syscall'],
      ),
    );
    expect(isolation).toMatchObject({
      summary: 'is killed only if TestWants runs before TestDies',
    });
  }, 400_000);

  it('a seed of the first attempt stays, and another one brings the other order', async () => {
    const source = file(
      `var last string

func TestA(t *testing.T) { step("A") }
func TestB(t *testing.T) { step("B") }
func TestC(t *testing.T) {}
func step(name string) {
	if last == "B" && name == "A" {
		panic("A after B")
	}
	last = name
}
`,
    );
    const { isolation } = await isolated(source, { shuffled: true });
    expect(isolation).toMatchObject({
      ...{ outcome: 'order', tests: ['TestB', 'TestA'] },
      summary: 'crashes only if TestB runs before TestA',
    });
    expect(isolation.flags[1]).toMatch(/^-shuffle=\d+$/);
    expect(isolation.proof.some(({ crashes }) => crashes === 0)).toBe(true);
  }, 400_000);

  for (const { version, it } of otherVersions)
    it(`with ${version}`, async () => {
      const { isolation } = await isolated(
        file(
          'var m map[string]int = map[string]int{}\n\nfunc TestA(t *testing.T) { m = nil }\nfunc TestB(t *testing.T) { m["a"] = 1 }\n',
        ),
        { env: { GOTOOLCHAIN: version }, goMod: 'module example.com/m\n\ngo 1.20\n' },
      );
      expect(isolation).toMatchObject({ outcome: 'order', tests: ['TestA', 'TestB'] });
    }, 400_000);
});
