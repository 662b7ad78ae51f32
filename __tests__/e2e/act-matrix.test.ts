import { describe, expect, it } from '@jest/globals';
import { hasAct } from '../support/act-program.ts';
import { checksOf, commentsOf } from '../support/act-published.ts';
import { actRun, newRunId, type ActRun } from '../support/act.ts';
import { scenario } from '../support/act-scenario.ts';
import { matrixWorkflow, panicking, passing } from '../support/act-workflows.ts';

const whenThere = hasAct() ? describe : describe.skip;

whenThere('a matrix of shards', () => {
  it('plan, shards, one report: one comment, one check, every package once', async () => {
    const here = await scenario({
      'a/a_test.go': passing('a'),
      'b/b_test.go': passing('b'),
      'c/c_test.go': passing('c'),
    });
    const { github } = here;
    const pull = await here.open({ 'd/d_test.go': panicking('d') });
    const ran = await actRun({
      ...{ github, ...pull, workflow: matrixWorkflow, token: await github.token() },
      timeoutMs: 280_000,
    });
    expect(ran).toMatchObject({ code: 1 });
    const matrix = JSON.parse(ran.step('guard', 'Main', 'plan').outputs['matrix'] ?? '') as unknown;
    expect(matrix).toEqual({
      include: [
        { shard: expect.stringMatching(/^1\/2/) },
        { shard: expect.stringMatching(/^2\/2/) },
      ],
    });
    const names = ran.artifacts.map(({ name }) => name.replace(/-[0-9a-f]{8}(?=-|$)/g, '-HASH'));
    expect(names).toEqual(
      expect.arrayContaining([
        'go-crash-guard-report-run-HASH-1-shard-1-of-2-HASH',
        'go-crash-guard-report-run-HASH-1-shard-2-of-2-HASH',
        'go-crash-guard-report-report-HASH-1',
      ]),
    );
    expect(await merged(ran)).toMatchObject({
      packages: ['a', 'b', 'c', 'd'],
      verdict: { status: 'fail' },
    });
    expect(ran.step('guard', 'Main', 'report').outputs).toMatchObject({
      ...{ verdict: 'fail', crashes: '1' },
    });
    const comments = await commentsOf(github, pull.number);
    expect(comments.length).toBe(1);
    expect(comments[0]?.body).toContain('d/d_test.go');
    expect(await checksOf(github, pull.headSha)).toMatchObject([
      { conclusion: 'failure', annotations: [{ path: 'd/d_test.go', start_line: 5 }] },
    ]);
  }, 300_000);

  it('a lost shard makes it incomplete; when its job has run again all is there, and the figures are recorded once', async () => {
    const here = await scenario({ 'a/a_test.go': passing('a'), 'b/b_test.go': passing('b') });
    const { github, origin } = here;
    const runId = newRunId();
    const started = { github, ...here.main('push'), workflow: matrixWorkflow, runId };
    const records = (): string[] => {
      const branch = origin.git('for-each-ref', 'refs/heads/crash-guard-baseline');
      return branch === '' ? [] : origin.git('rev-list', 'crash-guard-baseline').split('\n');
    };

    const first = await actRun({ ...started, token: await github.token(), env: { LOST: '2/' } });
    expect(first).toMatchObject({ code: 1 });
    expect(first.step('guard', 'Main', 'report').outputs).toMatchObject({ verdict: 'incomplete' });
    const incomplete = await merged(first);
    expect(incomplete.packages.length).toBe(1);
    expect(incomplete.verdict.reasons.map(({ message }) => message).join('\n')).toContain('2/2');
    expect(await checksOf(github, here.sha)).toMatchObject([{ conclusion: 'failure' }]);
    expect(records()).toEqual([]);

    const again = await actRun({
      ...{ ...started, attempt: 2, only: 'shard:2/2', token: await github.token() },
    });
    expect(again).toMatchObject({ code: 0 });
    expect(await merged(again, 2)).toMatchObject({
      packages: ['a', 'b'],
      verdict: { status: 'pass' },
    });
    expect(await checksOf(github, here.sha)).toMatchObject([
      ...[{ conclusion: 'failure' }, { conclusion: 'success' }],
    ]);
    expect(records().length).toBe(1);
  }, 300_000);
});

interface Merged {
  packages: string[];
  verdict: { status: string; reasons: { kind: string; message: string }[] };
}

/** The report of the job that merges, with the names of the packages in it. */
async function merged({ artifacts }: ActRun, attempt = 1): Promise<Merged> {
  const name = new RegExp(`^go-crash-guard-report-report-[0-9a-f]{8}-${String(attempt)}$`);
  const found = artifacts.find((artifact) => name.test(artifact.name));
  const report = JSON.parse((await found?.text('report.json')) ?? 'null') as Pick<
    Merged,
    'verdict'
  > & { packages: { package: string }[] };
  const names = report.packages.map((item) => item.package.replace('example.com/m/', ''));
  return { packages: names.sort(), verdict: report.verdict };
}
