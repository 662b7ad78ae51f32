import { expect, it } from '@jest/globals';
import { environmentDifferences } from '../../src/baseline/environment.ts';
import type { RecordEnvironment } from '../../src/baseline/record.ts';

const hosted: RecordEnvironment = {
  go: 'go1.26.1',
  runnerImage: 'ubuntu24 20261109.64.1',
  kernel: '6.11.0-1018-azure',
  cpus: 4,
  gogc: null,
  gomemlimit: null,
};

it.each([
  ['Go', { go: 'go1.26.3' }, ['Go 1.26.1, now 1.26.3']],
  [
    'the system of the runner',
    { runnerImage: 'ubuntu22 20261109.64.1' },
    ['runner image ubuntu24, now ubuntu22'],
  ],
  ['no runner', { runnerImage: null }, ['runner image ubuntu24, now none']],
  ['the kernel', { kernel: '6.14.0-1001-azure' }, ['kernel 6.11, now 6.14']],
  ['an odd kernel', { kernel: 'custom' }, ['kernel 6.11, now custom']],
  ['CPUs', { cpus: 2 }, ['CPUs: 4, now 2']],
  ['GOGC', { gogc: 'off' }, ['GOGC unset, now off']],
  ['GOMEMLIMIT', { gomemlimit: '1GiB' }, ['GOMEMLIMIT unset, now 1GiB']],
  ['a newer image of the same system', { runnerImage: 'ubuntu24 20261116.70.1' }, []],
  ['a newer build of the same kernel', { kernel: '6.11.0-1021-azure' }, []],
  ['nothing', {}, []],
])('%s', (_, now, differences) => {
  expect(environmentDifferences(hosted, { ...hosted, ...now })).toEqual(differences);
});
