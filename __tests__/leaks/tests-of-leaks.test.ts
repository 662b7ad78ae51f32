import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testsOfLeaks } from '../../src/leaks/tests-of-leaks.ts';

interface Program {
  tests: string[];
  /** The tests that leave a leak behind, all of which it takes. */
  leaks: Record<string, string[]>;
}

interface Searched {
  found: Record<string, string>;
  runs: string[][];
}

async function searched(
  { tests, leaks }: Program,
  of: { maxRuns?: number; blindAfter?: number } = {},
): Promise<Searched> {
  const runs: string[][] = [];
  const found = await testsOfLeaks({
    tests,
    leaks: new Set(Object.keys(leaks)),
    mayGoOn: () => runs.length < (of.maxRuns ?? Infinity),
    seenAfter: (some) => {
      runs.push([...some]);
      if (runs.length > (of.blindAfter ?? Infinity)) return Promise.resolve(null);
      const left = Object.entries(leaks).filter(([, by]) =>
        by.every((test) => some.includes(test)),
      );
      return Promise.resolve(new Set(left.map(([leak]) => leak)));
    },
  });
  return { found: Object.fromEntries(found), runs };
}

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `Test${String(at)}`);

describe('the tests of leaks', () => {
  it('are found by halving them', async () => {
    const { found, runs } = await searched({ tests: names(8), leaks: { a: ['Test5'] } });
    expect(found).toEqual({ a: 'Test5' });
    expect(runs).toEqual([
      ['Test0', 'Test1', 'Test2', 'Test3'],
      ['Test4', 'Test5'],
      ['Test4'],
      ['Test5'],
    ]);
  });

  it('are told only where one alone leaves the leak behind', async () => {
    const { found } = await searched({
      tests: names(6),
      leaks: { a: ['Test0', 'Test5'], b: ['Test1'] },
    });
    expect(found).toEqual({ b: 'Test1' });
  });

  it('of one test needs a run, too: who knows whether it leaks alone', async () => {
    expect(await searched({ tests: ['TestA'], leaks: { a: ['TestA'], b: ['TestB'] } })).toEqual({
      ...{ found: { a: 'TestA' }, runs: [['TestA']] },
    });
  });

  it('are not looked for without leaks or tests', async () => {
    expect(await searched({ tests: names(8), leaks: {} })).toEqual({ found: {}, runs: [] });
    expect(await searched({ tests: [], leaks: { a: ['x'] } })).toEqual({ found: {}, runs: [] });
  });

  it('stay unknown where the time is over or nobody could look', async () => {
    const program = { tests: names(64), leaks: { a: ['Test63'] } };
    expect(await searched(program, { maxRuns: 3 })).toMatchObject({ found: {} });
    expect(await searched(program, { blindAfter: 2 })).toMatchObject({ found: {} });
  });

  it('take some eight runs for each leak among two hundred', async () => {
    const tests = names(200);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...tests), { minLength: 1, maxLength: 5 }),
        async (by) => {
          const leaks = Object.fromEntries(by.map((test, at) => [String(at), [test]]));
          const { found, runs } = await searched({ tests, leaks });
          expect(found).toEqual(Object.fromEntries(by.map((test, at) => [String(at), test])));
          expect(runs.length).toBeLessThanOrEqual(9 * by.length);
        },
      ),
    );
  });
});
