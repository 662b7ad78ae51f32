import { describe, expect, it } from '@jest/globals';
import { person, slug } from '../support/act-github.ts';
import { checksOf, commentsOf, writesOf } from '../support/act-published.ts';
import { hasAct } from '../support/act-program.ts';
import { actRun, newRunId } from '../support/act.ts';
import { scenario, type PullRequest, type Scenario } from '../support/act-scenario.ts';
import { panicking, passing, testWorkflow } from '../support/act-workflows.ts';

const whenThere = hasAct() ? describe : describe.skip;
const workflow = testWorkflow('pull_request');
const bot = 'github-actions[bot]';

async function run(
  { github }: Scenario,
  { event, workspace }: PullRequest,
  options: { runId?: number; attempt?: number; token?: string } = {},
): ReturnType<typeof actRun> {
  const token = await github.token();
  return actRun({ github, event, workspace, workflow, token, ...options });
}

whenThere('a pull request', () => {
  it('one comment, that follows it from red to green, and a check for each head', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const { github } = here;
    const pull = await here.open({ 'more_test.go': panicking() });
    const red = await run(here, pull);
    expect(red).toMatchObject({ code: 1 });
    const [comment, ...others] = await commentsOf(github, pull.number);
    expect(others).toEqual([]);
    expect(comment).toMatchObject({
      author: bot,
      body: expect.stringMatching(/^<!-- go-crash-guard key=[0-9a-f]{16} .*-->\n/),
    });
    expect(comment?.body).toContain('more_test.go');
    expect(comment?.body).toContain('two is not three');
    // The line is one of the tested tree, which is the merge.
    expect(comment?.body).toContain(`/blob/${pull.mergeSha}/more_test.go#L5`);
    expect(red.step('guard').outputs).toMatchObject({ verdict: 'fail', crashes: '1' });
    expect(red.step('guard').outputs['comment-url']).toMatch(
      new RegExp(`^https://github\\.com/org/repo/.*#issuecomment-${String(comment?.id)}$`),
    );
    const [check] = await checksOf(github, pull.headSha);
    expect(check).toMatchObject({
      conclusion: 'failure',
      annotations: [{ path: 'more_test.go', start_line: 5 }],
    });
    expect(red.step('guard').commands.filter(({ name }) => name === 'error')).toEqual([]);
    expect(red.artifacts.map(({ name }) => name.replace(/-[0-9a-f]{8}-/, '-HASH-'))).toEqual([
      'go-crash-guard-memory-test-HASH-1',
      'go-crash-guard-report-test-HASH-1',
    ]);

    const fixed = await pull.push({ 'more_test.go': 'package m\n' });
    const green = await run(here, fixed);
    expect(green).toMatchObject({ code: 0 });
    const after = await commentsOf(github, pull.number);
    expect(after).toMatchObject([{ id: comment?.id, author: bot }]);
    expect(after[0]?.body).not.toContain('two is not three');
    expect(after[0]?.body).toContain('passed');
    expect(await checksOf(github, fixed.headSha)).toMatchObject([{ conclusion: 'success' }]);
    expect(green.step('guard').outputs['comment-url']).toContain(String(comment?.id));
  }, 180_000);

  it('a re-run of failed jobs: one comment, a check and artifacts of its own', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const { github } = here;
    const pull = await here.open({ 'more_test.go': panicking() });
    const runId = newRunId();
    expect(await run(here, pull, { runId })).toMatchObject({ code: 1 });
    const [before] = await commentsOf(github, pull.number);
    const again = await run(here, pull, { runId, attempt: 2 });
    expect(again).toMatchObject({ code: 1 });
    const comments = await commentsOf(github, pull.number);
    expect(comments.map(({ id }) => id)).toEqual([before?.id]);
    expect(before?.body).toContain(`run=${String(runId)}.1 -->`);
    expect(comments[0]?.body).toContain(`run=${String(runId)}.2 -->`);
    expect(again.artifacts.map(({ name }) => name.replace(/-[0-9a-f]{8}-/, '-HASH-'))).toEqual([
      ...['go-crash-guard-memory-test-HASH-1', 'go-crash-guard-memory-test-HASH-2'],
      ...['go-crash-guard-report-test-HASH-1', 'go-crash-guard-report-test-HASH-2'],
    ]);
    const checks = await checksOf(github, pull.headSha);
    expect(checks.map(({ status, conclusion }) => `${status} ${String(conclusion)}`)).toEqual([
      ...['completed failure', 'completed failure'],
    ]);
  }, 180_000);

  it('two runs at once leave one comment, and none that is not ours is touched', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const { github } = here;
    const pull = await here.open({ 'more_test.go': panicking() });
    await run(here, pull);
    const [first] = await commentsOf(github, pull.number);
    // Somebody copies our comment, marker and all, and ours is deleted.
    const comments = `/repos/${slug}/issues/${String(pull.number)}/comments`;
    await github.ask(person('mallory'), 'POST', comments, { body: first?.body ?? '' });
    const own = `/repos/${slug}/issues/comments/${String(first?.id)}`;
    await github.ask(person('grace'), 'DELETE', own);
    const runs = await Promise.all([run(here, pull), run(here, pull)]);
    expect(runs.map(({ code }) => code)).toEqual([1, 1]);
    const left = await commentsOf(github, pull.number);
    expect(left.map(({ author }) => author)).toEqual(['mallory', bot]);
    expect(left[0]?.body).toBe(first?.body);
  }, 240_000);

  it('without permissions: the verdict is the same, lines are annotated from the log, which says what is missing', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const { github } = here;
    const pull = await here.open({ 'more_test.go': panicking() });
    const token = await github.token({ contents: 'read', metadata: 'read' });
    const ran = await run(here, pull, { token });
    expect(ran).toMatchObject({ code: 1 });
    expect(await commentsOf(github, pull.number)).toEqual([]);
    expect(await checksOf(github, pull.headSha)).toEqual([]);
    const guard = ran.step('guard');
    expect(guard.outputs).toMatchObject({ verdict: 'fail', crashes: '1', 'comment-url': '' });
    expect(guard.commands.filter(({ name }) => name === 'error')).toMatchObject([
      { properties: { file: 'more_test.go', line: '5' } },
    ]);
    const warnings = guard.commands.filter(({ name }) => name === 'warning');
    expect(warnings.map(({ data }) => data)).toEqual([
      expect.stringContaining('pull-requests: write'),
    ]);
    expect(guard.text).toContain('checks: write');
    expect(guard.summary).toContain('two is not three');
    expect(ran.artifacts.length).toBe(2);
    expect(writesOf(github).filter((line) => !line.endsWith(' 403'))).toEqual([]);
  }, 120_000);
});
