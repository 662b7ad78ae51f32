import { describe, expect, it } from '@jest/globals';
import {
  concludeCheck,
  findCheck,
  startCheck,
  type CheckConclusion,
  type ConcludedCheck,
} from '../../src/github/check-run.ts';
import type { Outcome } from '../../src/github/outcome.ts';
import type { Annotation } from '../../src/render/annotations.ts';
import { slug } from '../support/act-github.ts';
import type { PassingRequest } from '../support/fault-proxy.ts';
import { hostedPull, type HostedPull } from '../support/hosted-pull.ts';

const annotation = (of: Partial<Annotation> = {}): Annotation => ({
  ...{ path: 'pool/pool.go', line: 42, title: 'panic', message: 'boom', level: 'error', ...of },
});
const many = (count: number): Annotation[] =>
  Array.from({ length: count }, (_, i) => annotation({ line: i + 1 }));
const start = (pull: HostedPull, externalId = '100/1/test'): Parameters<typeof startCheck>[1] => ({
  ...{ name: 'crash guard', headSha: pull.headSha, externalId },
  detailsUrl: 'https://github.com/org/repo/actions/runs/100',
});
const isEnd = ({ method, path }: PassingRequest): boolean =>
  method === 'PATCH' && path.includes('/check-runs/');

async function concluded(
  pull: HostedPull,
  of: Partial<CheckConclusion> = {},
): Promise<Outcome<ConcludedCheck>> {
  const started = await startCheck(await pull.github(), start(pull));
  if (started.kind !== 'done') throw new Error('the check run did not start');
  return await concludeCheck(await pull.github(), {
    ...{ id: started.value.id, conclusion: 'failure', title: '2 crashes', summary: 'Two.' },
    ...{ text: 'More.', annotations: [annotation()], detailsUrl: null, ...of },
  });
}

async function shown(pull: HostedPull): Promise<{ start_line: number }[]> {
  const [check] = await pull.checks();
  const path = `/repos/${slug}/check-runs/${String(check?.id)}/annotations?per_page=100`;
  const first = await pull.ask('grace', 'GET', path);
  return (first as { check_annotations: { start_line: number }[] }).check_annotations;
}

it('is in progress from the start, and concluded at the end', async () => {
  const pull = await hostedPull();
  await startCheck(await pull.github(), start(pull));
  expect(await pull.checks()).toMatchObject([
    {
      ...{ name: 'crash guard', status: 'in_progress', conclusion: null },
      ...{ external_id: '100/1/test', details_url: start(pull).detailsUrl },
    },
  ]);
});

it.each(['success', 'failure', 'neutral'] as const)('%s', async (conclusion) => {
  const pull = await hostedPull();
  const outcome = await concluded(pull, { conclusion });
  const [check] = await pull.checks();
  expect(outcome).toEqual({
    kind: 'done',
    value: { url: expect.stringContaining(String(check?.id)), annotated: 1, warning: null },
  });
  expect(check).toMatchObject({
    ...{ status: 'completed', conclusion },
    output: { title: '2 crashes', summary: 'Two.', text: 'More.', annotations_count: 1 },
  });
  expect(await shown(pull)).toMatchObject([
    {
      ...{ path: 'pool/pool.go', start_line: 42, end_line: 42 },
      ...{ annotation_level: 'failure', message: 'boom' },
    },
  ]);
});

describe('many annotations', () => {
  it.each([
    [0, 1],
    [50, 1],
    [51, 2],
    [120, 3],
  ])('%d go in %d requests', async (count, requests) => {
    const pull = await hostedPull();
    const outcome = await concluded(pull, { annotations: many(count) });
    expect(outcome).toMatchObject({ value: { annotated: count, warning: null } });
    expect(pull.proxy.asked.filter((asked) => asked.startsWith('PATCH'))).toHaveLength(requests);
    expect((await shown(pull)).map((each) => each.start_line)).toEqual(
      many(Math.min(count, 100)).map(({ line }) => line),
    );
  });

  it('no more than the token can afford', async () => {
    const pull = await hostedPull();
    expect(await concluded(pull, { annotations: many(620) })).toMatchObject({
      value: {
        annotated: 500,
        warning: '120 of 620 annotations are not in the check run: only the first 500 can be sent',
      },
    });
  });

  it('the first request concludes: what comes after may fail', async () => {
    const pull = await hostedPull();
    let ends = 0;
    pull.proxy.fail((request) => isEnd(request) && ++ends > 1, { kind: 'reset', after: false }, 99);
    expect(await concluded(pull, { annotations: many(120) })).toMatchObject({
      kind: 'done',
      value: { annotated: 50, warning: expect.stringMatching(/^70 of 120 annotations.*no answer/) },
    });
    expect(await pull.checks()).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
  });

  it.each([
    ['the first batch', 1, 70],
    ['the second batch', 2, 70],
  ])('GitHub refuses %s: the others are shown', async (_, refused, annotated) => {
    const pull = await hostedPull();
    let ends = 0;
    pull.proxy.fail((request) => isEnd(request) && ++ends === refused, {
      ...{ kind: 'answer', status: 422, body: '{"message":"Invalid request. line 7"}' },
    });
    expect(await concluded(pull, { annotations: many(120) })).toMatchObject({
      kind: 'done',
      value: { annotated, warning: expect.stringContaining('50 of 120') },
    });
    const [check] = await pull.checks();
    expect(check).toMatchObject({ status: 'completed', output: { annotations_count: annotated } });
  });

  it('those that have no line are counted, and do no harm to others', async () => {
    const pull = await hostedPull();
    const annotations = [
      ...[annotation(), annotation({ line: 0 }), annotation({ path: '' })],
      ...[annotation({ line: 1.5 }), annotation({ message: '' }), annotation({ line: 2 ** 40 })],
    ];
    expect(await concluded(pull, { annotations })).toMatchObject({
      value: { annotated: 1, warning: expect.stringContaining('5 of 6 annotations') },
    });
  });

  it('an answer that is lost twice does not double them', async () => {
    const pull = await hostedPull();
    pull.proxy.fail(isEnd, { kind: 'reset', after: true }, 2);
    await concluded(pull, { annotations: many(120) });
    expect(await pull.checks()).toMatchObject([{ output: { annotations_count: 120 } }]);
  });

  it('an answer that is lost, and nobody can tell: refused', async () => {
    const pull = await hostedPull();
    pull.proxy.fail(isEnd, { kind: 'reset', after: true }, 99);
    const isLook = (request: PassingRequest): boolean =>
      request.method === 'GET' && /\/check-runs\/\d+$/.test(request.path);
    pull.proxy.fail(isLook, { kind: 'answer', status: 500, body: '{}' }, 99);
    expect(await concluded(pull)).toMatchObject({ kind: 'refused' });
    expect(await pull.checks()).toMatchObject([{ status: 'completed' }]);
  });
});

describe('texts that are too long', () => {
  it.each([
    ['characters of one byte', 'x'],
    ['characters of four bytes', '𝛌'],
    ['halves of characters', '\ud835'],
    ['NULs', '\0'],
  ])('%s: as much as GitHub takes', async (_, character) => {
    const pull = await hostedPull();
    const long = character.repeat(200_000);
    const outcome = await concluded(pull, {
      ...{ title: long, summary: long, text: long },
      annotations: [annotation({ title: long, message: long })],
    });
    expect(outcome).toMatchObject({ kind: 'done', value: { annotated: 1, warning: null } });
    const [check] = await pull.checks();
    const { title = '', summary = '' } = check?.output ?? {};
    expect(title.length).toBeGreaterThan(250);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(65_520);
    expect(`${title}${summary}`).not.toMatch(/\0|\p{Surrogate}/u);
  });

  it('no texts at all', async () => {
    const pull = await hostedPull();
    expect(await concluded(pull, { title: '', summary: '', text: '' })).toMatchObject({
      kind: 'done',
    });
  });
});

describe('a check run whose number was lost', () => {
  it('is found by what it was started for', async () => {
    const pull = await hostedPull();
    await startCheck(await pull.github(), start(pull, '100/1/other'));
    const started = await startCheck(await pull.github(), start(pull));
    expect(await findCheck(await pull.github(), start(pull))).toEqual(started);
  });

  it('is not found once it is concluded', async () => {
    const pull = await hostedPull();
    await concluded(pull);
    expect(await findCheck(await pull.github(), start(pull))).toEqual({
      ...{ kind: 'skipped', because: 'no check run is open' },
    });
  });
});
