import { describe, expect, it } from '@jest/globals';
import { publishComment } from '../../src/github/sticky-comment.ts';
import { person, slug } from '../support/act-github.ts';
import { good, marked, request, run, texts } from '../support/comment-requests.ts';
import { hostedPull } from '../support/hosted-pull.ts';

describe('one comment', () => {
  it('is created by the first run, and updated by the next', async () => {
    const pull = await hostedPull();
    const first = await publishComment(await pull.github(), request(pull));
    const [comment] = await pull.comments();
    expect(comment?.user.login).toBe('github-actions[bot]');
    expect(first).toEqual({ kind: 'done', value: { url: comment?.html_url, what: 'created' } });
    expect(comment?.body).toMatch(
      /^<!-- go-crash-guard key=[0-9a-f]{16} digest=[0-9a-f]{16} run=100\.1 -->\n## Two crashes\n$/,
    );

    const second = await publishComment(
      await pull.github(),
      request(pull, { ...good, ...run(101) }),
    );
    expect(second).toEqual({ kind: 'done', value: { url: comment?.html_url, what: 'updated' } });
    expect(await texts(pull)).toEqual(['## All is well\n']);
  });

  it('each key has its own', async () => {
    const pull = await hostedPull();
    await publishComment(await pull.github(), request(pull, { key: 'go 1.25', body: 'old' }));
    await publishComment(await pull.github(), request(pull, { key: 'go 1.26', body: 'new' }));
    expect(await texts(pull)).toEqual(['old', 'new']);
  });

  it('is found behind hundreds of others', async () => {
    const pull = await hostedPull();
    for (let i = 0; i < 105; i++) await pull.say('ada', `remark ${String(i)}`);
    await publishComment(await pull.github(), request(pull));
    await publishComment(await pull.github(), request(pull, { body: 'new', ...run(101) }));
    const path = `/repos/${slug}/issues/${String(pull.number)}/comments?per_page=100&page=2`;
    const rest = (await pull.ask('grace', 'GET', path)) as { body: string }[];
    expect(rest.map(({ body }) => body.split('\n').at(-1))).toEqual([
      ...['remark 100', 'remark 101', 'remark 102', 'remark 103', 'remark 104', 'new'],
    ]);
  });

  it('a comment of somebody else with our marker is never touched', async () => {
    const pull = await hostedPull();
    const forged = marked(request(pull, { body: 'click here', ...run(999_999) }));
    await pull.say('mallory', forged);
    const outcome = await publishComment(await pull.github(), request(pull));
    expect(outcome).toMatchObject({ kind: 'done', value: { what: 'created' } });
    const comments = await pull.comments();
    expect(comments.map(({ user, body }) => [user.login, body])).toEqual([
      ['mallory', forged],
      ['github-actions[bot]', marked(request(pull))],
    ]);
  });

  it('nor one of our own account that only mentions the marker', async () => {
    const pull = await hostedPull();
    const path = `/repos/${slug}/issues/${String(pull.number)}/comments`;
    const quoted = `Somebody wrote:\n${marked(request(pull))}`;
    await pull.api.ask(`token ${await pull.api.token()}`, 'POST', path, { body: quoted });
    await publishComment(await pull.github(), request(pull));
    expect((await pull.comments()).map(({ body }) => body)).toEqual([
      quoted,
      marked(request(pull)),
    ]);
  });

  it('is of the person whose token it is', async () => {
    const pull = await hostedPull();
    const token = person('grace').replace('token ', '');
    await publishComment(await pull.github({ token }), request(pull));
    await publishComment(await pull.github({ token }), request(pull, { ...good, ...run(101) }));
    const comments = await pull.comments();
    expect(comments.map(({ user }) => user.login)).toEqual(['grace']);
  });

  // The emulator has no GraphQL. GitHub answers an app's token with the name of its bot.
  it.each([
    ['GraphQL tells it', 'github-actions[bot]'],
    ['GraphQL is wrong about it', 'somebody-else[bot]'],
  ])('is of the bot of the app whose token it is: %s', async (_, login) => {
    const pull = await hostedPull();
    const body = JSON.stringify({ data: { viewer: { login } } });
    const answer = { kind: 'answer', status: 200, body } as const;
    pull.proxy.fail(({ path }) => path === '/graphql', answer, 2);
    await publishComment(await pull.github(), request(pull));
    await publishComment(await pull.github(), request(pull, { ...good, ...run(101) }));
    expect(pull.proxy.asked).not.toContain('GET /user');
    // The author of what was just written is known for sure.
    expect(await texts(pull)).toEqual(['## All is well\n']);
  });
});

describe('modes', () => {
  it('off: nothing is asked', async () => {
    const pull = await hostedPull();
    expect(await publishComment(await pull.github(), request(pull, { mode: 'off' }))).toEqual({
      ...{ kind: 'skipped', because: 'comments are off' },
    });
    expect(pull.proxy.asked).toEqual([]);
  });

  it('changed: the comment stays while the run says the same', async () => {
    const pull = await hostedPull();
    const mode = 'changed';
    await publishComment(await pull.github(), request(pull, { mode }));
    const same = { mode, ...run(101), body: '## Two crashes, in 12 s\n' } as const;
    expect(await publishComment(await pull.github(), request(pull, same))).toMatchObject({
      ...{ kind: 'done', value: { what: 'unchanged' } },
    });
    expect(await texts(pull)).toEqual(['## Two crashes\n']);
    await publishComment(await pull.github(), request(pull, { mode, ...good, ...run(102) }));
    expect(await texts(pull)).toEqual(['## All is well\n']);
  });

  it('problems: none for a good run, but an old one is told that all is well', async () => {
    const pull = await hostedPull();
    const mode = 'problems';
    expect(
      await publishComment(await pull.github(), request(pull, { mode, ...good })),
    ).toMatchObject({ kind: 'skipped' });
    expect(await pull.comments()).toEqual([]);
    await publishComment(await pull.github(), request(pull, { mode, ...run(101) }));
    await publishComment(await pull.github(), request(pull, { mode, ...good, ...run(102) }));
    expect(await texts(pull)).toEqual(['## All is well\n']);
  });
});

describe('nowhere to comment', () => {
  it.each([
    ['closed', { state: 'closed' }, /is closed/],
    ['locked', { locked: true }, /is locked/],
  ])('a pull request that is %s', async (_, state, because) => {
    const pull = await hostedPull();
    pull.proxy.fail(({ path }) => path === `/repos/${slug}/pulls/${String(pull.number)}`, {
      ...{ kind: 'answer', status: 200 },
      body: JSON.stringify({ state: 'open', locked: false, ...state }),
    });
    const outcome = await publishComment(await pull.github(), request(pull));
    expect(outcome).toEqual({ kind: 'skipped', because: expect.stringMatching(because) });
    expect(await pull.comments()).toEqual([]);
  });

  it('a pull request that is not there', async () => {
    const pull = await hostedPull();
    const outcome = await publishComment(await pull.github(), request(pull, { number: 4711 }));
    expect(outcome).toEqual({
      ...{ kind: 'skipped', because: 'the pull request 4711 does not exist (any more)' },
    });
  });

  it('a repository that the token may not see', async () => {
    const pull = await hostedPull();
    const hidden = await pull.github({ repository: 'org/hidden' });
    const outcome = await publishComment(hidden, request(pull));
    expect(outcome).toMatchObject({
      ...{ kind: 'refused', warning: expect.stringContaining('pull-requests: read') },
    });
  });
});

describe('a token that may only read', () => {
  const readOnly = { contents: 'read', pull_requests: 'read', metadata: 'read' } as const;

  it.each([
    ['of our own', false, /:\npermissions:\n {2}contents: read\n {2}pull-requests: write$/],
    ['of a fork', true, /a pull request from a fork may only read.*docs\/forks\.md$/],
  ])('%s: what to do', async (_, fork, advice) => {
    const pull = await hostedPull();
    const token = await pull.api.token(readOnly);
    const outcome = await publishComment(await pull.github({ token, fork }), request(pull));
    expect(outcome).toEqual({ kind: 'refused', warning: expect.stringMatching(advice) });
    expect(outcome).toMatchObject({
      warning: expect.stringContaining('(403: Resource not accessible by integration'),
    });
    expect(await pull.comments()).toEqual([]);
  });
});

describe('what GitHub would refuse', () => {
  it('is a comment that is too long', async () => {
    const pull = await hostedPull();
    const body = 'x'.repeat(65_500);
    expect(await publishComment(await pull.github(), request(pull, { body }))).toEqual({
      kind: 'refused',
      warning: expect.stringMatching(/has 655\d\d characters, and GitHub takes 65536/),
    });
  });

  it('a run id that is none is taken for the oldest', async () => {
    const pull = await hostedPull();
    const odd = { run: { id: '1 --> @grace', attempt: '' } };
    await publishComment(await pull.github(), request(pull, odd));
    expect((await pull.comments())[0]?.body.split('\n')[0]).toMatch(/ run=0\.0 -->$/);
  });
});
