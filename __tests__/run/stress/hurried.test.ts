import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryAt } from '../../../src/machine/source-files.ts';
import type { StressReport } from '../../../src/report/search-schema.ts';
import type { Rerun } from '../../../src/run/recover/rerun.ts';
import { stressLeg } from '../../../src/run/stress/stress-leg.ts';
import { directRerun } from '../../support/direct-rerun.ts';
import { goModule } from '../../support/go-module.ts';

// What the last runs of a leg say, which have less time than their package's patience.

const head = (name: string, ...imports: string[]): string =>
  `package ${name}\n\nimport (\n${imports.map((one) => `\t"${one}"\n`).join('')})\n\n`;

const module = goModule({
  'ring/a_test.go': `${head('ring', 'sync', 'testing')}func TestHangs(t *testing.T) {
	var a, b sync.Mutex
	firstHeld, secondHeld := make(chan bool), make(chan bool)
	var all sync.WaitGroup
	all.Add(2)
	go func() {
		defer all.Done()
		a.Lock()
		close(firstHeld)
		<-secondHeld
		b.Lock()
	}()
	go func() {
		defer all.Done()
		b.Lock()
		close(secondHeld)
		<-firstHeld
		a.Lock()
	}()
	all.Wait()
}
`,
  // Whoever reads the places where it waits sees nobody who could come.
  'late/a_test.go': `${head('late', 'testing')}func TestHangs(t *testing.T) {
	come := make(chan bool)
	later(come)
	<-come
}
`,
  'late/later_test.go': `${head('late', 'time')}func later(come chan bool) {
	time.AfterFunc(time.Minute, func() { close(come) })
}
`,
  'slow/a_test.go': `${head('slow', 'testing', 'time')}func TestHangs(t *testing.T) {
	time.Sleep(time.Minute)
}
`,
  'early/a_test.go': `${head('early', 'testing', 'time')}func TestHangs(t *testing.T) {
	if end, ok := t.Deadline(); ok && time.Until(end) < 8*time.Second {
		t.Fatal("no time left")
	}
}
`,
  'gives/a_test.go': `${head('gives', 'testing', 'time')}func TestHangs(t *testing.T) {
	if end, _ := t.Deadline(); time.Until(end) > 2*time.Second {
		time.Sleep(time.Until(end) * 7 / 10)
	}
	t.Fatal("not ready in time")
}
`,
  'fails/a_test.go': `${head('fails', 'os', 'testing')}func TestHangs(t *testing.T) {
	if os.Getenv("GOMAXPROCS") == "1" {
		t.Fatal("one processor")
	}
}
`,
});

interface Stressed {
  found: StressReport['packages'][number] | undefined;
  timeouts: string[];
}

interface Pace {
  /** Each run is said to have taken so long, however busy the machine is. */
  runMs: number;
  /** A run that outlives what it may take is killed, whatever it is about to say. */
  kills?: boolean;
}

async function stressed(
  name: string,
  budgetMs: number,
  { runMs, kills = false }: Pace,
): Promise<Stressed> {
  const direct = directRerun(join(module, name));
  const rerun: Rerun = (order) => direct.rerun(kills ? order : { ...order, maxMs: null });
  const { packages } = await stressLeg({
    rerun,
    packages: [
      {
        ...{ package: `m/${name}`, testMain: false, elapsedMs: 20 },
        declared: [{ name: 'TestHangs', kind: 'test', file: 'a_test.go', line: 7 }],
        hints: { changed: false, isNew: false, pastFailures: 0, concurrentPlaces: 0 },
      },
    ],
    ...{
      budgetMs,
      now: () => runMs * direct.orders.length,
      stopped: () => false,
      progress: () => undefined,
    },
    ...{ seed: 1, cores: 2, goMinor: 26, user: { run: '', skip: '' }, gorace: '' },
    ...{ timeoutMs: 600_000, repository: repositoryAt(module) },
  });
  const timeouts = direct.orders.flatMap(({ flags }) =>
    flags.filter((flag) => flag.startsWith('-test.timeout=')),
  );
  return { found: packages[0], timeouts };
}

describe('a run that the time of the leg leaves less than it would get', () => {
  it('is a finding where its goroutines wait for each other', async () => {
    const { found, timeouts } = await stressed('ring', 5000, { runMs: 4000 });
    expect(found).toMatchObject({ failedIn: 1, notes: [] });
    expect(timeouts).toHaveLength(1);
    expect(Number(/\d+/.exec(timeouts[0] ?? '')?.[0])).toBeLessThan(5000);
  }, 240_000);

  it.each(['late', 'slow'])(
    'is none where somebody could still come: %s',
    async (name) => {
      const { found } = await stressed(name, 5000, { runMs: 4000 });
      expect(found).toMatchObject({
        ...{ runs: 0, failedIn: null, overdue: 1 },
        notes: ['a run was ended because the time was over'],
      });
    },
    240_000,
  );

  it('is none where a test gives up because of the deadline that it has', async () => {
    const gives = await stressed('gives', 5000, { runMs: 3000 });
    expect(gives.found).toMatchObject({ runs: 0, failedIn: null });
    expect(gives.found?.notes[0]).toMatch(/^a failure with a -timeout of 3\.\d s, all that was/);
    const early = await stressed('early', 5000, { runMs: 300 });
    expect(early.found?.failedIn).toBeNull();
    expect(early.found?.notes).toHaveLength(1);
    expect(early.found?.runs).toBeGreaterThan(0);
    expect(early.timeouts.slice(2).every((one) => one === '-test.timeout=10000ms')).toBe(true);
  }, 240_000);

  it('is a finding where a test fails that has time enough', async () => {
    const { found } = await stressed('fails', 8000, { runMs: 300 });
    expect(found?.failedIn).not.toBeNull();
  }, 240_000);

  it('is left alone where there is hardly any time', async () => {
    const { timeouts } = await stressed('slow', 2000, { runMs: 2000, kills: true });
    expect(timeouts).toEqual(['-test.timeout=10000ms']);
  }, 240_000);
});
