import { describe, expect, it } from '@jest/globals';
import type { BaseEvent } from '../../src/baseline/events.ts';
import { acceptedLabel } from '../../src/github/accepted-label.ts';
import type { Answer, Routes } from '../support/github-api.ts';
import {
  at,
  event,
  happened,
  head,
  judged,
  labeled,
  repo,
  routes,
  run,
  type Situation,
} from '../support/labelled-pull.ts';

const accepted = { kind: 'accepted', actor: 'grace', at: at(20) };

it('set after the head was pushed, by somebody who may write', async () => {
  expect((await judged({})).label).toEqual(accepted);
});

it('no label: one question, and nothing to say', async () => {
  const { label: answer, api } = await judged({ pull: { labels: [{ name: 'bug' }] } });
  expect(answer).toEqual({ kind: 'not-accepted', because: null });
  expect(api.asked).toEqual([`${repo}/pulls/7`]);
});

it.each<[string, Situation]>([
  [
    'set again after it was too early',
    { events: [labeled(5), happened('unlabeled', 19), labeled(20)] },
  ],
  [
    'set after a forced push to this head',
    { events: [happened('head_ref_force_pushed', 9), labeled(20)] },
  ],
  [
    'set before another label',
    { events: [labeled(20), happened('labeled', 30, { label: { name: 'bug' } })] },
  ],
  ['set after a run that somebody started again', { runs: [run(25), run(10)] }],
  [
    'set on a pull request with hundreds of events',
    {
      events: [...Array.from({ length: 250 }, () => happened('subscribed', 2)), labeled(20)],
    },
  ],
  ['set by an admin', { permission: { json: { permission: 'admin', role_name: 'admin' } } }],
])('%s: accepted', async (_, situation) => {
  expect((await judged(situation)).label).toEqual(accepted);
});

describe('does not count', () => {
  it.each<[string, Situation]>([
    ['set before the head was pushed', { runs: [run(25)] }],
    ['set in the second in which the head was pushed', { runs: [run(20)] }],
    [
      'set on an earlier head, while this one was already in another branch',
      { runs: [run(25), run(10, { head_branch: 'hidden' })] },
    ],
    [
      'set on an earlier head, while this one was already in another fork',
      { runs: [run(25), run(10, { head_repository: { full_name: 'eve/repo' } })] },
    ],
    ['the head was seen by a push only', { runs: [run(25), run(10, { event: 'push' })] }],
    [
      'set on another head: this one came, was pushed over, and came back',
      { events: [happened('head_ref_force_pushed', 15), labeled(20)], runs: [run(25), run(10)] },
    ],
    [
      'pushed over after it was set',
      { events: [labeled(20), happened('head_ref_force_pushed', 22)], runs: [run(22), run(10)] },
    ],
    ['closed, changed and opened again', { events: [labeled(20), happened('reopened', 22)] }],
    ['the run is of a time before the pull request', { pull: { created_at: at(15) } }],
    ['no run is known', { runs: [] }],
    ['the fork is gone', { pull: { head: { sha: head, ref: 'topic', repo: null } } }],
  ])('%s', async (_, situation) => {
    const { label: answer } = await judged(situation);
    expect(answer).toMatchObject({
      kind: 'not-accepted',
      because: expect.stringContaining('nothing shows that it was set after the present head'),
    });
  });

  it.each<[string, Answer]>([
    ['read', { json: { permission: 'read', role_name: 'triage' } }],
    ['none', { json: { permission: 'none', role_name: '' } }],
    ['no user', { status: 404, json: { message: 'Not Found' } }],
  ])('set by somebody whose permission is: %s', async (_, permission) => {
    expect((await judged({ permission })).label).toEqual({
      kind: 'not-accepted',
      because:
        'the label memory-accepted does not count: grace, who set it, may not write to the repository',
    });
  });

  it.each<[string, Situation, RegExp]>([
    ['set by nobody who is known', { events: [labeled(20, { actor: null })] }, /who set it/],
    ['set before the events that GitHub keeps', { events: [] }, /who set it/],
    [
      'the head has moved on',
      { pull: { head: { sha: 'c'.repeat(40), ref: 'topic', repo: null } } },
      /newer head/,
    ],
  ])('%s', async (_, situation, because) => {
    expect((await judged(situation)).label).toMatchObject({
      because: expect.stringMatching(because),
    });
  });
});

describe('a run that the label itself started', () => {
  const started = { ...event, action: 'labeled', label: 'memory-accepted' };

  it('needs no other proof', async () => {
    const { label: answer, api } = await judged({ runs: [] }, started);
    expect(answer).toEqual(accepted);
    expect(api.asked).not.toContain(`${repo}/actions/runs`);
  });

  it.each<[string, BaseEvent, Situation]>([
    ['another label', { ...started, label: 'bug' }, { runs: [] }],
    [
      'an older head',
      started,
      { runs: [], events: [labeled(20), happened('head_ref_force_pushed', 22)] },
    ],
  ])('unless it was %s', async (_, of, situation) => {
    expect((await judged(situation, of)).label.kind).toBe('not-accepted');
  });
});

describe('after the pull request', () => {
  it('a merge group counts as its pull request', async () => {
    const group: BaseEvent = {
      ...{ kind: 'merge-group', number: 7, baseSha: 'a'.repeat(40), headSha: 'd'.repeat(40) },
    };
    expect((await judged({}, group)).label).toEqual(accepted);
    const { label: answer, api } = await judged({}, { ...group, number: null });
    expect(answer).toEqual({ kind: 'not-accepted', because: null });
    expect(api.asked).toEqual([]);
  });

  it('the push that merges it too; a push of anything else does not', async () => {
    const merge = 'd'.repeat(40);
    const push = (after: string): BaseEvent => ({
      ...{ kind: 'push', branch: 'main', before: null, after, defaultBranch: 'main' },
    });
    const pulls = (mergeCommit: string): Routes => ({
      [`GET ${repo}/commits/${merge}/pulls`]: [
        { number: 6, merged_at: null, merge_commit_sha: merge },
        { number: 7, merged_at: at(40), merge_commit_sha: mergeCommit },
      ],
    });
    const events = [labeled(20), happened('merged', 40), happened('head_ref_deleted', 41)];
    expect((await judged({ events, others: pulls(merge) }, push(merge))).label).toEqual(accepted);
    const other = await judged({ events, others: pulls('e'.repeat(40)) }, push(merge));
    expect(other.label).toEqual({ kind: 'not-accepted', because: null });
  });

  it.each<BaseEvent | null>([
    { kind: 'tag', tag: 'v1' },
    { kind: 'other', name: 'schedule' },
    null,
  ])('%j has no label', async (of) => {
    const { label: answer, api } = await judged({}, of);
    expect(answer).toEqual({ kind: 'not-accepted', because: null });
    expect(api.asked).toEqual([]);
  });
});

describe('when GitHub does not answer', () => {
  const refused: Answer = {
    status: 403,
    json: { message: 'Resource not accessible by integration' },
  };

  it.each([
    ['pulls/7', 'the pull request', 'pull-requests: read'],
    ['issues/7/events', 'its events', 'pull-requests: read'],
    ['actions/runs', 'the workflow runs', 'actions: read'],
  ])('%s: says what permission is missing', async (path, what, permission) => {
    const { label: answer } = await judged({ others: { [`GET ${repo}/${path}`]: () => refused } });
    const because = answer.kind === 'not-accepted' ? answer.because : null;
    expect(because).toContain(`GitHub does not tell ${what} (403`);
    expect(because).toContain(`give the job "permissions: ${permission}"`);
    expect(because).not.toContain('secret-token');
  });

  it.each([
    [1, 'accepted'],
    [2, 'accepted'],
    [3, 'not-accepted'],
  ])('a failure of the server %d times in a row: %s', async (failures, kind) => {
    let left = failures;
    const whole = routes({})[`GET ${repo}/collaborators/grace/permission`];
    const { label: answer } = await judged({
      others: {
        [`GET ${repo}/collaborators/grace/permission`]: (request, url, body) =>
          left-- > 0 || typeof whole !== 'function'
            ? { status: 502, json: { message: 'Server Error' } }
            : whole(request, url, body),
      },
    });
    expect(answer.kind).toBe(kind);
  });

  it.each<[string, Answer]>([
    ['text that is no JSON', { text: '<html>' }],
    ['another shape', { json: { number: 'seven' } }],
    ['null', { json: null }],
    ['a time that is none', { json: { number: 7, created_at: 'yesterday', labels: [], head: {} } }],
  ])('%s is not accepted', async (_, answer) => {
    const { label: result } = await judged({ others: { [`GET ${repo}/pulls/7`]: () => answer } });
    expect(result).toMatchObject({
      kind: 'not-accepted',
      because: expect.stringContaining('GitHub'),
    });
  });

  it('more events than anybody wants to read', async () => {
    const events = Array.from({ length: 2500 }, () => happened('subscribed', 2));
    expect((await judged({ events })).label).toMatchObject({
      kind: 'not-accepted',
      because: expect.stringContaining('more than 2000 events'),
    });
  });

  it('nobody is there', async () => {
    const request = { token: 't', apiUrl: 'http://127.0.0.1:1', repository: 'org/repo', event };
    const answer = await acceptedLabel({ ...request, retryDelayMs: 1 });
    expect(answer).toMatchObject({
      kind: 'not-accepted',
      because: expect.stringContaining('run the job again'),
    });
  });
});
