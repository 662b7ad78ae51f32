import { Refused } from './api-call.ts';
import { signedArtifactUrl, type ArtifactServiceAccess } from './artifact-service.ts';
import type { ArtifactStore, UploadRequest } from './artifact-store.ts';
import { withoutChatter } from './client-chatter.ts';
import { downloadWithin } from './limited-download.ts';
import { isNameTaken, isNetworkFailure, uploadRefusal } from './upload-refusal.ts';

export interface ActionsArtifactsOptions {
  env: Readonly<Record<string, string | undefined>>;
  /** All uploads of this store together. */
  budgetMs?: number;
  retryDelayMs?: number;
}

/** What a person waits for after the verdict is known. */
const defaultBudgetMs = 10 * 60_000;
/** A timer may be over so much earlier by the clock: then the time is up. */
const earlyMs = 5;

/** The artifacts of the workflow run that this process is a part of. Throws Refused where it is part of none. */
export async function openArtifacts(options: ActionsArtifactsOptions): Promise<ArtifactStore> {
  const { env, budgetMs = defaultBudgetMs, retryDelayMs = 2000 } = options;
  const access = accessOf(env);
  // Slow to load, and only needed here.
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  let leftMs = budgetMs;
  return {
    async upload({ name, files, root, retentionDays, compressionLevel }: UploadRequest) {
      const since = Date.now();
      const settings = retentionDays === null ? {} : { retentionDays };
      try {
        if (leftMs < earlyMs) throw new Error('uploads before it took all of the time');
        const { id, size } = await within(leftMs, (timeUp) =>
          againAfterReset({ retryDelayMs, timeUp }, () =>
            client.uploadArtifact(name, [...files], root, { ...settings, compressionLevel }),
          ),
        );
        if (id === undefined) throw new Error('GitHub does not tell its number');
        return { id, name, bytes: size ?? 0 };
      } catch (error) {
        throw uploadRefusal(name, error);
      } finally {
        leftMs -= Date.now() - since;
      }
    },
    async list() {
      try {
        const { artifacts } = await within(budgetMs, () => client.listArtifacts({ latest: true }));
        return artifacts.map(({ id, name, size }) => ({ id, name, bytes: size }));
      } catch (error) {
        const said = (error as Error).message;
        throw new Refused(`GitHub does not tell the artifacts (${said}); run the job again`);
      }
    },
    download: async (id, maxBytes) =>
      downloadWithin(await signedArtifactUrl(access, id, retryDelayMs), maxBytes, retryDelayMs),
  };
}

function accessOf(env: ActionsArtifactsOptions['env']): ArtifactServiceAccess {
  const runtimeToken = env['ACTIONS_RUNTIME_TOKEN'] ?? '';
  const resultsUrl = env['ACTIONS_RESULTS_URL'] ?? '';
  if (isEnterpriseServer(env['GITHUB_SERVER_URL'])) {
    throw new Refused(
      'GitHub Enterprise Server does not keep artifacts of this kind; everything lies in the run folder: upload it in a further step',
    );
  }
  if (runtimeToken === '' || !URL.canParse(resultsUrl)) {
    throw new Refused(
      'the runner gives this step no access to artifacts (ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL); everything lies in the run folder',
    );
  }
  return { runtimeToken, resultsUrl };
}

/** By the same rule as the client. */
function isEnterpriseServer(serverUrl: string | undefined): boolean {
  const url = serverUrl === undefined || serverUrl === '' ? 'https://github.com' : serverUrl;
  if (!URL.canParse(url)) return false;
  const host = new URL(url).hostname.toLowerCase();
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}

/** The client tries again whatever the service says, but not where the connection broke. */
async function againAfterReset<T>(
  { retryDelayMs, timeUp }: { retryDelayMs: number; timeUp: AbortSignal },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isNetworkFailure(error) || timeUp.aborted) throw error;
    await new Promise((resolve) => setTimeout(resolve, retryDelayMs));
    // What was lost may have been an answer: that the name is taken then says nothing.
    return await work().catch((later: unknown) => {
      throw isNameTaken(later) ? error : later;
    });
  }
}

/** The client tries again for as long as it likes, and cannot be stopped; what it still does after the time is up is not waited for. */
async function within<T>(ms: number, work: (timeUp: AbortSignal) => Promise<T>): Promise<T> {
  const timeUp = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      timeUp.abort();
      reject(new Error(`it took more than ${(ms / 1000).toFixed(1)} s`));
    }, ms);
  });
  try {
    return await Promise.race([withoutChatter(() => work(timeUp.signal)), givenUp]);
  } finally {
    clearTimeout(timer);
  }
}
