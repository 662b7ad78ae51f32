import { formatBytes } from '../report/format.ts';
import { Refused } from './api-call.ts';

/** As the client of the API does it: through the runner's proxy, where it has one. */
export const webFetch: typeof fetch = async (input, init) => {
  // Slow to load.
  const { defaults } = await import('@actions/github/lib/utils');
  return ((defaults.request?.fetch ?? fetch) as typeof fetch)(input, init);
};

const timeoutMs = 60_000;
const maxAttempts = 3;

/** What another try may mend: the storage is in trouble, or the connection broke. */
class Passing extends Error {}

/**
 * The bytes at an address that carries its own signature, at most `maxBytes` of them; tries again where the storage is in trouble.
 * No token goes along: the storage is not GitHub. Throws Refused.
 */
export async function downloadWithin(
  url: string,
  maxBytes: number,
  retryDelayMs: number,
): Promise<Uint8Array> {
  if (!/^https?:\/\//.test(url))
    throw new Refused('GitHub names no web address for the artifact; run the job again');
  for (let attempt = 1; ; attempt++) {
    try {
      return await download(url, maxBytes);
    } catch (error) {
      if (error instanceof Refused) throw error;
      if (attempt >= maxAttempts) {
        const { message } = error as Error;
        throw new Refused(`the artifact cannot be downloaded (${message}); run the job again`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, retryDelayMs * attempt));
  }
}

async function download(url: string, maxBytes: number): Promise<Uint8Array> {
  const response = await webFetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  const { status, body } = response;
  if (status === 429 || status >= 500) {
    await body?.cancel();
    throw new Passing(String(status));
  }
  if (status !== 200 || body === null) {
    await body?.cancel();
    throw new Refused(`the artifact cannot be downloaded (${status}): it may have expired`);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > maxBytes)
      throw new Refused(`the artifact is larger than ${formatBytes(maxBytes)} and is not read`);
    chunks.push(chunk);
  }
  return joined(chunks, bytes);
}

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
