import type { IncomingMessage } from 'node:http';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { GitStoreOptions } from '../../src/baseline/git-store.ts';
import type { BaselineStore } from '../../src/baseline/store.ts';
import type { RunCommand } from '../../src/machine/command.ts';
import {
  bareRepository,
  cloneOf,
  pathsOf,
  realRun,
  recordFile,
  storeIn,
} from '../support/baseline-stores.ts';
import { plainGit, type GitRepository } from '../support/git-repository.ts';
import { gitServer, hasGitServer, type GitServer } from '../support/git-server.ts';

const token = 'ghs_sEcReT0123456789';
const header = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
const one = recordFile(1);
const added = { kind: 'added', written: 1, kept: 0 };

if (!hasGitServer) console.warn('git stores over HTTP are not tested: git-http-backend is missing');

interface Served {
  bare: GitRepository;
  clone: GitRepository;
  server: GitServer;
  open: (options?: Partial<GitStoreOptions>) => BaselineStore;
  commands: string[];
}

async function served(
  answer: (request: IncomingMessage, write: boolean) => number | null,
): Promise<Served> {
  const bare = bareRepository();
  const server = await gitServer(dirname(bare.directory), answer);
  const clone = cloneOf(bare);
  clone.git('remote', 'set-url', 'origin', `${server.url}/${basename(bare.directory)}`);
  const commands: string[] = [];
  const run: RunCommand = (command, args, options) => {
    commands.push([command, ...args].join(' '));
    return realRun(command, args, options);
  };
  const env = { ...plainGit, GITHUB_SERVER_URL: server.url };
  const patience = { racesMs: 1000, passing: 2 };
  const open: Served['open'] = (options) => storeIn(clone, { run, env, patience, ...options });
  return { bare, clone, server, open, commands };
}

const withToken = (request: IncomingMessage): number | null =>
  request.headers.authorization?.toLowerCase() === header.toLowerCase() ? null : 401;

(hasGitServer ? describe : describe.skip)('a store on a server', () => {
  it('is opened with a token, which is in no argument and no setting', async () => {
    const { open, commands, clone } = await served(withToken);
    expect(await open({ token }).add([one], 'one')).toEqual(added);
    expect(await pathsOf(open({ token }))).toEqual([one.path]);
    expect(commands.join('\n')).not.toContain(token);
    expect(commands.join('\n')).not.toContain(header.slice(6));
    expect(clone.git('config', '--list')).not.toContain('extraheader');
  });

  it('gets one Authorization header where actions/checkout has left another', async () => {
    const { open, clone, server } = await served(withToken);
    clone.git('config', `http.${server.url}/.extraheader`, 'AUTHORIZATION: basic b2xkOm9sZA==');
    expect(await open({ token }).add([one], 'one')).toEqual(added);
    expect(new Set(server.authorizations)).toEqual(new Set([header]));
  });

  it('is opened with what actions/checkout has left, without a token', async () => {
    const { open, clone, server } = await served(withToken);
    clone.git('config', `http.${server.url}/.extraheader`, `AUTHORIZATION: ${header}`);
    expect(await open().add([one], 'one')).toEqual(added);
  });

  it('does not get the token if it is another server than that of the workflow', async () => {
    const { open, server } = await served(() => null);
    const env = { ...plainGit, GITHUB_SERVER_URL: 'https://github.com' };
    expect(await open({ token, env }).add([one], 'one')).toEqual(added);
    expect(new Set(server.authorizations)).toEqual(new Set(['']));
  });

  it('that wants credentials is no question to anybody', async () => {
    const { open } = await served(() => 401);
    const listed = await open().list();
    expect(listed).toMatchObject({
      problem: expect.stringMatching(/terminal prompts disabled[^]*persist-credentials/),
    });
  });

  it('that refuses the token says so, and not the token', async () => {
    const { open, clone, server, bare } = await served(() => 401);
    clone.git(
      'remote',
      'set-url',
      'origin',
      server.url.replace('//', `//x:${token}@`) + '/' + basename(bare.directory),
    );
    const listed = await open({ token }).list();
    expect(listed).toMatchObject({ problem: expect.stringContaining('the input token') });
    expect(JSON.stringify(listed)).not.toContain(token);
  });

  it('that may only be read names the permission that is missing', async () => {
    const { open, bare } = await served((_, write) => (write ? 403 : null));
    await storeIn(cloneOf(bare)).add([one], 'one');
    expect(await pathsOf(open({ token }))).toEqual([one.path]);
    expect(await open({ token }).add([recordFile(2)], 'two')).toMatchObject({
      problem: expect.stringContaining('permissions: contents: write'),
    });
    expect(bare.git('rev-list', '--count', 'crash-guard-baseline')).toBe('1');
  });

  it('is asked again when it fails for a moment', async () => {
    let failures = 1;
    const { open } = await served(() => (failures-- > 0 ? 502 : null));
    expect(await open().add([one], 'one')).toEqual(added);
  });

  it('is not asked for ever', async () => {
    const { open } = await served(() => 503);
    expect(await open().add([one], 'one')).toMatchObject({
      problem: expect.stringMatching(/503[^]*The connection to the remote failed/),
    });
  });

  it('that does not know the repository says so', async () => {
    const { open } = await served(() => 404);
    expect(await open().list()).toMatchObject({
      problem: expect.stringContaining('git remote -v'),
    });
  });
});
