import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import {
  recoveryMismatches,
  resilienceDirectory,
  resilienceNames,
} from '../support/expected-resilience.ts';
import { packageRun, scratch } from '../support/guarded.ts';
import { plainLeg, runResilience, type FinishedRun } from '../support/resilience-run.ts';

// Packages that crash, hang, leak or leave at every place: each test is accounted for exactly once.

const folders = ['ends', 'waits', 'leaks'];
const names = resilienceNames(...folders);

describe('carrying on', () => {
  const out = scratch();
  let run: FinishedRun;
  let report: Report;
  beforeAll(async () => {
    run = await runResilience(out.path, { folders, settings: { legs: [plainLeg] } });
    report = run.report;
  }, 1_000_000);
  afterAll(out.remove);

  it('has a package for each entry and an entry for each package', () => {
    const listed = folders.flatMap((folder) =>
      readdirSync(join(resilienceDirectory, folder)).map((name) => `${folder}/${name}`),
    );
    expect(names).toEqual(listed.sort());
    const prefix = 'example.com/resilience/';
    expect(report.packages.map((item) => item.package.replace(prefix, '')).sort()).toEqual(names);
  });

  it('fails the run and has no fault of its own', () => {
    expect({ code: run.finished.code, stderr: run.finished.stderr }).toEqual({
      code: 1,
      stderr: '',
    });
    expect(report.verdict.status).toBe('fail');
  });

  it.each(names)('%s', (name) => {
    expect(recoveryMismatches(name, report, packageRun(report, 'plain', name))).toEqual([]);
  });
});
