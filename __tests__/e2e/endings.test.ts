import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import {
  endingNames,
  endingsDirectory,
  expectedEnding,
  mismatches,
} from '../support/expected-endings.ts';
import { expectedCrashes } from '../support/expected-crashes.ts';
import { packageRun, readReport, run, scratch } from '../support/guarded.ts';

const out = scratch();
const legs = ['memory', 'race'] as const;
const crashes = expectedCrashes('endings');

describe('every way to end', () => {
  let report: Report;

  beforeAll(async () => {
    const finished = await run([
      'run',
      '--dir',
      endingsDirectory,
      '--out',
      out.path,
      '--timeout',
      '10s',
      '--fresh',
      // How each process ends by itself; resilience.test.ts has what follows.
      ...['--attempts', '1'],
      './...',
    ]);
    expect(finished.stderr).toBe('');
    expect(finished.code).toBe(1);
    report = readReport(out.path);
  }, 600_000);
  afterAll(out.remove);

  it('covers each package of the module in both legs', () => {
    const seen = report.packages
      .map((item) => `${item.leg} ${item.package.split('/').at(-1) ?? ''}`)
      .sort();
    expect(seen).toEqual(legs.flatMap((leg) => endingNames.map((name) => `${leg} ${name}`)).sort());
  });

  for (const leg of legs) {
    it.each(endingNames)(`${leg}: %s`, (name) => {
      const found = packageRun(report, leg, name);
      expect(mismatches(expectedEnding(name, leg), found)).toEqual([]);
      expect(crashes.mismatches(`${name} ${leg}`, report, found)).toEqual([]);
    });
  }
});
