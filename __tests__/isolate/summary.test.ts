import { expect, test } from '@jest/globals';
import { crashRate } from '../../src/isolate/crash-rate.ts';
import { isolationSummary, type Told } from '../../src/isolate/summary.ts';

const always = crashRate(3, 3);
const told: Told = {
  ...{ ending: 'crashed', timeout: null, tests: ['TestA', 'TestB'], begun: 200, way: 'order' },
  ...{ rate: always, stopped: null, others: new Map() },
};
const many = Array.from({ length: 9 }, (_, at) => `Test${String(at)}`);

test.each<[Partial<Told>, string]>([
  [{}, 'crashes only if TestA runs before TestB'],
  [{ tests: ['TestA', 'TestC', 'TestB'] }, 'crashes only if TestA and TestC run before TestB'],
  [
    { tests: many },
    'crashes only if Test0, Test1, Test2, Test3, Test4, Test5 and 2 more run before Test8',
  ],
  [{ way: 'parallel' }, 'crashes only while TestA and TestB run side by side'],
  [{ way: 'together' }, 'crashes only if both TestA and TestB run'],
  [
    { way: 'together', tests: ['TestA', 'TestB', 'TestC'] },
    'crashes only if TestA, TestB and TestC all run',
  ],
  [{ way: 'alone', tests: ['TestB'] }, 'crashes without any other test'],
  [{ way: 'alone', tests: [] }, 'crashes without any test'],
  [{ ending: 'killed' }, 'is killed only if TestA runs before TestB'],
  [{ ending: 'exited' }, 'ends its process only if TestA runs before TestB'],
  [{ ending: 'timed-out' }, 'does not end in time only if TestA runs before TestB'],
  [
    { ending: 'timed-out', timeout: '10s', way: 'alone', tests: ['TestB'] },
    'does not end within 10s without any other test',
  ],
  [
    { rate: crashRate(20, 7), way: 'alone', tests: ['TestB'] },
    'crashes in 7 of 20 runs (95 % interval 18 to 57 %) without any other test',
  ],
  [
    { tests: null, way: null, rate: crashRate(60, 0) },
    'did not crash again in 60 runs (95 % interval 0 to 6.0 %)',
  ],
  [
    { tests: null, way: null, rate: crashRate(2, 0), stopped: 'the run was stopped' },
    'did not crash again in 2 runs: the run was stopped',
  ],
  [
    { tests: null, way: null, rate: crashRate(0, 0), stopped: 'the run was stopped' },
    'was not isolated: the run was stopped',
  ],
  [
    { way: null, stopped: 'the time for it was over (2m00s)' },
    'crashes with 2 of the 200 tests that had begun, perhaps with fewer: the time for it was over (2m00s)',
  ],
  [
    { others: new Map([['panic: boom\n\u001b[31min TestC', 1]]) },
    'crashes only if TestA runs before TestB; it also died in another way: panic: boom in TestC (1 run)',
  ],
  [
    {
      others: new Map([
        ['SIGKILL', 2],
        ['exit code 3', 1],
      ]),
    },
    'crashes only if TestA runs before TestB; it also died in another way: SIGKILL (2 runs) and 1 other',
  ],
])('%o', (of, summary) => {
  expect(isolationSummary({ ...told, ...of })).toBe(summary);
});
