import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import { controlGroup, groupsRefused, type ControlGroup } from '../support/control-group.ts';
import {
  recoveryMismatches,
  resilienceDirectory,
  resilienceNames,
} from '../support/expected-resilience.ts';
import { packageRun, scratch } from '../support/guarded.ts';
import { plainLeg, runResilience } from '../support/resilience-run.ts';

// Packages that die at a limit and fit below it in another way, under a real ceiling. One at a time: a neighbour would use it too.

const out = scratch();
afterAll(out.remove);
const oneAtATime = ['-timeout=20s', '-p=1'];
const noMemory = groupsRefused('memory');
const noPids = groupsRefused('pids');

/** Below a ceiling there is not always room to compile what the tests need. */
function buildBeforehand(folder: string): void {
  const words = ['test', '-count=1', '-run=^$', `./${folder}/...`];
  spawnSync('go', words, { cwd: resilienceDirectory, stdio: 'ignore' });
}

describe('deaths of memory', () => {
  const names = resilienceNames('memory');
  if (noMemory !== null) {
    console.warn(`no package dies of memory here: ${noMemory}`);
    it.skip.each(names)('%s', () => undefined);
    return;
  }
  let report: Report;
  beforeAll(async () => {
    buildBeforehand('memory');
    ({ report } = await runResilience(join(out.path, 'memory'), {
      folders: ['memory'],
      settings: { legs: [plainLeg], 'memory-limit': '256MiB' },
      flags: oneAtATime,
    }));
  }, 1_000_000);

  it.each(names)('%s', (name) => {
    expect(recoveryMismatches(name, report, packageRun(report, 'plain', name))).toEqual([]);
  });

  it('says how much each step used', () => {
    const ladders = report.packages.flatMap(({ recovery }) => recovery?.ladder ?? []);
    const fits = ladders.filter(({ ending }) => ending === 'passed');
    expect(fits.length).toBeGreaterThanOrEqual(3);
    for (const { peakRssBytes } of fits) {
      expect(peakRssBytes).toBeGreaterThan(1 << 20);
      expect(peakRssBytes).toBeLessThan(256 << 20);
    }
  });
});

describe('deaths at other limits', () => {
  const names = resilienceNames('limits');
  if (noPids !== null) {
    console.warn(`no package dies for want of threads or files here: ${noPids}`);
    it.skip.each(names)('%s', () => undefined);
    return;
  }
  let report: Report;
  let group: ControlGroup;
  beforeAll(async () => {
    buildBeforehand('limits');
    group = controlGroup('pids', `crash-guard-test-${process.pid}-limits`, { 'pids.max': '150' });
    ({ report } = await runResilience(join(out.path, 'limits'), {
      folders: ['limits'],
      settings: { legs: [plainLeg], 'memory-limit': 'off' },
      flags: [...oneAtATime, '-exec=prlimit --nofile=200:200'],
      prefix: group.enter,
    }));
  }, 1_000_000);
  afterAll(() => group.remove());

  it.each(names)('%s', (name) => {
    expect(recoveryMismatches(name, report, packageRun(report, 'plain', name))).toEqual([]);
  });
});
