import * as z from 'zod/mini';
import { allPages } from './api-call.ts';
import type { ArtifactStore, StoredArtifact } from './artifact-store.ts';
import type { Github } from './client.ts';
import { downloadWithin } from './limited-download.ts';
import { calls } from './permission.ts';

/** The artifacts of a workflow run that is not ours. */
export type ArtifactReader = Pick<ArtifactStore, 'list' | 'download'>;

const listSchema = z.object({
  artifacts: z.array(
    z.object({
      id: z.int().check(z.positive()),
      name: z.string(),
      size_in_bytes: z.int().check(z.nonnegative()),
      expired: z.optional(z.boolean()),
    }),
  ),
});

/** Reads the artifacts of another workflow run over the REST API; only those whose name begins with `prefix` are listed. */
export function openRunArtifacts(
  { owner, repo, rest, ask, retryDelayMs }: Github,
  runId: number,
  prefix: string,
): ArtifactReader {
  const here = { owner, repo };
  return {
    list: () =>
      allPages<StoredArtifact & { expired: boolean }>(
        'artifacts of the workflow run',
        async (page) => {
          const { artifacts } = await ask(
            { call: calls.artifacts, schema: listSchema },
            (request) =>
              rest.actions.listWorkflowRunArtifacts({ ...here, ...page, run_id: runId, request }),
          );
          return artifacts.map(({ id, name, size_in_bytes: bytes, expired = false }) => ({
            ...{ id, name, bytes, expired },
          }));
        },
        ({ name, expired }) => name.startsWith(prefix) && !expired,
      ),
    download: async (id, maxBytes) => {
      const url = await ask({ call: calls.artifact, schema: z.string() }, async (request) => {
        const answer = await rest.actions.downloadArtifact({
          ...{ ...here, artifact_id: id, archive_format: 'zip' },
          // 302: where the file lies. Followed without us, the token could go along.
          request: { ...request, redirect: 'manual' },
        });
        return { data: answer.headers.location };
      });
      return downloadWithin(url, maxBytes, retryDelayMs);
    },
  };
}
