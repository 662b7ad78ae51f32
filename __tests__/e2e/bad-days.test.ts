import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checksApi } from '../support/checks-api.ts';
import { goModule } from '../support/go-module.ts';
import { newRepository } from '../support/git-repository.ts';
import { readReport, run, start } from '../support/guarded.ts';
import { until } from '../support/processes.ts';
import { runnerJob, type RunnerJob } from '../support/runner.ts';
import { tempFolder } from '../support/temp-folder.ts';

// What happens to a step when GitHub, the runner or another step comes in between: never a greener result, no check run without an end.

const passing = 'package m\n\nimport "testing"\n\nfunc TestPasses(t *testing.T) {}\n';
const inputs = { legs: 'memory', baseline: 'none', token: 'secret-token' };

/** A test that says by a file that it runs, and then waits. */
function waiting(): { source: string; began: string } {
  const began = join(tempFolder(), 'began');
  const source = `package m

import (
	"os"
	"testing"
	"time"
)

func TestWaits(t *testing.T) {
	if os.Getenv("WAIT") == "no" {
		return
	}
	if err := os.WriteFile(${JSON.stringify(began)}, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Hour)
}
`;
  return { source, began };
}

/** Kills main when its test runs. */
async function killed(job: RunnerJob, env: Record<string, string>, began: string): Promise<void> {
  const main = job.main(inputs, { env });
  await until(() => existsSync(began), 90_000, 'the test that waits');
  main.child.kill('SIGKILL');
  await main.finished;
}

describe('the check run of a step', () => {
  it('that was killed, in a folder that the next step uses too, is not told the result of that one', async () => {
    const { url, checks } = await checksApi();
    const { source, began } = waiting();
    const workspace = goModule({ 'm_test.go': source });
    const first = runnerJob(workspace);
    await killed(first, { GITHUB_API_URL: url }, began);
    expect(checks).toMatchObject([{ status: 'in_progress' }]);

    const second = runnerJob(workspace);
    const env = { GITHUB_API_URL: url, WAIT: 'no' };
    const ended = await second.main({ ...inputs, key: 'second' }, { env }).finished;
    expect(ended).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
    await second.post({ env }).finished;
    await first.post({ env: { GITHUB_API_URL: url } }).finished;
    expect(checks).toMatchObject([
      { status: 'completed', conclusion: 'failure', output: { title: 'There is no report' } },
      { status: 'completed', conclusion: 'success' },
    ]);
  }, 200_000);

  it('whose creation was never answered is found again by post', async () => {
    const { url, checks, swallowCreation } = await checksApi();
    swallowCreation();
    const { source, began } = waiting();
    const job = runnerJob(goModule({ 'm_test.go': source }));
    await killed(job, { GITHUB_API_URL: url }, began);
    expect(await job.post({ env: { GITHUB_API_URL: url } }).finished).toMatchObject({ code: 1 });
    expect(checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
    expect(checks[0]?.output.summary).toContain('TestWaits');
  }, 200_000);

  it('that GitHub did not let main conclude is concluded by post', async () => {
    const { url, checks, refuseChanges } = await checksApi();
    refuseChanges(true);
    const job = runnerJob(goModule({ 'm_test.go': passing }));
    const env = { GITHUB_API_URL: url };
    const ended = await job.main(inputs, { env }).finished;
    expect(ended).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
    expect(checks).toMatchObject([{ status: 'in_progress' }]);
    refuseChanges(false);
    expect(await job.post({ env }).finished).toMatchObject({ code: 0 });
    expect(checks).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
  }, 200_000);

  it('whose settings cannot be read any more is concluded all the same', async () => {
    const { url, checks } = await checksApi();
    const { source, began } = waiting();
    const workspace = goModule({ 'm_test.go': source });
    const job = runnerJob(workspace);
    await killed(job, { GITHUB_API_URL: url }, began);
    writeFileSync(join(workspace, '.crash-guard.yml'), 'legs: [');
    expect(await job.post({ env: { GITHUB_API_URL: url } }).finished).toMatchObject({ code: 2 });
    expect(checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
  }, 200_000);
});

it('the keys of the action are in nothing that the tests see or leave', async () => {
  const workspace = goModule({
    'm_test.go': `package m

import (
	"os"
	"strings"
	"testing"
)

func TestShowsItsEnvironment(t *testing.T) { t.Error(strings.Join(os.Environ(), "\\n")) }
`,
  });
  const env = {
    ACTIONS_RUNTIME_TOKEN: 'secret-runtime',
    ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/secret-results',
    GITHUB_API_URL: 'http://127.0.0.1:1',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'what-a-run-step-has-too',
  };
  const ended = await runnerJob(workspace).main({ ...inputs, annotations: 'log' }, { env })
    .finished;
  expect(ended).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
  const out = join(workspace, '.crash-guard/out');
  const left = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const all = [...left, ended.stdout, ended.summary].join('\n');
  expect(all).toContain('what-a-run-step-has-too');
  expect(all).not.toMatch(/secret-(?:token|runtime|results)|INPUT_|STATE_|GITHUB_STATE/);
}, 100_000);

describe('a run that ends while what grew is measured again', () => {
  const grownBy = (size: number): string => `package m

import "testing"

var kept [][]byte

func TestKeeps(t *testing.T) {
	for i := 0; i < 20000; i++ {
		kept = append(kept, make([]byte, ${String(size)}))
	}
}
`;

  it.each([
    ['SIGINT', 130],
    ['SIGKILL', null],
  ] as const)(
    'by %s is not green',
    async (signal, code) => {
      const repository = newRepository();
      repository.commit('go.mod', 'module example.com/m\n\ngo 1.21\n');
      repository.commit('m_test.go', grownBy(64));
      const baseline = `file:${tempFolder()}`;
      const out = tempFolder();
      const args = ['run', '--dir', repository.directory, '--legs', 'memory', '--out', out];
      expect(await run([...args, '--baseline', baseline])).toMatchObject({ code: 0 });
      repository.commit('m_test.go', grownBy(512));
      const { child, finished } = start([...args, '--baseline', baseline]);
      await until(() => existsSync(join(out, 'again')), 90_000, 'the second measurement');
      child.kill(signal);
      expect((await finished).code).toBe(code);
      expect(readReport(out).verdict.status).toBe('incomplete');
      expect((await run(['report', out])).code).toBe(1);
      expect(readReport(out).verdict.status).toBe('incomplete');
      expect((await run(['merge', out, '--out', tempFolder()])).code).toBe(1);
    },
    200_000,
  );
});
