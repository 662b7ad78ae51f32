import { createSign, generateKeyPairSync } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { createEmulator } from 'emulate';
import { startFront, type ApiCall, type Front, type Intercept } from './act-github-front.ts';

export interface ActGithub {
  /** The address of the API. */
  url: string;
  /** All that was asked, in order. */
  calls: readonly ApiCall[];
  /** Asked before GitHub is, the newest first. */
  intercepts: Intercept[];
  /** A new `GITHUB_TOKEN`: one of the app github-actions, with these permissions. */
  token: (permissions?: Permissions) => Promise<string>;
  /** Asks the API as a person, or as a job with its token; must succeed. */
  ask: (authorization: string, method: string, path: string, body?: object) => Promise<unknown>;
}

/** The repository of all scenarios. Its people: grace may write to it, ada and mallory may not. */
export const slug = 'org/repo';
const people = ['ada', 'grace', 'mallory'];

export const person = (login: string): string => `token token-of-${login}`;

type Permissions = Record<string, 'read' | 'write'>;

const writeAll: Permissions = {
  contents: 'write',
  checks: 'write',
  pull_requests: 'write',
  issues: 'write',
  actions: 'write',
  metadata: 'read',
};

/** What a workflow has that asks for all that the product can use. */
export const fullPermissions: Permissions = {
  contents: 'write',
  checks: 'write',
  pull_requests: 'write',
  actions: 'read',
};

const running: { close: () => Promise<void> }[] = [];

afterAll(async () => {
  for (const server of running.splice(0)) await server.close();
});

/** GitHub's API on this machine, with `org/repo` in it, which is empty. */
export async function actGithub(): Promise<ActGithub> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const installation = { installation_id: 1, account: 'org', permissions: writeAll };
  const app = { app_id: appId, slug: 'github-actions', name: 'GitHub Actions' };
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: Object.fromEntries(people.map((login) => [`token-of-${login}`, { login }])),
      github: {
        users: people.map((login) => ({ login })),
        orgs: [{ login: 'org', members: [{ login: 'grace', role: 'admin' }] }],
        repos: [{ owner: 'org', name: 'repo', auto_init: false }],
        apps: [
          { ...app, private_key: privateKey, permissions: writeAll, installations: [installation] },
        ],
      },
    },
  });
  const front = await startFront(emulator.url);
  running.push(front, emulator);

  const ask = asking(front);
  return {
    ...front,
    ask,
    token: async (permissions = fullPermissions) => {
      const path = '/app/installations/1/access_tokens';
      const made = await ask(`Bearer ${appToken(privateKey)}`, 'POST', path, { permissions });
      return (made as { token: string }).token;
    },
  };
}

function asking({ url }: Front): ActGithub['ask'] {
  return async (authorization, method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  };
}

/** As GitHub has it for GitHub Actions. */
const appId = 15_368;

/** The JSON web token by which an app asks for the token of an installation. */
function appToken(privateKey: string): string {
  const encode = (value: object): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const seconds = Math.floor(Date.now() / 1000);
  const claims = { iat: seconds - 60, exp: seconds + 300, iss: String(appId) };
  const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}
