import { expect, it } from '@jest/globals';
import { publishComment } from '../../src/github/sticky-comment.ts';
import { slug } from '../support/act-github.ts';
import { good, marked, request, run, texts } from '../support/comment-requests.ts';
import { faultProxy, type PassingRequest } from '../support/fault-proxy.ts';
import { hostedPull } from '../support/hosted-pull.ts';

it.each([
  ['an older run', run(99)],
  ['an older attempt', run(100, 1)],
])('%s leaves the text of a newer one', async (_, older) => {
  const pull = await hostedPull();
  await publishComment(await pull.github(), request(pull, run(100, 2)));
  const late = await publishComment(await pull.github(), request(pull, { ...good, ...older }));
  expect(late).toEqual({
    ...{ kind: 'skipped', because: 'the comment tells of a newer run already' },
  });
  expect(await texts(pull)).toEqual(['## Two crashes\n']);
});

it('a later attempt, and the same one again, replace the text', async () => {
  const pull = await hostedPull();
  await publishComment(await pull.github(), request(pull, run(100)));
  await publishComment(await pull.github(), request(pull, { ...run(100), body: 'with links' }));
  expect(await texts(pull)).toEqual(['with links']);
  await publishComment(await pull.github(), request(pull, { ...run(100, 2), body: 'again' }));
  expect(await texts(pull)).toEqual(['again']);
});

it('two at the same time end with one comment, of the newer run', async () => {
  const pull = await hostedPull();
  const path = `/repos/${slug}/issues/${String(pull.number)}/comments`;
  // Both have looked, and found nothing, before either writes.
  let waiting = 0;
  let go = (): void => undefined;
  const both = new Promise<void>((resolve) => (go = resolve));
  pull.proxy.before = async (asked) => {
    if (asked.method !== 'POST' || asked.path !== path) return;
    if (++waiting === 2) go();
    await both;
  };
  const outcomes = await Promise.all([
    publishComment(await pull.github(), request(pull, { body: 'newer', ...run(101) })),
    publishComment(await pull.github(), request(pull, { body: 'older', ...run(100) })),
  ]);
  expect(waiting).toBe(2);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
  expect(await texts(pull)).toEqual(['newer']);
});

it.each([
  ['nothing is there', 0],
  ['a comment is there', 1],
])('three at the same time, in any order: %s', async (_, earlier) => {
  const pull = await hostedPull();
  for (let id = 0; id < earlier; id++)
    await publishComment(await pull.github(), request(pull, run(id)));
  let turn = 0;
  pull.proxy.before = async () => {
    // The same order each time, and none that a run could count on.
    const delayMs = (++turn * 7919) % 23;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  };
  const runs = [102, 100, 101].map(async (id) => {
    // What is under way reaches the comment before the newest looks at it for the last time.
    const github = await pull.github({ retryDelayMs: 2_000 });
    return await publishComment(github, request(pull, { ...run(id), body: String(id) }));
  });
  const outcomes = await Promise.all(runs);
  expect(outcomes.map(({ kind }) => kind)).not.toContain('refused');
  expect(await texts(pull)).toEqual(['102']);
});

it('one that has to try again leaves what a newer one wrote meanwhile', async () => {
  const pull = await hostedPull();
  await publishComment(await pull.github(), request(pull, run(100)));
  const isUpdate = ({ method }: PassingRequest): boolean => method === 'PATCH';
  const failure = { kind: 'answer', status: 502, body: '<html>' } as const;
  let newer: Promise<unknown> = Promise.resolve();
  const ofOlder = await faultProxy(pull.proxy.url);
  ofOlder.fail((asked) => {
    if (!isUpdate(asked)) return false;
    // The older run has looked and written in vain; before it tries again the newer one is through.
    newer = pull
      .github()
      .then((github) => publishComment(github, request(pull, { body: 'newer', ...run(102) })));
    return true;
  }, failure);
  ofOlder.before = async () => {
    await newer;
  };
  const patient = await pull.github({ apiUrl: ofOlder.url, timeoutMs: 20_000 });
  const older = await publishComment(patient, request(pull, { body: 'older', ...run(101) }));
  await newer;
  expect(older.kind).toBe('skipped');
  expect(await texts(pull)).toEqual(['newer']);
});

it('comments that an earlier accident left are joined', async () => {
  const pull = await hostedPull();
  const path = `/repos/${slug}/issues/${String(pull.number)}/comments`;
  for (const id of [90, 95, 92])
    await pull.api.ask(`token ${await pull.api.token()}`, 'POST', path, {
      body: marked(request(pull, { body: `run ${String(id)}`, ...run(id) })),
    });
  const [oldest] = await pull.comments();
  const outcome = await publishComment(await pull.github(), request(pull, run(91)));
  expect(outcome.kind).toBe('skipped');
  const left = await pull.comments();
  expect(left.map(({ id }) => id)).toEqual([oldest?.id]);
  expect(await texts(pull)).toEqual(['run 95']);
});
