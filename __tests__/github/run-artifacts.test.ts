import { beforeEach, describe, expect, it } from '@jest/globals';
import { Refused } from '../../src/github/api-call.ts';
import { openGithub } from '../../src/github/client.ts';
import { openRunArtifacts, type ArtifactReader } from '../../src/github/run-artifacts.ts';
import { faultProxy, type Fault, type FaultProxy } from '../support/fault-proxy.ts';
import { githubApi } from '../support/github-api.ts';
import { leaveArtifacts, type BlobHost } from '../support/run-artifacts.ts';

const zip = Buffer.from('PK the bytes');
const names = ['report-a', 'other', 'report-b', 'report-c'];
let proxy: FaultProxy;
let host: BlobHost;
let reader: ArtifactReader;

/** The calls take no longer than that: short where nothing will come, long where a busy machine takes its time. */
function openReader(timeoutMs: number): void {
  const options = { token: 'secret', repository: 'org/repo', retryDelayMs: 1, timeoutMs };
  reader = openRunArtifacts(openGithub({ apiUrl: proxy.url, ...options }), 7, 'report-');
}

beforeEach(async () => {
  proxy = await faultProxy((await githubApi({})).url);
  host = await leaveArtifacts(
    proxy,
    7,
    names.map((name) => ({ name, zip, expired: name === 'report-c' })),
  );
  openReader(30_000);
});

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`);
  return error.warning;
}

describe('the artifacts of another run', () => {
  it('are listed by the beginning of their names, without those that expired', async () => {
    expect(await reader.list()).toMatchObject([
      { id: 7000, name: 'report-a', bytes: zip.length },
      { id: 7002, name: 'report-b', bytes: zip.length },
    ]);
  });

  it('are downloaded without our token', async () => {
    expect(Buffer.from(await reader.download(7000, 100))).toEqual(zip);
    expect(host.asked).toEqual([{ path: '/blob/0', authorization: undefined }]);
  });

  it('are not read beyond the limit', async () => {
    expect(await refusal(reader.download(7000, 5))).toBe(
      'the artifact is larger than 5 B and is not read',
    );
  });
});

const answer = (status: number, body = '{"message":"the test says so"}'): Fault => ({
  ...{ kind: 'answer', status, body },
});
const calls: readonly (readonly [string, (path: string) => boolean, () => Promise<unknown>])[] = [
  ['list', (path) => path.endsWith('/artifacts'), () => reader.list()],
  ['download', (path) => path.endsWith('/zip'), () => reader.download(7000, 100)],
];
const passing: readonly (readonly [string, Fault])[] = [
  ['429', answer(429)],
  ['500', answer(500)],
  ['502', answer(502, '<html>bad gateway</html>')],
  ['garbage', answer(200, '<html>hello</html>')],
  ['a reset', { kind: 'reset', after: false }],
  ['a timeout', { kind: 'silence', after: false }],
];

describe.each(calls)('%s', (_, matches, call) => {
  const failing = (fault: Fault, times: number): void => {
    if (fault.kind === 'silence') openReader(500);
    proxy.fail(({ path }) => matches(path), fault, times);
  };

  it.each(passing)('goes on after %s', async (_name, fault) => {
    failing(fault, 1);
    expect(await call()).toHaveProperty('length');
  });

  it.each(passing)('is refused after %s that does not pass', async (_name, fault) => {
    failing(fault, 99);
    expect(await refusal(call())).toMatch(/^GitHub does not (?:tell|hand over) the artifact/);
  });

  it.each([
    [401, /the token is not valid/],
    [403, /"permissions: actions: read"|actions: read/],
    [404, /actions: read/],
    [422, /GitHub refuses the content/],
  ])('is refused by %d, with what helps', async (status, fix) => {
    failing(answer(status), 99);
    expect(await refusal(call())).toMatch(fix);
    expect(proxy.asked).toHaveLength(1);
  });
});

it.each(['data:text/plain,x', 'file:///etc/passwd', 'nonsense'])(
  'an address that is none of the web is refused: %s',
  async (location) => {
    proxy.fail(() => true, { kind: 'answer', status: 302, headers: { location }, body: '' });
    expect(await refusal(reader.download(7000, 100))).toMatch(/names no web address/);
  },
);
