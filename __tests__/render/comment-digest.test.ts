import { describe, expect, it } from '@jest/globals';
import { commentDigest } from '../../src/render/comment.ts';
import type { Report } from '../../src/report/schema.ts';
import { comparedPackage, grownFigure, sampleComparison } from '../support/sample-comparison.ts';
import { packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';

const MiB = 1024 * 1024;

function report(of: Partial<Report> = {}): Report {
  return sampleReport({
    crashes: [sampleCrash()],
    comparison: sampleComparison(),
    verdict: { status: 'fail', reasons: [{ kind: 'crash', message: 'crashed', package: 'm/p' }] },
    ...of,
  });
}

function grown(head: number, metric: 'allocBytes' | 'peakRssBytes' = 'allocBytes'): Report {
  const metrics = [grownFigure({ metric, head })];
  return report({ comparison: sampleComparison({ packages: [comparedPackage({ metrics })] }) });
}

describe('two runs that say the same have the same digest', () => {
  it('is short and safe in a hidden marker', () => {
    expect(commentDigest(report())).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each<[string, Report]>([
    [
      'times',
      report({
        startedAt: '2027-01-01T00:00:00Z',
        elapsedMs: 9,
        packages: [packageRun({ elapsedMs: 7 })],
      }),
    ],
    ['resident memory of a package', report({ packages: [packageRun({ peakRssBytes: 1 })] })],
    [
      'message with an address',
      report({ crashes: [sampleCrash({ message: 'with 0xc000012345' })] }),
    ],
    ['a figure, by less than what two digits show', grown(12.01 * MiB)],
  ])('another %s', (_what, other) => {
    expect(commentDigest(other)).toBe(commentDigest(report()));
  });

  it('another amount of resident memory that grew', () => {
    expect(commentDigest(grown(30 * MiB, 'peakRssBytes'))).toBe(
      commentDigest(grown(90 * MiB, 'peakRssBytes')),
    );
  });
});

describe('what a reader would see makes another digest', () => {
  const failure = { test: 'TestF', file: 'p_test.go', line: 7, message: 'got 3' };

  it.each<[string, Report]>([
    ['verdict', report({ verdict: { status: 'incomplete', reasons: [] } })],
    ['root cause', report({ crashes: [sampleCrash({ fingerprint: 'another' })] })],
    [
      'line',
      report({ crashes: [sampleCrash({ blame: { function: 'f', file: 'a.go', line: 9 } })] }),
    ],
    [
      'failed test',
      report({
        packages: [packageRun({ ending: 'failed', tests: { failed: 1, failures: [failure] } })],
      }),
    ],
    [
      'test that was not seen to end',
      report({ packages: [packageRun({ tests: { neverRan: ['TestN'] } })] }),
    ],
    ['gap', report({ gaps: [{ what: 'no timeline' }] })],
    ['verdict on the heap', report({ comparison: sampleComparison({ packages: [] }) })],
    ['figure', grown(15 * MiB)],
  ])('another %s', (_what, other) => {
    expect(commentDigest(other)).not.toBe(commentDigest(report()));
  });
});
