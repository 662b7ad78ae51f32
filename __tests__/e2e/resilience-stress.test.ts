import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StressReport } from '../../src/report/search-schema.ts';
import type { PackageRun, Report } from '../../src/report/schema.ts';
import { packageRun, scratch } from '../support/guarded.ts';
import { runResilience } from '../support/resilience-run.ts';
import { accounts } from '../support/test-accounts.ts';

// Faults that one plain run does not show. What chance decides may be missed, but not more often than chance misses it.

// What is found for certain is searched for until it is there. The others have a run each: what hangs takes the time of its neighbours.
const searches: { packages: readonly string[]; stress: string }[] = [
  { packages: ['hiddenrace', 'processors', 'rare'], stress: '200s' },
  { packages: ['hiddenwakeup'], stress: '120s' },
  { packages: ['clean'], stress: '10s' },
];

describe('a leg that searches', () => {
  const out = scratch();
  const reports: Report[] = [];
  beforeAll(async () => {
    for (const [at, { packages, stress }] of searches.entries()) {
      const { report } = await runResilience(join(out.path, String(at)), {
        folders: packages.map((name) => `stress/${name}`),
        settings: { legs: [{ name: 'stress', race: true, stress }] },
        flags: ['-timeout=20s'],
      });
      reports.push(report);
    }
  }, 1_000_000);
  afterAll(out.remove);

  const reportOf = (name: string): Report => {
    const report = reports[searches.findIndex(({ packages }) => packages.includes(name))];
    if (report === undefined) throw new Error(`${name} was not searched`);
    return report;
  };
  const found = (name: string): PackageRun =>
    packageRun(reportOf(name), 'stress', `stress/${name}`);
  const stressed = (name: string): StressReport['packages'][number] => {
    const one = reportOf(name).legs[0]?.stress?.packages.find((item) =>
      item.package.endsWith(`/stress/${name}`),
    );
    if (one === undefined) throw new Error(`${name} was not repeated`);
    return one;
  };
  /** Whether the search failed in a way that a fault of such a chance has less than once in a million times. */
  const missed = (name: string, chance: number): boolean =>
    found(name).ending === 'passed' && (1 - chance) ** stressed(name).repetitions < 1e-6;

  it('repeats every package within its time', () => {
    expect(reports.map(({ legs }) => legs[0]?.stress?.budgetMs)).toEqual([
      200_000, 120_000, 10_000,
    ]);
    expect(
      reports.map(({ legs }) =>
        legs[0]?.stress?.packages.map((item) => item.package.split('/').at(-1)).sort(),
      ),
    ).toEqual(searches.map(({ packages }) => packages));
    for (const { packages } of searches)
      for (const name of packages) expect(stressed(name).runs).toBeGreaterThan(0);
    expect(stressed('hiddenwakeup').because).toContain('concurrent');
    expect(stressed('clean').because).not.toContain('concurrent');
  });

  it('finds a race that only another order shows', () => {
    const run = found('hiddenrace');
    expect({ ending: run.ending, cause: run.cause?.id }).toEqual({
      ending: 'failed',
      cause: 'data-race',
    });
    const attempt = run.attempts.find(({ purpose }) => purpose === 'stress');
    expect(attempt?.changes?.some((change) => change.startsWith('-shuffle='))).toBe(true);
    expect(Object.fromEntries(accounts(run))).toMatchObject({ TestPrepares: ['passed'] });
    expect(accounts(run).get('TestCounts')?.join()).toMatch(/^failed \d+$/);
  });

  it('finds what needs another number of processors', () => {
    const run = found('processors');
    expect({ ending: run.ending, cause: run.cause?.id }).toEqual({
      ending: 'crashed',
      cause: 'panic',
    });
    expect(run.attempts.map(({ purpose }) => purpose)).toContain('stress');
  });

  it('finds what happens once in twenty runs', () => {
    expect(missed('rare', 0.05)).toBe(false);
    if (found('rare').ending !== 'passed') expect(found('rare').cause?.id).toBe('panic');
  });

  it('says who waits where a wake-up was lost', () => {
    const run = found('hiddenwakeup');
    if (run.ending === 'passed') {
      console.warn(`no wake-up was lost in ${stressed('hiddenwakeup').runs} runs`);
      return;
    }
    const crash = reportOf('hiddenwakeup').crashes.find((one) => one.package === run.package);
    expect(crash?.waits?.kind).toBe('stuck');
  });

  it('finds nothing where all is well, and counts no repetition as a test', () => {
    const run = found('clean');
    expect(run.ending).toBe('passed');
    expect(run.attempts).toHaveLength(1);
    expect(Object.fromEntries(accounts(run))).toEqual({
      TestFirst: ['passed'],
      TestSecond: ['passed'],
    });
    expect(run.tests).toMatchObject({ passed: 2, failed: 0, skipped: 0 });
  });

  it('fails the run', () => {
    expect(reportOf('processors').verdict.status).toBe('fail');
  });
});
