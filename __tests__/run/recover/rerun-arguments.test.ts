import { describe, expect, it } from '@jest/globals';
import { rerunArguments, timeoutOf } from '../../../src/run/recover/rerun-arguments.ts';

describe('the arguments of a further run', () => {
  it.each([
    [
      'what names files of the first run goes',
      ['-test.testlogfile=/tmp/b001/testlog.txt', '-test.coverprofile=/x', '-test.v=test2json'],
      [],
      ['-test.v=test2json'],
    ],
    [
      'a flag takes the place of an equal one',
      ['-test.run=^TestA$', '-test.timeout=10m0s', '-test.parallel=8'],
      ['-test.run=^TestB$', '-test.parallel=1'],
      ['-test.run=^TestB$', '-test.parallel=1', '-test.timeout=10m0s'],
    ],
    [
      'arguments of the user stay, whatever they look like',
      ['-test.count=1', '-golden', 'x', '-test.run=mine', '--', '-test.cpuprofile=y'],
      ['-test.run=^TestA$'],
      [
        '-test.run=^TestA$',
        '-test.count=1',
        '-golden',
        'x',
        '-test.run=mine',
        '--',
        '-test.cpuprofile=y',
      ],
    ],
    ['two dashes are one', ['--test.memprofile=x', '--test.short'], [], ['--test.short']],
  ])('%s', (_, args, flags, expected) => {
    expect(rerunArguments(args, flags)).toEqual(expected);
  });

  it('tell the time that package testing allows', () => {
    expect(timeoutOf(['-test.v', '-test.timeout=1m30s'])).toBe('1m30s');
    expect(timeoutOf(['-test.v'])).toBeNull();
  });
});
