import { describe, expect, it } from '@jest/globals';
import { checksOf, writesOf } from '../support/act-published.ts';
import { pushTo } from '../support/act-commits.ts';
import { hasAct } from '../support/act-program.ts';
import { actRun, newRunId } from '../support/act.ts';
import { scenario, type Scenario } from '../support/act-scenario.ts';
import { panicking, passing, testWorkflow } from '../support/act-workflows.ts';

const reportArtifact = /^go-crash-guard-report-test-[0-9a-f]{8}-1$/;
const whenThere = hasAct() ? describe : describe.skip;

/** The branches of the remote repository. */
const branches = ({ origin }: Scenario): string[] =>
  origin.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n');

whenThere('an event without a pull request', () => {
  it('push: check, summary, outputs, the report as an artifact, and the baseline', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const { github, sha } = here;
    const runId = newRunId();
    const ran = await actRun({
      ...{ github, runId, ...here.main('push'), workflow: testWorkflow('push') },
      token: await github.token(),
    });
    const guard = ran.step('guard');
    expect(guard.result).toBe('success');
    expect(ran).toMatchObject({ code: 0 });
    expect(guard.commands.filter(({ name }) => name === 'warning')).toEqual([]);
    expect(await checksOf(github, sha)).toMatchObject([
      {
        ...{
          name: 'go-crash-guard (test)',
          status: 'completed',
          conclusion: 'success',
          annotations: [],
        },
        details_url: `https://github.com/org/repo/actions/runs/${String(runId)}/attempts/1`,
        output: { title: expect.stringMatching(/passed/), summary: expect.any(String) },
      },
    ]);
    expect(guard.summary).toContain('1 test passed');
    expect(guard.outputs).toMatchObject({
      ...{ verdict: 'pass', crashes: '0', 'oom-kills': '0', regressions: '0', 'comment-url': '' },
      'artifact-url': expect.stringMatching(
        new RegExp(`^https://github\\.com/org/repo/actions/runs/${String(runId)}/artifacts/\\d+$`),
      ),
    });
    expect(ran.artifacts.map(({ name }) => name)).toEqual([expect.stringMatching(reportArtifact)]);
    const entries = Object.keys((await ran.artifacts[0]?.entries()) ?? {});
    expect(entries).toEqual(
      expect.arrayContaining(['junit.xml', 'report.html', 'report.json', 'summary.md']),
    );
    expect(branches(here)).toEqual(['crash-guard-baseline', 'main']);
    expect(writesOf(github).map((line) => line.replace(/\d+ /, 'ID '))).toEqual([
      'POST /repos/org/repo/check-runs 201',
      'PATCH /repos/org/repo/check-runs/ID 200',
    ]);
    expect(ran.step('guard', 'Post')).toMatchObject({ result: 'success', text: '', summary: '' });
  }, 120_000);

  it('schedule: a crash makes the check fail and is annotated; nothing is recorded', async () => {
    const here = await scenario({ 'm_test.go': panicking() });
    const { github, sha } = here;
    const ran = await actRun({
      ...{ github, ...here.main('schedule', { schedule: '0 5 * * *' }) },
      ...{ workflow: testWorkflow("{schedule: [{cron: '0 5 * * *'}]}") },
      token: await github.token(),
    });
    expect(ran).toMatchObject({ code: 1 });
    const guard = ran.step('guard');
    expect(guard).toMatchObject({
      result: 'failure',
      outputs: { verdict: 'fail', crashes: '1', 'comment-url': '' },
    });
    expect(guard.summary).toContain('two is not three');
    const [check] = await checksOf(github, sha);
    expect(check).toMatchObject({
      conclusion: 'failure',
      annotations: [{ path: 'm_test.go', start_line: 5, annotation_level: 'failure' }],
    });
    // The panic's value is in the title, which this API does not give back.
    expect(check?.annotations[0]?.message).toContain('in example.com/m.TestPanics');
    expect(branches(here)).toEqual(['main']);
  }, 120_000);

  it('merge group: the check belongs to the commit of the group', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const { github, sha, origin } = here;
    const pull = await here.open({ 'more_test.go': passing().replace('TestPasses', 'TestMore') });
    const ref = `refs/heads/gh-readonly-queue/main/pr-${String(pull.number)}-${sha}`;
    origin.git('update-ref', ref, pull.mergeSha);
    await pushTo(github, origin, ref.replace('refs/heads/', ''));
    const group = {
      head_sha: pull.mergeSha,
      head_ref: ref,
      base_sha: sha,
      base_ref: 'refs/heads/main',
    };
    const ran = await actRun({
      ...{ github, workspace: pull.workspace, workflow: testWorkflow('merge_group') },
      event: {
        ...{ name: 'merge_group', ref },
        payload: { action: 'checks_requested', merge_group: group, repository: {} },
      },
      token: await github.token(),
    });
    expect(ran).toMatchObject({ code: 0 });
    expect(await checksOf(github, pull.mergeSha)).toMatchObject([{ conclusion: 'success' }]);
    expect(writesOf(github).filter((line) => line.includes('comments'))).toEqual([]);
    expect(ran.step('guard').summary).toContain('2 tests passed');
    expect(branches(here)).not.toContain('crash-guard-baseline');
  }, 120_000);
});
