import { expect, it } from '@jest/globals';
import { parseUsage } from '../../src/evidence/usage.ts';

const header = 'elapsedMs,openFiles,threads,cpuMs,tempFreeBytes,dirFreeBytes\n';

it('takes the peaks, and the least free space', () => {
  expect(
    parseUsage(`${header}0,5,8,10,900,700\n500,60,7,300,100,800\n1000,6,9,500,400,\n`),
  ).toEqual({
    samples: 3,
    openFiles: 60,
    threads: 9,
    cpuMs: 500,
    tempFreeBytes: 100,
    dirFreeBytes: 700,
  });
});

it.each([null, '', header, `${header}0,5,8`, `${header}x,1,2,3,4,5\n`])(
  'knows nothing of %j',
  (csv) => {
    expect(parseUsage(csv)).toEqual({
      samples: 0,
      openFiles: null,
      threads: null,
      cpuMs: null,
      tempFreeBytes: null,
      dirFreeBytes: null,
    });
  },
);
