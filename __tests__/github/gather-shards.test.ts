import { describe, expect, it } from '@jest/globals';
import { reportArtifactName } from '../../src/run/artifact-name.ts';
import { gatherShards, type Gathered } from '../../src/github/gather-shards.ts';
import type { ArtifactStore } from '../../src/github/artifact-store.ts';
import { reportSchema, type Report, type Verdict } from '../../src/report/schema.ts';
import { artifactShelf } from '../support/artifact-shelf.ts';
import { sampleReport } from '../support/sample-report.ts';
import { shardReport } from '../support/shard-reports.ts';
import { zipFile } from '../support/zip-file.ts';

const failed: Verdict = {
  status: 'fail',
  reasons: [{ kind: 'crash', message: 'crashed', package: 'm/b', leg: 'race' }],
};
const { source } = sampleReport();

/** As the job uploads it: each job of a matrix has a slug of its own. */
function nameOf(index: number, attempt = 1, count = 2, matrix = 0): string {
  const hash = (index + 16 * matrix).toString(16).padStart(8, '0');
  const origin = { slug: `test-${hash}`, runAttempt: String(attempt), shard: { index, count } };
  return reportArtifactName(origin);
}

function gather(store: ArtifactStore, directory = ''): Promise<Gathered> {
  return gatherShards(store, { directory, source });
}

async function gathered(artifacts: Parameters<typeof artifactShelf>[0]): Promise<Report> {
  return reportSchema.parse((await gather(artifactShelf(artifacts))).report);
}

describe('the shards of a workflow run', () => {
  it('are merged; other artifacts are left alone', async () => {
    const report = await gathered({
      [nameOf(2)]: shardReport(2),
      coverage: new Error('not ours'),
      'go-crash-guard-report-lint-0123abcd-1': new Error('no shard'),
      'go-crash-guard-memory-test-00000001-1-shard-1-of-2': new Error('profiles'),
      'go-crash-guard-report-../../x-00000001-1-shard-1-of-2': new Error('no name of ours'),
      [nameOf(1)]: shardReport(1),
    });

    expect(report.verdict).toEqual({ status: 'pass', reasons: [] });
    expect(report.packages).toHaveLength(4);
    expect(report.gaps).toEqual([]);
  });

  it('name the artifacts that hold their evidence', async () => {
    const evidence = 'go-crash-guard-memory-test-00000002-1-shard-2-of-2';
    const artifacts = [{ name: evidence, path: '', bytes: 1000 }];
    const store = artifactShelf({
      [nameOf(1)]: shardReport(1),
      [nameOf(2)]: shardReport(2, { artifacts }),
      [evidence]: new Error('not read'),
      other: new Error('not read'),
    });
    const merged = await gather(store);

    expect(merged.report.artifacts).toEqual(artifacts);
    expect(merged.evidence).toEqual([{ id: 2, name: evidence, bytes: 1000 }]);
  });

  it('of jobs that ran again the newest attempt counts', async () => {
    const report = await gathered({
      [nameOf(1)]: shardReport(1),
      [nameOf(2, 10)]: shardReport(2),
      [nameOf(2, 9)]: shardReport(2, { verdict: failed }),
      [nameOf(2)]: shardReport(2, { verdict: failed }),
    });

    expect(report.verdict.status).toBe('pass');
  });

  it('an attempt that broke is not covered up by the one before', async () => {
    const report = await gathered({
      [nameOf(1)]: shardReport(1),
      [nameOf(2, 2)]: shardReport(2, { verdict: failed }),
      [nameOf(2)]: shardReport(2),
    });

    expect(report.verdict.status).toBe('fail');
  });

  it('when all ran again by another plan, the first attempt is no part of it', async () => {
    const weighedBy = 'a'.repeat(40);
    const report = await gathered({
      [nameOf(1, 1, 3)]: shardReport(1, { shard: { count: 3 }, verdict: failed }),
      [nameOf(3, 1, 3)]: shardReport(3, { shard: { count: 3, own: ['m/d'] } }),
      [nameOf(1, 2)]: shardReport(1, { shard: { weighedBy } }),
      [nameOf(2, 2)]: shardReport(2, { shard: { weighedBy } }),
    });

    expect(report.verdict).toEqual({ status: 'pass', reasons: [] });
  });

  it('a missing one makes the run incomplete and is named', async () => {
    const report = await gathered({ [nameOf(1)]: shardReport(1) });

    expect(report.verdict).toEqual({
      status: 'incomplete',
      reasons: [{ kind: 'lost', message: expect.stringContaining('shard 2/2 left no report') }],
    });
  });

  it('two matrices over the same packages are not taken for one that ran again', async () => {
    const later = { startedAt: '2026-01-02T05:00:00.000Z' };
    const report = await gathered({
      [nameOf(1)]: shardReport(1),
      [nameOf(2)]: shardReport(2, { verdict: failed }),
      [nameOf(1, 1, 2, 1)]: shardReport(1, later),
      [nameOf(2, 1, 2, 1)]: shardReport(2, later),
    });

    expect(report.verdict.status).toBe('fail');
    expect(report.verdict.reasons).toContainEqual({
      kind: 'lost',
      message: expect.stringContaining('2 jobs ran shard 1/2'),
    });
  });

  it('those of other modules are left to their own report', async () => {
    const inFolder = (index: number, directory: string, of = {}): Report =>
      shardReport(index, { source: { ...source, directory }, ...of });
    const store = artifactShelf({
      [nameOf(1)]: inFolder(1, 'api'),
      [nameOf(2)]: inFolder(2, 'api'),
      [nameOf(1, 1, 2, 1)]: inFolder(1, 'web', { verdict: failed }),
    });

    expect((await gather(store, 'api')).report.verdict.status).toBe('pass');
    expect((await gather(store, 'web')).report.verdict.status).toBe('fail');
    expect((await gather(store, '')).doubts).toEqual([
      'no shard has left a report of the root, only of api, web: give this job their working-directory',
    ]);
  });
});

describe('what cannot be read is as if it were missing, and is said:', () => {
  it.each<[string, Buffer | Report | Error, string]>([
    ['a download that fails', new Error('503 from the\u001b[2J store'), '503 from the store'],
    ['no zip file', Buffer.from('x'.repeat(100)), 'no zip file'],
    ['a zip without a report', zipFile([{ name: 'junit.xml', data: '' }]), 'no report.json'],
    ['another schema', { ...shardReport(2), schema: 2 } as unknown as Report, 'schema'],
    ['the report of another shard', shardReport(1), 'its report is not the one of that shard'],
    ['a report of no shard', sampleReport(), 'its report is not the one of that shard'],
  ])('%s', async (_what, content, said) => {
    const report = await gathered({ [nameOf(1)]: shardReport(1), [nameOf(2)]: content });

    expect(report.verdict.status).toBe('incomplete');
    expect(report.gaps[0]?.what).toContain(`artifact ${nameOf(2)}`);
    expect(report.gaps[0]?.what).toContain(said);
    expect(report.packages).toHaveLength(2);
  });

  it('a store that cannot be listed', async () => {
    const refusing = {
      ...artifactShelf({}),
      list: () => Promise.reject(new Error('403: this token may not read actions')),
    };
    const { report, pieces, doubts } = await gather(refusing);

    expect(reportSchema.parse(report).verdict.status).toBe('incomplete');
    expect(pieces).toEqual([]);
    expect(doubts).toEqual([
      'the reports of the shards cannot be listed: 403: this token may not read actions',
    ]);
  });

  it('no artifact at all', async () => {
    const report = await gathered({});

    expect(report.verdict).toEqual({
      status: 'incomplete',
      reasons: [{ kind: 'lost', message: expect.stringContaining('no shard has left a report') }],
    });
  });
});
