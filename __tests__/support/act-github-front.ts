import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came to the API. */
export interface ApiRequest {
  method: string;
  /** `/repos/org/repo/pulls/1` */
  path: string;
  search: URLSearchParams;
  body: unknown;
  /** Of a job, not of a person. */
  ofJob: boolean;
}

export interface ApiCall extends ApiRequest {
  status: number;
  /** The JSON of the answer. */
  answer: unknown;
}

/** What the API says in place of the emulator. */
export type ApiAnswer =
  { status: number; json: unknown } | { status: number; bytes: Uint8Array } | { redirect: string };

/** Answers, or leaves it to who comes next. */
export type Intercept = (
  request: ApiRequest,
) => ApiAnswer | undefined | Promise<ApiAnswer | undefined>;

export interface Front {
  url: string;
  calls: ApiCall[];
  intercepts: Intercept[];
  close: () => Promise<void>;
}

/** GitHub's words for a token that lacks a permission. */
export const refused: ApiAnswer = {
  status: 403,
  json: {
    message: 'Resource not accessible by integration',
    documentation_url: 'https://docs.github.com/rest',
    status: '403',
  },
};

/** What GraphQL says to a job that asks who it is. It is the only thing that is asked there. */
const viewer: ApiAnswer = {
  status: 200,
  json: { data: { viewer: { login: 'github-actions[bot]' } } },
};

/**
 * A server before the emulator, which writes down what is asked, and answers where the emulator does not do as GitHub does: the token of a
 * job may ask who it is by GraphQL alone, a refusal has GitHub's words, pages for people lie on github.com, and the head of a pull request follows its
 * branch.
 */
export async function startFront(emulatorUrl: string): Promise<Front> {
  const calls: ApiCall[] = [];
  const intercepts: Intercept[] = [
    ({ ofJob, path }) => (ofJob && path === '/user' ? refused : undefined),
    ({ ofJob, path }) => (ofJob && path === '/graphql' ? viewer : undefined),
  ];
  const branches = new Map<string, string>();
  const front: Front = { url: '', calls, intercepts, close: () => close(server) };
  const server = createServer((request, response) => {
    serve({ ...front, branches, emulatorUrl }, request, response).catch((error: unknown) => {
      response.writeHead(500).end(JSON.stringify({ message: String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  front.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return front;
}

interface Serving extends Front {
  emulatorUrl: string;
  /** `org/repo:topic` -> its commit, for branches that were moved through this server. */
  branches: Map<string, string>;
}

async function serve(
  { url, calls, intercepts, branches, emulatorUrl }: Serving,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const raw = await readAll(incoming);
  const { pathname: path, searchParams: search } = new URL(incoming.url ?? '/', url);
  const { authorization = '' } = incoming.headers;
  const request: ApiRequest = {
    ...{ method: incoming.method ?? '', path, search },
    body: raw.length === 0 ? null : (JSON.parse(raw.toString('utf8')) as unknown),
    ofJob: /ghs_/.test(authorization),
  };
  const done = (
    status: number,
    headers: Record<string, string>,
    body: Uint8Array | string,
  ): void => {
    const answered = typeof body === 'string' && body !== '' ? (JSON.parse(body) as unknown) : null;
    calls.push({ ...request, status, answer: answered });
    response.writeHead(status, headers).end(body);
  };
  const json = { 'content-type': 'application/json; charset=utf-8' };

  const own = await firstAnswer(intercepts, request);
  if (own !== undefined) {
    if ('redirect' in own) done(302, { location: own.redirect }, '');
    else if ('bytes' in own) done(own.status, { 'content-type': 'application/zip' }, own.bytes);
    else done(own.status, json, JSON.stringify(own.json));
    return;
  }
  const { port } = new URL(emulatorUrl);
  const answer = await fetch(`http://127.0.0.1:${port}${incoming.url ?? '/'}`, {
    method: request.method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(raw.length === 0 ? {} : { body: raw }),
  });
  const text = await answer.text();
  if (answer.status === 403 && request.ofJob && 'json' in refused) {
    done(403, json, JSON.stringify(refused.json));
    return;
  }
  if (answer.ok) rememberBranch(branches, request);
  const here = (value: string): string => value.replaceAll(emulatorUrl, url);
  const link = answer.headers.get('link');
  done(
    answer.status,
    { ...json, ...(link === null ? {} : { link: here(link) }) },
    here(
      withHeads(branches, request, text).replaceAll(
        `"html_url":"${emulatorUrl}/`,
        '"html_url":"https://github.com/',
      ),
    ),
  );
}

function rememberBranch(branches: Map<string, string>, { path, body }: ApiRequest): void {
  const moved = /^\/repos\/(?<repo>.+)\/git\/refs(?:\/heads\/(?<branch>.+))?$/.exec(path)?.groups;
  if (moved === undefined) return;
  const { ref = '', sha = '' } = body as { ref?: string; sha?: string };
  const branch = moved['branch'] ?? ref.replace('refs/heads/', '');
  branches.set(`${moved['repo'] ?? ''}:${branch}`, sha);
}

interface Pull {
  state: string;
  head?: { ref: string; sha: string; repo: { full_name: string } | null };
}

function withHeads(
  branches: Map<string, string>,
  { method, path }: ApiRequest,
  text: string,
): string {
  if (method !== 'GET' || !/^\/repos\/[^/]+\/[^/]+\/pulls(?:\/\d+)?$/.test(path)) return text;
  const found = JSON.parse(text) as Pull | Pull[];
  for (const { state, head } of [found].flat())
    if (state === 'open' && head !== undefined)
      head.sha = branches.get(`${head.repo?.full_name ?? ''}:${head.ref}`) ?? head.sha;
  return JSON.stringify(found);
}

async function firstAnswer(
  intercepts: readonly Intercept[],
  request: ApiRequest,
): Promise<ApiAnswer | undefined> {
  for (const intercept of intercepts.toReversed()) {
    const answer = await intercept(request);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
