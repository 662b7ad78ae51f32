import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type ApiCall } from '../support/act-github-front.ts';
import { hasAct } from '../support/act-program.ts';
import { checksOf, commentsOf } from '../support/act-published.ts';
import { startAct, type StartedAct } from '../support/act.ts';
import { scenario, type PullRequest, type Scenario } from '../support/act-scenario.ts';
import { passing, testWorkflow } from '../support/act-workflows.ts';
import { until } from '../support/processes.ts';
import { tempFolder } from '../support/temp-folder.ts';

const whenThere = hasAct() ? describe : describe.skip;

/** A pull request whose test hangs, and its job at the moment when it does. */
async function hanging(): Promise<{ here: Scenario; pull: PullRequest; job: StartedAct }> {
  const hung = join(tempFolder(), 'hung');
  const here = await scenario({ 'm_test.go': passing() });
  const pull = await here.open({
    'more_test.go': `package m

import (
	"os"
	"testing"
	"time"
)

func TestHangs(t *testing.T) {
	if err := os.WriteFile(${JSON.stringify(hung)}, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Hour)
}

func TestAfter(t *testing.T) {}
`,
  });
  const { github } = here;
  const job = await startAct({
    ...{ github, ...pull, token: await github.token() },
    workflow: testWorkflow('pull_request'),
  });
  await until(() => existsSync(hung), 90_000, 'the hanging test');
  // The tests do not wait for the check run.
  const isCheck = ({ method, path, status }: ApiCall): boolean =>
    method === 'POST' && path.endsWith('/check-runs') && status < 300;
  await until(() => github.calls.some(isCheck), 30_000, 'the check run');
  expect(await checksOf(github, pull.headSha)).toMatchObject([
    { status: 'in_progress', conclusion: null },
  ]);
  return { here, pull, job };
}

async function expectTold({ github }: Scenario, pull: PullRequest): Promise<void> {
  expect(await checksOf(github, pull.headSha)).toMatchObject([
    { status: 'completed', conclusion: 'failure' },
  ]);
  const comments = await commentsOf(github, pull.number);
  expect(comments.length).toBe(1);
  expect(comments[0]?.body).toContain('TestHangs');
}

whenThere('a job that is cancelled', () => {
  it('SIGINT to the step: main makes the report, post publishes it', async () => {
    const { here, pull, job } = await hanging();
    await job.signalAction('SIGINT');
    const ran = await job.finished;
    expect(ran.step('guard')).toMatchObject({
      result: 'failure',
      outputs: { verdict: 'incomplete' },
    });
    await expectTold(here, pull);
    expect(ran.artifacts.map(({ name }) => name)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^go-crash-guard-report-/)]),
    );
    expect(ran.step('guard').summary).toContain('TestHangs');
    expect(job.processes()).toEqual([]);
  }, 180_000);

  it('main is killed: post makes the report and publishes it', async () => {
    const { here, pull, job } = await hanging();
    // On the first SIGINT act kills the step, and runs what is to run always.
    job.signal('SIGINT');
    const ran = await job.finished;
    const post = ran.step('guard', 'Post');
    expect(post.outputs).toMatchObject({ verdict: 'incomplete', crashes: '0' });
    await expectTold(here, pull);
    expect(post.summary).toContain('TestHangs');
    // Its last record is written before the keeper is gone itself.
    const others = job.processes().filter(({ command }) => !/\/keeper \//.test(command));
    expect(others).toEqual([]);
    await until(() => job.processes().length === 0, 60_000, 'the keeper to end');
  }, 180_000);
});
