import { expect, it } from '@jest/globals';
import { conclusionOf } from '../../src/github/conclusion.ts';
import { packageRun } from '../support/sample-report.ts';

const ran = packageRun();
const nothing = packageRun({ ending: 'no-tests', tests: { passed: 0 } });

// To branch protection, neutral is as good as success.
it.each([
  ['pass', [ran], 'success'],
  ['pass', [nothing], 'neutral'],
  ['pass', [], 'neutral'],
  ['fail', [ran], 'failure'],
  ['fail', [], 'failure'],
  ['incomplete', [ran], 'failure'],
  ['incomplete', [nothing], 'failure'],
] as const)('%s with %j', (status, packages, conclusion) => {
  expect(conclusionOf({ verdict: { status, reasons: [] }, packages: [...packages] })).toBe(
    conclusion,
  );
});
