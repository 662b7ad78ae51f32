import { describe, expect, it } from '@jest/globals';
import { recovered } from '../../src/render/attempt-words.ts';
import { repetitionFlags, repetitionText } from '../../src/render/repetition.ts';
import { reproduceCommand } from '../../src/render/reproduce.ts';
import { renderResult } from '../../src/render/result.ts';
import { renderSummary } from '../../src/render/summary.ts';
import type { Attempt } from '../../src/report/schema.ts';
import { attempt, packageRun, sampleReport } from '../support/sample-report.ts';

const plain = (text: string): string => text;
const changes = ['-shuffle=17', '-cpu=2,8', '-count=50', 'disturbed scheduling, seed 17'];

function repeated(of: Partial<Attempt> = {}) {
  return packageRun({
    ending: 'failed',
    attempts: [
      attempt({ ending: 'passed' }),
      attempt({ ...{ number: 2, purpose: 'stress', ending: 'failed', changes }, ...of }),
    ],
    tests: {
      failed: 1,
      failures: [{ test: 'TestUse', file: 'p/p_test.go', line: 7, message: 'not opened' }],
    },
  });
}

const said =
  'passed at first, failed when it was repeated with -shuffle=17 -cpu=2,8 -count=50, disturbed scheduling, seed 17';

describe('a repetition that failed', () => {
  it('is told of with what it differed in', () => {
    expect(repetitionText(repeated(), plain)).toBe(said);
    expect(repetitionText(repeated({ ending: 'timed-out', changes: [] }), plain)).toBe(
      'passed at first, timed out when it was repeated',
    );
    expect(recovered({ packages: [repeated()] })).toHaveLength(1);
  });

  it('stands in a terminal and in Markdown, with a command that has its flags and its order', () => {
    const report = sampleReport({
      packages: [repeated()],
      verdict: { status: 'fail', reasons: [] },
    });
    const paint = { good: plain, bad: plain, dim: plain, bold: plain };
    const paths = { report: 'r', summary: 's', page: null };
    expect(renderResult(report, paths, paint)).toContain(`    repeated:   ${said}\n`);
    const summary = renderSummary(report);
    expect(summary).toContain(
      '- `p` (race): passed at first, failed when it was repeated with `-shuffle=17` `-cpu=2,8` `-count=50`, disturbed scheduling, seed 17',
    );
    expect(summary).toContain('go test -race -shuffle=17 -cpu=2,8 -count=50 ./p');
  });

  it('of a few tests is shown with these', () => {
    const run = repeated({ ranTests: ['TestA', 'TestUse'] });
    const report = sampleReport({ packages: [run] });
    const subject = { report, package: 'm/p', legs: ['race'], test: 'TestUse' };
    expect(reproduceCommand(subject)).toBe(
      "go test -race -run='^(?:TestA|TestUse)$' -shuffle=17 -cpu=2,8 -count=50 ./p",
    );
  });

  it('is not told of where it passed or where nothing was repeated', () => {
    for (const run of [repeated({ ending: 'passed' }), packageRun()]) {
      expect(repetitionText(run, plain)).toBeNull();
      expect(repetitionFlags(run)).toEqual([]);
      expect(recovered({ packages: [run] })).toEqual([]);
    }
  });

  it('gives no flag to a command line that a report could have made up', () => {
    const forged = ['-exec=evil', '-shuffle=$(evil)', '-count=1;evil', 'GOMAXPROCS=2'];
    expect(repetitionFlags(repeated({ changes: forged, ranTests: ["T'$(evil)"] }))).toEqual([]);
  });
});
