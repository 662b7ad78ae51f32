import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { recoveryMismatches, resilienceNames } from '../support/expected-resilience.ts';
import { packageRun, scratch } from '../support/guarded.ts';
import { plainLeg, runResilience, type ResilienceRun } from '../support/resilience-run.ts';
import { accounts } from '../support/test-accounts.ts';

// The same packages under other flags and settings.

const out = scratch();
afterAll(out.remove);
const timeoutMs = 1_000_000;
const plain = { legs: [plainLeg] };

/** One run and its packages against the table. */
async function mismatches(name: string, leg: string, order: ResilienceRun): Promise<string[]> {
  const { report, finished } = await runResilience(join(out.path, name), order);
  expect(finished.code).toBe(1);
  return resilienceNames(...order.folders).flatMap((item) =>
    recoveryMismatches(item, report, packageRun(report, leg, item)).map(
      (line) => `${item}: ${line}`,
    ),
  );
}

describe('settings and flags', () => {
  it(
    'carries on after a race report that ends the process',
    async () => {
      const settings = { legs: ['race'] };
      const env = { GORACE: 'halt_on_error=1' };
      expect(await mismatches('race', 'race', { folders: ['race'], settings, env })).toEqual([]);
    },
    timeoutMs,
  );

  // One at a time: after a failure go test -failfast starts no further package.
  it.each(resilienceNames('failfast'))(
    'leaves out what -failfast leaves out: %s',
    async (name) => {
      const flags = ['-timeout=5s', '-failfast'];
      const order = { folders: [name], settings: plain, flags };
      expect(await mismatches(name.replace('/', '-'), 'plain', order)).toEqual([]);
    },
    timeoutMs,
  );

  it(
    'finds nothing where all is well, and starts nothing a second time',
    async () => {
      const { report, finished } = await runResilience(join(out.path, 'well'), {
        folders: ['ends/passes', 'leaks/clean', 'stress/clean'],
        settings: { ...plain, isolate: 'on-crash', leaks: { goroutines: 'fail' } },
      });
      expect({ code: finished.code, verdict: report.verdict }).toEqual({
        code: 0,
        verdict: { status: 'pass', reasons: [] },
      });
      for (const run of report.packages) {
        expect(run.attempts).toHaveLength(1);
        expect([run.recovery, run.isolation]).toEqual([undefined, undefined]);
      }
      expect(report.leaks ?? []).toEqual([]);
    },
    timeoutMs,
  );

  it(
    'makes no second attempt where one is all that there may be',
    async () => {
      const { report } = await runResilience(join(out.path, 'once'), {
        folders: ['ends/severalcrashes'],
        settings: { ...plain, attempts: 1 },
      });
      const run = packageRun(report, 'plain', 'ends/severalcrashes');
      expect(run.attempts).toHaveLength(1);
      expect(Object.fromEntries(accounts(run))).toEqual({
        TestOne: ['passed'],
        TestTwoPanics: ['failed'],
        TestThree: ['neverRan'],
        TestFourPanicsElsewhere: ['neverRan'],
        TestFive: ['neverRan'],
        TestSixLeaves: ['neverRan'],
        TestSeven: ['neverRan'],
      });
      expect(report.verdict.status).toBe('fail');
    },
    timeoutMs,
  );

  it(
    'keeps to what -run and -skip choose',
    async () => {
      const { report } = await runResilience(join(out.path, 'chosen'), {
        folders: ['ends/subtestmiddle', 'ends/many300'],
        settings: plain,
        flags: ['-timeout=5s', '-run=TestCases|TestAfter|Test1[0-9][0-9]', '-skip=Test19|/third'],
      });
      expect(
        Object.fromEntries(accounts(packageRun(report, 'plain', 'ends/subtestmiddle'))),
      ).toEqual({
        TestCases: ['failed'],
        'TestCases/first': ['passed'],
        'TestCases/culprit': ['failed'],
        TestAfter: ['passed 2'],
      });
      const many = accounts(packageRun(report, 'plain', 'ends/many300'));
      expect(many.size).toBe(90);
      expect([...many].filter(([, ways]) => ways.join() === 'passed 2')).toHaveLength(39);
    },
    timeoutMs,
  );

  it(
    'keeps the seed of -shuffle, and its order',
    async () => {
      const { report } = await runResilience(join(out.path, 'shuffled'), {
        folders: ['ends/panicmiddle'],
        settings: plain,
        flags: ['-timeout=5s', '-shuffle=3'],
      });
      const run = packageRun(report, 'plain', 'ends/panicmiddle');
      expect(run.attempts.map(({ shuffleSeed }) => shuffleSeed)).toEqual(
        run.attempts.map(() => '3'),
      );
      const found = [...accounts(run)].map(([test, ways]) => [test, ways.length]);
      expect(found.sort()).toEqual(
        ['TestCulprit', 'TestFifth', 'TestFirst', 'TestFourth', 'TestSecond'].map((test) => [
          test,
          1,
        ]),
      );
      expect(run.tests.failures.map(({ test }) => test)).toEqual(['TestCulprit']);
    },
    timeoutMs,
  );

  it(
    'accounts once for tests that run several times',
    async () => {
      const { report } = await runResilience(join(out.path, 'counted'), {
        folders: ['ends/panicmiddle', 'ends/passes'],
        settings: plain,
        flags: ['-timeout=5s', '-count=2'],
      });
      const { tests, ending } = packageRun(report, 'plain', 'ends/panicmiddle');
      expect({ ending, status: report.verdict.status }).toEqual({
        ending: 'crashed',
        status: 'fail',
      });
      expect(tests.failures.map(({ test }) => test)).toEqual(['TestCulprit']);
      expect(packageRun(report, 'plain', 'ends/passes').tests).toMatchObject({
        passed: 6,
        skipped: 2,
      });
    },
    timeoutMs,
  );
});
