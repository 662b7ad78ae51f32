import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Isolation } from '../../src/report/isolation-schema.ts';
import type { Report } from '../../src/report/schema.ts';
import type { SettingsFile } from '../../src/settings/schema.ts';
import {
  expectedRecovery,
  recoveryMismatches,
  resilienceDirectory,
  resilienceNames,
} from '../support/expected-resilience.ts';
import { packageRun, scratch, startProgram } from '../support/guarded.ts';
import { plainLeg, runResilience } from '../support/resilience-run.ts';

// Crashes that need other tests: the smallest set is found, and the command that is told brings it back.

const names = resilienceNames('isolate');

describe('the smallest set of tests', () => {
  const out = scratch();
  let report: Report;
  beforeAll(async () => {
    const settings: SettingsFile = {
      legs: [plainLeg],
      isolate: 'on-crash',
      'isolate-time': '100s',
    };
    ({ report } = await runResilience(out.path, { folders: ['isolate'], settings }));
  }, 1_000_000);
  afterAll(out.remove);

  const isolation = (name: string): Isolation => {
    const found = packageRun(report, 'plain', name).isolation;
    if (found === undefined) throw new Error(`nothing was searched for in ${name}`);
    return found;
  };

  it.each(names)('%s', (name) => {
    expect(recoveryMismatches(name, report, packageRun(report, 'plain', name))).toEqual([]);
    expect(isolation(name).summary).not.toBe('');
  });

  const certain = names.filter((name) =>
    ['alone', 'order', 'parallel'].includes(String(expectedRecovery(name).isolation?.outcome)),
  );
  it.each(certain)(
    'is brought back by the flags that are told: %s',
    async (name) => {
      const { flags, tests } = isolation(name);
      const words = ['test', '-count=1', ...flags, `./${name}`];
      const options = { cwd: resilienceDirectory, timeout: 300_000 };
      const { finished } = startProgram('go', words, options);
      const { code, stdout } = await finished;
      expect(code).toBe(1);
      expect(stdout).toContain('panic: ');
      expect(stdout).toContain(tests.at(-1));
    },
    400_000,
  );
});
