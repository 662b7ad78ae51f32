import { expect, it } from '@jest/globals';
import { diagnose } from '../../src/cause/cause.ts';
import { parseUsage } from '../../src/evidence/usage.ts';
import { death, end, facts, level } from '../support/cause-facts.ts';

const header = 'elapsedMs,openFiles,threads,cpuMs,tempFreeBytes,dirFreeBytes\n';
const near = (of: Parameters<typeof facts>[0]): string[] =>
  (diagnose(facts({ end: end({ signal: 'SIGTERM' }), ...of }))?.evidence ?? [])
    .filter(({ source }) => source === 'near a limit')
    .map(({ detail }) => detail);

it('whatever the cause, what came near its limit is in the evidence', () => {
  const mib = 1024 ** 2;
  const full = level({ path: '/ci', limitBytes: 100 * mib, peakBytes: 95 * mib });
  expect(
    near({
      usage: parseUsage(`${header}0,5,8,10,900000000,5000000\n500,1000,8,10,900000000,5000000\n`),
      death: death({ memory: { before: [level(), full], after: [level(), full] } }),
    }),
  ).toEqual([
    '1000 open files of 1024',
    "4.8 MiB free in the package's folder",
    '100.0 MiB of 100.0 MiB memory in /ci',
  ]);
});

it('what did not is not', () => {
  expect(near({ usage: parseUsage(`${header}0,900,8,10,900000000,900000000\n`) })).toEqual([]);
});
