import type { CommentMode } from '../settings/publishing-schema.ts';
import { Refused } from './api-call.ts';
import { reportPrefix } from '../run/artifact-name.ts';
import type { Github } from './client.ts';
import { readFinishedRun, type FinishedRun } from './finished-run.ts';
import type { ForeignReader } from './foreign-report.ts';
import type { Outcome } from './outcome.ts';
import { findPullRequests } from './pull-request.ts';
import { openRunArtifacts } from './run-artifacts.ts';
import { commentOfReport, commentWithoutReport, type RunComment } from './run-comment.ts';
import { findRunReports } from './run-reports.ts';
import type { PublishedComment } from './published-comment.ts';
import { publishComment } from './sticky-comment.ts';

export interface CommentOnRunRequest {
  github: Github;
  /** The content of the event file. */
  event: unknown;
  publishing: { comment: CommentMode };
  /** `https://github.com` */
  serverUrl: string;
  foreign: ForeignReader;
}

export interface CommentedRun {
  /** Of the first comment. */
  commentUrl: string | null;
  comments: PublishedComment[];
  /** Why there is no comment, or not more of them. */
  notes: string[];
  warnings: string[];
}

/**
 * Comments on the pull request whose workflow run is over, from the workflow `workflow_run`, which has a token that may write. The
 * pull request is found by what GitHub says of the run; the artifacts only say what their authors like. Never throws because of them.
 */
export async function commentOnRun(request: CommentOnRunRequest): Promise<CommentedRun> {
  const told: CommentedRun = { commentUrl: null, comments: [], notes: [], warnings: [] };
  const { publishing, github, event } = request;
  if (publishing.comment === 'off') told.notes.push('comments are off');
  else {
    try {
      const read = readFinishedRun(event);
      const because = whyNot(read);
      if (because !== null) told.notes.push(because);
      else if (read.kind === 'run') await commentOn(request, read.run, github, told);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      told.warnings.push(error.warning);
    }
  }
  return { ...told, commentUrl: told.comments[0]?.url ?? null };
}

/** Why there is nothing to comment on; null where there may be. */
function whyNot(read: ReturnType<typeof readFinishedRun>): string | null {
  if (read.kind === 'other')
    return 'no comment: mode "comment" belongs in a workflow that is started by "workflow_run", see docs/forks.md';
  if (read.kind === 'unfinished')
    return 'no comment: the run is not over; let the workflow be started by "types: [completed]" alone';
  if (read.run.event !== 'pull_request')
    return `no comment: the run was started by ${JSON.stringify(read.run.event.slice(0, 100))}, not by pull_request`;
  if (read.run.headRepository === null || read.run.headBranch === '')
    return 'no comment: the branch that the run tested is gone';
  return null;
}

async function commentOn(
  request: CommentOnRunRequest,
  run: FinishedRun,
  github: Github,
  told: CommentedRun,
): Promise<void> {
  const numbers = await pullRequestsOfRun(github, run, told);
  if (numbers.length === 0) return;
  const reader = openRunArtifacts(github, run.id, reportPrefix);
  const { reports, notes } = await findRunReports(reader, run.attempt);
  told.notes.push(...notes);
  const publish = commenter(request, run, numbers, told);
  const { serverUrl, foreign } = request;
  const place = { github, run, serverUrl, reader, foreign };
  if (reports.length === 0)
    told.notes.push('the run left no report: none of its jobs uploaded one (or it has expired)');
  await publish(commentWithoutReport(place, reports.length > 0));
  // One after the other: what one of them takes is given back before the next.
  for (const report of reports) {
    try {
      await publish(await commentOfReport(place, report, reports.length > 1));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      told.warnings.push(error.warning);
    }
  }
}

/** Those that are open. */
async function pullRequestsOfRun(
  github: Github,
  { headSha, headRepository, headBranch }: FinishedRun,
  told: CommentedRun,
): Promise<number[]> {
  const head = { headSha, headRepository: headRepository ?? '', headBranch };
  const found = await findPullRequests(github, head);
  switch (found.kind) {
    case 'found':
      for (const { number, state } of found.pulls)
        if (state === 'closed') told.notes.push(`no comment: pull request ${number} is closed`);
      return found.pulls.filter(({ state }) => state === 'open').map(({ number }) => number);
    case 'stale':
      told.notes.push(
        `no comment: pull request ${found.number} has a newer head (${found.headSha.slice(0, 12)}) than the run tested (${headSha.slice(0, 12)})`,
      );
      return [];
    case 'none':
      told.notes.push(`no comment: no pull request has ${headSha.slice(0, 12)} as its head`);
      return [];
    case 'refused':
      told.warnings.push(found.warning);
      return [];
  }
}

/** Says the same on each of the pull requests. */
function commenter(
  { github, publishing }: CommentOnRunRequest,
  run: FinishedRun,
  numbers: readonly number[],
  told: CommentedRun,
): (comment: RunComment | null) => Promise<void> {
  return async (comment) => {
    if (comment === null) return;
    for (const number of numbers) {
      const outcome: Outcome<PublishedComment> = await publishComment(github, {
        ...{ mode: publishing.comment, ...comment, number },
        // Whoever writes the artifact chooses its name: no comment of another workflow can be meant by it.
        key: `workflow-run/${run.workflowId}/${comment.key}`,
        run: { id: String(run.id), attempt: String(run.attempt) },
      });
      if (outcome.kind === 'done') told.comments.push(outcome.value);
      // What is only put right where it stands is no news where it does not.
      if (outcome.kind === 'skipped' && comment.mode === undefined)
        told.notes.push(outcome.because);
      if (outcome.kind === 'refused') told.warnings.push(outcome.warning);
    }
  };
}
