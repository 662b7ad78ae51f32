import * as z from 'zod/mini';
import { Refused } from './api-call.ts';
import { webFetch } from './limited-download.ts';

/** Where a job keeps its artifacts, as the runner tells it. */
export interface ArtifactServiceAccess {
  /** `https://results-receiver.actions.githubusercontent.com/` */
  resultsUrl: string;
  runtimeToken: string;
}

const service = 'github.actions.results.api.v1.ArtifactService';
const timeoutMs = 30_000;
const maxAttempts = 3;

const listSchema = z.object({
  artifacts: z.array(
    z.object({
      workflow_run_backend_id: z.string(),
      workflow_job_run_backend_id: z.string(),
      name: z.string(),
    }),
  ),
});
const urlSchema = z.object({ signed_url: z.string() });
const claimsSchema = z.object({ scp: z.string() });

/**
 * The address of an artifact's zip file, which is valid for some minutes. The client of `@actions/artifact` unpacks what it downloads,
 * so the two calls of its protocol are made here. Throws Refused.
 */
export async function signedArtifactUrl(
  access: ArtifactServiceAccess,
  id: number,
  retryDelayMs: number,
): Promise<string> {
  const call = caller(access, retryDelayMs);
  const filter = { ...backendIds(access.runtimeToken), id_filter: String(id) };
  const [artifact] = (await call('ListArtifacts', filter, listSchema)).artifacts;
  if (artifact === undefined)
    throw new Refused(`this workflow run has no artifact ${id}; it may have expired`);
  return (await call('GetSignedArtifactURL', artifact, urlSchema)).signed_url;
}

type Call = <T>(method: string, body: unknown, schema: z.ZodMiniType<T>) => Promise<T>;

function caller({ resultsUrl, runtimeToken }: ArtifactServiceAccess, retryDelayMs: number): Call {
  return async (method, body, schema) => {
    for (let attempt = 1; ; attempt++) {
      const { origin } = new URL(resultsUrl);
      const said = await post(`${origin}/twirp/${service}/${method}`, runtimeToken, body);
      const parsed = schema.safeParse(said.json);
      if (said.problem === null && parsed.success) return parsed.data;
      if (said.final || attempt >= maxAttempts) {
        const problem = said.problem ?? 'its answer cannot be understood';
        throw new Refused(`GitHub does not hand over the artifact (${problem}); run the job again`);
      }
      await new Promise((resolve) => setTimeout(resolve, retryDelayMs * attempt));
    }
  };
}

interface Said {
  json: unknown;
  problem: string | null;
  /** Another try would not help. */
  final: boolean;
}

async function post(url: string, token: string, body: unknown): Promise<Said> {
  try {
    const response = await webFetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { status } = response;
    const problem = status === 200 ? null : String(status);
    const final = status >= 400 && status < 500 && status !== 429;
    return { json: snakeNames(await response.json()), problem, final };
  } catch (error) {
    return { json: null, problem: (error as Error).message, final: false };
  }
}

/** Protobuf's JSON may name a field `signed_url` or `signedUrl`; whoever reads it takes both. */
function snakeNames(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > 4) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => snakeNames(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeNames(inner, depth + 1),
    ]),
  );
}

/** The runtime token is a JWT whose scopes name the run and the job: `... Actions.Results:RUN:JOB`. */
function backendIds(token: string): Record<string, string> {
  const scopes = claims(token).split(' ');
  for (const scope of scopes) {
    const [kind, run, job, ...more] = scope.split(':');
    if (kind !== 'Actions.Results' || run === undefined || job === undefined) continue;
    if (more.length === 0)
      return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
  }
  throw new Refused('the token of the job does not name its workflow run; run the job again');
}

function claims(token: string): string {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    return claimsSchema.parse(JSON.parse(payload)).scp;
  } catch {
    return '';
  }
}
