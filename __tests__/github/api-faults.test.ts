import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { shortHash, withMarker } from '../../src/github/comment-marker.ts';
import { concludeCheck, findCheck, startCheck } from '../../src/github/check-run.ts';
import type { Github } from '../../src/github/client.ts';
import type { Outcome } from '../../src/github/outcome.ts';
import { findPullRequests } from '../../src/github/pull-request.ts';
import { publishComment } from '../../src/github/sticky-comment.ts';
import { slug } from '../support/act-github.ts';
import type { Annotation } from '../../src/render/annotations.ts';
import { apiFaults, type NamedFault } from '../support/api-faults.ts';
import { hostedPull, type HostedCheck, type HostedPull } from '../support/hosted-pull.ts';

// All cases of a call share one pull request: each has a subject of its own.
let pull: HostedPull;
let token: string;
let cases = 0;

afterEach(() => pull.proxy.heal());

/** Of every call: short where nothing will come, longer where the others have to come to a good end on a busy machine. */
let timeoutMs = 5_000;
const github = async (): Promise<Github> => await pull.github({ token, timeoutMs });
const comment = async (key: string, id = 100): Promise<Outcome<unknown>> =>
  await publishComment(await github(), {
    ...{ number: pull.number, key, body: `${key} of ${String(id)}`, digest: key, problems: true },
    ...{ mode: 'always', run: { id: String(id), attempt: '1' } },
  });
const commentsOf = async (key: string): Promise<string[]> =>
  (await pull.comments())
    .map(({ body }) => body.slice(body.indexOf('\n') + 1))
    .filter((text) => text.startsWith(`${key} of `));

const twoComments = async (key: string): Promise<void> => {
  const path = `/repos/${slug}/issues/${String(pull.number)}/comments`;
  for (const id of ['98', '99']) {
    const marker = { key: shortHash(key), digest: shortHash(key), run: { id, attempt: '1' } };
    const body = withMarker(marker, `${key} of ${id}`);
    await pull.api.ask(`token ${token}`, 'POST', path, { body });
  }
};

const checkOf = (externalId: string): Parameters<typeof startCheck>[1] => ({
  ...{ name: 'crash guard', headSha: pull.headSha, externalId, detailsUrl: null },
});
const conclude = async (externalId: string): Promise<Outcome<unknown>> => {
  const started = await startCheck(await github(), checkOf(externalId));
  if (started.kind !== 'done') return started;
  const where = { path: 'a.go', line: 1, title: 'panic' };
  const annotation: Annotation = { ...where, message: 'boom', level: 'error' };
  return await concludeCheck(await github(), {
    ...{ id: started.value.id, conclusion: 'failure', title: 't', summary: 's', text: '' },
    annotations: Array.from({ length: 120 }, () => annotation),
    detailsUrl: null,
  });
};
const checksOf = async (externalId: string): Promise<HostedCheck[]> =>
  (await pull.checks()).filter((check) => check.external_id === externalId);

interface Call {
  name: string;
  asks: RegExp;
  /** What is there before anything goes wrong. */
  before?: (subject: string) => Promise<unknown>;
  act: (subject: string) => Promise<Outcome<unknown>>;
  /** What a refusal tells that is missing. */
  permission: string;
  /** What holds after a fault that passed. */
  afterwards: (subject: string) => Promise<void>;
  /** Refusals with these statuses do no harm. */
  harmless?: readonly string[];
  /** Nor do these, if the next try is not refused. */
  harmlessOnce?: readonly string[];
}

const oneComment = async (key: string): Promise<void> => {
  expect(await commentsOf(key)).toEqual([`${key} of 100`]);
};
const oneCheck = async (externalId: string): Promise<void> => {
  expect(await checksOf(externalId)).toMatchObject([
    { status: 'completed', conclusion: 'failure', output: { annotations_count: 120 } },
  ]);
};
const nothing = async (): Promise<void> => Promise.resolve();
const writePull = 'pull-requests: write';
const readPull = 'pull-requests: read';
const writeChecks = 'checks: write';
const everyRefusal = ['401', '403', '404', '422'];

const calls: readonly Call[] = [
  {
    ...{ name: 'the state of the pull request', asks: /^GET .*\/pulls\/\d+$/ },
    ...{ act: comment, permission: readPull, afterwards: oneComment, harmless: ['404'] },
  },
  {
    ...{ name: 'whose the token is, by GraphQL', asks: /^POST \/graphql$/, act: comment },
    ...{ permission: '', afterwards: oneComment, harmless: everyRefusal },
  },
  {
    ...{ name: 'whose the token is, by REST', asks: /^GET \/user$/, act: comment },
    ...{ permission: '', afterwards: oneComment, harmless: everyRefusal },
  },
  {
    ...{ name: 'the comments', asks: /^GET .*\/issues\/\d+\/comments$/, act: comment },
    ...{ permission: writePull, afterwards: oneComment },
  },
  {
    ...{ name: 'a new comment', asks: /^POST .*\/issues\/\d+\/comments$/, act: comment },
    ...{ permission: writePull, afterwards: oneComment },
  },
  {
    ...{ name: 'another text for the comment', asks: /^PATCH .*\/issues\/comments\/\d+$/ },
    ...{ permission: writePull, afterwards: oneComment, harmlessOnce: ['404'] },
    ...{ before: async (key) => await comment(key, 99), act: comment },
  },
  {
    ...{ name: 'a second comment that goes', asks: /^DELETE .*\/issues\/comments\/\d+$/ },
    ...{ permission: writePull, afterwards: nothing, harmless: everyRefusal },
    ...{ before: twoComments, act: comment },
  },
  {
    ...{ name: 'a new check run', asks: /^POST .*\/check-runs$/, act: conclude },
    ...{ permission: writeChecks, afterwards: oneCheck },
  },
  {
    ...{ name: 'the end of a check run', asks: /^PATCH .*\/check-runs\/\d+$/, act: conclude },
    ...{ permission: writeChecks, afterwards: oneCheck, harmlessOnce: ['422'] },
  },
  {
    ...{ name: 'the check runs of a commit', asks: /^GET .*\/commits\/\w+\/check-runs$/ },
    ...{ permission: writeChecks, afterwards: nothing },
    before: async (externalId) => await startCheck(await github(), checkOf(externalId)),
    act: async (externalId) => await findCheck(await github(), checkOf(externalId)),
  },
  {
    ...{ name: 'the pull requests of a branch', asks: /^GET .*\/pulls$/ },
    ...{ permission: readPull, afterwards: nothing },
    act: async () => {
      const head = { headSha: pull.headSha, headRepository: slug, headBranch: 'topic' };
      const found = await findPullRequests(await github(), head);
      return found.kind === 'refused' ? found : { kind: 'done', value: found };
    },
  },
];

const hope = /run the job again/;

/** What each refusal says that can be done about it. */
const advice = (call: Call): Record<string, RegExp> => ({
  '401': /the token is not valid/,
  '403': new RegExp(`"permissions: ${call.permission}":\npermissions:\n  contents: read\n  `),
  '404': new RegExp(`"permissions: ${call.permission}"`),
  '422': /report this as a bug/,
});

const play = async (
  call: Call,
  { fault }: NamedFault,
  times: number,
): Promise<{ subject: string; outcome: Outcome<unknown> }> => {
  const subject = `case ${String(++cases)}`;
  timeoutMs = 5_000;
  await call.before?.(subject);
  const endsWell = times === 1 || call.harmless === everyRefusal;
  if (fault.kind === 'silence') timeoutMs = endsWell ? 1_500 : 300;
  pull.proxy.fail(({ method, path }) => call.asks.test(`${method} ${path}`), fault, times);
  return { subject, outcome: await call.act(subject) };
};

describe.each(calls)('$name', (call) => {
  beforeAll(async () => {
    pull = await hostedPull();
    token = await pull.api.token();
  });

  it.each(apiFaults)('once: $name', async (named) => {
    const { subject, outcome } = await play(call, named, 1);
    const { harmless = [], harmlessOnce = [] } = call;
    if (named.passes) {
      expect(outcome.kind).toBe('done');
      await call.afterwards(subject);
    } else if ([...harmless, ...harmlessOnce].includes(named.name)) {
      expect(outcome.kind).toMatch(/^(?:done|skipped)$/);
    } else {
      const warning = expect.stringMatching(advice(call)[named.name] ?? /^$/);
      expect(outcome).toEqual({ kind: 'refused', warning });
    }
  });

  it.each(apiFaults)('again and again: $name', async (named) => {
    const { subject, outcome } = await play(call, named, 1000);
    if (call.harmless === everyRefusal || call.harmless?.includes(named.name) === true) {
      expect(outcome.kind).toMatch(/^(?:done|skipped)$/);
    } else if (outcome.kind === 'done') {
      expect(named.passes).toBe(true);
      await call.afterwards(subject);
    } else {
      const warning = expect.stringMatching(advice(call)[named.name] ?? hope);
      expect(outcome).toEqual({ kind: 'refused', warning });
      expect(JSON.stringify(outcome)).not.toContain(token);
    }
  });
});
