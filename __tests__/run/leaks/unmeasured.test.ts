import { mkdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Gap, PackageRun } from '../../../src/report/schema.ts';
import type { RunPlanLeg } from '../../../src/run/run-plan.ts';
import { defaultResilience, type Resilience } from '../../../src/settings/resilience.ts';
import { layout } from '../../../src/run/layout.ts';
import { writeMemoryLeaks, type MemoryLeaksFile } from '../../../src/run/leaks/memory-leaks.ts';
import { readLeaks } from '../../../src/run/leaks/read-leaks.ts';
import { packageRun } from '../../support/sample-report.ts';
import { tempFolder } from '../../support/temp-folder.ts';

function leg(of: Partial<RunPlanLeg>): RunPlanLeg {
  return {
    ...{ name: 'memory', race: false, heapProfile: true, goVersion: 'go1.26.8', goMinor: 26 },
    ...{ command: [], patterns: [], env: {}, failfast: false, repeats: 1, store: '' },
    ...{ testPatterns: { run: '', skip: '' }, packages: [], ...of },
  };
}

async function gapsOf(
  packages: PackageRun[],
  memory: Resilience['leaks']['memory'],
  seen: MemoryLeaksFile['seen'] | null = null,
): Promise<Gap[]> {
  const out = tempFolder();
  if (seen !== null) {
    mkdirSync(layout.leg(out, 'memory'), { recursive: true });
    await writeMemoryLeaks(out, 'memory', { leaks: [], seen });
  }
  const source = { module: 'm', repository: null, sha: null, ref: null, event: null };
  const plan = {
    ...{ directory: out, startedAt: '2026-11-21T10:00:00.000Z', source },
    legs: [leg({}), leg({ name: 'race', race: true }), leg({ name: 'plain', heapProfile: false })],
    leaks: { ...defaultResilience.leaks, goroutines: 'off' as const, memory },
  };
  return (await readLeaks(out, plan, packages)).gaps;
}

const one = packageRun({ leg: 'memory' });
const cached = packageRun({ leg: 'memory', package: 'm/cached', cached: true });
const what = 'nobody looked for memory that grows with each repetition of its tests';

describe('a package that passed and whose memory nobody measured', () => {
  it.each(['report', 'fail'] as const)('is named, with the reason (%s)', async (mode) => {
    expect(await gapsOf([one, cached], mode)).toEqual([
      {
        what: `${what}: the time was over, or the run ended, before its turn came`,
        ...{ leg: 'memory', package: 'm/p' },
      },
      {
        what: `${what}: its result came from the cache`,
        ...{ leg: 'memory', package: 'm/cached' },
      },
    ]);
  });

  it('is named also where others were measured', async () => {
    const gaps = await gapsOf([one, cached], 'report', [{ package: 'm/p', how: 'all' }]);
    expect(gaps.map((gap) => gap.package)).toEqual(['m/cached']);
  });

  it('says what could not be looked at', async () => {
    const note = 'TestRegister fails when it is repeated in one process: not looked at';
    expect(await gapsOf([one], 'report', [{ package: 'm/p', how: 'some', notes: [note] }])).toEqual(
      [
        {
          what: `while its tests were repeated for their memory: ${note}`,
          ...{ leg: 'memory', package: 'm/p' },
        },
      ],
    );
  });

  it('is not named where nobody was to look', async () => {
    const others = [
      packageRun({ leg: 'race' }),
      packageRun({ leg: 'plain' }),
      packageRun({ leg: 'memory', ending: 'failed' }),
    ];
    expect(await gapsOf(others, 'fail')).toEqual([]);
    expect(await gapsOf([one], 'off')).toEqual([]);
  });
});
