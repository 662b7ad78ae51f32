import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareOut, type PackageWeight } from '../../src/plan/shards.ts';
import { processorMs } from '../support/processor-time.ts';

const name = fc.stringMatching(/^[a-z]{1,6}$/);
const weight = fc.record({
  elapsedMs: fc.integer({ min: 0, max: 600_000 }),
  peakRssBytes: fc.integer({ min: 0, max: 8 * 1024 ** 3 }),
});
const weighed = fc.dictionary(name, weight, { maxKeys: 60, noNullPrototype: true });
const count = fc.integer({ min: 1, max: 16 });

function timesOf(shares: string[][], weights: Record<string, PackageWeight>): number[] {
  return shares.map((share) => share.reduce((sum, one) => sum + (weights[one]?.elapsedMs ?? 0), 0));
}

/** The longest share of the best way to share out, by trying all. */
function bestLongest(times: readonly number[], shares: number): number {
  let best = Number.POSITIVE_INFINITY;
  const sums = Array.from({ length: shares }, () => 0);
  const place = (at: number): void => {
    const time = times[at];
    if (time === undefined) {
      best = Math.min(best, Math.max(...sums));
      return;
    }
    for (let i = 0; i < shares; i++) {
      sums[i] = (sums[i] ?? 0) + time;
      place(at + 1);
      sums[i] = (sums[i] ?? 0) - time;
      // Empty shares are alike.
      if (sums[i] === 0) break;
    }
  };
  place(0);
  return best;
}

describe('packages are shared out', () => {
  it('each into just one share', () => {
    fc.assert(
      fc.property(weighed, fc.array(name), count, (weights, unknown, shares) => {
        const names = [...Object.keys(weights), ...unknown];
        const shared = shareOut(names, new Map(Object.entries(weights)), shares);

        expect(shared).toHaveLength(shares);
        expect(shared.flat().sort()).toEqual([...new Set(names)].sort());
      }),
    );
  });

  it('in the same way, in whatever order they are named', () => {
    fc.assert(
      fc.property(weighed, count, (weights, shares) => {
        const names = Object.keys(weights);
        const entries = Object.entries(weights);
        const forwards = shareOut(names, new Map(entries), shares);

        expect(shareOut(names.toReversed(), new Map(entries.toReversed()), shares)).toEqual(
          forwards,
        );
      }),
    );
  });

  it('the longest share takes at most 4/3 of what it must', () => {
    const few = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        few,
        fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (times, peaks, shares) => {
          const weights = Object.fromEntries(
            times.map((elapsedMs, i) => [`p${i}`, { elapsedMs, peakRssBytes: peaks[i] ?? 0 }]),
          );
          const shared = shareOut(Object.keys(weights), new Map(Object.entries(weights)), shares);
          const longest = Math.max(...timesOf(shared, weights));

          expect(longest).toBeLessThanOrEqual((4 / 3) * bestLongest(times, shares) + 1e-6);
        },
      ),
    );
  });

  it('by their number where nothing is known of them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name), count, (names, shares) => {
        const sizes = shareOut(names, null, shares).map(({ length }) => length);

        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('those with much memory apart, as long as that takes hardly longer', () => {
    const GiB = 1024 ** 3;
    const weights = new Map(
      [1, 2, 3, 4].flatMap((i): [string, PackageWeight][] => [
        [`large${i}`, { elapsedMs: 1000, peakRssBytes: 4 * GiB }],
        [`small${i}`, { elapsedMs: 1000, peakRssBytes: GiB / 16 }],
      ]),
    );
    const shared = shareOut([...weights.keys()], weights, 4);

    for (const share of shared)
      expect(share.map((one) => one.replace(/\d/, ''))).toEqual(['large', 'small']);
  });

  it('a new package counts as a middling one', () => {
    const weights = new Map<string, PackageWeight>([
      ['slow', { elapsedMs: 9000, peakRssBytes: 0 }],
      ['usual', { elapsedMs: 1000, peakRssBytes: 0 }],
      ['quick', { elapsedMs: 10, peakRssBytes: 0 }],
    ]);

    expect(shareOut(['slow', 'usual', 'quick', 'new'], weights, 2)).toEqual([
      ['slow'],
      ['new', 'quick', 'usual'],
    ]);
  });

  it('shares out 10,000 packages in no time', () => {
    const weights = new Map(
      Array.from({ length: 10_000 }, (_, i): [string, PackageWeight] => [
        `m/p${i}`,
        { elapsedMs: (i * 7919) % 60_000, peakRssBytes: ((i * 104_729) % 4096) << 20 },
      ]),
    );
    let shared: string[][] = [];
    const spentMs = processorMs(() => (shared = shareOut([...weights.keys()], weights, 256)));

    expect(shared.flat()).toHaveLength(10_000);
    expect(spentMs).toBeLessThan(5000);
  });
});
