import { describe, expect, it } from '@jest/globals';
import type { PlannedPackage } from '../../src/plan/plan.ts';
import type { LegPlan } from '../../src/run/plan-legs.ts';
import { sharesOf, takeShare } from '../../src/run/take-share.ts';

function leg(name: string, packages: readonly string[], hasTests = true): LegPlan {
  return {
    leg: { name },
    patterns: ['./...'],
    packages: packages.map((item) => ({ package: item, hasTests }) as PlannedPackage),
  } as LegPlan;
}

function share(legs: LegPlan[], index: number, count: number): ReturnType<typeof takeShare> {
  return takeShare(legs, { index, count, weighedBy: null }, null);
}

describe('a share of the packages', () => {
  it('is the same in all legs', () => {
    const legs = [leg('race', ['m/a', 'm/b', 'm/c']), leg('memory', ['m/c', 'm/b', 'm/a'])];
    const { legs: taken, shard } = share(legs, 1, 2);

    expect(shard).toEqual({
      ...{ index: 1, count: 2, weighedBy: null },
      ...{ all: ['m/a', 'm/b', 'm/c'], own: ['m/a', 'm/c'], legs: ['race', 'memory'] },
    });
    expect(taken.map(({ patterns }) => patterns)).toEqual([
      ['m/a', 'm/c'],
      ['m/c', 'm/a'],
    ]);
  });

  it('leaves out a leg that has none of it, but names it as planned', () => {
    const legs = [leg('race', ['m/a', 'm/b']), leg('linux', ['m/b'])];

    for (const index of [1, 2]) expect(share(legs, index, 2).shard.legs).toEqual(['race', 'linux']);
    expect(share(legs, 1, 2).legs.map((plan) => plan.leg.name)).toEqual(['race']);
    expect(share(legs, 2, 2).legs.map((plan) => plan.leg.name)).toEqual(['race', 'linux']);
  });

  it('keeps the patterns of the user where they name just these', () => {
    expect(share([leg('race', ['m/a'])], 1, 1).legs[0]?.patterns).toEqual(['./...']);
  });

  it('may be empty', () => {
    const { legs, shard } = share([leg('race', ['m/a'])], 2, 2);

    expect({ legs, own: shard.own }).toEqual({ legs: [], own: [] });
  });

  it('has its part of the packages with tests, whatever the others are', () => {
    const packages = Array.from({ length: 40 }, (_, i) => ({
      package: `m/p${i}`,
      hasTests: i % 4 === 0,
    }));
    const tested = sharesOf(packages, 5, null).map(
      (names) => packages.filter((item) => item.hasTests && names.includes(item.package)).length,
    );

    expect(tested).toEqual([2, 2, 2, 2, 2]);
  });
});
