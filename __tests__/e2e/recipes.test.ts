import { describe, expect, it } from '@jest/globals';
import { artifactRoutes } from '../support/act-artifacts.ts';
import { person, slug } from '../support/act-github.ts';
import { commentsOf, checksOf } from '../support/act-published.ts';
import { hasAct } from '../support/act-program.ts';
import { withCorePattern } from '../support/core-pattern.ts';
import { scenario, type Scenario, type Started } from '../support/act-scenario.ts';
import { panicking, passing } from '../support/act-workflows.ts';
import { actRun, artifactFolder, newRunId, type ActRun } from '../support/act.ts';
import {
  artifactNames,
  permissionsOf,
  recipe,
  stepsOf,
  verdicts,
  warnings,
} from '../support/recipe.ts';

// What a new user does: copy a recipe out of the documents into a repository, and see what it promises. actions/setup-go is
// not run (Go is there already), the checkout is act's own, and the token has what the recipe's permissions say.

const recipes = 'docs/recipes.md';
const whenThere = hasAct() ? describe : describe.skip;

const allocating = (mebibytes: number): string => `package m

import "testing"

var kept []byte

func TestFills(t *testing.T) { kept = make([]byte, ${String(mebibytes)}<<20) }
`;

async function run(
  { github }: Scenario,
  { event, workspace }: Started,
  workflow: string,
  options: { runId?: number; token?: string } = {},
): Promise<ActRun> {
  const token = await github.token(permissionsOf(workflow));
  // In CI a run collects cores, which the recipes do not forbid.
  return withCorePattern(() => actRun({ github, event, workspace, workflow, token, ...options }));
}

const branches = ({ origin }: Scenario): string[] =>
  origin.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n');

/** What a run wrote that did not end with 0; '' for one that did. */
const failureOf = ({ code, output, log }: ActRun): string =>
  code === 0 ? '' : `code ${String(code)}\n${output}\n${log}`;

whenThere('docs/recipes.md', () => {
  it('Minimal: a push is recorded, a pull request that crashes has its comment and its check', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const workflow = recipe(recipes, 'Minimal');
    const pushed = await run(here, here.main('push'), workflow);
    expect(pushed).toMatchObject({ code: 0 });
    expect([verdicts(pushed), warnings(pushed)]).toEqual([['pass'], []]);
    expect(branches(here)).toContain('crash-guard-baseline');

    const pull = await here.open({ 'more_test.go': panicking() });
    const red = await run(here, pull, workflow);
    expect(red).toMatchObject({ code: 1 });
    expect([verdicts(red), warnings(red)]).toEqual([['fail'], []]);
    const [comment, ...others] = await commentsOf(here.github, pull.number);
    expect(others).toEqual([]);
    expect(comment?.body).toContain('two is not three');
    expect(comment?.body).toContain('more_test.go');
    expect(await checksOf(here.github, pull.headSha)).toMatchObject([
      {
        ...{ name: 'go-crash-guard (test)', conclusion: 'failure' },
        annotations: [{ path: 'more_test.go', start_line: 5 }],
      },
    ]);
    expect(artifactNames(red)).toContain('go-crash-guard-report-test-HASH-1');
  }, 300_000);

  it('Blocking merges: one job is green or red for all of the matrix, which has a comment for each of its jobs', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const workflow = recipe(recipes, 'Blocking merges');
    const pull = await here.open({ 'more_test.go': panicking() });
    const red = await run(here, pull, workflow);
    expect(verdicts(red)).toEqual(['fail', 'fail']);
    const gate = (ran: ActRun): string | null | undefined =>
      ran.steps.find(({ job, stage }) => job.endsWith('test') && stage === 'Main')?.result;
    expect(gate(red)).toBe('failure');
    const bodies = (await commentsOf(here.github, pull.number)).map(({ body }) => body);
    expect(bodies.length).toBe(2);
    for (const version of ['stable', 'oldstable'])
      expect(bodies.filter((body) => new RegExp(`\\b${version}\\b`).test(body)).length).toBe(1);

    const green = await run(here, await pull.push({ 'more_test.go': 'package m\n' }), workflow);
    expect(green).toMatchObject({ code: 0 });
    expect([verdicts(green), gate(green)]).toEqual([['pass', 'pass'], 'success']);
    expect((await commentsOf(here.github, pull.number)).length).toBe(2);
  }, 400_000);

  it('Accepting a growth by a label: what grew fails the run, and passes once the label is set', async () => {
    const here = await scenario({ 'm_test.go': allocating(1) });
    const { github } = here;
    const workflow = recipe(recipes, 'Accepting a growth by a label');
    expect(await run(here, here.main('push'), workflow)).toMatchObject({ code: 0 });
    const pull = await here.open({ 'm_test.go': allocating(64) });
    const grown = await run(here, pull, workflow);
    expect(verdicts(grown)).toEqual(['fail']);
    expect(grown.steps.map(({ outputs }) => outputs['regressions'] ?? '').join('')).toBe('1');

    const label = { name: 'memory-accepted' };
    const issue = `/repos/${slug}/issues/${String(pull.number)}`;
    await github.ask(person('grace'), 'POST', `${issue}/labels`, { labels: [label.name] });
    const happened = { event: 'labeled', created_at: new Date().toISOString(), label };
    github.intercepts.push(({ path }) =>
      path === `${issue}/events`
        ? { status: 200, json: [{ ...happened, actor: { login: 'grace' } }] }
        : undefined,
    );
    const payload = { ...pull.event.payload, action: 'labeled', label };
    const event = { name: 'pull_request', payload };
    const accepted = await run(here, { ...pull, event }, workflow);
    expect(verdicts(accepted)).toEqual(['pass']);
    expect(accepted).toMatchObject({ code: 0 });
    const comments = await commentsOf(github, pull.number);
    expect(comments).toEqual([expect.objectContaining({ body: expect.stringContaining('grace') })]);
  }, 400_000);

  it('Several modules: a comment for each, and each says which it is of', async () => {
    const mod = (name: string): string => `module example.com/${name}\n\ngo 1.21\n`;
    const here = await scenario({
      ...{ 'api/go.mod': mod('api'), 'api/api_test.go': passing('api') },
      ...{ 'worker/go.mod': mod('worker'), 'worker/worker_test.go': passing('worker') },
    });
    const pull = await here.open({ 'worker/more_test.go': panicking('worker') });
    const ran = await run(here, pull, recipe(recipes, 'Several modules'));
    expect(verdicts(ran).toSorted()).toEqual(['fail', 'pass']);
    const bodies = (await commentsOf(here.github, pull.number)).map(({ body }) => body);
    expect(bodies.length).toBe(2);
    const failing = bodies.filter((body) => body.includes('two is not three'));
    expect(failing).toEqual([expect.stringMatching(/\bworker\b/)]);
    expect(failing[0]).toContain('worker/more_test.go');
    const reports = artifactNames(ran).filter((name) => name.includes('-report-'));
    expect(reports.length).toBe(2);
  }, 300_000);

  it.each([
    { heading: 'Self-hosted runners', jobs: 1 },
    { heading: 'In a container', jobs: 1 },
    // All three of them on this system.
    { heading: 'Windows and macOS', jobs: 3 },
  ])(
    '$heading: as far as it can be run here, the run passes',
    async ({ heading, jobs }) => {
      const here = await scenario({ 'm_test.go': passing() });
      const ran = await run(here, here.main('push'), recipe(recipes, heading));
      expect(failureOf(ran)).toBe('');
      const all = (text: string): string[] => Array.from({ length: jobs }, () => text);
      expect(verdicts(ran)).toEqual(all('pass'));
      expect(artifactNames(ran)).toEqual(all('go-crash-guard-report-test-HASH-1'));
    },
    200_000,
  );
});

whenThere('README.md and docs/github.md', () => {
  it('Usage: works as it is', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const pull = await here.open({ 'more_test.go': 'package m\n' });
    const ran = await run(here, pull, stepsOf('README.md', 'Usage'));
    expect(ran).toMatchObject({ code: 0 });
    expect([verdicts(ran), warnings(ran)]).toEqual([['pass'], []]);
    expect((await commentsOf(here.github, pull.number)).length).toBe(1);
    expect(await checksOf(here.github, pull.headSha)).toMatchObject([{ conclusion: 'success' }]);
  }, 200_000);

  it('The comment: two steps of one job have a comment and artifacts each', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const pull = await here.open({ 'more_test.go': 'package m\n' });
    const steps = stepsOf('docs/github.md', 'The comment', ['- uses: actions/checkout@v6']);
    const token = await here.github.token();
    const ran = await run(here, pull, steps, { token });
    expect(ran).toMatchObject({ code: 0 });
    expect([verdicts(ran), warnings(ran)]).toEqual([['pass', 'pass'], []]);
    expect((await commentsOf(here.github, pull.number)).length).toBe(2);
    expect(artifactNames(ran).length).toBe(2);
  }, 200_000);
});

whenThere('docs/forks.md', () => {
  it('the two workflows: the first only reads, the second comments', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const { github } = here;
    github.intercepts.push(artifactRoutes(artifactFolder(github), () => github.url));
    const pull = await here.open({ 'more_test.go': panicking() }, { fork: true });
    const runId = newRunId();
    const readOnly = await github.token({
      ...{ contents: 'read', actions: 'read', pull_requests: 'read', metadata: 'read' },
    });
    const tested = await run(here, pull, recipe('docs/forks.md', 'The two workflows'), {
      ...{ runId, token: readOnly },
    });
    expect(tested).toMatchObject({ code: 1 });
    expect([verdicts(tested), warnings(tested)]).toEqual([['fail'], []]);
    expect(await commentsOf(github, pull.number)).toEqual([]);

    const { pull_request: told } = pull.event.payload as {
      pull_request: { head: { ref: string } };
    };
    const finished = {
      ...{ id: runId, run_attempt: 1, workflow_id: 7, event: 'pull_request' },
      ...{ conclusion: 'failure', head_sha: pull.headSha, head_branch: told.head.ref },
      ...{ head_repository: { full_name: 'ada/repo' }, pull_requests: [] },
    };
    const second = recipe('docs/forks.md', 'The two workflows', 1);
    const event = { action: 'completed', workflow_run: finished };
    const commented = await run(here, here.main('workflow_run', event), second);
    expect(commented).toMatchObject({ code: 0 });
    expect(warnings(commented)).toEqual([]);
    const comments = await commentsOf(github, pull.number);
    expect(comments).toMatchObject([{ author: 'github-actions[bot]' }]);
    expect(comments[0]?.body).toContain('two is not three');
    expect(comments[0]?.body).toContain('ran the code of this pull request');
  }, 300_000);
});

whenThere('docs/matrix.md', () => {
  const heading = 'Many jobs, one report';
  const files = {
    ...{ 'a/a_test.go': passing('a'), 'b/b_test.go': passing('b') },
    ...{ 'c/c_test.go': passing('c'), 'd/d_test.go': passing('d'), 'e/e_test.go': passing('e') },
  };

  it('plan, shards, report: the figures of all packages are recorded once, and there is one comment', async () => {
    const here = await scenario(files);
    const workflow = recipe('docs/matrix.md', heading);
    const pushed = await run(here, here.main('push'), workflow);
    expect(pushed).toMatchObject({ code: 0 });
    expect(verdicts(pushed)).toEqual(['pass', 'pass', 'pass', 'pass', 'pass']);
    const recorded = here.origin.git('ls-tree', '-r', '--name-only', 'crash-guard-baseline');
    expect(recorded.split('\n').filter((path) => path.includes('/heap/')).length).toBe(5);

    const pull = await here.open({ 'c/more_test.go': panicking('c') });
    const red = await run(here, pull, workflow);
    expect(red).toMatchObject({ code: 1 });
    expect(verdicts(red).filter((verdict) => verdict === 'fail').length).toBe(2);
    const comments = await commentsOf(here.github, pull.number);
    expect(comments.length).toBe(1);
    expect(comments[0]?.body).toContain('two is not three');
    expect(await checksOf(here.github, pull.headSha)).toMatchObject([{ conclusion: 'failure' }]);
    expect(red.steps.find(({ outputs }) => 'matrix' in outputs)?.outputs['matrix']).toMatch(
      new RegExp(`^\\{"include":\\[\\{"shard":"1/4@${here.sha}"\\}`),
    );
    expect(artifactNames(red).filter((name) => /report-report-HASH-1$/.test(name))).toEqual([
      'go-crash-guard-report-report-HASH-1',
    ]);
    expect(red.steps.map(({ outputs }) => outputs['comment-url'] ?? '').join('')).toContain(
      `github.com/${slug}/`,
    );
  }, 400_000);
});
