import { describe, expect, it } from '@jest/globals';
import type { StressReport } from '../../src/report/search-schema.ts';
import { stressLine } from '../../src/render/stress-line.ts';
import { legReport } from '../support/sample-report.ts';

type Stressed = Partial<StressReport['packages'][number]>;

function line(...packages: Stressed[]): string | null {
  const stress: StressReport = {
    ...{ budgetMs: 60_000, spentMs: 3000 },
    packages: packages.map((of, i) => ({
      ...{ package: `m/p${String(i)}`, runs: 1, repetitions: 1, elapsedMs: 1000, because: [] },
      ...{ failedIn: null, notes: [], ...of },
    })),
  };
  return stressLine(legReport({ name: 'stress', stress }));
}

describe('how often the tests of a leg were repeated', () => {
  it.each<[Stressed[], string]>([
    [
      [{ runs: 4 }, { runs: 3 }],
      'stress: 2 packages repeated in 7 runs, 3.0s of 1m00s, none failed',
    ],
    [
      [{ runs: 4 }, { runs: 3, failedIn: 2 }],
      'stress: 2 packages repeated in 7 runs, 3.0s of 1m00s, 1 failed',
    ],
    [
      [{ runs: 1 }, { runs: 0 }, { runs: 0 }],
      'stress: 1 of 3 packages repeated in 1 run, 3.0s of 1m00s, none failed',
    ],
    [[{ runs: 0 }], 'stress: 0 of 1 package repeated in 0 runs, 3.0s of 1m00s'],
    [
      [
        { runs: 4, overdue: 1 },
        { runs: 0, overdue: 2 },
      ],
      'stress: 1 of 2 packages repeated in 4 runs, 3.0s of 1m00s, 1 never came to an end',
    ],
    [
      [
        { runs: 4, failedIn: 3 },
        { runs: 0, overdue: 1 },
      ],
      'stress: 1 of 2 packages repeated in 4 runs, 3.0s of 1m00s, 1 failed, 1 never came to an end',
    ],
  ])('%j', (packages, said) => {
    expect(line(...packages)).toBe(said);
  });

  it('is not told of a leg that runs them once', () => {
    expect(stressLine(legReport())).toBeNull();
  });
});
