import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { openGithub } from '../../src/github/client.ts';
import { outcomeOf } from '../../src/github/outcome.ts';
import { calls, missingLines, refusalText } from '../../src/github/permission.ts';
import { callError, failureOf, type CallError, type Failure } from '../../src/github/retry.ts';
import { githubApi, type Answer } from '../support/github-api.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const error = (
  status: number | null,
  headers: CallError['headers'] = {},
  message = '',
): CallError => ({ status, headers, message });
const inSeconds = (seconds: number): string => String(now / 1000 + seconds);

describe('what a failed call means', () => {
  it.each<[string, CallError, Failure]>([
    ['no answer', error(null), { kind: 'passing' }],
    ['a server in trouble', error(503), { kind: 'passing' }],
    ['a server that waited too long', error(408), { kind: 'passing' }],
    ['no permission', error(403, {}, 'Resource not accessible by integration'), { kind: 'final' }],
    ['nothing there', error(404), { kind: 'final' }],
    ['a pause', error(429, { 'retry-after': '30' }), { kind: 'limited', waitMs: 30_000 }],
    ['a pause, as 403', error(403, { 'retry-after': '7' }), { kind: 'limited', waitMs: 7000 }],
    ['a pause of unknown length', error(429), { kind: 'limited', waitMs: null }],
    [
      'a pause until a time',
      error(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(9) }),
      { kind: 'limited', waitMs: 10_000 },
    ],
    [
      'a time that is over',
      error(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(-9) }),
      { kind: 'limited', waitMs: 1000 },
    ],
    [
      'some calls are left, and it is refused',
      error(403, { 'x-ratelimit-remaining': '12', 'x-ratelimit-reset': inSeconds(9) }),
      { kind: 'final' },
    ],
    [
      'a secondary limit that only the message tells',
      error(403, {}, 'You have exceeded a secondary rate limit. Please wait a few minutes.'),
      { kind: 'limited', waitMs: null },
    ],
    [
      'a pause in words that are none of ours',
      error(429, { 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' }),
      { kind: 'limited', waitMs: null },
    ],
  ])('%s', (_, of, failure) => {
    expect(failureOf(of, now)).toEqual(failure);
  });

  it('the errors that GraphQL tells are an answer', () => {
    const told = { name: 'GraphqlResponseError', message: 'no', errors: [], response: {} };
    expect(failureOf(callError(told), now)).toEqual({ kind: 'final' });
  });

  it.each([null, undefined, 'text', 7, {}, new Error('boom'), { status: 'many' }])(
    'anything that is thrown can be read: %p',
    (thrown) => {
      expect(callError(thrown).status).toBeNull();
    },
  );
});

describe('patience', () => {
  const path = '/repos/org/repo';
  const ask = async (
    answers: Answer[],
  ): Promise<{ asked: number; text: string; tookMs: number }> => {
    let asked = 0;
    const api = await githubApi({
      [`GET ${path}`]: () => answers[Math.min(asked++, answers.length - 1)] ?? { status: 500 },
    });
    const options = { token: 't', apiUrl: api.url, repository: 'org/repo', retryDelayMs: 1 };
    const { rest, ask: question } = openGithub(options);
    const since = Date.now();
    const outcome = await outcomeOf(async () => {
      const schema = z.object({ id: z.int() });
      const { id } = await question({ call: calls.repository, schema }, (request) =>
        rest.repos.get({ owner: 'org', repo: 'repo', request }),
      );
      return { kind: 'done', value: id };
    });
    const text = outcome.kind === 'refused' ? outcome.warning : outcome.kind;
    return { asked, text, tookMs: Date.now() - since };
  };
  const limited = (seconds: string): Answer => ({
    ...{ status: 429, headers: { 'retry-after': seconds } },
    json: { message: 'You have exceeded a secondary rate limit.' },
  });

  it('waits as long as GitHub asks for', async () => {
    const { asked, text, tookMs } = await ask([limited('1'), { json: { id: 1 } }]);
    expect({ asked, text }).toEqual({ asked: 2, text: 'done' });
    expect(tookMs).toBeGreaterThanOrEqual(990);
  });

  it('but not for an hour', async () => {
    const { asked, text, tookMs } = await ask([limited('3600')]);
    expect(asked).toBe(1);
    expect(text).toMatch(/asked too much of GitHub; run the job again in 60 minutes or later/);
    expect(tookMs).toBeLessThan(60_000);
  });

  it('gives up after three tries', async () => {
    const { asked, text } = await ask([{ status: 502, text: '<html>' }]);
    expect(asked).toBe(3);
    expect(text).toMatch(/^GitHub does not tell the repository \(502: .*\); run the job again$/);
  });
});

it('failures may cost so much in all: then each call has one try', async () => {
  let asked = 0;
  const api = await githubApi({
    'GET /repos/org/repo': () => {
      asked++;
      return { status: 503, json: {} };
    },
  });
  const { rest, ask } = openGithub({
    ...{ token: 't', apiUrl: api.url, repository: 'org/repo' },
    // The first call may take long on a busy machine, and has its two tries all the same.
    ...{ retryDelayMs: 1_500, budgetMs: 5_000 },
  });
  const times: number[] = [];
  for (let call = 0; call < 4; call++) {
    asked = 0;
    const question = { call: calls.repository, schema: z.object({ id: z.int() }) };
    const answer = ask(question, (request) =>
      rest.repos.get({ owner: 'org', repo: 'repo', request }),
    );
    await expect(answer).rejects.toThrow('run the job again');
    times.push(asked);
  }
  expect(times[0]).toBe(2);
  expect(times.at(-1)).toBe(1);
});

describe('what a refusal says', () => {
  const forbidden = error(403, {}, 'Resource not accessible by integration');

  it('which permission is missing, and the lines to add', () => {
    expect(refusalText(calls.createComment, forbidden, false)).toBe(
      'GitHub does not create the comment (403: Resource not accessible by integration); give the job "permissions: pull-requests: write"',
    );
    expect(missingLines(calls.createComment, forbidden, false)).toBe(
      'permissions:\n  contents: read\n  pull-requests: write',
    );
  });

  it('that a fork may only read, whatever is permitted', () => {
    expect(refusalText(calls.createCheck, forbidden, true)).toMatch(
      /from a fork may only read.*"mode: comment", see docs\/forks\.md$/,
    );
    expect(missingLines(calls.createCheck, forbidden, true)).toBeNull();
  });

  it.each([
    ['You must authenticate via a GitHub App.', /cannot write check runs.*github\.token/],
    ['Resource not accessible by personal access token', /grant "checks: write" to the personal/],
    ['Resource protected by organization SAML enforcement.', /grant .* on GitHub/],
  ])('of a personal token: %s', (message, advice) => {
    expect(refusalText(calls.createCheck, error(403, {}, message), false)).toMatch(advice);
    expect(missingLines(calls.createCheck, error(403, {}, message), false)).toBeNull();
  });

  it('one line without control characters, whatever GitHub says', () => {
    const hostile = `a\u001b[31m\n::error::b\r\0${'x'.repeat(10_000)}`;
    const text = refusalText(calls.pull, error(500, {}, hostile), false);
    expect(text).not.toMatch(/\p{Cc}/u);
    expect(text.length).toBeLessThan(500);
  });
});
