import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';
import type { Fault, FaultProxy } from './fault-proxy.ts';

/** What a workflow run left. */
export interface LeftArtifact {
  name: string;
  zip: Buffer;
  /** What GitHub says of its size. */
  claimedBytes?: number;
  expired?: boolean;
}

export interface BlobHost {
  /** Paths that were asked for, and the tokens that came along. */
  asked: { path: string; authorization: string | undefined }[];
}

const servers: Server[] = [];

afterAll(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/**
 * Has the API tell of the artifacts of a run, which the emulator keeps none of, as `List workflow run artifacts` and `Download an
 * artifact` are documented. The bytes lie on another host.
 */
export async function leaveArtifacts(
  proxy: FaultProxy,
  runId: number,
  artifacts: readonly LeftArtifact[],
): Promise<BlobHost> {
  const host: BlobHost = { asked: [] };
  const server = createServer((request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    host.asked.push({ path, authorization: request.headers.authorization });
    const found = artifacts[Number(/^\/blob\/(?<index>\d+)$/.exec(path)?.groups?.['index'])];
    if (found === undefined || searchParams.get('sig') !== 'signed') response.writeHead(403).end();
    else response.writeHead(200, { 'content-type': 'application/zip' }).end(found.zip);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const blobs = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  const before = proxy.adapt;
  const firstId = runId * 1000;
  const all = artifacts.map(({ name, zip, claimedBytes, expired = false }, index) => ({
    ...{ id: firstId + index, name, size_in_bytes: claimedBytes ?? zip.length, expired },
  }));
  proxy.adapt = (request) => {
    const { method, path } = request;
    if (method === 'GET' && path === `/repos/org/repo/actions/runs/${String(runId)}/artifacts`)
      return answer(200, { total_count: all.length, artifacts: all });
    const zip = /^\/repos\/org\/repo\/actions\/artifacts\/(?<id>\d+)\/zip$/.exec(path)?.groups;
    const index = Number(zip?.['id']) - firstId;
    if (method === 'GET' && index >= 0 && index < artifacts.length) {
      const location = `${blobs}/blob/${String(index)}?sig=signed`;
      return { kind: 'answer', status: 302, headers: { location }, body: '' };
    }
    return before(request);
  };
  return host;
}

function answer(status: number, value: object): Fault {
  return { kind: 'answer', status, body: JSON.stringify(value) };
}
