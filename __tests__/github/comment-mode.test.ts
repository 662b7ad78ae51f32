import { beforeEach, describe, expect, it } from '@jest/globals';
import { commentOnRun } from '../../src/github/comment-mode.ts';
import { slug } from '../support/act-github.ts';
import {
  commentedPull,
  foreign,
  leftReport,
  runId,
  type CommentedPull,
} from '../support/commented-run.ts';
import { commit } from '../support/hosted-pull.ts';
import { leaveArtifacts } from '../support/run-artifacts.ts';
import { sampleReport } from '../support/sample-report.ts';

let pull: CommentedPull;
beforeEach(async () => {
  pull = await commentedPull();
});

describe('a comment on the run of another workflow', () => {
  it('is rendered from its report and posted', async () => {
    const told = await pull.comment([leftReport()]);
    const [posted, ...more] = await pull.comments();
    expect(more).toEqual([]);
    expect(told).toEqual({
      ...{ commentUrl: posted?.html_url, notes: [], warnings: [] },
      comments: [{ url: posted?.html_url, what: 'created' }],
    });
    expect(posted?.body).toMatch(/^<!-- go-crash-guard key=[0-9a-f]{16} .* run=7001\.1 -->\n/);
    expect(posted?.body).toMatch('p/cart.go');
    expect(posted?.body).toMatch('https://github.com/org/repo/actions/runs/7001/artifacts/7001000');
  });

  it('is updated by the next run, and not by an older one', async () => {
    await pull.comment([leftReport()]);
    const next = pull.event({ id: 7002 });
    await leaveArtifacts(pull.proxy, 7002, [leftReport({ report: sampleReport() })]);
    expect((await pull.comment([leftReport()], next)).comments).toMatchObject([
      { what: 'updated' },
    ]);
    const [body] = await pull.bodies();
    expect(body).toMatch('run=7002.1 -->');
    await pull.comment([leftReport()]);
    expect(await pull.bodies()).toEqual([body]);
  });

  it('is one for each job, from the newest attempt of each', async () => {
    const name = (job: string, attempt: number): string =>
      `go-crash-guard-report-${job}-3f2c1a9e-${String(attempt)}`;
    const old = leftReport({ name: name('a', 1), zip: Buffer.from('not to be read') });
    const future = leftReport({ name: name('a', 3), zip: Buffer.from('not to be read') });
    const told = await pull.comment(
      [old, leftReport({ name: name('a', 2) }), leftReport({ name: name('b', 1) }), future],
      pull.event({ run_attempt: 2 }),
    );
    expect(told.comments).toHaveLength(2);
    expect(told.notes).toEqual(['1 artifacts have names that go-crash-guard does not give']);
    expect(await pull.bodies()).toEqual([
      expect.stringMatching(/run=7001\.2 -->[^]*a-3f2c1a9e/),
      expect.stringMatching(/run=7001\.2 -->[^]*b-3f2c1a9e/),
    ]);
  });

  it('says so where it is of an earlier attempt, and links that one', async () => {
    const told = await pull.comment([leftReport()], pull.event({ run_attempt: 2 }));
    expect(told.comments).toHaveLength(1);
    const [body = ''] = await pull.bodies();
    expect(body).toMatch(/run=7001\.2 -->\n_This report is of attempt 1 of the run: in attempt 2 /);
    expect(body).toMatch('[run](https://github.com/org/repo/actions/runs/7001/attempts/1)');
    expect(body).not.toMatch('attempts/2');
    const name = 'go-crash-guard-report-test-3f2c1a9e-2';
    await pull.comment([leftReport({ name })], pull.event({ run_attempt: 2 }), 'changed');
    expect((await pull.bodies())[0]).not.toMatch('This report is of attempt');
  });

  it('is made on each open pull request of the branch', async () => {
    const base = await commit(pull.ask, 'grace', `/repos/${slug}`, 'release', []);
    expect(base).toMatch(/^[0-9a-f]{40}$/);
    const other = (await pull.ask('grace', 'POST', `/repos/${slug}/pulls`, {
      ...{ title: 'For the release', head: 'topic', base: 'release' },
    })) as { number: number };
    const told = await pull.comment([leftReport()]);
    expect(told.comments.map(({ url }) => /\d+(?=#)/.exec(url)?.[0]).map(Number)).toEqual([
      other.number,
      pull.number,
    ]);
    expect(await pull.bodies()).toEqual([expect.stringMatching('p/cart.go')]);
  });

  it('that cannot be made leaves those of other reports alone', async () => {
    const name = 'go-crash-guard-report-other-3f2c1a9e-1';
    await leaveArtifacts(pull.proxy, runId, [leftReport(), leftReport({ name })]);
    const told = await commentOnRun({
      ...{ github: await pull.github(), event: pull.event(), serverUrl: 'https://github.com' },
      ...{ publishing: { comment: 'always' } },
      foreign: async (task) => {
        if (task.page.title === 'test-3f2c1a9e') throw new RangeError('Invalid time value');
        return await foreign(task);
      },
    });
    expect(told.comments).toHaveLength(2);
    expect(await pull.bodies()).toEqual([
      expect.stringMatching(/report of this run is not shown[^]*Invalid time value/),
      expect.stringMatching('p/cart.go'),
    ]);
  });

  it('never goes along with our token to where the bytes lie', async () => {
    const host = await leaveArtifacts(pull.proxy, runId, [leftReport()]);
    const github = await pull.github();
    const publishing = { comment: 'always' as const };
    await commentOnRun({
      github,
      event: pull.event(),
      ...{ publishing, foreign },
      serverUrl: 'https://github.com',
    });
    expect(host.asked).toEqual([{ path: '/blob/0', authorization: undefined }]);
  });

  it('finds the pull request of a fork, which the event does not name', async () => {
    const fork = '/repos/mallory/repo';
    await pull.ask('mallory', 'POST', `/repos/${slug}/forks`, {});
    const headSha = await commit(pull.ask, 'mallory', fork, 'evil', []);
    const { number } = (await pull.ask('mallory', 'POST', `/repos/${slug}/pulls`, {
      ...{ title: 'From a fork', head: 'mallory:evil', base: 'main' },
    })) as { number: number };
    const head = { head_sha: headSha, head_branch: 'evil' };
    const head_repository = { full_name: 'mallory/repo' };
    const told = await pull.comment([leftReport()], pull.event({ ...head, head_repository }));
    expect(told.warnings).toEqual([]);
    const thread = `/repos/${slug}/issues/${String(number)}/comments`;
    const [posted] = (await pull.ask('grace', 'GET', thread)) as {
      body: string;
      html_url: string;
    }[];
    expect(told.commentUrl).toBe(posted?.html_url);
    expect(posted?.body).toMatch(`https://github.com/mallory/repo/blob/${headSha}/p/cart.go`);
    expect(await pull.bodies()).toEqual([]);
  });

  it('cannot be one of another workflow, whatever the artifact is called', async () => {
    await pull.comment([leftReport()]);
    await pull.comment([leftReport()], pull.event({ workflow_id: 43 }));
    expect(await pull.bodies()).toHaveLength(2);
  });

  it('is not written for a good run where only problems are wanted', async () => {
    const good = sampleReport({ verdict: { status: 'pass', reasons: [] } });
    const told = await pull.comment([leftReport({ report: good })], pull.event(), 'problems');
    expect(told.comments).toEqual([]);
    expect(await pull.bodies()).toEqual([]);
  });
});

describe('no comment, and why:', () => {
  it.each([
    [
      'an event that was never seen',
      () => ({ hello: 1 }),
      /belongs in a workflow that is started by "workflow_run"/,
    ],
    ['no payload', () => null, /belongs in a workflow/],
    ['a run that goes on', () => pull.event({}, 'requested'), /the run is not over/],
    ['a push', () => pull.event({ event: 'push' }), /started by "push", not by pull_request/],
    ['a fork that is gone', () => pull.event({ head_repository: null }), /the branch .* is gone/],
    ['no such branch', () => pull.event({ head_branch: 'other' }), /no pull request has/],
    ['a newer head', () => pull.event({ head_sha: 'b'.repeat(40) }), /has a newer head/],
    [
      'a head of a fork with the same branch',
      () => pull.event({ head_repository: { full_name: 'mallory/repo' } }),
      /no pull request has/,
    ],
    ['a hash that is none', () => pull.event({ head_sha: '../x' }), /belongs in a workflow/],
  ])('%s', async (_, payload, because) => {
    const told = await pull.comment([leftReport()], payload());
    expect(told.comments).toEqual([]);
    expect(told.warnings).toEqual([]);
    expect(told.notes.join('\n')).toMatch(because);
    expect(await pull.bodies()).toEqual([]);
  });

  it('a closed pull request', async () => {
    await pull.ask('grace', 'PATCH', `/repos/${slug}/pulls/${String(pull.number)}`, {
      state: 'closed',
    });
    expect((await pull.comment([leftReport()])).notes).toEqual([
      `no comment: pull request ${String(pull.number)} is closed`,
    ]);
    expect(await pull.bodies()).toEqual([]);
  });

  it('comments are off', async () => {
    const told = await pull.comment([leftReport()], pull.event(), 'off');
    expect(told.notes).toEqual(['comments are off']);
    expect(pull.proxy.asked).toEqual([]);
  });

  it('the report cannot be had', async () => {
    const github = await pull.github();
    await leaveArtifacts(pull.proxy, runId, [leftReport()]);
    const answer = { kind: 'answer' as const, status: 403, body: '{"message":"Forbidden"}' };
    pull.proxy.fail(({ path }) => path.endsWith('/zip'), answer);
    const publishing = { comment: 'always' as const };
    const told = await commentOnRun({
      github,
      event: pull.event(),
      ...{ publishing, foreign },
      serverUrl: 'https://x.test',
    });
    expect(told.comments).toEqual([]);
    expect(told.warnings.join('\n')).toMatch(/actions: read/);
  });
});

describe('a run without a report', () => {
  const noReport =
    /^### ❔ No report of this run\n\nThe run failed, and go-crash-guard left no report/m;

  it('that failed gets a comment, which is put right by the next report', async () => {
    const told = await pull.comment([]);
    expect(told.comments).toMatchObject([{ what: 'created' }]);
    expect(told.notes).toEqual([
      'the run left no report: none of its jobs uploaded one (or it has expired)',
    ]);
    expect(await pull.bodies()).toEqual([expect.stringMatching(noReport)]);
    await leaveArtifacts(pull.proxy, 7002, [leftReport()]);
    await pull.comment([], pull.event({ id: 7002 }));
    expect(await pull.bodies()).toEqual([
      expect.stringMatching(/### The report is here again/),
      expect.stringMatching('p/cart.go'),
    ]);
  });

  it.each(['success', 'cancelled', 'skipped', null])(
    'that ended with %s gets none',
    async (conclusion) => {
      await pull.comment([], pull.event({ conclusion }));
      expect(await pull.bodies()).toEqual([]);
    },
  );

  it('of which only shards are there says what is missing', async () => {
    const name = 'go-crash-guard-report-test-3f2c1a9e-1-shard-1-of-2';
    const told = await pull.comment([leftReport({ name })], pull.event({ conclusion: 'success' }));
    expect(told.notes.join('\n')).toMatch(/reports of 1 shards and none of .*"mode: report"/);
    const other = await pull.comment([leftReport({ name }), leftReport()]);
    expect(other.notes).toEqual([
      expect.stringMatching(/reports of 1 shards, which .*"mode: report"/),
    ]);
  });

  it('whose artifact has expired is one without', async () => {
    await pull.comment([leftReport({ expired: true })]);
    expect(await pull.bodies()).toEqual([expect.stringMatching(noReport)]);
  });
});
