import { describe, expect, it } from '@jest/globals';
import { headline, troubled } from '../../src/render/headline.ts';
import type { Ending } from '../../src/report/ending-schema.ts';
import type { Report } from '../../src/report/schema.ts';
import { legReport, packageRun, sampleReport } from '../support/sample-report.ts';

describe('headline', () => {
  it.each<[string, Partial<Report>]>([
    ['passed: 1 test passed, 0 failed, 0 skipped (1 package, 1 leg, 4.2s)', {}],
    [
      'failed: 3 tests passed, 2 failed, 1 skipped (2 packages, 1 leg, 1 cached, 1m01s)',
      {
        verdict: { status: 'fail', reasons: [] },
        elapsedMs: 61_000,
        packages: [
          packageRun({ tests: { failed: 2, skipped: 1 } }),
          packageRun({ package: 'm/q', cached: true, tests: { passed: 2 } }),
        ],
      },
    ],
    [
      'incomplete: in both legs together 2 tests passed, 0 failed, 0 skipped, 3 not seen to end (1 package, 2 legs, 4.2s)',
      {
        verdict: { status: 'incomplete', reasons: [] },
        legs: [legReport(), legReport({ name: 'memory' })],
        packages: [
          packageRun({ tests: { unfinished: ['TestA'], neverRan: ['TestB', 'TestC'] } }),
          packageRun({ leg: 'memory' }),
        ],
      },
    ],
    [
      'failed: 1 test passed, 2 failed, 0 skipped (1 package, 1 leg, subtests counted too, 4.2s)',
      {
        verdict: { status: 'fail', reasons: [] },
        packages: [
          packageRun({
            tests: {
              failed: 2,
              failures: [{ test: 'TestA/b', file: null, line: null, message: '' }],
            },
          }),
        ],
      },
    ],
    [
      'incomplete: 0 tests passed, 0 failed, 0 skipped (0 packages, 0 legs, 4.2s)',
      { verdict: { status: 'incomplete', reasons: [] }, legs: [], packages: [] },
    ],
  ])('%s', (text, report) => {
    expect(headline(sampleReport(report))).toBe(text);
  });
});

it('troubled packages come worst first; those that passed or have no tests are left out', () => {
  const endings: Ending[] = ['cancelled', 'failed', 'passed', 'crashed', 'no-tests', 'killed'];
  const packages = [
    ...endings.map((ending) => packageRun({ package: ending, ending })),
    packageRun({ package: 'missing', tests: { neverRan: ['TestA'] } }),
  ];
  expect(troubled(sampleReport({ packages })).map((run) => run.package)).toEqual([
    'crashed',
    'killed',
    'missing',
    'failed',
    'cancelled',
  ]);
});
