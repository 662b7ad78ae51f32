import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { DeclaredTest } from '../../../src/evidence/completeness.ts';
import { noRepository, type Repository } from '../../../src/crash/source/repository.ts';
import { repositoryAt } from '../../../src/machine/source-files.ts';
import type { StressReport } from '../../../src/report/search-schema.ts';
import { stressLeg, type StressStatus } from '../../../src/run/stress/stress-leg.ts';
import type { Rerun, RerunResult } from '../../../src/run/recover/rerun.ts';
import { directRerun, type DirectRerun } from '../../support/direct-rerun.ts';
import { fixture } from '../../support/guarded.ts';

const noHints = { changed: false, isNew: false, pastFailures: 0, concurrentPlaces: 0 };

interface Stressed {
  report: StressReport;
  direct: DirectRerun;
  results: RerunResult[];
  statuses: StressStatus[];
}

/** Stresses one package of the fixture with its real test binary. */
async function stress(
  name: string,
  tests: readonly string[],
  options: { budgetMs: number; stopAfter?: number; repository?: Repository; seed?: number },
): Promise<Stressed> {
  const direct = directRerun(join(fixture('stress'), name));
  const results: RerunResult[] = [];
  const statuses: StressStatus[] = [];
  const rerun: Rerun = async (order) => {
    const result = await direct.rerun(order);
    results.push(result);
    return result;
  };
  const declared = tests.map((test, line): DeclaredTest => ({
    ...{ name: test, kind: 'test', file: 'a_test.go', line: line + 1 },
  }));
  const report = await stressLeg({
    rerun,
    packages: [{ package: name, declared, testMain: false, hints: noHints, elapsedMs: 20 }],
    budgetMs: options.budgetMs,
    now: Date.now,
    stopped: () => results.length >= (options.stopAfter ?? Infinity),
    progress: (status) => statuses.push(status),
    ...{ seed: options.seed ?? 1, cores: 2, goMinor: 26, user: { run: '', skip: '' }, gorace: '' },
    ...{ timeoutMs: 600_000, repository: options.repository ?? noRepository },
  });
  return { report, direct, results, statuses };
}

const minute = 60_000;

describe('stressing a package', () => {
  it(
    'finds that a test needs another one before it, and keeps that run with its order',
    async () => {
      const tests = ['TestOpen', 'TestOther', 'TestUse'];
      const { report, direct, results } = await stress('order', tests, { budgetMs: minute });
      const [found] = report.packages;
      const kept = (found?.failedIn ?? 0) - 1;
      expect(direct.orders[kept]?.changes[0]).toMatch(/^-shuffle=[1-9]\d*$/);
      expect(results[kept]?.fold?.failures[0]?.test).toBe('TestUse');
      const left = results.filter(({ folder }) => existsSync(folder));
      expect(left).toEqual([results[kept]]);
      expect(report.spentMs).toBeLessThan(minute);
    },
    4 * minute,
  );

  it(
    'finds what only happens with one processor',
    async () => {
      const tests = ['TestPlain', 'TestShares'];
      const { report, direct } = await stress('oneprocessor', tests, { budgetMs: minute });
      const kept = direct.orders[(report.packages[0]?.failedIn ?? 0) - 1];
      expect(kept?.changes).toContainEqual(expect.stringMatching(/^-cpu=1(?:,|$)/));
      expect(kept?.env['GOMAXPROCS']).toBe('1');
    },
    4 * minute,
  );

  it(
    'finds goroutines that wait for each other without waiting for the timeout of the leg',
    async () => {
      const tests = ['TestPlain', 'TestBothWays'];
      const repository = repositoryAt(fixture('stress'));
      const { report, results } = await stress('stuck', tests, { budgetMs: minute, repository });
      expect(report.packages[0]?.failedIn).toBe(results.length);
      expect(results.at(-1)?.fold?.timedOut).toBe(true);
    },
    4 * minute,
  );

  it(
    'runs tests once a process where they cannot be repeated, and says so',
    async () => {
      const tests = ['TestRegister', 'TestPlain'];
      const { report, direct } = await stress('repeat', tests, {
        ...{ budgetMs: minute, stopAfter: 12 },
      });
      const [found] = report.packages;
      expect(found?.failedIn).toBeNull();
      expect(found?.notes).toEqual([
        'TestRegister fails when it is repeated in one process: each test runs once a process',
      ]);
      expect(direct.orders.at(-1)?.flags).toContain('-test.count=1');
      expect(found?.repetitions).toBeGreaterThanOrEqual(5);
    },
    4 * minute,
  );

  it(
    'runs tests together where they need each other, and says so',
    async () => {
      const tests = ['TestA', 'TestB', 'TestC', 'TestD', 'TestE'];
      const { report, direct } = await stress('together', tests, {
        ...{ budgetMs: minute, stopAfter: 12 },
      });
      const [found] = report.packages;
      expect(found?.failedIn).toBeNull();
      expect(found?.notes).toEqual([
        expect.stringContaining('fails without the other tests of the package'),
      ]);
      expect(direct.orders.at(-1)?.tests).toBeNull();
    },
    4 * minute,
  );

  it(
    'counts nothing of a package whose TestMain ends before the tests',
    async () => {
      const { report, results } = await stress('early', ['TestNever'], { budgetMs: minute });
      expect(report.packages).toMatchObject([
        { runs: 0, repetitions: 0, failedIn: null, notes: ['no test ran in it'] },
      ]);
      expect(results).toHaveLength(1);
    },
    4 * minute,
  );

  it(
    'leaves nothing but numbers of runs that pass, and ends with its time',
    async () => {
      const tests = ['TestPush', 'TestPushFromManySides', 'TestThatSleeps', 'TestWithSubtests'];
      const budgetMs = 4000;
      const { report, results, statuses } = await stress('clean', tests, { budgetMs });
      const [found] = report.packages;
      // The last one may have been cut off when the time was over.
      expect([results.length, results.length - 1]).toContain(found?.runs);
      expect(found?.failedIn).toBeNull();
      expect(found?.repetitions).toBeGreaterThan(0);
      expect(results.some(({ folder }) => existsSync(folder))).toBe(false);
      expect(statuses).toHaveLength(results.length);
      expect(new Set(statuses.map(({ package: name }) => name))).toEqual(new Set(['clean']));
    },
    4 * minute,
  );

  it('says why a binary cannot be run again', async () => {
    const rerun: Rerun = () => Promise.reject(new Error('its test binary was not kept'));
    const report = await stressLeg({
      rerun,
      packages: [
        { package: 'm/p', declared: [], testMain: false, hints: noHints, elapsedMs: null },
      ],
      ...{ budgetMs: 5000, now: Date.now, stopped: () => false, progress: () => undefined },
      ...{ seed: 1, cores: 2, goMinor: 26, user: { run: '', skip: '' }, gorace: '' },
      ...{ timeoutMs: null, repository: noRepository },
    });
    expect(report.packages[0]).toMatchObject({
      ...{ runs: 0, failedIn: null, notes: ['its test binary was not kept'] },
    });
  });

  it('runs nothing when the run is being stopped', async () => {
    const { report, results } = await stress('early', ['TestNever'], {
      ...{ budgetMs: minute, stopAfter: 0 },
    });
    expect(results).toEqual([]);
    expect(report.packages[0]?.runs).toBe(0);
  });
});
