import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { search, type Found } from '../../src/isolate/search.ts';
import { suspectsOf } from '../../src/isolate/suspects.ts';
import { SearchEnd, type Observation, type Trial } from '../../src/isolate/trial.ts';
import { createTrials, type Trials } from '../../src/isolate/trials.ts';

interface Binary {
  /** Whether a run crashes; `order` is that of the tests in this run. */
  crashes: (order: readonly string[], trial: Trial, run: number) => boolean;
  parallel?: readonly string[];
  /** Runs until the time is over. */
  runs?: number;
}

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `Test${String(at).padStart(3, '0')}`);

/** As package testing does: the shuffled order of all, whatever of it is chosen. */
function shuffled(all: readonly string[], seed: string | null): string[] {
  if (seed === null) return [...all];
  let state = Number(seed) * 2654435761;
  const keyed = all.map((name) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return { name, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ name }) => name);
}

interface Searched {
  found: Found;
  trials: Trials;
  runs: number;
}

async function searched(
  all: readonly string[],
  binary: Binary,
  of: { test?: string | null; running?: readonly string[]; shuffle?: string } = {},
): Promise<Searched> {
  const { test: culprit = all.at(-1) ?? null, running = [], shuffle = null } = of;
  const ended = all.filter((name) => name !== culprit && !running.includes(name));
  const limit = binary.runs ?? 2000;
  let runs = 0;
  const trials = createTrials((trial): Promise<Observation> => {
    if (runs >= limit) return Promise.reject(new SearchEnd('the time was over'));
    runs++;
    const order = shuffled(all, trial.shuffle).filter((name) => trial.tests.includes(name));
    return Promise.resolve({
      ...{ crashed: binary.crashes(order, trial, runs), other: null, order, timeout: null },
      parallel: binary.parallel ?? [],
    });
  });
  const suspects = suspectsOf(
    { test: culprit, ended, running, neverRan: null },
    all,
    shuffle !== null,
  );
  const timeLeft = (): number => 1 - runs / limit;
  return { found: await search({ suspects, shuffle, trials, timeLeft }), trials, runs };
}

const has = (order: readonly string[], ...wanted: string[]): boolean =>
  wanted.every((name) => order.includes(name));
const before = (order: readonly string[], first: string, second: string): boolean =>
  has(order, first, second) && order.indexOf(first) < order.indexOf(second);

test('a test that crashes by itself takes three runs', async () => {
  const { found, runs } = await searched(names(200), { crashes: (order) => has(order, 'Test199') });
  expect(found).toEqual({ tests: ['Test199'], way: 'alone', stopped: null });
  expect(runs).toBe(3);
});

describe('two tests among 200', () => {
  it.each([
    ['the first', 'Test000'],
    ['one in the middle', 'Test101'],
    ['the one before', 'Test198'],
  ])('%s before the last', async (_, first) => {
    const { found, runs } = await searched(names(200), {
      crashes: (order) => before(order, first, 'Test199'),
    });
    expect(found).toEqual({ tests: [first, 'Test199'], way: 'order', stopped: null });
    expect(runs).toBeLessThanOrEqual(40);
  });

  it('of which nobody knows which one died', async () => {
    const { found, runs } = await searched(
      names(200),
      { crashes: (order) => before(order, 'Test020', 'Test150') },
      { test: null },
    );
    expect(found).toMatchObject({ tests: ['Test020', 'Test150'], way: 'order' });
    expect(runs).toBeLessThanOrEqual(40);
  });

  it('in any order', async () => {
    const { found, runs } = await searched(names(200), {
      crashes: (order) => has(order, 'Test077', 'Test199'),
    });
    expect(found).toMatchObject({ tests: ['Test077', 'Test199'], way: 'together' });
    expect(runs).toBeLessThanOrEqual(40);
  });

  it('side by side', async () => {
    const running = names(200).slice(150);
    const { found, runs } = await searched(
      names(200),
      {
        crashes: (order, { serial }) => !serial && has(order, 'Test160', 'Test180'),
        parallel: running,
      },
      { test: 'Test180', running },
    );
    expect(found).toMatchObject({ tests: ['Test160', 'Test180'], way: 'parallel' });
    expect(runs).toBeLessThanOrEqual(40);
  });

  it('in the order of a seed, which all runs keep', async () => {
    const [first, , third] = shuffled(names(3), '17');
    const { found, trials } = await searched(
      names(3),
      { crashes: (order) => before(order, first ?? '', third ?? '') },
      { test: third ?? null, shuffle: '17' },
    );
    expect(new Set(found.tests)).toEqual(new Set([first, third]));
    expect(found.way).toBe('order');
    expect(trials.all().map(({ trial }) => trial.shuffle)[0]).toBe('17');
  });
});

test('a crash without any test', async () => {
  const { found } = await searched([], { crashes: () => true });
  expect(found).toEqual({ tests: [], way: 'alone', stopped: null });
});

test('what does not crash again is run sixty times at most', async () => {
  const { found, trials, runs } = await searched(names(5), { crashes: () => false });
  expect(found).toEqual({ tests: null, way: null, stopped: null });
  expect(trials.tally({ tests: names(5), shuffle: null, serial: false }).runs).toBe(60);
  expect(runs).toBe(62);
});

test('a crash in one of three runs: no test is taken for needed that is not', async () => {
  let state = 7;
  const chance = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const { found, trials } = await searched(names(30), {
    crashes: (order) => before(order, 'Test003', 'Test029') && chance() < 0.33,
  });
  expect(found).toMatchObject({ tests: ['Test003', 'Test029'], way: 'order' });
  const { runs, crashes } = trials.tally({
    ...{ tests: ['Test003', 'Test029'], shuffle: null, serial: false },
  });
  expect(runs).toBeGreaterThanOrEqual(20);
  expect(crashes).toBeLessThan(runs);
});

test('when the time is over, what is known by then is told', async () => {
  const { found } = await searched(names(200), {
    ...{ crashes: (order) => before(order, 'Test150', 'Test199'), runs: 7 },
  });
  expect(found).toMatchObject({ way: null, stopped: 'the time was over' });
  expect(found.tests).toEqual(expect.arrayContaining(['Test150', 'Test199']));
  expect(found.tests?.length).toBeLessThan(200);
});

test('any set that is needed, however large, is found without a needless member, and was seen to crash', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      fc.boolean(),
      async (count, picks, isKnown) => {
        const all = names(count);
        const last = all.at(-1) ?? '';
        const needed = new Set(picks.map((pick) => all[pick % count] ?? ''));
        if (isKnown) needed.add(last);
        const { found, trials } = await searched(
          all,
          { crashes: (order) => has(order, ...needed) },
          { test: isKnown ? last : null },
        );
        expect(new Set(found.tests)).toEqual(needed);
        const plain = { tests: found.tests ?? [], shuffle: null, serial: false };
        expect(trials.tally(plain).crashes).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150 },
  );
});

test('whatever a crash depends on, the answer was seen to crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 20 }), fc.nat(), async (count, salt) => {
      const all = names(count);
      const crashes = (order: readonly string[]): boolean =>
        order.length === count || (order.join('').length * 31 + salt) % 3 === 0;
      const { found, trials } = await searched(all, { crashes }, { test: null });
      const tests = found.tests ?? [];
      expect(trials.tally({ tests, shuffle: null, serial: false }).crashes).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});

test.each([
  [true, ['Test001/sub']],
  [false, ['Test001']],
])('a subtest that crashes without its siblings: %s', async (crashes, tests) => {
  const { found, runs } = await searched(
    names(2),
    {
      crashes: (_, { tests: chosen }) =>
        chosen.includes('Test001') || (crashes && chosen[0] === 'Test001/sub'),
    },
    { test: 'Test001/sub' },
  );
  expect(found).toEqual({ tests, way: 'alone', stopped: null });
  expect(runs).toBeLessThanOrEqual(6);
});
