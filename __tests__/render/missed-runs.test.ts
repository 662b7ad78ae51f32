import { describe, expect, it } from '@jest/globals';
import { renderJunit } from '../../src/render/junit.ts';
import { renderResult } from '../../src/render/result.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { packageRun, sampleReport } from '../support/sample-report.ts';

// go test -count=2 died in the second repetition: TestAdd ended once, TestLast did not begin.
const report = sampleReport({
  packages: [
    packageRun({
      ending: 'crashed',
      tests: { cases: [['TestAdd', 'passed', 1]], neverRan: ['TestAdd', 'TestLast'] },
    }),
  ],
});

describe('tests that ended, and not as often as they were to run', () => {
  it('are not called tests that never ran', () => {
    const paths = { report: 'r', summary: 's', page: null };
    const plain = (text: string): string => text;
    const paint = { good: plain, bad: plain, dim: plain, bold: plain };
    expect(renderResult(report, paths, paint)).toContain(
      '    never ran:  TestLast\n    too few:    runs of TestAdd\n',
    );
    expect(renderSummary(report)).toContain('never ran `TestLast`; too few runs of `TestAdd`\n');
    const junit = renderJunit(report);
    expect(junit).toContain('the test had too few runs');
    expect(junit.match(/the test never ran/g)).toHaveLength(1);
  });
});
