import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { causeOfCrash } from '../../src/cause/crash-cause.ts';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';
import type { ParsedCrash } from '../../src/crash/parsed-crash.ts';
import { nearest, similarity, type Comparable } from '../../src/crash/likeness/similarity.ts';
import { fixture } from '../support/guarded.ts';

type Known = Comparable & { id: string };

function known(id: string, crash: ParsedCrash): Known {
  return {
    id,
    cause: causeOfCrash(crash),
    stacks: crash.stacks.map(({ role, goroutine: { id: number, state, frames, createdBy } }) => ({
      id: String(number),
      state,
      role,
      frames: [...frames],
      createdBy,
    })),
  };
}

const captures = join(fixture('crashes'), 'fingerprints', 'captures');

/** The crash of each test in a build. */
function crashesOf(build: string): Known[] {
  const text = readFileSync(join(captures, `${build}.txt`), 'utf8');
  return text
    .split(/^##### /m)
    .slice(1)
    .map((section) => known(section.split('\n', 1)[0] ?? '', scanCrashes(section)[0]!));
}

const newest = crashesOf('go1.27.3');
const named = (test: string, from = newest): Known => from.find(({ id }) => id === test)!;
const alike = (a: string, b: string): number => similarity(named(a), named(b));

describe.each(['go1.18.10', 'go1.21.13', 'go1.24.9', 'go1.27.3-not-inlined', 'go1.27.3-shifted'])(
  'crashes of %s',
  (build) => {
    const older = crashesOf(build);
    // What differs is the line alone, or the words of the panic, or how deep a recursion went; no stack tells.
    const twins = [
      ['TestFields', 'TestComment'],
      ['TestCheck', 'TestConversion'],
      ['TestEven', 'TestOdd'],
    ];
    // Closures that were inlined have other names; where a stack ran out is chance.
    const least = new Map([
      ['TestDiscount', 0.4],
      ['TestEven', 0.7],
      ['TestOdd', 0.7],
    ]);

    it.each(older.map(({ id }) => id))('%s is nearest to itself in Go 1.27', (test) => {
      const crash = named(test, older);
      const [first] = nearest(crash, newest);
      const same = twins.find((pair) => pair.includes(test)) ?? [test];
      expect(same).toContain(first?.id);
      const own = similarity(crash, named(test));
      expect(own).toBeGreaterThan(least.get(test) ?? 0.85);
      if (same.length === 1) expect(own).toBe(first?.similarity);
    });
  },
);

it('a stack is less like another the nearer to its top they part', () => {
  expect(alike('TestNilOrder', 'TestNilOrder')).toBe(1);
  const bySameGetter = alike('TestInvoice', 'TestReceipt');
  const byOtherTop = alike('TestNilOrder', 'TestNilMap');
  expect(bySameGetter).toBeGreaterThan(0.3);
  expect(bySameGetter).toBeLessThan(0.7);
  expect(byOtherTop).toBe(0);
  expect(alike('TestTree', 'TestDeepTree')).toBeGreaterThan(alike('TestInvoice', 'TestReceipt'));
});

const stack = (
  names: readonly string[],
  role: Comparable['stacks'][number]['role'] = 'crashing',
): Comparable['stacks'][number] => ({
  id: '1',
  state: 'running',
  role,
  frames: names.map((name) => ({ function: name, file: '/src/m/a.go', line: 7 })),
  createdBy: null,
});
const crash = (...stacks: Comparable['stacks']): Comparable => ({ cause: 'panic', stacks });
const of = (...names: string[]): Comparable => crash(stack(names.map((name) => `m.${name}`)));

describe('one stack', () => {
  it('frames near the top weigh more', () => {
    const whole = of('a', 'b', 'c', 'd');
    const withoutTop = similarity(whole, of('x', 'b', 'c', 'd'));
    const withoutEnd = similarity(whole, of('a', 'b', 'c', 'x'));
    expect(withoutEnd).toBeGreaterThan(withoutTop);
    expect(withoutTop).toBeGreaterThan(0.5);
  });

  it('a call in between costs little', () => {
    const between = similarity(of('a', 'b', 'c', 'd'), of('a', 'b', 'new', 'c', 'd'));
    expect(between).toBeGreaterThan(
      similarity(of('a', 'b', 'c', 'd'), of('a', 'b', 'd', 'c')) - 0.2,
    );
    expect(between).toBeGreaterThan(0.7);
    expect(between).toBeLessThan(1);
  });

  it('a short stack is not like every stack that begins so', () => {
    expect(similarity(of('a'), of('a', 'b', 'c', 'd'))).toBeLessThan(0.5);
  });

  it('moves are bounded', () => {
    const before = Array.from({ length: 13 }, (_, number) => `x${String(number)}`);
    expect(similarity(of('a'), of(...before.slice(1), 'a'))).toBeGreaterThan(0);
    expect(similarity(of('a'), of(...before, 'a'))).toBe(0);
  });

  it('what everybody has does not count', () => {
    const around = (names: string[]): Comparable =>
      crash(
        stack(['panic', 'runtime.goPanicIndex', ...names, 'testing.tRunner', 'runtime.goexit']),
      );
    expect(similarity(around(['m.a']), around(['m.b']))).toBe(0);
    expect(similarity(around(['m.a']), crash(stack(['m.a'])))).toBe(1);
  });

  it('the standard library counts less', () => {
    const library = { function: 'strings.Map', file: '/go/src/strings/strings.go', line: 1 };
    const calling = (name: string): Comparable =>
      crash({ ...stack([]), frames: [library, ...stack([name]).frames] });
    expect(similarity(calling('m.a'), calling('m.b'))).toBeLessThan(0.4);
    expect(similarity(calling('m.a'), calling('m.b'))).toBeGreaterThan(0);
  });
});

describe('several stacks', () => {
  const race = (first: string, second: string): Comparable => ({
    cause: 'data-race',
    stacks: [stack([first], 'access'), stack([second], 'previous'), stack(['m.start'], 'creation')],
  });

  it('the order of accesses does not matter, nor who started them', () => {
    expect(similarity(race('m.a', 'm.b'), race('m.b', 'm.a'))).toBe(1);
    expect(similarity(race('m.a', 'm.b'), race('m.a', 'm.c'))).toBe(0.5);
    expect(similarity(race('m.a', 'm.b'), race('m.c', 'm.d'))).toBe(0);
  });

  it('without a guilty one, those that wait are compared', () => {
    const waiting = (...names: string[]): Comparable => ({
      cause: 'timeout',
      stacks: [stack(['m.alarm'], 'other'), ...names.map((name) => stack([name], 'waiting'))],
    });
    expect(similarity(waiting('m.a', 'm.b'), waiting('m.b', 'm.a'))).toBe(1);
    expect(similarity(waiting('m.a'), waiting('m.b'))).toBe(0);
  });

  it('another cause makes it less alike', () => {
    const other = { ...of('a'), cause: 'data-race' as const };
    expect(similarity(of('a'), other)).toBe(0.75);
    expect(similarity(of('a'), { ...of('a'), cause: 'nil-dereference' })).toBe(1);
  });

  it('without stacks there is nothing to compare', () => {
    expect(similarity(crash(), crash())).toBe(0);
    expect(nearest(crash(), newest)).toEqual([]);
  });
});

it('nearest sorts, and leaves out what has nothing in common', () => {
  const others = [
    { ...of('x'), id: 'none' },
    { ...of('a', 'x'), id: 'half' },
    { ...of('a', 'b'), id: 'same-2' },
    { ...of('a', 'b'), id: 'same-1' },
  ];
  expect(nearest(of('a', 'b'), others).map(({ id }) => id)).toEqual(['same-1', 'same-2', 'half']);
  expect(nearest(of('a', 'b'), others, 1)).toEqual([{ id: 'same-1', similarity: 1 }]);
});

it('any two crashes have a similarity from 0 to 1, the same from both sides', () => {
  const names = fc.array(
    fc.constantFrom('m.a', 'm.b', 'm.c', 'm.(*T).d.func1', 'fmt.Println', 'runtime.gopanic', ''),
    { maxLength: 70 },
  );
  const any: fc.Arbitrary<Comparable> = fc.record({
    cause: fc.constantFrom('panic', 'data-race', 'timeout'),
    stacks: fc.array(
      fc
        .tuple(names, fc.constantFrom('crashing', 'access', 'waiting', 'other'))
        .map(([frames, role]) => stack(frames, role)),
      { maxLength: 12 },
    ),
  });
  fc.assert(
    fc.property(any, any, (a, b) => {
      const value = similarity(a, b);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(similarity(b, a)).toBeCloseTo(value, 10);
      expect([0, 1]).toContain(Math.round(similarity(a, a) * 1e9) / 1e9);
    }),
    { numRuns: 300 },
  );
});
