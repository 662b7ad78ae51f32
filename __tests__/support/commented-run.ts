import { pathToFileURL } from 'node:url';
import { commentOnRun, type CommentedRun } from '../../src/github/comment-mode.ts';
import { foreignReader } from '../../src/github/foreign-report.ts';
import type { Report } from '../../src/report/schema.ts';
import type { CommentMode } from '../../src/settings/publishing-schema.ts';
import { slug } from './act-github.ts';
import { bundled } from './bundle.ts';
import { fullReport } from './full-report.ts';
import { hostedPull, type HostedPull } from './hosted-pull.ts';
import { leaveArtifacts, type LeftArtifact } from './run-artifacts.ts';
import { zipFile } from './zip-file.ts';

/** Reads as the action does, in a thread of what was bundled. */
export const foreign = foreignReader(pathToFileURL(bundled('foreign-report.js')));

/** The workflow run of all events. */
export const runId = 7001;

/** A pull request whose workflow has run. The API keeps state; the artifacts, which it knows nothing of, come from the proxy. */
export interface CommentedPull extends HostedPull {
  /** As GitHub documents the event; the rest of its fields is not looked at. */
  event: (of?: object, action?: string) => object;
  /** Lets the run leave artifacts, and runs mode comment. */
  comment: (
    artifacts: readonly LeftArtifact[],
    payload?: unknown,
    mode?: CommentMode,
  ) => Promise<CommentedRun>;
  bodies: () => Promise<string[]>;
}

export async function commentedPull(): Promise<CommentedPull> {
  const pull = await hostedPull();
  const event: CommentedPull['event'] = (of = {}, action = 'completed') => ({
    action,
    workflow_run: {
      ...{ id: runId, run_attempt: 1, workflow_id: 42, event: 'pull_request', name: 'CI' },
      ...{ conclusion: 'failure', head_sha: pull.headSha, head_branch: 'topic' },
      ...{ pull_requests: [], head_repository: { full_name: slug }, ...of },
    },
  });
  return {
    ...pull,
    event,
    comment: async (artifacts, payload = event(), mode = 'always') => {
      await leaveArtifacts(pull.proxy, runId, artifacts);
      return commentOnRun({
        ...{ github: await pull.github(), event: payload, serverUrl: 'https://github.com' },
        ...{ publishing: { comment: mode }, foreign },
      });
    },
    bodies: async () => (await pull.comments()).map(({ body }) => body),
  };
}

/** With everything that a report can have, and of all packages. */
export function wholeReport(): Report {
  const { shard: _, ...whole } = fullReport();
  return whole;
}

export function packedReport(report: unknown): Buffer {
  return zipFile([{ name: 'report.json', data: JSON.stringify(report) }]);
}

/** The artifact of a report, under a name that the action gives. */
export function leftReport(of: Partial<LeftArtifact> & { report?: Report } = {}): LeftArtifact {
  const { report = wholeReport(), ...rest } = of;
  return { name: 'go-crash-guard-report-test-3f2c1a9e-1', zip: packedReport(report), ...rest };
}
