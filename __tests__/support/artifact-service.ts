import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';

/** What goes wrong with the next calls of a method: a status, or the connection breaks, or nothing is said. */
export type ServiceFault = number | 'reset' | 'silence' | 'garbage';

export interface ServedArtifact {
  id: number;
  name: string;
  zip: Buffer;
  finalized: boolean;
  /** `2026-12-01T...`; undefined where the request names no time. */
  expiresAt: string | undefined;
}

export interface ArtifactService {
  url: string;
  /** What the runner sets for a step. */
  env: Record<string, string>;
  artifacts: ServedArtifact[];
  /** `CreateArtifact`, `PUT block`, `PUT blocklist`, `GET blob` ...; with the token that came along, or none. */
  calls: { name: string; authorization: string | undefined }[];
  /** How the fields of answers are named: as in the protocol's files, or as protobuf's JSON has them by default. */
  names: 'snake' | 'camel';
  /** The next `times` calls of this name fail. */
  fail: (name: string, fault: ServiceFault, times?: number) => void;
}

const runId = '11111111-2222-3333-4444-555555555555';
const jobId = '66666666-7777-8888-9999-aaaaaaaaaaaa';
const listed = { workflow_run_backend_id: runId, workflow_job_run_backend_id: jobId };

const servers: Server[] = [];

afterAll(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/**
 * The artifact service of a workflow run: the calls of github.actions.results.api.v1.ArtifactService as JSON (Twirp), and a block blob
 for each artifact (Put Block, Put Block List, Put Blob and Get Blob of Azure's REST API).
 */
export async function artifactService(): Promise<ArtifactService> {
  const faults: { name: string; fault: ServiceFault; left: number }[] = [];
  const service: ArtifactService = {
    ...{ url: '', env: {}, artifacts: [], calls: [], names: 'snake' },
    fail: (name, fault, times = 1) => faults.push({ name, fault, left: times }),
  };
  const blocks = new Map<string, Map<string, Buffer>>();

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const name = nameOf(request.method ?? '', url);
    const body = await bodyOf(request);
    service.calls.push({ name, authorization: request.headers.authorization });
    const row = faults.find((one) => one.name === name && one.left > 0);
    if (row !== undefined) {
      row.left--;
      misbehave(row.fault, request, response);
    } else if (url.pathname.startsWith('/twirp/')) {
      const { status, json } = twirp(service, name, JSON.parse(body.toString('utf8')) as Fields);
      response.writeHead(status, { 'content-type': 'application/json' });
      const text = JSON.stringify(json);
      response.end(service.names === 'snake' ? text : text.replace(/"\w+":/g, camel));
    } else blob(service, blocks, { name, url, body, response });
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  service.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  service.env = { ACTIONS_RESULTS_URL: `${service.url}/`, ACTIONS_RUNTIME_TOKEN: runtimeToken() };
  return service;
}

/** `"signed_url":` -> `"signedUrl":` */
function camel(key: string): string {
  return key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function runtimeToken(): string {
  const encode = (value: object): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { scp: `Actions.Other Actions.Results:${runId}:${jobId}` };
  return `${encode({ alg: 'none' })}.${encode(claims)}.x`;
}

function nameOf(method: string, url: URL): string {
  const call = /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(?<name>\w+)$/;
  const named = call.exec(url.pathname)?.groups?.['name'];
  return named ?? `${method} ${url.searchParams.get('comp') ?? 'blob'}`;
}

function misbehave(fault: ServiceFault, request: IncomingMessage, response: ServerResponse): void {
  if (fault === 'reset') request.socket.destroy();
  else if (fault === 'garbage') response.end('<html>busy</html>');
  else if (typeof fault === 'number') {
    response.writeHead(fault, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ code: 'unavailable', msg: 'the test says so' }));
  }
}

type Fields = Record<string, string | undefined>;

function twirp(
  service: ArtifactService,
  call: string,
  fields: Fields,
): { status: number; json: object } {
  const { artifacts, url } = service;
  const address = (id: number): string => `${url}/blob/${String(id)}.zip?sig=signature`;
  const named = artifacts.find(({ name }) => name === fields['name']);
  switch (call) {
    case 'CreateArtifact': {
      if (named !== undefined) {
        const msg = 'an artifact with this name already exists on the workflow run';
        return { status: 409, json: { code: 'already_exists', msg } };
      }
      const id = 100 + artifacts.length;
      const [name = '', expiresAt] = [fields['name'], fields['expires_at']];
      artifacts.push({ id, name, zip: Buffer.alloc(0), finalized: false, expiresAt });
      return { status: 200, json: { ok: true, signed_upload_url: address(id) } };
    }
    case 'FinalizeArtifact':
      if (named === undefined || String(named.zip.length) !== fields['size'])
        return { status: 400, json: { msg: 'invalid size' } };
      named.finalized = true;
      return { status: 200, json: { ok: true, artifact_id: String(named.id) } };
    case 'ListArtifacts': {
      const filter = fields['id_filter'];
      const all = artifacts
        .filter(({ id, finalized }) => finalized && (filter ?? String(id)) === String(id))
        .map(({ id, name, zip }) => ({
          ...listed,
          ...{ database_id: String(id), name, size: String(zip.length) },
        }));
      return { status: 200, json: { artifacts: all } };
    }
    case 'GetSignedArtifactURL':
      return named === undefined
        ? { status: 404, json: { msg: 'not found' } }
        : { status: 200, json: { signed_url: address(named.id) } };
    default:
      return { status: 404, json: { msg: 'bad route' } };
  }
}

function blob(
  { artifacts }: ArtifactService,
  blocks: Map<string, Map<string, Buffer>>,
  { name, url, body, response }: { name: string; url: URL; body: Buffer; response: ServerResponse },
): void {
  const artifact = artifacts.find(({ id }) => url.pathname === `/blob/${String(id)}.zip`);
  if (artifact === undefined || url.searchParams.get('sig') !== 'signature') {
    response.writeHead(403).end();
    return;
  }
  const own = blocks.get(url.pathname) ?? new Map<string, Buffer>();
  blocks.set(url.pathname, own);
  if (name === 'GET blob') {
    response.writeHead(200, { 'content-type': 'application/zip' }).end(artifact.zip);
    return;
  }
  if (name === 'PUT block') own.set(url.searchParams.get('blockid') ?? '', body);
  if (name === 'PUT blob') artifact.zip = body;
  if (name === 'PUT blocklist') {
    const ids = [...body.toString('utf8').matchAll(/<Latest>(?<id>[^<]*)<\/Latest>/g)];
    artifact.zip = Buffer.concat(
      ids.map(({ groups }) => own.get(groups?.['id'] ?? '') ?? Buffer.alloc(0)),
    );
  }
  const headers = {
    'x-ms-request-id': '1',
    etag: '"1"',
    'last-modified': new Date(0).toUTCString(),
  };
  response.writeHead(201, headers).end();
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
