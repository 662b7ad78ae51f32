import { expect, it } from '@jest/globals';
import type { PackageComparison } from '../../../src/report/comparison-schema.ts';
import { MiB } from '../../support/heap-comparison.ts';
import { simulate, type Simulation } from '../../support/gate-simulation.ts';

const unchanged = new Map<string, number>();

function blocked(packages: PackageComparison[]): PackageComparison[] {
  return packages.filter(({ verdict }) => verdict === 'regressed');
}

/** The share of the packages that are blocked when each of them allocates that much more. */
function detected({ packages, pullRequest, merge }: Simulation, factor: number): number {
  const growth = new Map(packages.map(({ name }) => [name, factor]));
  let [found, all] = [0, 0];
  for (let round = 0; round < 10; round++) {
    found += blocked(pullRequest(growth)).length;
    all += packages.length;
    merge();
  }
  return found / all;
}

it('blocks none of 1,000 unchanged pull requests with 200 packages whose measurements deviate by 1 to 4 %', () => {
  const { pullRequest, merge } = simulate(1, { count: 200, noise: [0.01, 0.04], outliers: 0.01 });
  const wrong: PackageComparison[] = [];
  let unconfirmed = 0;
  for (let number = 0; number < 1000; number++) {
    const packages = pullRequest(unchanged);
    wrong.push(
      ...packages.filter(({ verdict }) => verdict === 'regressed' || verdict === 'warned'),
    );
    unconfirmed += packages.filter(({ verdict }) => verdict === 'unconfirmed').length;
    if (number % 10 === 0) merge();
  }
  expect(wrong).toEqual([]);
  // One look alone would have blocked these.
  expect(unconfirmed).toBeGreaterThan(1000);
}, 240_000);

it.each([1, 3])(
  'nor where %d records are all there is',
  (records) => {
    const { pullRequest, merge } = simulate(2, {
      count: 200,
      noise: [0.01, 0.04],
      outliers: 0.01,
      records,
    });
    const wrong: PackageComparison[] = [];
    for (let number = 0; number < 50; number++) {
      wrong.push(...blocked(pullRequest(unchanged)));
      merge();
    }
    expect(wrong).toEqual([]);
  },
  120_000,
);

// Ten measurements with a deviation of 0.33 to 1.25 % lie within 1 to 4 % of each other.
it.each([1, 20])(
  'blocks 99 of 100 growths of 10 %% with measurements within 1 to 4 %% and %d records',
  (records) => {
    const simulation = simulate(3, {
      count: 200,
      noise: [0.0033, 0.0125],
      records,
      smallest: 4 * MiB,
    });
    expect(detected(simulation, 1.1)).toBeGreaterThanOrEqual(0.99);
  },
);

it('a growth of half is blocked in 99 of 100, however much the measurements deviate', () => {
  const wild = simulate(4, { count: 100, noise: [0.01, 0.04], smallest: 4 * MiB });
  expect(detected(wild, 1.5)).toBeGreaterThanOrEqual(0.99);
});
