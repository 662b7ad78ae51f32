import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextTurn, type Turn } from '../../src/stress/turns.ts';

const turn = (of: Partial<Turn>): Turn => ({
  ...{ package: 'p', weight: 1, runs: 0, spentMs: 0, expectedMs: 100, over: false },
  ...of,
});

interface Simulated {
  turns: Turn[];
  order: string[];
  leftMs: number;
}

/** Spends a budget on packages whose runs take what is expected of them. */
function spend(turns: readonly Turn[], budgetMs: number): Simulated {
  const own = turns.map((item) => ({ ...item }));
  const order: string[] = [];
  let leftMs = budgetMs;
  for (let next = nextTurn(own, leftMs); next !== null; next = nextTurn(own, leftMs)) {
    next.runs++;
    next.spentMs += next.expectedMs;
    leftMs -= next.expectedMs;
    order.push(next.package);
  }
  return { turns: own, order, leftMs };
}

const packages = fc
  .uniqueArray(
    fc.record({
      package: fc.stringMatching(/^[a-z]{1,4}$/),
      weight: fc.integer({ min: 1, max: 20 }),
      expectedMs: fc.integer({ min: 1, max: 500 }),
      over: fc.boolean(),
    }),
    { selector: (item) => item.package, minLength: 1, maxLength: 12 },
  )
  .map((items) => items.map((item) => turn(item)));

describe('whose turn it is', () => {
  it('is the heaviest, and first each package once', () => {
    const turns = [
      turn({ package: 'a' }),
      turn({ package: 'b', weight: 9 }),
      turn({ package: 'c' }),
    ];
    expect(spend(turns, 600).order).toEqual(['b', 'a', 'c', 'b', 'b', 'b']);
  });

  it('is nobody who is over, or whose run does not fit', () => {
    expect(nextTurn([turn({ over: true })], 1000)).toBeNull();
    expect(nextTurn([turn({ expectedMs: 1001 })], 1000)).toBeNull();
    expect(nextTurn([], 1000)).toBeNull();
  });

  it('never spends more than there is, and ends only when nothing fits', () => {
    fc.assert(
      fc.property(packages, fc.integer({ min: 0, max: 20_000 }), (turns, budgetMs) => {
        const { leftMs, turns: after } = spend(turns, budgetMs);
        expect(leftMs).toBeGreaterThanOrEqual(0);
        for (const { over, expectedMs } of after) expect(over || expectedMs > leftMs).toBe(true);
      }),
    );
  });

  it('gives each package a run before any gets two', () => {
    fc.assert(
      fc.property(packages, (turns) => {
        const playing = turns.filter(({ over }) => !over);
        const once = playing.reduce((sum, { expectedMs }) => sum + expectedMs, 0);
        const { turns: after } = spend(turns, once);
        for (const { over, runs } of after) expect(runs).toBe(over ? 0 : 1);
      }),
    );
  });

  it('shares a long time in proportion to the weights, up to a run', () => {
    fc.assert(
      fc.property(packages, (turns) => {
        const { turns: after } = spend(turns, 200_000);
        const playing = after.filter(({ over }) => !over);
        const shares = playing.map(({ spentMs, weight }) => spentMs / weight);
        const step = Math.max(...playing.map(({ expectedMs, weight }) => expectedMs / weight), 0);
        // A package whose first run was due may be ahead by that run; so may the last one.
        const spread = Math.max(...shares) - Math.min(...shares);
        if (playing.length > 0) expect(spread).toBeLessThanOrEqual(2 * step + 500);
      }),
    );
  });

  it('does not depend on the order in which the packages are named', () => {
    fc.assert(
      fc.property(packages, (turns) => {
        expect(spend([...turns].reverse(), 5000).order).toEqual(spend(turns, 5000).order);
      }),
    );
  });
});
