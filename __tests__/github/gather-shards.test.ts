import { describe, expect, it } from '@jest/globals';
import { reportArtifactName } from '../../src/run/artifact-name.ts';
import { gatherShards, type Gathered } from '../../src/github/gather-shards.ts';
import type { ArtifactStore } from '../../src/github/artifact-store.ts';
import type { AttemptJob } from '../../src/github/attempt-jobs.ts';
import { reportSchema, type Report, type Verdict } from '../../src/report/schema.ts';
import { artifactShelf } from '../support/artifact-shelf.ts';
import { legReport, sampleReport } from '../support/sample-report.ts';
import { passed, shardReport, shares, type ShardOf } from '../support/shard-reports.ts';
import { zipFile } from '../support/zip-file.ts';

const failed: Verdict = {
  status: 'fail',
  reasons: [{ kind: 'crash', message: 'crashed', package: 'm/b', leg: 'race' }],
};
const { source } = sampleReport();

/** As the job uploads it: each job of a matrix has a slug of its own. */
function nameOf(index: number, attempt = 1, count = 2, matrix = 0, step = 0): string {
  const hash = (index + 16 * matrix).toString(16).padStart(8, '0');
  const slug = `test-${hash}`;
  const mark = (100 * attempt + step).toString(16).padStart(8, '0');
  return reportArtifactName({ slug, runAttempt: String(attempt), shard: { index, count }, mark });
}

interface Attempt {
  attempt?: number;
  jobs?: AttemptJob[] | Error;
}

function gather(
  store: ArtifactStore,
  directory = '',
  { attempt = 1, jobs = new Error('not asked for') }: Attempt = {},
): Promise<Gathered> {
  const told = jobs instanceof Error ? () => Promise.reject(jobs) : () => Promise.resolve(jobs);
  return gatherShards(store, { directory, source, attempt, jobs: told });
}

async function gathered(
  artifacts: Parameters<typeof artifactShelf>[0],
  of: Attempt = {},
): Promise<Report> {
  return reportSchema.parse((await gather(artifactShelf(artifacts), '', of)).report);
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

  const onWindows = (index: number, of: ShardOf = {}): Report =>
    shardReport(index, {
      machine: { ...sampleReport().machine, os: 'win32' },
      ...of,
      shard: { count: 3, own: [['m/a'], ['m/b', 'm/c'], ['m/d']][index - 1]!, ...of.shard },
    });

  it('a matrix that lost a shard twice is not given up for another one that did not', async () => {
    const report = await gathered({
      [nameOf(1)]: shardReport(1),
      [nameOf(1, 1, 3, 1)]: onWindows(1),
      [nameOf(2, 1, 3, 1)]: onWindows(2, { verdict: failed }),
      [nameOf(2, 2, 3, 1)]: onWindows(2),
      [nameOf(3, 1, 3, 1)]: onWindows(3),
    });

    expect(report.verdict.status).toBe('incomplete');
    expect(report.packages.map((run) => run.package)).toEqual(['m/a', 'm/b', 'm/c', 'm/d']);
  });

  it.each<[string, ShardOf]>([
    ['on another system', { machine: { ...sampleReport().machine, os: 'win32' } }],
    ['of other legs', { shard: { legs: ['memory'] } }],
  ])('a plan %s that came in the second attempt only replaces nothing', async (_what, of) => {
    const legs = ['race'];
    const second = (index: number): Report =>
      onWindows(index, { machine: sampleReport().machine, ...of });
    const report = await gathered({
      [nameOf(1)]: shardReport(1, { shard: { legs }, verdict: failed }),
      [nameOf(1, 2, 3, 1)]: second(1),
      [nameOf(2, 2, 3, 1)]: second(2),
      [nameOf(3, 2, 3, 1)]: second(3),
    });

    expect(report.verdict.status).toBe('fail');
  });

  it('two steps of one job that run a leg each both count', async () => {
    const leg = (index: number, name: string, of: ShardOf = {}): Report =>
      shardReport(index, {
        legs: [legReport({ name })],
        packages: shares[index - 1]!.map((one) => passed(one, { leg: name })),
        ...of,
        shard: { legs: [name] },
      });
    const artifacts = {
      [nameOf(1, 1, 2, 0, 0)]: leg(1, 'race', { verdict: failed }),
      [nameOf(1, 1, 2, 0, 1)]: leg(1, 'memory'),
      [nameOf(2, 1, 2, 0, 0)]: leg(2, 'race'),
      [nameOf(2, 1, 2, 0, 1)]: leg(2, 'memory'),
    };
    const report = await gathered(artifacts);

    expect(report.verdict).toEqual(failed);
    expect(report.packages).toHaveLength(8);
    const { [nameOf(2, 1, 2, 0, 1)]: _lost, ...others } = artifacts;
    expect((await gathered(others)).verdict.reasons).toContainEqual({
      kind: 'lost',
      message: expect.stringContaining('shard 2/2 left no report of memory'),
    });
  });

  it('two steps of one job that run the same are rivals', async () => {
    const report = await gathered({
      [nameOf(1, 1, 2, 0, 0)]: shardReport(1, { verdict: failed }),
      [nameOf(1, 1, 2, 0, 1)]: shardReport(1),
      [nameOf(2)]: shardReport(2),
    });

    expect(report.verdict.status).toBe('fail');
    expect(report.verdict.reasons).toContainEqual({
      kind: 'lost',
      message: expect.stringContaining('2 jobs ran shard 1/2'),
    });
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

describe('a shard of an earlier attempt', () => {
  const again = { [nameOf(1)]: shardReport(1), [nameOf(1, 2)]: shardReport(1) };
  const artifacts = { ...again, [nameOf(2)]: shardReport(2) };
  const job = (name: string, conclusion: string | null): AttemptJob => ({ name, conclusion });
  const own = job('report', null);

  it.each<[string, AttemptJob[]]>([
    ['whose job did not run again', [job('shard (1/2)', 'success'), own]],
    ['whose job is told with the others', [job('shard (2/2)', 'success'), own]],
    ['beside a job that is no shard', [job('shard (1/2)', 'success'), job('lint', 'failure'), own]],
    ['of jobs whose names tell no share, all of which passed', [job('tests', 'success'), own]],
  ])('counts: %s', async (_what, jobs) => {
    const report = await gathered(artifacts, { attempt: 2, jobs });

    expect(report).toMatchObject({ verdict: { status: 'pass', reasons: [] }, gaps: [] });
  });

  it.each<[string, AttemptJob, string]>([
    ['whose job ran again and died', job('shard (2/2)', 'failure'), 'its job "shard (2/2)"'],
    ['whose job was stopped', job('shard (2/2@abc, linux)', 'cancelled'), 'ended with cancelled'],
    ['whose job ran out of time', job('test 2/2', 'timed_out'), 'ended with timed_out'],
  ])('makes the run incomplete: %s', async (_what, bad, said) => {
    const jobs = [job('shard (1/2)', 'success'), bad, own];
    const { report, doubts } = await gather(artifactShelf(artifacts), '', { attempt: 2, jobs });

    expect(report.verdict.status).toBe('incomplete');
    expect(doubts).toEqual([
      expect.stringMatching(
        /^shard 2\/2 left no report in attempt 2, and .* attempt 1 may no longer/,
      ),
    ]);
    expect(doubts[0]).toContain(said);
  });

  it('makes the run incomplete where any job may have been the one that died', async () => {
    const jobs = [job('plan', 'failure'), job('shard', 'skipped'), own];
    const report = await gathered(artifacts, { attempt: 2, jobs });

    expect(report.verdict.status).toBe('incomplete');
    expect(report.verdict.reasons[0]?.message).toContain(
      'no job names its shard, and the job "plan"',
    );
  });

  it('counts where the jobs are not told, and that is said', async () => {
    const jobs = new Error('403: it lacks\n"actions: read"');
    const report = await gathered(artifacts, { attempt: 2, jobs });

    expect(report.verdict.status).toBe('pass');
    expect(report.gaps).toEqual([
      {
        what: expect.stringContaining(
          '2/2 of attempt 1. Whether they ran again cannot be told: 403',
        ),
      },
    ]);
  });

  it('is not asked about where all ran in this one, or where it failed anyway', async () => {
    const bad = { [nameOf(1)]: shardReport(1), [nameOf(2)]: shardReport(2, { verdict: failed }) };

    expect((await gathered(bad)).gaps).toEqual([]);
    const red = await gathered({ ...again, ...bad }, { attempt: 2, jobs: [] });
    expect(red).toMatchObject({ verdict: failed, gaps: [] });
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

  it('the newest attempt of all shards, whose plan is another one', async () => {
    const report = await gathered({
      [nameOf(1)]: shardReport(1),
      [nameOf(2)]: shardReport(2),
      [nameOf(1, 2, 3, 1)]: new Error('503'),
      [nameOf(2, 2, 3, 1)]: new Error('503'),
      [nameOf(3, 2, 3, 1)]: new Error('503'),
    });

    expect(report.verdict.status).toBe('incomplete');
    expect(report.verdict.reasons).toHaveLength(3);
  });

  it('more artifacts than anybody needs', async () => {
    const many = Array.from({ length: 1100 }, (_, i): [string, Error] => [
      nameOf(2, 1, 2, i + 1),
      new Error('503'),
    ]);
    const { verdict, gaps } = await gathered({
      [nameOf(1)]: shardReport(1),
      [nameOf(2)]: shardReport(2),
      ...Object.fromEntries(many),
    });
    const said = verdict.reasons.map(({ message }) => message);

    expect(verdict.status).toBe('incomplete');
    expect([said.length, gaps.length]).toEqual([22, 20]);
    expect(said).toContain('1002 more artifacts of shards cannot be read');
    expect(said).toContain('78 reports of shards are too many and were not read');
  });

  it('but what belongs to a plan before is no part of the run', async () => {
    const report = await gathered({
      [nameOf(3, 1, 3, 1)]: new Error('503'),
      [nameOf(1, 2)]: shardReport(1),
      [nameOf(2, 2)]: shardReport(2),
    });

    expect(report.verdict.status).toBe('pass');
    expect(report.gaps).toHaveLength(1);
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
