import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseGoroutines } from '../../../src/crash/goroutines/goroutines.ts';
import type { Repository } from '../../../src/crash/source/repository.ts';
import {
  createEffort,
  effortFor,
  TooMuchToRead,
  type Effort,
} from '../../../src/crash/waits/effort.ts';
import { readWaits } from '../../../src/crash/waits/read-waits.ts';
import type { Waits } from '../../../src/report/waits-schema.ts';

const repositoryOf = (lines: readonly string[]): Repository => ({
  modules: [{ path: 'example.com/w', directory: '' }],
  root: '/src',
  has: (file) => file === 'w_test.go',
  lines: (file) => (file === 'w_test.go' ? lines : null),
});

const address = (n: number): string => `0xc${(n * 64).toString(16).padStart(9, '0')}`;

const parked: Record<'lock' | 'send' | 'select', (n: number) => string> = {
  lock: (n) => `sync.(*Mutex).lockSlow(${address(n)})
	/go/src/sync/mutex.go:149 +0x15d
sync.(*Mutex).Lock(...)
	/go/src/sync/mutex.go:46
`,
  send: () => '',
  select: () => '',
};
const states = { lock: 'sync.Mutex.Lock', send: 'chan send', select: 'select' };

/** A goroutine of TestA that waits in a line. */
const goroutine = (n: number, kind: keyof typeof parked, lines: readonly number[]): string =>
  `goroutine ${String(10 + n)} [${states[kind]}]:
${parked[kind](n)}${lines.map((line) => `example.com/w.TestA(${address(n)})\n\t/src/w_test.go:${String(line)} +0x25\n`).join('')}created by testing.(*T).Run in goroutine 1
	/go/src/testing/testing.go:2101 +0x4c5
`;

const read = (
  dump: string,
  lines: readonly string[],
  effort?: Effort,
  proof: 'all-asleep' | null = null,
): Waits | null =>
  readWaits(
    {
      ...{ goroutines: parseGoroutines(dump), repository: repositoryOf(lines) },
      ...{ runningTests: ['TestA'], isCut: false, proof },
    },
    effort,
  );

/** In processor time: the machine may be busy. */
const secondsOf = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};

const times = (count: number, line: (n: number) => string): string[] =>
  Array.from({ length: count }, (_, n) => line(n));

interface Shape {
  name: string;
  kind: keyof typeof parked;
  body: string[];
  goroutines: number;
  frames?: number;
}
const locks = (n: number): string => `\tx.m${String(n)}.Lock()`;
const cases = ' case x.c <- 1:';
const shapes: Shape[] = [
  { name: 'locks in 60 lines', kind: 'lock', body: times(60, locks), goroutines: 1000 },
  { name: 'locks in 30 lines', kind: 'lock', body: times(30, locks), goroutines: 1900 },
  { name: 'locks in 1900 lines', kind: 'lock', body: times(1900, locks), goroutines: 1600 },
  {
    ...{ name: 'locks and unlocks', kind: 'lock', goroutines: 400 },
    body: times(1900, (n) => `${locks(n)}; x.n.Unlock(); x.a.Lock(); x.b.Unlock()`),
  },
  {
    ...{ name: 'sends, eight in a line', kind: 'send', goroutines: 1600 },
    body: times(1900, () => `\t${'x.c <- 1; '.repeat(8)}`),
  },
  {
    ...{ name: 'sends that are not too many', kind: 'send', goroutines: 1900 },
    body: times(900, () => '\tx.c <- 1'),
  },
  {
    ...{ name: 'deep stacks', kind: 'lock', goroutines: 500, frames: 40 },
    body: times(400, (n) => `\tx.m.Lock(); use(${String(n)}); x.m.Unlock()`),
  },
  {
    ...{ name: 'names that are declared again and again', kind: 'lock', goroutines: 1900 },
    body: times(1900, () => '\tif y { x := a; x.m.Lock(); x.m.Unlock(); x = b }; x.m.Lock()'),
  },
  {
    ...{ name: 'all in one line', kind: 'lock', goroutines: 1900 },
    body: [`\t${'x.m.Lock(); if y { x.m.Unlock() }; '.repeat(2500)}`],
  },
  {
    ...{ name: 'a select of thousands', kind: 'select', goroutines: 1900 },
    body: [`\tselect {`, ...times(1500, () => `\t${cases.repeat(5)}`), '\t}'],
  },
  {
    ...{ name: 'calls of calls', kind: 'lock', goroutines: 1900 },
    body: [`\tx${'.Lock()'.repeat(14_000)}`],
  },
  {
    ...{ name: 'functions that are given functions', kind: 'lock', goroutines: 1900 },
    body: [`\t${'func('.repeat(14_000)}${')'.repeat(14_000)}`],
  },
];

describe('a bound to the work', () => {
  it.each(shapes)('$name', ({ kind, body, goroutines, frames = 1 }) => {
    const lines = ['package w', 'func TestA(t *testing.T) {', '\tx := &T{}', ...body, '}'];
    const dump = times(goroutines, (n) =>
      goroutine(n, kind, times(frames, (f) => String(4 + ((n * 7 + f) % body.length))).map(Number)),
    ).join('\n');
    const effort = effortFor(goroutines);
    let found: Waits | null = null;
    // Minutes, and more memory than there is, without a bound.
    expect(secondsOf(() => (found = read(dump, lines, effort)))).toBeLessThan(20);
    expect(found).toBeNull();
    expect(effort.spent()).toBeLessThanOrEqual(20_000_000);
    // What the runtime says needs no source.
    expect(read(dump, lines, effortFor(goroutines), 'all-asleep')).toMatchObject({
      confidence: 'confirmed',
    });
  });
});

const ring = [
  'package w',
  'func TestA(t *testing.T) {',
  '\ta.Lock()',
  '\tgo other()',
  '\tb.Lock()',
  '}',
  'func other() {',
  '\tb.Lock()',
  '\ta.Lock()',
  '}',
];
const waitsFor = (id: number, name: string, line: number, n: number): string =>
  `goroutine ${String(id)} [sync.Mutex.Lock]:
${parked.lock(n)}example.com/w.${name}()
	/src/w_test.go:${String(line)} +0x25
created by testing.(*T).Run in goroutine 1
	/go/src/testing/testing.go:2101 +0x4c5
`;
const two = `${waitsFor(7, 'TestA', 5, 1)}\n${waitsFor(8, 'other', 9, 2)}`;

describe('less effort than it takes', () => {
  const whole = createEffort();
  const found = read(two, ring, whole);

  it('a ring is found with all of it', () => {
    expect(found).toMatchObject({ kind: 'cycle', confidence: 'consistent' });
    expect(whole.spent()).toBeGreaterThan(1000);
    expect(read(two, ring, createEffort(whole.spent()))).toEqual(found);
  });

  it('never gives another ring, whatever is left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.spent() }), (steps) => {
        const less = read(two, ring, createEffort(steps));
        if (less !== null) expect(less).toEqual(found);
      }),
    );
    expect(read(two, ring, createEffort(whole.spent() / 2))).toBeNull();
  });

  it('what the runtime proves is told all the same, with places in the repository', () => {
    const less = read(two, ring, createEffort(10), 'all-asleep');
    expect(less).toMatchObject({ kind: 'stuck', confidence: 'confirmed' });
    expect(less?.waits.map(({ at }) => at)).toEqual([
      { function: 'example.com/w.TestA', file: 'w_test.go', line: 5 },
      { function: 'example.com/w.other', file: 'w_test.go', line: 9 },
    ]);
    expect(less?.waits.flatMap(({ holds }) => holds)).toEqual([]);
  });

  it('what was spent is gone', () => {
    const effort = createEffort(10);
    effort.spend(6);
    expect(effort.spent()).toBe(6);
    expect(() => {
      effort.spend(5);
    }).toThrow(TooMuchToRead);
    expect(effort.allows(1)).toBe(false);
    expect(createEffort(10).allows(Number.NaN)).toBe(false);
  });
});
