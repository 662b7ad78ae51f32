import { describe, expect, it } from '@jest/globals';
import { untoldFailures } from '../../src/render/failures.ts';
import { renderResult } from '../../src/render/result.ts';
import type { Report } from '../../src/report/schema.ts';
import { packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';

const plain = (text: string): string => text;
const paint = { good: plain, bad: plain, dim: plain, bold: plain };
const paths = { report: 'r.json', summary: 's.md', page: null };

function failure(test: string, message: string) {
  return { test, file: null, line: null, message };
}

/** A subtest of a subtest that panicked, as package testing tells of it. */
function crashedBelow(message: string): Report {
  return sampleReport({
    packages: [
      packageRun({
        ending: 'crashed',
        cause: {
          ...{ id: 'panic', confidence: 'confirmed', summary: 'the program panicked: gave up' },
          ...{ evidence: [], excluded: [], advice: [] },
        },
        tests: {
          failures: [failure('TestTree', message), failure('TestTree/left/culprit', '')],
        },
      }),
    ],
    crashes: [
      sampleCrash({
        ...{ test: 'TestTree/left/culprit', message: 'gave up' },
        occurrences: [{ package: 'm/p', leg: 'race', attempt: 1, test: 'TestTree/left/culprit' }],
      }),
      sampleCrash({
        ...{ cause: 'os-exit', message: 'the process ended itself with exit code 3' },
        ...{ test: 'TestLeaves', blame: null, fingerprint: 'f' },
        occurrences: [{ package: 'm/p', leg: 'race', attempt: 2, test: 'TestLeaves' }],
      }),
    ],
    verdict: { status: 'fail', reasons: [] },
  });
}

describe('the parents of a subtest that crashed', () => {
  it.each(['', 'panic: gave up [recovered, repanicked]\n\ngoroutine 8 [running]:\n'])(
    'are not told of as failures of their own: %j',
    (message) => {
      const report = crashedBelow(message);
      expect(untoldFailures(report)).toEqual([]);
      expect(renderResult(report, paths, paint)).not.toContain('failed:     ');
    },
  );

  it('are told of where they say something themselves', () => {
    const report = crashedBelow('tree_test.go:7: 3 leaves, want 4');
    expect(untoldFailures(report).map(({ test }) => test)).toEqual(['TestTree']);
    expect(renderResult(report, paths, paint)).toContain('failed:     TestTree  ');
  });
});

it('a crash without a line is told of in a terminal as well, with what it says', () => {
  expect(renderResult(crashedBelow(''), paths, paint).split('\n').slice(0, 4)).toEqual([
    '✗ m/p (race) crashed',
    '    cause:      panic (confirmed) the program panicked: gave up',
    '    at:         p/cart.go:12 m/p.(*Cart).Add in TestTree/left/culprit',
    '    also:       os-exit in TestLeaves: the process ended itself with exit code 3',
  ]);
});
