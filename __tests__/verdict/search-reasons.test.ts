import { describe, expect, it } from '@jest/globals';
import type { LegReport, PackageRun, Verdict } from '../../src/report/schema.ts';
import type { StressReport } from '../../src/report/search-schema.ts';
import { failOnKinds } from '../../src/settings/schema.ts';
import type { SearchedLeg } from '../../src/verdict/search-reasons.ts';
import { judge } from '../../src/verdict/verdict.ts';
import { legReport, packageRun } from '../support/sample-report.ts';

type Stressed = StressReport['packages'][number];

const stress = (of: Partial<Stressed> = {}): StressReport => ({
  ...{ budgetMs: 5000, spentMs: 5000 },
  packages: [
    {
      ...{ package: 'm/p', runs: 3, repetitions: 3, elapsedMs: 4000, because: [] },
      ...{ failedIn: null, notes: [], ...of },
    },
  ],
});

function judged(
  searched: Partial<SearchedLeg>,
  of: { leg?: Partial<LegReport>; packages?: PackageRun[]; cancelled?: boolean } = {},
): Verdict {
  return judge({
    packages: of.packages ?? [packageRun()],
    legs: [legReport(of.leg)],
    ...{ problem: null, cancelled: of.cancelled ?? false, comparison: null, failOn: failOnKinds },
    searched: [{ name: 'race', repeats: false, measuresGrowth: false, ...searched }],
  });
}

const seen = (memory: 'all' | 'some'): PackageRun => packageRun({ leaksSeen: { memory } });

describe('a search that did not come to its end', () => {
  it('is no green run where the tests were to be repeated', () => {
    expect(judged({ repeats: true })).toEqual({
      status: 'incomplete',
      reasons: [
        {
          kind: 'lost',
          message: 'the tests were to be repeated, and nobody saw the end of that',
          leg: 'race',
        },
      ],
    });
  });

  it('is no green run where growing memory fails it', () => {
    const other = packageRun({ package: 'm/other' });
    expect(judged({ measuresGrowth: true }, { packages: [packageRun(), other] })).toEqual({
      status: 'incomplete',
      reasons: [
        {
          kind: 'lost',
          message:
            'whether memory grows with each repetition of the tests is not known of 2 packages',
          leg: 'race',
        },
      ],
    });
  });

  it('is one as well where each repetition hangs', () => {
    const hanging = stress({ runs: 0, repetitions: 0, overdue: 2 });
    expect(judged({ repeats: true }, { leg: { stress: hanging } })).toEqual({
      status: 'incomplete',
      reasons: [
        {
          kind: 'missing-tests',
          message:
            'no repetition of the tests of m/p came to an end, though each had many times as long as they should take',
          leg: 'race',
        },
      ],
    });
    const [one] = hanging.packages;
    const both = { ...hanging, packages: [one, one].flatMap((of) => of ?? []) };
    expect(judged({ repeats: true }, { leg: { stress: both } }).reasons).toMatchObject([
      { message: expect.stringContaining('m/p and of 1 more package came') as unknown },
    ]);
  });

  it.each<[string, Verdict]>([
    ['did', judged({ repeats: true }, { leg: { stress: stress() } })],
    [
      'did, with a slow run',
      judged({ repeats: true }, { leg: { stress: stress({ overdue: 1 }) } }),
    ],
    [
      'was not reached in its time',
      judged({ repeats: true }, { leg: { stress: stress({ runs: 0 }) } }),
    ],
    ['measured all', judged({ measuresGrowth: true }, { packages: [seen('all')] })],
    ['measured some', judged({ measuresGrowth: true }, { packages: [seen('some')] })],
    ['was not asked for', judged({})],
  ])('is none where it %s', (_what, verdict) => {
    expect(verdict).toEqual({ status: 'pass', reasons: [] });
  });

  it('is not expected of what did not pass, nor of a run that was stopped', () => {
    const failed = packageRun({ ending: 'timed-out' });
    const both = { repeats: true, measuresGrowth: true };
    const kinds = ({ reasons }: Verdict): string[] => reasons.map(({ kind }) => kind);
    expect(kinds(judged(both, { packages: [failed] }))).toEqual(['crash']);
    expect(kinds(judged(both, { cancelled: true }))).toEqual(['cancelled']);
  });
});
