import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';

/** What goes wrong between us and a server. */
export type Fault =
  /** The server never sees the request, and this is said in its place. */
  | { kind: 'answer'; status: number; headers?: Record<string, string>; body: string }
  /** The connection breaks; `after` the server did what it was asked for, or before. */
  | { kind: 'reset'; after: boolean }
  /** Nothing is said until the client gives up. */
  | { kind: 'silence'; after: boolean }
  /** The server did it, and something else says this. */
  | { kind: 'replaced'; status: number; body: string };

export interface PassingRequest {
  method: string;
  /** `/repos/org/repo/pulls/1` */
  path: string;
  body: Buffer;
}

export interface FaultProxy {
  url: string;
  /** All that was asked for, in order: `GET /repos/org/repo/pulls/1`. */
  asked: string[];
  /** The next `times` requests that match get the fault. */
  fail: (matches: (request: PassingRequest) => boolean, fault: Fault, times?: number) => void;
  /** No more faults. */
  heal: () => void;
  /** Before a request is passed on: another body, or an answer in place of the server's. */
  adapt: (request: PassingRequest) => Fault | Buffer | null;
  /** Before a request is passed on; to hold it back. */
  before: (request: PassingRequest) => Promise<void>;
}

const closing: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server before another one, which passes on what comes, but for the faults that it is told to make. */
export async function faultProxy(target: string): Promise<FaultProxy> {
  const faults: { matches: (request: PassingRequest) => boolean; fault: Fault; left: number }[] =
    [];
  const proxy: FaultProxy = {
    ...{ url: '', asked: [], adapt: () => null, before: async () => Promise.resolve() },
    fail: (matches, fault, times = 1) => faults.push({ matches, fault, left: times }),
    heal: () => faults.splice(0),
  };
  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(incoming);
    proxy.asked.push(`${request.method} ${request.path}`);
    const row = faults.find(({ matches, left }) => left > 0 && matches(request));
    if (row !== undefined) row.left--;
    const reaches = row === undefined || row.fault.kind === 'replaced' || isAfter(row.fault);
    const adapted = reaches ? proxy.adapt(request) : null;
    const fault = row?.fault ?? (Buffer.isBuffer(adapted) ? null : adapted);
    if (fault?.kind === 'answer') {
      response.writeHead(fault.status, { ...json, ...fault.headers }).end(fault.body);
      return;
    }
    if (reaches) await proxy.before(request);
    const body = Buffer.isBuffer(adapted) ? adapted : request.body;
    const answer = reaches ? await passOn(target, incoming, body) : null;
    if (fault?.kind === 'reset') incoming.socket.destroy();
    if (fault?.kind === 'replaced') response.writeHead(fault.status, json).end(fault.body);
    if (fault === null && answer !== null)
      response.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => response.destroy(error as Error));
  });
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return proxy;
}

function isAfter(fault: Fault): boolean {
  return 'after' in fault && fault.after;
}

const json = { 'content-type': 'application/json; charset=utf-8' };

async function read(incoming: IncomingMessage): Promise<PassingRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
  return { method: incoming.method ?? '', path: pathname, body: Buffer.concat(chunks) };
}

async function passOn(
  target: string,
  { url, method = '', headers }: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const answer = await fetch(`${target}${url ?? '/'}`, {
    method,
    headers: { authorization: headers.authorization ?? '', ...json },
    ...(body.length === 0 ? {} : { body }),
  });
  const link = answer.headers.get('link');
  return {
    status: answer.status,
    headers: { ...json, ...(link === null ? {} : { link }) },
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
