import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BaseEvent } from '../../src/baseline/events.ts';
import { recordPath, runPath } from '../../src/baseline/layout.ts';
import { decodeRecord, decodeRun } from '../../src/baseline/records.ts';
import { keepMerged, planMatrix } from '../../src/github/matrix-mode.ts';
import { mergeReports } from '../../src/report/merge.ts';
import type { Measurement } from '../../src/report/measurement-schema.ts';
import type { Report } from '../../src/report/schema.ts';
import { resolveSettings } from '../../src/settings/resolve.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { commitId, sampleKey, sampleRecord } from '../support/baseline-records.ts';
import {
  bareRepository,
  cloneOf,
  pathsOf,
  realRun,
  storeIn,
  textOf,
} from '../support/baseline-stores.ts';
import { plainGit, type GitRepository } from '../support/git-repository.ts';
import { goModule } from '../support/go-module.ts';
import { sampleComparison } from '../support/sample-comparison.ts';
import { heapRecord } from '../support/sample-heap.ts';
import { legReport } from '../support/sample-report.ts';
import { passed, shardReport, shares, type ShardOf } from '../support/shard-reports.ts';

const commit = commitId(1);
const push: BaseEvent = {
  ...{ kind: 'push', branch: 'main', before: null, after: commit, defaultBranch: 'main' },
};

let remote: GitRepository;
let clone: GitRepository;

beforeEach(() => {
  remote = bareRepository();
  clone = cloneOf(remote);
});

function settings(values: Record<string, unknown> = {}, directory = clone.directory): Settings {
  const layers = [{ values, where: (key: string) => `--${key}` }];
  return resolveSettings({ layers, problems: [], directory, absolute: (path) => path });
}

/** The packages of a shard passed with a heap profile, on a machine with so many CPUs. */
function measuredShard(index: number, head = commit, of: Omit<ShardOf, 'shard'> = {}): Report {
  const names = shares[index - 1] ?? [];
  const measured: Measurement = {
    head: { commit: head, committedAt: '2026-01-01T00:00:00Z', clean: true },
    environment: { ...sampleRecord(1).environment, cpus: index },
    keys: names.map((name) => {
      const { rate: _rate, ...key } = sampleKey({ package: name });
      return key;
    }),
  };
  return shardReport(index, {
    legs: [legReport({ name: 'memory' })],
    packages: names.map((name) => passed(name, { leg: 'memory' })),
    heap: names.map((name) => heapRecord({ package: name })),
    comparison: sampleComparison({ status: 'neutral', packages: [] }),
    ...of,
    shard: { measured },
  });
}

function keep(reports: [Report, ...Report[]], event: BaseEvent = push): Promise<Report> {
  return keepMerged(mergeReports(reports), settings(), {
    ...{ run: realRun, env: plainGit },
    baseline: { event, remote: 'origin', token: null, acceptedLabel: null },
  });
}

describe('the figures of all shards', () => {
  it('are kept by one commit, each as its machine measured it, with what the packages took', async () => {
    const report = await keep([measuredShard(1), measuredShard(2)]);

    expect(report.comparison?.recorded).toEqual({
      packages: 4,
      store: 'git crash-guard-baseline of origin',
      because: null,
    });
    expect(remote.git('rev-list', '--count', 'crash-guard-baseline')).toBe('1');
    const store = storeIn(clone);
    const path = recordPath(sampleKey({ package: 'm/d' }), commit);
    const record = decodeRecord(Buffer.from((await textOf(store, path)) ?? ''), path);
    expect(record).toMatchObject({
      kind: 'record',
      record: { commit, environment: { cpus: 2 }, record: { package: 'm/d' } },
    });
    const run = decodeRun(
      Buffer.from((await textOf(store, runPath(commit))) ?? ''),
      runPath(commit),
    );
    expect(run).toMatchObject({
      kind: 'record',
      record: {
        packages: ['m/a', 'm/b', 'm/c', 'm/d'].map((name) => ({
          ...{ package: name, leg: 'memory', elapsedMs: 1000, peakRssBytes: 50 << 20 },
        })),
      },
    });
  });

  it('are kept once, however often the job runs', async () => {
    await keep([measuredShard(1), measuredShard(2)]);
    const first = await pathsOf(storeIn(clone));
    await keep([measuredShard(1), measuredShard(2)]);

    expect(await pathsOf(storeIn(clone))).toEqual(first);
  });

  const stopped: Omit<ShardOf, 'shard'> = {
    verdict: { status: 'incomplete', reasons: [{ kind: 'cancelled', message: 'stopped' }] },
  };
  const lost: Omit<ShardOf, 'shard'> = {
    verdict: { status: 'incomplete', reasons: [{ kind: 'lost', message: 'its records stop' }] },
  };
  const pull: BaseEvent = {
    ...{ kind: 'pull-request', number: 7, action: 'opened', label: null, baseRef: 'main' },
    ...{ baseSha: commitId(2), headSha: commit, fork: false },
  };
  const plain = (): Report => shardReport(2, { comparison: null });
  it.each<[string, () => [Report, ...Report[]], BaseEvent, string]>([
    ['one is missing', () => [measuredShard(1)], push, 'shard 2/2 left no report'],
    [
      'one was stopped',
      () => [measuredShard(1), measuredShard(2, commit, stopped)],
      push,
      'a shard was stopped before its end',
    ],
    [
      'one lost results',
      () => [measuredShard(1), measuredShard(2, commit, lost)],
      push,
      'a shard lost results: its records stop',
    ],
    [
      'they checked out different commits',
      () => [measuredShard(1), measuredShard(2, commitId(3))],
      push,
      'the shards checked out different commits',
    ],
    [
      'it is a pull request',
      () => [measuredShard(1), measuredShard(2)],
      pull,
      'a pull request is compared, never recorded',
    ],
    [
      'another commit was pushed',
      () => [measuredShard(1, commitId(3)), measuredShard(2, commitId(3))],
      push,
      'is not the one that was pushed',
    ],
    [
      'no shard says how it measured',
      () => [shardReport(1, { comparison: sampleComparison() }), plain()],
      push,
      'no shard took heap profiles',
    ],
  ])('are not kept where %s', async (_what, reports, event, because) => {
    const report = await keep(reports(), event);

    expect(report.comparison?.recorded).toMatchObject({
      packages: 0,
      because: expect.stringContaining(because),
    });
    expect(remote.git('branch', '--list')).toBe('');
  });

  it('are nothing to speak of where no shard compared', async () => {
    const report = await keep([shardReport(1), shardReport(2)]);

    expect(report.comparison).toBeNull();
    expect(remote.git('branch', '--list')).toBe('');
  });

  it('that cannot be pushed leave the verdict as it is', async () => {
    clone.git('remote', 'set-url', 'origin', '/nonexistent');
    const report = await keep([measuredShard(1), measuredShard(2)]);

    expect(report.verdict.status).toBe('pass');
    expect(report.comparison?.recorded).toMatchObject({ packages: 0 });
    expect(report.comparison?.recorded?.because).not.toBeNull();
  });
});

describe('the matrix of mode plan', () => {
  it('is JSON for fromJSON', async () => {
    const directory = goModule({
      'a/a_test.go': 'package a\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n',
      'b/b_test.go': 'package b\n\nimport "testing"\n\nfunc TestB(t *testing.T) {}\n',
      'c/c.go': 'package c\n',
    });
    const planned = await planMatrix(
      settings({ baseline: 'none' }, directory),
      { text: '4', where: 'input shard' },
      {
        ...{ run: realRun, env: process.env },
        baseline: { event: null, remote: null, token: null, acceptedLabel: null },
      },
    );

    expect(planned.matrix).toBe('{"include":[{"shard":"1/2"},{"shard":"2/2"}]}');
    expect(planned.summary).toBe(
      '2 packages with tests in 2 of 4 shards, shared out by their number: no baseline is kept (baseline: none)',
    );
  });
});
