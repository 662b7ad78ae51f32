import { describe, expect, it } from '@jest/globals';
import {
  evidenceArtifactName,
  parseReportArtifactName,
  reportArtifactName,
  runMark,
  type ArtifactOrigin,
} from '../../src/run/artifact-name.ts';
import { jobSlug } from '../../src/run/job-slug.ts';
import type { Report } from '../../src/report/schema.ts';
import { hostileStrings } from '../support/hostile-strings.ts';
import { shardReport } from '../support/shard-reports.ts';

const slug = 'test-3f2c1a9e';
const origin = (of: Partial<ArtifactOrigin> = {}): ArtifactOrigin => ({
  ...{ slug, runAttempt: '1', shard: undefined, ...of },
});
const shard = { index: 2, count: 4 };

describe('the name of an artifact', () => {
  it('tells the job, the attempt, the shard and the leg', () => {
    expect(reportArtifactName(origin())).toBe('go-crash-guard-report-test-3f2c1a9e-1');
    expect(reportArtifactName(origin({ runAttempt: '3', shard }))).toBe(
      'go-crash-guard-report-test-3f2c1a9e-3-shard-2-of-4',
    );
    expect(evidenceArtifactName('memory', origin({ shard }))).toBe(
      'go-crash-guard-memory-test-3f2c1a9e-1-shard-2-of-4',
    );
  });

  it('tells two runs of one shard in one job apart, and is the same for one run', () => {
    const first = shardReport(2, { shard: { legs: ['race'] } });
    const nameOf = (report: Report): string =>
      reportArtifactName(origin({ shard, mark: runMark(report) }));
    const name = nameOf(first);

    expect(name).toMatch(/^go-crash-guard-report-test-3f2c1a9e-1-shard-2-of-4-[0-9a-f]{8}$/);
    expect(parseReportArtifactName(name)).toEqual({ slug, attempt: 1, shard });
    expect(nameOf({ ...first, legs: [], gaps: [{ what: 'told again' }] })).toBe(name);
    expect(nameOf({ ...first, startedAt: '2026-01-02T04:00:00.000Z' })).not.toBe(name);
    expect(nameOf(shardReport(2, { shard: { legs: ['memory'] } }))).not.toBe(name);
    expect(evidenceArtifactName('race', origin({ shard, mark: '01234567' }))).toBe(
      'go-crash-guard-race-test-3f2c1a9e-1-shard-2-of-4-01234567',
    );
    expect(reportArtifactName(origin({ mark: '01234567' }))).toBe(
      'go-crash-guard-report-test-3f2c1a9e-1',
    );
  });

  it('of evidence is never one of a report', () => {
    for (const leg of ['report', 'report-x', 'reports'])
      expect(parseReportArtifactName(evidenceArtifactName(leg, origin()))).toBeNull();
  });

  it.each([
    { slug, attempt: 1, shard: null },
    { slug: 'a-b_c-1-shard-1-of-2-3f2c1a9e', attempt: 12, shard },
  ])('of a report can be read again: %j', (name) => {
    const of = { slug: name.slug, runAttempt: String(name.attempt) };
    const made = reportArtifactName(origin({ ...of, shard: name.shard ?? undefined }));
    expect(parseReportArtifactName(made)).toEqual(name);
  });

  it.each(hostileStrings)('takes whatever job and key there are: %s', (_, text) => {
    const made = jobSlug({ workflow: text, job: `j${text}`, key: text });
    const name = reportArtifactName(origin({ slug: made, runAttempt: text }));
    // What GitHub refuses in a name.
    expect(name).not.toMatch(/["<>:|*?\r\n\\/]/);
    expect(parseReportArtifactName(name)).toEqual({ slug: made, attempt: 1, shard: null });
  });
});

it.each([
  ...['', 'report', 'go-crash-guard-report-', 'go-crash-guard-report-test-1'],
  ...['go-crash-guard-report-test-3f2c1a9e', 'go-crash-guard-report-test-3f2c1a9e-0'],
  ...[
    'go-crash-guard-report-test-3f2c1a9e-1-shard-5-of-4',
    'x-go-crash-guard-report-test-3f2c1a9e-1',
  ],
  ...['go-crash-guard-report-test-3f2c1a9e-1\n', 'go-crash-guard-report-../x-3f2c1a9e-1'],
  ...hostileStrings
    .filter(([, text]) => !/^[\w-]{1,40}$/.test(text))
    .map(([, text]) => `go-crash-guard-report-${text}-3f2c1a9e-1`),
])('what is not the name of a report is left alone: %j', (name) => {
  expect(parseReportArtifactName(name)).toBeNull();
});
