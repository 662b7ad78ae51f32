import { oneLine } from '../report/format.ts';
import type { CallError } from './retry.ts';

/** One thing that is asked of GitHub, in words: `GitHub does not VERB WHAT`. */
export interface Call {
  verb: 'tell' | 'create' | 'change' | 'delete' | 'hand over';
  what: string;
  /** What the token needs: `pull-requests: write`. */
  permission: string;
}

const readPull = 'pull-requests: read';
const writePull = 'pull-requests: write';
const writeChecks = 'checks: write';
const readActions = 'actions: read';

/** Every call that is made. What a permission covers is in GitHub's "Permissions required for GitHub Apps". */
export const calls = {
  pull: { verb: 'tell', what: 'the pull request', permission: readPull },
  pulls: { verb: 'tell', what: 'the pull requests of the branch', permission: readPull },
  events: { verb: 'tell', what: 'its events', permission: readPull },
  pullsOfCommit: { verb: 'tell', what: 'the pull request of the commit', permission: readPull },
  collaborator: { verb: 'tell', what: "a user's permission", permission: 'metadata: read' },
  repository: { verb: 'tell', what: 'the repository', permission: 'metadata: read' },
  viewer: { verb: 'tell', what: 'whose the token is', permission: 'metadata: read' },
  comments: { verb: 'tell', what: "the pull request's comments", permission: writePull },
  createComment: { verb: 'create', what: 'the comment', permission: writePull },
  updateComment: { verb: 'change', what: 'the comment', permission: writePull },
  deleteComment: { verb: 'delete', what: 'a second comment', permission: writePull },
  checks: { verb: 'tell', what: 'the check runs of the commit', permission: writeChecks },
  createCheck: { verb: 'create', what: 'the check run', permission: writeChecks },
  updateCheck: { verb: 'change', what: 'the check run', permission: writeChecks },
  runs: { verb: 'tell', what: 'the workflow runs', permission: readActions },
  jobs: { verb: 'tell', what: 'the jobs of the workflow run', permission: readActions },
  artifacts: { verb: 'tell', what: 'the artifacts of the workflow run', permission: readActions },
  artifact: { verb: 'hand over', what: 'the artifact', permission: readActions },
} as const satisfies Record<string, Call>;

interface Advice {
  when: (error: CallError, call: Call, fork: boolean) => boolean;
  fix: (call: Call) => string;
  /** Whether the workflow lacks the permission. */
  lacks?: true;
}

/**
 * What to do about a status; the first row that matches. GitHub's words: "You must authenticate via a GitHub App.", "Resource not
 * accessible by personal access token", "Resource protected by organization SAML enforcement. ..."
 */
const advice: readonly Advice[] = [
  {
    when: ({ status }) => status === 401,
    fix: () =>
      'the token is not valid; give the step "token: ${{ github.token }}", or renew the secret that it comes from',
  },
  {
    when: ({ status, message }) => isForbidden(status) && /via a GitHub App/.test(message),
    fix: () =>
      'a personal token cannot write check runs; give the step "token: ${{ github.token }}", or "annotations: log"',
  },
  {
    when: ({ status, message }) =>
      isForbidden(status) && /personal access token|SAML/.test(message),
    fix: ({ permission }) =>
      `grant "${permission}" to the personal token on GitHub, or give the step "token: \${{ github.token }}"`,
  },
  {
    when: ({ status }, { permission }, fork) =>
      fork && isForbidden(status) && permission.endsWith('write'),
    fix: () =>
      'the token of a pull request from a fork may only read, whatever the workflow permits; let a second workflow publish with "mode: comment", see docs/forks.md',
  },
  {
    when: ({ status }) => isForbidden(status),
    fix: ({ permission }) => `give the job "permissions: ${permission}"`,
    lacks: true,
  },
  { when: ({ status }) => status === 410, fix: () => 'it was deleted' },
  {
    when: ({ status }) => status === 413 || status === 422,
    fix: () => 'GitHub refuses the content; please report this as a bug of go-crash-guard',
  },
  { when: () => true, fix: () => 'run the job again' },
];

function isForbidden(status: number | null): boolean {
  return status === 403 || status === 404;
}

/** What was refused, the evidence, and what to do: one line. */
export function refusalText(call: Call, error: CallError, fork: boolean): string {
  const row = advice.find(({ when }) => when(error, call, fork));
  return evidence(call, error, row?.fix(call) ?? '');
}

/** The lines for the workflow where a permission is missing. Whatever such a block does not list is taken away. */
export function missingLines(call: Call, error: CallError, fork: boolean): string | null {
  const row = advice.find(({ when }) => when(error, call, fork));
  return row?.lacks ? `permissions:\n  contents: read\n  ${call.permission}` : null;
}

/** The patience that GitHub asks for is more than ours. */
export function limitText(call: Call, error: CallError, waitMs: number | null): string {
  const minutes = Math.ceil((waitMs ?? 0) / 60_000);
  const wait = minutes > 1 ? `in ${String(minutes)} minutes or later` : 'later';
  return evidence(
    call,
    error,
    `the token has asked too much of GitHub; run the job again ${wait}, or let fewer jobs publish`,
  );
}

function evidence({ verb, what }: Call, { status, message }: CallError, fix: string): string {
  const said = oneLine(message, 300);
  return `GitHub does not ${verb} ${what} (${String(status ?? 'no answer')}: ${said}); ${fix}`;
}
