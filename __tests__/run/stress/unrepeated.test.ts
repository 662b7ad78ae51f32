import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { noRepository } from '../../../src/crash/source/repository.ts';
import type { StressReport } from '../../../src/report/search-schema.ts';
import { stressLeg } from '../../../src/run/stress/stress-leg.ts';
import type { StressedPackage } from '../../../src/stress/package-state.ts';
import { directRerun, type DirectRerun } from '../../support/direct-rerun.ts';
import { goModule } from '../../support/go-module.ts';

// Packages of which no repetition came to its end: their tests are as good as never repeated.

const module = goModule({
  'spins/a_test.go': `package spins

import "testing"

func TestSpins(t *testing.T) {
	for i := 0; ; i++ {
	}
}
`,
  'ends/a_test.go': `package ends

import "testing"

func TestEnds(t *testing.T) {}
`,
});

async function stressed(
  budgetMs: number,
  packages: readonly Partial<StressedPackage>[],
  direct: DirectRerun,
): Promise<StressReport['packages']> {
  const report = await stressLeg({
    rerun: direct.rerun,
    packages: packages.map((of, i) => ({
      ...{ package: `m/p${String(i)}`, testMain: false, elapsedMs: 20 },
      declared: [{ name: 'TestSpins', kind: 'test', file: 'a_test.go', line: 5 }],
      hints: { changed: false, isNew: false, pastFailures: 0, concurrentPlaces: 0 },
      ...of,
    })),
    ...{ budgetMs, now: Date.now, stopped: () => false, progress: () => undefined },
    ...{ seed: 1, cores: 2, goMinor: 26, user: { run: '', skip: '' }, gorace: '' },
    ...{ timeoutMs: 600_000, repository: noRepository },
  });
  return report.packages;
}

describe('stressing', () => {
  it('tells of a test that hangs in its first repetition until the time is over', async () => {
    const [found] = await stressed(4000, [{}], directRerun(join(module, 'spins')));
    expect(found).toMatchObject({ runs: 0, repetitions: 0, overdue: 1, failedIn: null });
  }, 240_000);

  it('tells of one that runs into its -timeout', async () => {
    const [found] = await stressed(14_000, [{}], directRerun(join(module, 'spins')));
    expect(found).toMatchObject({ runs: 0, overdue: 1, failedIn: null });
    expect(found?.notes).toContain(
      'a run did not end within 10 s; its tests did not wait for each other',
    );
  }, 240_000);

  it('tells of packages whose turn did not come', async () => {
    const slow = { elapsedMs: 60_000 };
    const [first, second] = await stressed(
      2000,
      [slow, { declared: [{ name: 'TestEnds', kind: 'test', file: 'a_test.go', line: 5 }] }],
      directRerun(join(module, 'ends')),
    );
    expect(first).toMatchObject({
      ...{ runs: 0, elapsedMs: 0 },
      notes: ['the time was over before its first repetition'],
    });
    expect(first).not.toHaveProperty('overdue');
    expect(second?.notes).not.toContain('the time was over before its first repetition');
  }, 240_000);
});
