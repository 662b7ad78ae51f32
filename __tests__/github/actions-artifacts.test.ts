import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openArtifacts, type ActionsArtifactsOptions } from '../../src/github/actions-artifacts.ts';
import { Refused } from '../../src/github/api-call.ts';
import type { ArtifactStore, UploadRequest } from '../../src/github/artifact-store.ts';
import { readPackedReport } from '../../src/report/packed-report.ts';
import { artifactService, type ArtifactService } from '../support/artifact-service.ts';
import { sampleReport } from '../support/sample-report.ts';
import { tempFolder } from '../support/temp-folder.ts';

const names = ['ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN', 'GITHUB_SERVER_URL'];
const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));

let service: ArtifactService;
let printed: string[];

beforeEach(async () => {
  service = await artifactService();
  // The client looks into the environment by itself.
  for (const name of names) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, service.env);
  printed = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed.push(String(chunk));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of names) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before[name];
  }
});

const open = (of: Partial<ActionsArtifactsOptions> = {}): Promise<ArtifactStore> =>
  openArtifacts({ env: process.env, retryDelayMs: 1, ...of });

function upload(of: Partial<UploadRequest> = {}): UploadRequest {
  const root = tempFolder();
  mkdirSync(join(root, 'heap'));
  const files = ['report.json', 'heap/index.html'].map((name) => join(root, name));
  writeFileSync(files[0]!, JSON.stringify(sampleReport()));
  writeFileSync(files[1]!, '<p>heap</p>');
  return { ...{ name: 'a', files, root, retentionDays: null, compressionLevel: 6 }, ...of };
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`);
  return error.message;
}
const called = (): string[] => service.calls.map(({ name }) => name);

describe('an artifact', () => {
  it.each(['snake', 'camel'] as const)(
    'is uploaded, listed and downloaded again, %s',
    async (names) => {
      service.names = names;
      const store = await open();
      const stored = await store.upload(upload());
      expect(stored).toEqual({ id: 100, name: 'a', bytes: service.artifacts[0]!.zip.length });
      expect(await store.list()).toEqual([stored]);
      const zip = await store.download(stored.id, 1 << 20);
      expect(await readPackedReport(zip)).toMatchObject({ kind: 'report' });
      expect(service.artifacts[0]).toMatchObject({ finalized: true, expiresAt: undefined });
    },
  );

  it('is kept as long as it is asked for', async () => {
    await (await open()).upload(upload({ retentionDays: 3 }));
    const days = (Date.parse(service.artifacts[0]!.expiresAt!) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(2.9);
    expect(days).toBeLessThan(3.1);
  });

  it('is refused above the limit, while it comes', async () => {
    const store = await open();
    const { id } = await store.upload(upload());
    expect(await refusal(store.download(id, 100))).toBe(
      'the artifact is larger than 100 B and is not read',
    );
    expect(await refusal(store.download(999, 100))).toMatch(/has no artifact 999/);
  });

  it('does not disturb the log, but for what is to be masked', async () => {
    const store = await open();
    await store.upload(upload());
    await store.list();
    const said = printed.join('').split('\n').filter(Boolean);
    expect(said.filter((line) => !line.startsWith('::debug::'))).toEqual([
      '::add-mask::signature',
      '::add-mask::signature',
    ]);
    expect(said.join('\n')).toMatch(/::debug::Beginning upload of artifact content/);
  });

  it('others may print meanwhile', async () => {
    const store = await open();
    const uploaded = store.upload(upload());
    process.stdout.write('ours\n');
    await uploaded;
    process.stdout.write('ours again\n');
    expect(printed).toEqual(expect.arrayContaining(['ours\n', 'ours again\n']));
  });

  it('the token of the run goes to the service and never to the storage', async () => {
    const store = await open();
    const { id } = await store.upload(upload());
    await store.download(id, 1 << 20);
    const of = (kind: RegExp): (string | undefined)[] =>
      service.calls.filter(({ name }) => kind.test(name)).map((call) => call.authorization);
    expect(of(/^(?:PUT|GET) /)).toEqual(of(/^(?:PUT|GET) /).map(() => undefined));
    expect(of(/^[A-Z][a-z]/)).toEqual(
      of(/^[A-Z][a-z]/).map(() => `Bearer ${service.env['ACTIONS_RUNTIME_TOKEN']!}`),
    );
  });
});

describe('where something is wrong,', () => {
  it('a name that is taken is refused with the input that helps', async () => {
    const store = await open();
    await store.upload(upload());
    expect(await refusal(store.upload(upload()))).toMatch(
      /^artifact a was not uploaded \(.*\(409\).*\); another step .* input "key" of its own$/,
    );
  });

  it.each([429, 503, 'reset', 'garbage'] as const)(
    'an upload is tried again: %s',
    async (fault) => {
      service.fail('CreateArtifact', fault);
      const { id } = await (await open()).upload(upload());
      expect(service.artifacts).toMatchObject([{ id, finalized: true }]);
      expect(called().filter((name) => name === 'CreateArtifact')).toHaveLength(2);
    },
  );

  it('storage that is in trouble is asked again', async () => {
    service.fail('PUT block', 503);
    await (await open()).upload(upload());
    expect(service.artifacts[0]!.zip.length).toBeGreaterThan(100);
    expect(called().filter((name) => name === 'PUT block')).toHaveLength(2);
  });

  it('an upload whose end was never answered is not taken for a name that is in use', async () => {
    service.fail('FinalizeArtifact', 'reset');
    expect(await refusal((await open()).upload(upload()))).toMatch(
      /ECONNRESET.*; the runner does not reach the storage/,
    );
  });

  it.each([
    [403, /the job may not upload artifacts/],
    [400, /run the job again/],
  ])('an upload that is refused (%d) says what to do', async (status, fix) => {
    service.fail('CreateArtifact', status);
    expect(await refusal((await open()).upload(upload()))).toMatch(fix);
  });

  it('an upload that takes too long is given up', async () => {
    service.fail('CreateArtifact', 'silence');
    const started = Date.now();
    const store = await open({ budgetMs: 300 });
    expect(await refusal(store.upload(upload()))).toMatch(/it took more than 0.3 s/);
    expect(await refusal(store.upload(upload()))).toMatch(/uploads before it took all of the time/);
    expect(Date.now() - started).toBeLessThan(60_000);
  });

  it.each([
    ['ListArtifacts', 429],
    ['GetSignedArtifactURL', 500],
    ['GetSignedArtifactURL', 'reset'],
    ['GetSignedArtifactURL', 'garbage'],
    ['GET blob', 503],
    ['GET blob', 'reset'],
  ] as const)('a download is tried again: %s, %s', async (name, fault) => {
    const store = await open();
    const { id } = await store.upload(upload());
    service.fail(name, fault, 2);
    expect((await store.download(id, 1 << 20)).length).toBe(service.artifacts[0]!.zip.length);
  });

  it.each([
    ['ListArtifacts', 403, 1],
    ['ListArtifacts', 500, 3],
    ['GetSignedArtifactURL', 404, 1],
    ['GET blob', 404, 1],
    ['GET blob', 500, 3],
  ] as const)('a download that fails is refused: %s, %d', async (name, status, tries) => {
    const store = await open();
    const { id } = await store.upload(upload());
    const before = called().filter((one) => one === name).length;
    service.fail(name, status, 9);
    expect(await refusal(store.download(id, 1 << 20))).toMatch(
      new RegExp(`\\(${String(status)}\\)`),
    );
    expect(called().filter((one) => one === name)).toHaveLength(before + tries);
  });

  it.each([
    [{}, /no access to artifacts/],
    [{ ACTIONS_RUNTIME_TOKEN: 'x', ACTIONS_RESULTS_URL: 'nonsense' }, /no access to artifacts/],
    [{ GITHUB_SERVER_URL: 'https://github.example.com' }, /GitHub Enterprise Server/],
  ])('there is no store: %j', async (env, because) => {
    expect(await refusal(open({ env }))).toMatch(because);
  });

  it('a token that names no run is refused', async () => {
    const env = { ...service.env, ACTIONS_RUNTIME_TOKEN: 'a.b.c' };
    expect(await refusal((await open({ env })).download(1, 10))).toMatch(
      /does not name its workflow/,
    );
  });
});
