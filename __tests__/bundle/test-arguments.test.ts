import { expect, it } from '@jest/globals';
import { bundleFolder as here, portableArguments } from '../../src/bundle/test-arguments.ts';

it.each<[string[], string[]]>([
  [
    ['-test.v', '-test.run=^TestA$', '-test.timeout=60s'],
    ['-test.v', '-test.run=^TestA$', '-test.timeout=60s'],
  ],
  [['-test.testlogfile=/tmp/b001/testlog.txt', '-test.v'], ['-test.v']],
  [
    ['-test.memprofile=/home/me/out/heap.pprof', '-test.memprofilerate=512'],
    [`-test.memprofile=${here}/out/memprofile`, '-test.memprofilerate=512'],
  ],
  [
    ['-test.outputdir=/home/me', '--test.trace=t'],
    [`-test.outputdir=${here}/out`, `-test.trace=${here}/out/trace`],
  ],
  [
    ['-test.v', '-update', '-test.cpuprofile=/x'],
    ['-test.v', '-update', '-test.cpuprofile=/x'],
  ],
  [[], []],
])('%j', (args, portable) => {
  expect(portableArguments(args)).toEqual(portable);
});
