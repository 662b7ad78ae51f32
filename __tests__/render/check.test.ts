import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { renderCheck } from '../../src/render/check.ts';
import { noLinks } from '../../src/report/links.ts';
import { expectGolden } from '../support/golden.ts';
import { sampleLinks } from '../support/rendered.ts';
import { reportFixture, reportFixtures } from '../support/report-fixtures.ts';
import { legReport, packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';

it.each(reportFixtures)('the check of a real run: %s', (name) => {
  const { title, summary, text } = renderCheck(reportFixture(name), sampleLinks);
  expectGolden(
    join(import.meta.dirname, `golden/check-${name}.md`),
    `${title}\n\n---\n\n${summary}\n---\n\n${text}`,
  );
});

describe('a title says what is wrong, in plain words', () => {
  it.each([
    ['passed', sampleReport()],
    [
      'failed: panic in TestAdd (p)',
      sampleReport({ crashes: [sampleCrash()], verdict: { status: 'fail', reasons: [] } }),
    ],
    [
      'incomplete: 2 tests not seen to end',
      sampleReport({
        packages: [packageRun({ tests: { unfinished: ['TestA'], neverRan: ['TestB'] } })],
        verdict: { status: 'incomplete', reasons: [] },
      }),
    ],
    [
      'failed: TestF fails (p), 1 test not seen to end',
      sampleReport({
        packages: ['race', 'memory'].map((leg) =>
          packageRun({
            ...{ leg, ending: 'failed' },
            tests: {
              failed: 1,
              failures: [{ test: 'TestF', file: 'p/p_test.go', line: 7, message: 'got 3' }],
              neverRan: ['TestN'],
            },
          }),
        ),
        verdict: { status: 'fail', reasons: [] },
      }),
    ],
    [
      'failed: panic, data race in TestAdd (2 packages), p does not build',
      sampleReport({
        crashes: [
          sampleCrash({
            ...{ id: 'a', cause: 'data-race' },
            occurrences: ['m/p', 'm/q'].map((name) => ({
              ...{ package: name, leg: 'race', attempt: 1, test: 'TestAdd' },
            })),
          }),
          sampleCrash({ id: 'b', cause: 'build-failed', test: null }),
          sampleCrash({ id: 'c', test: 'Test @org <b>', package: '#1 `x`', occurrences: [] }),
        ],
        packages: [packageRun(), packageRun({ package: 'm/q' })],
        verdict: { status: 'fail', reasons: [] },
      }),
    ],
  ])('%s', (title, report) => {
    expect(renderCheck(report, noLinks).title).toBe(title);
  });
});

it('every part keeps to its limit, in bytes too', () => {
  const wide = '語'.repeat(2000);
  const failures = Array.from({ length: 3000 }, (_, i) => ({
    ...{ test: `Test${String(i)}${wide}`, file: `${wide}.go`, line: i + 1, message: wide },
  }));
  const packages = Array.from({ length: 3000 }, (_, i) =>
    packageRun({ package: `m/${wide}${String(i)}`, ending: 'failed' }),
  );
  const report = sampleReport({
    ...{ legs: [legReport()], gaps: Array.from({ length: 3000 }, () => ({ what: wide })) },
    packages: [packageRun({ ending: 'failed', tests: { failed: 3000, failures } }), ...packages],
    verdict: { status: 'fail', reasons: [] },
  });
  const { title, summary, text } = renderCheck(report, sampleLinks);
  expect(title.length).toBeLessThanOrEqual(255);
  for (const part of [summary, text]) {
    expect(Buffer.byteLength(part)).toBeLessThanOrEqual(65_535);
    expect(part).toMatch(/more [a-z ]+ are in \[the report\]/);
  }
});
