import { describe, expect, it } from '@jest/globals';
import { artifactRoutes } from '../support/act-artifacts.ts';
import { person, slug } from '../support/act-github.ts';
import { hasAct } from '../support/act-program.ts';
import { checksOf, commentsOf, writesOf } from '../support/act-published.ts';
import { actRun, artifactFolder, newRunId, type ActEvent, type ActRun } from '../support/act.ts';
import { scenario, type PullRequest, type Scenario } from '../support/act-scenario.ts';
import { commentWorkflow, panicking, passing, testWorkflow } from '../support/act-workflows.ts';

const whenThere = hasAct() ? describe : describe.skip;
const readOnly = { contents: 'read', actions: 'read', metadata: 'read' } as const;

/** The first workflow, with the token that GitHub gives to pull requests of forks. */
async function test(here: Scenario, pull: PullRequest, runId: number): Promise<ActRun> {
  const { github } = here;
  const token = await github.token(readOnly);
  const workflow = testWorkflow('pull_request');
  return actRun({ github, ...pull, workflow, runId, token });
}

/** What GitHub tells the second workflow when the first one has ended. */
function ended(pull: PullRequest, runId: number, changed: object = {}): ActEvent {
  return {
    name: 'workflow_run',
    payload: {
      action: 'completed',
      workflow_run: {
        ...{ id: runId, run_attempt: 1, workflow_id: 1, name: 'test', event: 'pull_request' },
        ...{ status: 'completed', conclusion: 'failure', pull_requests: [] },
        ...{ head_sha: pull.headSha, head_branch: 'topic-1' },
        head_repository: { full_name: 'ada/repo', owner: { login: 'ada' } },
        repository: { full_name: slug, owner: { login: 'org' } },
        html_url: `https://github.com/${slug}/actions/runs/${String(runId)}`,
        ...changed,
      },
      repository: { full_name: slug, default_branch: 'main' },
    },
  };
}

/** The second workflow, on the default branch, with a token that may write. */
async function comment(here: Scenario, event: ActEvent): Promise<ActRun> {
  const { github } = here;
  const { workspace } = here.main('workflow_run');
  const token = await github.token({ actions: 'read', pull_requests: 'write' });
  return actRun({ github, event, workspace, workflow: commentWorkflow, token });
}

async function forked(files: Record<string, string>): Promise<Scenario & { pull: PullRequest }> {
  const here = await scenario({ 'm_test.go': passing() });
  const { github } = here;
  github.intercepts.push(artifactRoutes(artifactFolder(github), () => github.url));
  return { ...here, pull: await here.open(files, { fork: true }) };
}

whenThere('a pull request of a fork', () => {
  it('nothing can be written: the verdict stands, the log annotates, the report is uploaded; a second workflow comments', async () => {
    const here = await forked({ 'more_test.go': panicking() });
    const { github, pull } = here;
    const runId = newRunId();
    const ran = await test(here, pull, runId);
    const guard = ran.step('guard');
    expect(ran).toMatchObject({ code: 1 });
    expect(guard.outputs).toMatchObject({ verdict: 'fail', crashes: '1' });
    expect(writesOf(github).filter((line) => !line.endsWith(' 403'))).toEqual([]);
    expect(await commentsOf(github, pull.number)).toEqual([]);
    expect(await checksOf(github, pull.headSha)).toEqual([]);
    expect(guard.commands.filter(({ name }) => name === 'error')).toMatchObject([
      { properties: { file: 'more_test.go', line: '5' } },
    ]);
    expect(guard.text).toContain('docs/forks.md');
    expect(guard.text).not.toContain('permissions:');
    expect(guard.summary).toContain('two is not three');
    const report = ran.artifacts.find(({ name }) => name.startsWith('go-crash-guard-report-'));
    expect(Object.keys((await report?.entries()) ?? {})).toContain('report.json');

    const told = await comment(here, ended(pull, runId));
    expect(told).toMatchObject({ code: 0 });
    const comments = await commentsOf(github, pull.number);
    expect(comments).toMatchObject([{ author: 'github-actions[bot]' }]);
    expect(comments[0]?.body).toMatch(/^<!-- go-crash-guard key=/);
    expect(comments[0]?.body).toContain('two is not three');
    expect(comments[0]?.body).toContain('more_test.go');
    expect(told.step('guard').outputs['comment-url']).toContain(
      `#issuecomment-${String(comments[0]?.id)}`,
    );

    // The same again, after a push that mends it: the comment follows.
    const fixed = await pull.push({ 'more_test.go': 'package m\n' });
    const next = newRunId();
    expect(await test(here, fixed, next)).toMatchObject({ code: 0 });
    expect(await comment(here, ended(fixed, next))).toMatchObject({ code: 0 });
    const after = await commentsOf(github, pull.number);
    expect(after.map(({ id }) => id)).toEqual(comments.map(({ id }) => id));
    expect(after[0]?.body).not.toContain('two is not three');
  }, 240_000);

  it('what came meanwhile, or was never there, is no failure and touches no other comment', async () => {
    const here = await forked({ 'more_test.go': panicking() });
    const { github, pull } = here;
    const runId = newRunId();
    await test(here, pull, runId);
    const stale = ended(pull, runId);
    await pull.push({ 'more_test.go': 'package m\n' });
    const cases: [ActEvent, string][] = [
      [stale, 'has a newer head'],
      [ended(pull, runId, { event: 'push' }), 'was started by "push", not by pull_request'],
      [ended(pull, runId, { head_branch: 'nowhere' }), 'no pull request has'],
      [ended(pull, runId, { head_repository: null }), 'is gone'],
      [{ name: 'workflow_run', payload: { action: 'completed' } }, 'belongs in a workflow'],
    ];
    for (const [event, because] of cases) {
      const told = await comment(here, event);
      expect(told).toMatchObject({ code: 0, log: expect.stringContaining(because) });
      expect(await commentsOf(github, pull.number)).toEqual([]);
    }
    const closed = `/repos/${slug}/pulls/${String(pull.number)}`;
    await github.ask(person('grace'), 'PATCH', closed, { state: 'closed' });
    expect(await comment(here, stale)).toMatchObject({ code: 0 });
    expect(await commentsOf(github, pull.number)).toEqual([]);
  }, 240_000);

  it('a run that left no report: the comment says so', async () => {
    const here = await forked({ 'more_test.go': panicking() });
    const told = await comment(here, ended(here.pull, newRunId()));
    expect(told).toMatchObject({ code: 0 });
    expect(told.log).toContain('the run left no report');
    const [said] = await commentsOf(here.github, here.pull.number);
    expect(said?.body).toContain('No report of this run');
  }, 120_000);
});
