import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const service = '/twirp/github.actions.results.api.v1.ArtifactService/';

export interface ArtifactFront {
  /** For ACTIONS_RUNTIME_URL. */
  url: string;
  close: () => void;
}

/** A blob that is being uploaded: what act's server calls it, and the blocks that have come, in any order. */
interface Upload {
  url: string;
  blocks: Map<string, Buffer>;
}

/**
 * A server before act's artifact server, which answers where that one does not do as GitHub's: the name of an artifact is taken once and for
 * all in a workflow run, a run without artifacts has an empty list, fields that it does not know are no reason to fail, those of its
 * answers are in snake case, the address of a blob survives being taken apart and put together, and its blocks have an order.
 */
export async function startArtifactFront(actPort: string): Promise<ArtifactFront> {
  const uploads: Upload[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', front.url);
    const act = `http://127.0.0.1:${actPort}`;
    const serving = url.pathname.startsWith('/blob/')
      ? upload(uploads, url, request, response)
      : call({ act, url, front: front.url, uploads }, request, response);
    serving.catch((error: unknown) => {
      response.writeHead(500).end(JSON.stringify({ msg: String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const front = {
    url: `http://127.0.0.1:${String(port)}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return front;
}

interface Call {
  act: string;
  url: URL;
  front: string;
  uploads: Upload[];
}

async function call(
  { act, url, front, uploads }: Call,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = JSON.parse((await readAll(request)).toString('utf8')) as Record<string, unknown>;
  const answer = (status: number, body: object): void => {
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify(inSnakeCase(body)));
  };
  const ask = async (method: string, body: object): Promise<[number, Record<string, unknown>]> => {
    const sent = { method: 'POST', body: JSON.stringify(body) };
    const got = await fetch(`${act}${service}${method}`, sent);
    const text = await got.text();
    return [got.status, text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)];
  };
  // For a run without a folder it closes the connection.
  const list = (body: object): Promise<[number, Record<string, unknown>]> =>
    ask('ListArtifacts', body).catch(() => [200, { artifacts: [] }]);

  const { mime_type: _unknown, ...known } = asked;
  const method = url.pathname.replace(service, '');
  if (method === 'ListArtifacts') {
    answer(...(await list(known)));
    return;
  }
  if (method === 'CreateArtifact') {
    const { name, workflow_run_backend_id, workflow_job_run_backend_id } = known;
    const ids = { workflow_run_backend_id, workflow_job_run_backend_id };
    const [, { artifacts }] = await list({ ...ids, name_filter: name });
    if (Array.isArray(artifacts) && artifacts.length > 0) {
      const msg = 'an artifact with this name already exists on the workflow run';
      answer(409, { code: 'already_exists', msg });
      return;
    }
  }
  const [status, body] = await ask(method, known);
  const { signedUploadUrl } = body;
  if (typeof signedUploadUrl !== 'string') {
    answer(status, body);
    return;
  }
  const number = uploads.push({ url: signedUploadUrl, blocks: new Map() }) - 1;
  answer(status, { ...body, signedUploadUrl: `${front}blob/${String(number)}?sig=signed` });
}

/** `{ signedUrl: ... }` -> `{ signed_url: ... }` */
function inSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSnakeCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      inSnakeCase(inner),
    ]),
  );
}

/** The calls of Azure's blob storage that the client makes: Put Block, and Put Block List, which says the order. */
async function upload(
  uploads: readonly Upload[],
  { pathname, searchParams }: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = await readAll(request);
  const blob = uploads[Number(pathname.slice('/blob/'.length))];
  if (blob === undefined) throw new Error(`nobody was told of ${pathname}`);
  if (searchParams.get('comp') === 'block') {
    blob.blocks.set(searchParams.get('blockid') ?? '', bytes);
  } else {
    for (const [, id = ''] of bytes.toString('utf8').matchAll(/<Latest>(.*?)<\/Latest>/g)) {
      const body = blob.blocks.get(id);
      if (body === undefined) throw new Error(`the block ${id} did not come`);
      await fetch(`${blob.url}&comp=appendBlock`, { method: 'PUT', body });
    }
  }
  response.writeHead(201).end();
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
