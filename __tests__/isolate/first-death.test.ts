import { expect, test } from '@jest/globals';
import { firstDeath } from '../../src/isolate/first-death.ts';
import { attempt, packageRun, sampleCrash } from '../support/sample-report.ts';

const run = packageRun({
  elapsedMs: 1234,
  ...{ ending: 'crashed', attempts: [attempt({ ending: 'crashed', exitCode: 2 })] },
  tests: {
    ...{ passed: 2, failed: 1, unfinished: ['TestC', 'TestC/sub'], neverRan: ['TestD'] },
    cases: [
      ['TestA/one', 'passed', 1],
      ['TestA', 'passed', 1],
      ['TestB', 'failed', 1],
    ],
  },
});
const of = { shuffleSeed: '7', timeoutMs: 600_000, test: null };

test('what is known of the first attempt', () => {
  const crash = sampleCrash({ test: 'TestC/sub' });
  expect(firstDeath(run, crash, of)).toEqual({
    ...{ ending: 'crashed', cause: 'panic', test: 'TestC/sub', blamed: 'm/p.(*Cart).Add' },
    ...{ fingerprint: '0123abcd0123abcd', exitCode: 2, signal: null, neverRan: null },
    ...{ ended: ['TestA', 'TestB'], running: ['TestC'], shuffleSeed: '7', timeoutMs: 600_000 },
    elapsedMs: 1234,
  });
});

test('without a word, with more tests than are listed', () => {
  const more = { ...run, tests: { ...run.tests, passed: 20_000 } };
  expect(firstDeath(more, null, { ...of, test: 'TestC' })).toMatchObject({
    ...{ cause: null, fingerprint: null, blamed: null, test: 'TestC', neverRan: ['TestD'] },
  });
});
