import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';

/** What a server says: a status, and JSON, or text that is not. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
  /** The connection stays open, and nothing comes. */
  silent?: boolean;
}

/** From `GET /repos/o/r/pulls/7` to what it answers; a list is served in pages. */
export type Routes = Record<
  string,
  unknown[] | ((request: IncomingMessage, url: URL, body: string) => Answer)
>;

export interface GithubApi {
  url: string;
  /** What was asked for, in order: `/repos/o/r/pulls/7`. */
  asked: string[];
}

const servers: Server[] = [];

afterAll(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server on this machine that answers as GitHub's REST API does, with the pages, errors and headers that clients look at. */
export async function githubApi(routes: Routes): Promise<GithubApi> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push(url.pathname);
    const route = routes[`${request.method ?? ''} ${url.pathname}`];
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const { status = 200, headers, json, text, silent } = answer(route, request, url, body);
      if (silent === true) return;
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(text ?? JSON.stringify(json));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function answer(
  route: Routes[string] | undefined,
  request: IncomingMessage,
  url: URL,
  body: string,
): Answer {
  if (route === undefined) return { status: 404, json: { message: 'Not Found' } };
  if (typeof route === 'function') return route(request, url, body);
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const from = (Number(url.searchParams.get('page') ?? 1) - 1) * size;
  return { json: route.slice(from, from + size) };
}
