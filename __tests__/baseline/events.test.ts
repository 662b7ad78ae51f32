import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parseEvent } from '../../src/baseline/events.ts';

const a = 'a'.repeat(40);
const b = 'b'.repeat(40);
const zeros = '0'.repeat(40);
const own = { full_name: 'org/repo' };

/** As GitHub sends it, but for what nobody reads. */
const pullRequest = {
  action: 'synchronize',
  number: 7,
  pull_request: {
    number: 7,
    state: 'open',
    base: { label: 'org:main', ref: 'main', sha: a, repo: own },
    head: { label: 'ada:topic', ref: 'topic', sha: b, repo: { full_name: 'ada/repo' } },
    labels: [{ id: 1, name: 'memory-accepted' }],
  },
  repository: { ...own, default_branch: 'main' },
};
const mergeGroup = {
  action: 'checks_requested',
  merge_group: {
    head_sha: b,
    head_ref: `refs/heads/gh-readonly-queue/main/pr-104-${a}`,
    base_sha: a,
    base_ref: 'refs/heads/main',
  },
};
const push = {
  ref: 'refs/heads/feature/x',
  before: a,
  after: b,
  created: false,
  deleted: false,
  forced: false,
  repository: { ...own, default_branch: 'trunk' },
};

it.each([
  [
    'pull_request',
    pullRequest,
    {
      ...{ kind: 'pull-request', number: 7, action: 'synchronize', label: null, fork: true },
      ...{ baseRef: 'main', baseSha: a, headSha: b },
    },
  ],
  [
    'pull_request_target',
    {
      ...pullRequest,
      action: 'labeled',
      label: { name: 'memory-accepted' },
      pull_request: {
        ...pullRequest.pull_request,
        head: { ...pullRequest.pull_request.head, repo: own },
      },
    },
    { kind: 'pull-request', action: 'labeled', label: 'memory-accepted', fork: false },
  ],
  ['merge_group', mergeGroup, { kind: 'merge-group', baseSha: a, headSha: b, number: 104 }],
  [
    'push',
    push,
    { kind: 'push', branch: 'feature/x', before: a, after: b, defaultBranch: 'trunk' },
  ],
  ['push', { ...push, before: zeros }, { kind: 'push', before: null }],
  ['push', { ...push, ref: 'refs/tags/v1.2.3' }, { kind: 'tag', tag: 'v1.2.3' }],
  ['schedule', { schedule: '0 3 * * *' }, { kind: 'other', name: 'schedule' }],
  ['workflow_dispatch', null, { kind: 'other', name: 'workflow_dispatch' }],
])('%s %#', (name, payload, expected) => {
  expect(parseEvent(name, payload)).toMatchObject(expected);
});

it('a pull request whose fork is gone is still one', () => {
  const head = { ...pullRequest.pull_request.head, repo: null };
  const gone = { ...pullRequest, pull_request: { ...pullRequest.pull_request, head } };
  expect(parseEvent('pull_request', gone)).toMatchObject({ kind: 'pull-request', fork: true });
});

it('without a name there is no event', () => {
  expect(parseEvent(null, push)).toBeNull();
  expect(parseEvent('', push)).toBeNull();
});

describe('what git could take for something else is refused', () => {
  const withRef = (ref: unknown): unknown => ({ ...push, ref });
  const withBase = (base: object): unknown => ({
    ...pullRequest,
    pull_request: {
      ...pullRequest.pull_request,
      base: { ...pullRequest.pull_request.base, ...base },
    },
  });
  it.each([
    ['push', withRef('--upload-pack=x')],
    ['push', withRef('refs/heads/a..b')],
    ['push', withRef('refs/heads/a b')],
    ['push', withRef('refs/heads/a\u0000b')],
    ['push', withRef(`refs/heads/${'a'.repeat(5000)}`)],
    ['push', { ...push, after: 'HEAD' }],
    ['push', { ...push, before: `${a}x` }],
    ['pull_request', withBase({ sha: '-h' })],
    ['pull_request', withBase({ ref: '--output=/etc/passwd' })],
    ['pull_request', withBase({ ref: 'a^{commit}' })],
    ['merge_group', { merge_group: { ...mergeGroup.merge_group, base_sha: 'main' } }],
  ])('%s %#', (name, payload) => {
    expect(parseEvent(name, payload)).toEqual({ kind: 'other', name });
  });
});

it('never throws, whatever the payload', () => {
  const name = fc.constantFrom('push', 'pull_request', 'merge_group', '__proto__', 'constructor');
  fc.assert(
    fc.property(name, fc.anything(), (event, payload) => {
      expect(parseEvent(event, payload)).not.toBeNull();
    }),
  );
});

it('never throws on a real payload with a part replaced', () => {
  const whole = [
    ['pull_request', pullRequest],
    ['merge_group', mergeGroup],
    ['push', push],
  ] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...whole),
      fc.nat(),
      fc.jsonValue(),
      ([name, payload], at, other) => {
        const text = JSON.stringify(payload);
        const values = [...text.matchAll(/(?<=:)(?:"[^"]*"|true|false|\d+)/g)];
        const value = values[at % values.length];
        const changed =
          text.slice(0, value?.index) +
          JSON.stringify(other) +
          text.slice((value?.index ?? 0) + (value?.[0].length ?? 0));
        const event = parseEvent(name, JSON.parse(changed));
        expect(['other', 'push', 'tag', 'pull-request', 'merge-group']).toContain(event?.kind);
      },
    ),
  );
});
