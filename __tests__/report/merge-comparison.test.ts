import { describe, expect, it } from '@jest/globals';
import type { Comparison } from '../../src/report/comparison-schema.ts';
import { mergeComparisons } from '../../src/report/merge-comparison.ts';
import {
  comparedPackage,
  sampleComparison,
  unchangedPackage,
} from '../support/sample-comparison.ts';

const MiB = 1024 * 1024;
const removed = comparedPackage({
  ...{ package: 'm/old', state: 'removed', base: null, verdict: 'same', metrics: [] },
  ...{ why: null, page: null },
});

function merged(...comparisons: Comparison[]): Comparison {
  const comparison = mergeComparisons(comparisons);
  if (comparison === null) throw new Error('nothing was compared');
  return comparison;
}

function named(name: string, of: Partial<Comparison> = {}): Comparison {
  return sampleComparison({ status: 'pass', packages: [unchangedPackage(name)], ...of });
}

describe('the comparisons of several jobs', () => {
  it('are none where no job compared', () => {
    expect(mergeComparisons([])).toBeNull();
  });

  it('have all packages, the worst first, and add up', () => {
    const grown = sampleComparison({ packages: [comparedPackage({ package: 'm/b' })] });
    const comparison = merged(named('m/a'), grown);

    expect(comparison.packages.map((item) => item.package)).toEqual(['m/b', 'm/a']);
    expect(comparison.totals).toEqual({
      base: { allocBytes: 20 * MiB, inuseBytes: 0 },
      head: { allocBytes: 24 * MiB, inuseBytes: 0 },
    });
    // Pages lie beside the report of the shard.
    expect(comparison.packages.map(({ page }) => page)).toEqual([null, null]);
  });

  it.each<[Comparison['status'][], Comparison['status']]>([
    [['pass', 'fail', 'warn'], 'fail'],
    [['neutral', 'warn', 'pass'], 'warn'],
    [['neutral', 'pass'], 'pass'],
    [['neutral', 'neutral'], 'neutral'],
  ])('of %j are %s', (statuses, expected) => {
    const comparisons = statuses.map((status, i) => named(`m/${i}`, { status }));

    expect(merged(...comparisons).status).toBe(expected);
  });

  it('say once what all of them say', () => {
    const { summary } = sampleComparison();
    const older = summary.replace(
      'records of this commit',
      'record 2 commits older; Go 1.26.1, now 1.26.3',
    );

    expect(merged(named('m/a'), named('m/b')).summary).toBe(summary);
    expect(merged(named('m/a'), named('m/b', { summary: older })).summary).toBe(
      `${summary}; record 2 commits older; Go 1.26.1, now 1.26.3`,
    );
    const problems = ['a record is left out: it is damaged'];
    expect(merged(named('m/a', { problems }), named('m/b', { problems })).problems).toEqual(
      problems,
    );
  });

  it('with different bases are a warning', () => {
    const base = { commit: 'b'.repeat(40), reason: 'first parent', exact: true };
    const comparison = merged(named('m/a'), named('m/b', { base }));

    expect(comparison.status).toBe('warn');
    expect(comparison.problems).toEqual([
      'the jobs compared with different commits: 3f2c1a900000, bbbbbbbbbbbb; run all of them again',
    ]);
  });

  it('a removed package is removed once', () => {
    const with_ = (name: string): Comparison =>
      named(name, { packages: [unchangedPackage(name), removed] });

    expect(
      merged(with_('m/a'), with_('m/b')).packages.map(({ package: name, state }) => [name, state]),
    ).toEqual([
      ['m/a', 'compared'],
      ['m/b', 'compared'],
      ['m/old', 'removed'],
    ]);
  });

  it('a package that one job knows by its new name is not removed', () => {
    const renamed = {
      ...unchangedPackage('m/new'),
      renamedFrom: 'm/old',
      state: 'renamed' as const,
    };
    const comparison = merged(
      named('m/a', { packages: [removed] }),
      named('m/new', { packages: [renamed] }),
    );

    expect(comparison.packages).toEqual([renamed]);
  });

  it('what was recorded is for the job that merges to say', () => {
    const recorded = { packages: 0, store: 'git', because: 'later' };

    expect(merged(named('m/a', { recorded })).recorded).toBeNull();
  });
});
