import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromBufferPromise } from 'yauzl';
import type { Intercept } from './act-github-front.ts';

/** An artifact as the artifact server keeps it. */
export interface StoredZip {
  id: number;
  name: string;
  bytes: number;
  /** When it was uploaded, in ms. */
  at: number;
  zip: () => Buffer;
  /** What is packed: path -> bytes. */
  entries: () => Promise<Record<string, number>>;
  /** The text of one of them; fails when there is none. */
  text: (path: string) => Promise<string>;
}

/** The artifacts of a workflow run, by name. act's server has them as FOLDER/RUN/NAME/NAME.zip. */
export function storedArtifacts(folder: string, runId: number): StoredZip[] {
  const run = join(folder, String(runId));
  if (!existsSync(run)) return [];
  return readdirSync(run)
    .sort()
    .map((name, index) => {
      const path = join(run, name, `${name}.zip`);
      const { size, mtimeMs } = statSync(path);
      const zip = (): Buffer => readFileSync(path);
      return {
        ...{ id: runId * 1000 + index, name, bytes: size, at: mtimeMs, zip },
        entries: async () =>
          Object.fromEntries((await unpack(zip())).map(([at, { length }]) => [at, length])),
        text: async (wanted) => {
          const found = (await unpack(zip())).find(([at]) => at === wanted);
          if (found === undefined) throw new Error(`no ${wanted} in the artifact ${name}`);
          return found[1].toString('utf8');
        },
      };
    });
}

async function unpack(zip: Buffer): Promise<[string, Buffer][]> {
  const file = await fromBufferPromise(zip);
  const found: [string, Buffer][] = [];
  for await (const entry of file.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    found.push([entry.fileName, Buffer.concat(chunks)]);
  }
  return found;
}

/**
 * The artifacts of finished runs, as GitHub's REST API has them for other workflows. The emulator keeps none.
 * @param blobs the address of this API; GitHub has the bytes at another host
 */
export function artifactRoutes(folder: string, blobs: () => string): Intercept {
  return ({ method, path, search }) => {
    if (method !== 'GET') return undefined;
    const list = /^\/repos\/org\/repo\/actions\/runs\/(?<run>\d+)\/artifacts$/.exec(path)?.groups;
    if (list !== undefined) return listed(folder, Number(list['run']), search);
    const one = /^(?:\/repos\/org\/repo\/actions\/artifacts|\/blob)\/(?<id>\d+)(?<zip>\/zip)?$/;
    const { id, zip } = one.exec(path)?.groups ?? {};
    if (id === undefined) return undefined;
    const runId = Math.floor(Number(id) / 1000);
    const found = storedArtifacts(folder, runId).find((item) => item.id === Number(id));
    if (found === undefined) return { status: 404, json: { message: 'Not Found' } };
    if (path.startsWith('/blob/')) return { status: 200, bytes: found.zip() };
    if (zip !== undefined) return { redirect: `${blobs()}/blob/${id}?sig=signed` };
    return { status: 200, json: described(found, runId) };
  };
}

function listed(folder: string, runId: number, search: URLSearchParams): ReturnType<Intercept> {
  const wanted = search.get('name');
  const all = storedArtifacts(folder, runId).filter(({ name }) => (wanted ?? name) === name);
  const size = Number(search.get('per_page') ?? 30);
  const from = (Number(search.get('page') ?? 1) - 1) * size;
  const page = all.slice(from, from + size).map((item) => described(item, runId));
  return { status: 200, json: { total_count: all.length, artifacts: page } };
}

function described({ id, name, bytes, at }: StoredZip, runId: number): object {
  const url = `https://api.github.com/repos/org/repo/actions/artifacts/${String(id)}`;
  const time = new Date(at).toISOString();
  return {
    ...{ id, node_id: String(id), name, size_in_bytes: bytes, url, expired: false },
    ...{ archive_download_url: `${url}/zip`, created_at: time, updated_at: time, expires_at: null },
    workflow_run: { id: runId },
  };
}
