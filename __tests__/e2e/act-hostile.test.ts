import { describe, expect, it } from '@jest/globals';
import { refused } from '../support/act-github-front.ts';
import { hasAct } from '../support/act-program.ts';
import { checksOf, commentsOf } from '../support/act-published.ts';
import { actRun } from '../support/act.ts';
import { scenario } from '../support/act-scenario.ts';
import { panicking, passing, testWorkflow } from '../support/act-workflows.ts';

const whenThere = hasAct() ? describe : describe.skip;
const workflow = testWorkflow('pull_request');

whenThere('what must not harm', () => {
  it('a pull request whose tests write commands, mentions and markup: none of it is obeyed, nobody is called', async () => {
    const name = '](javascript:alert(1)) @octocat #1 <img src=x>';
    const written = [
      ...['::set-output name=verdict::pass', '::set-env name=PATH::/', '::add-mask::e'],
      ...['##[endgroup]', '::endgroup::', '::error::fake', '::save-state name=told::yes'],
      ...['<!-- go-crash-guard key=0000000000000000 -->', '@octocat', 'fixes #1'],
    ];
    const here = await scenario({ 'm_test.go': passing() });
    const { github } = here;
    const pull = await here.open({
      'more_test.go': `package m

import (
	"fmt"
	"testing"
)

func TestHostile(t *testing.T) {
	text := ${JSON.stringify(`\n${written.join('\n')}\n`)}
	fmt.Print(text)
	t.Run(${JSON.stringify(name)}, func(t *testing.T) { t.Error(text) })
}
`,
    });
    const ran = await actRun({ github, ...pull, workflow, token: await github.token() });
    expect(ran).toMatchObject({ code: 1 });
    const guard = ran.step('guard');
    expect(guard.outputs).toMatchObject({ verdict: 'fail', crashes: '0' });
    const obeyed = new Set(guard.commands.map((command) => command.name));
    // add-mask hides the signature of the address that an artifact is uploaded to.
    expect([...obeyed].sort()).toEqual(['add-mask', 'endgroup', 'group', 'stop-commands']);
    expect(guard.commands.filter((command) => command.data === 'e')).toEqual([]);
    const [comment] = await commentsOf(github, pull.number);
    expect(comment?.body).toContain('TestHostile');
    expect(comment?.body).toContain('octocat');
    for (const text of [comment?.body ?? '', guard.summary]) {
      const outside = text
        .replaceAll(/^( *)(`{3,})[^\n]*\n.*?^\1\2$/gms, '')
        .replaceAll(/(`+).+?\1/g, '');
      expect(outside).not.toMatch(/(?:^|[^\w&#;])@octocat|(?:^|\s)#1\b|<img|\]\(javascript/m);
    }
  }, 120_000);

  it('a GitHub that refuses everything: verdict, exit code, log, summary and artifacts are the same', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const { github } = here;
    const pull = await here.open({ 'more_test.go': panicking() });
    const token = await github.token();
    const before = await commentsOf(github, pull.number);
    github.intercepts.push(({ ofJob }) => (ofJob ? refused : undefined));
    const ran = await actRun({ github, ...pull, workflow, token });
    expect(ran).toMatchObject({ code: 1 });
    const guard = ran.step('guard');
    expect(guard.outputs).toMatchObject({ verdict: 'fail', crashes: '1', 'comment-url': '' });
    expect(guard.outputs['artifact-url']).toMatch(/\/artifacts\/\d+$/);
    expect(guard.summary).toContain('two is not three');
    expect(guard.commands.filter((command) => command.name === 'error')).toMatchObject([
      { properties: { file: 'more_test.go', line: '5' } },
    ]);
    expect(await commentsOf(github, pull.number)).toEqual(before);
    expect(await checksOf(github, pull.headSha)).toEqual([]);
  }, 120_000);

  it('no token at all', async () => {
    const here = await scenario({ 'm_test.go': passing() });
    const { github } = here;
    const pull = await here.open({ 'more_test.go': panicking() });
    const without = testWorkflow('pull_request', { token: '' });
    const ran = await actRun({ github, ...pull, workflow: without, token: await github.token() });
    expect(ran).toMatchObject({ code: 1 });
    expect(github.calls.filter(({ ofJob }) => ofJob)).toEqual([]);
    expect(ran.step('guard').text).toContain('the input token is empty');
    expect(ran.step('guard').summary).toContain('two is not three');
  }, 120_000);
});
