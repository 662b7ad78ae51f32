import type { BaseEvent } from '../baseline/events.ts';
import type { IssueEvent, LabelledPull, LabelSource, WorkflowRun } from './label-source.ts';

/** Whether a label accepts the growth of a pull request's head. */
export type AcceptedLabel =
  | { kind: 'accepted'; actor: string; at: string }
  /** `because` is null where there is no such label. */
  | { kind: 'not-accepted'; because: string | null };

export const acceptingLabel = 'memory-accepted';

/** Whether a pull request has the label for its present head. Throws Refused when GitHub does not answer. */
export async function judgeLabel(
  source: LabelSource,
  number: number,
  event: (BaseEvent & { kind: 'pull-request' }) | null,
): Promise<AcceptedLabel> {
  const pull = await source.pull(number);
  if (!pull.labels.some(({ name }) => name === acceptingLabel)) return not(null);
  if (event !== null && event.headSha !== pull.head.sha)
    return not('the pull request has a newer head than the one of this run');
  const events = await source.events(number);
  const set = events.findLast(({ event: kind, label }) => kind === 'labeled' && isOurs(label));
  const login = set?.actor?.login;
  if (set === undefined || login === undefined) return not('GitHub does not tell who set it');
  const known =
    labelledBy(event, events) || wasHead(pull, events, set, await source.runs(pull.head.sha));
  if (!known)
    return not(
      'nothing shows that it was set after the present head was pushed; look at the changes, remove it and set it again',
    );
  if (!(await source.mayWrite(login)))
    return not(`${login}, who set it, may not write to the repository`);
  return { kind: 'accepted', actor: login, at: set.created_at };
}

function not(because: string | null): AcceptedLabel {
  return {
    kind: 'not-accepted',
    because: because && `the label ${acceptingLabel} does not count: ${because}`,
  };
}

function isOurs(label: { name: string } | undefined): boolean {
  return label?.name === acceptingLabel;
}

/** What can make the head an earlier commit, from which a later push leads forward again. */
const moves: ReadonlySet<string> = new Set([
  ...['head_ref_force_pushed', 'head_ref_deleted', 'head_ref_restored', 'reopened'],
]);

/** What moved the head by anything but a push forward. After the merge the head stays. */
function movesOf(events: readonly IssueEvent[]): IssueEvent[] {
  const merged = events.findIndex(({ event }) => event === 'merged');
  return events
    .slice(0, merged < 0 ? events.length : merged)
    .filter(({ event }) => moves.has(event));
}

/** This very run was started by setting the label, and the event says for which head. */
function labelledBy(
  event: (BaseEvent & { kind: 'pull-request' }) | null,
  events: readonly IssueEvent[],
): boolean {
  if (event?.action !== 'labeled' || event.label !== acceptingLabel) return false;
  const first = events.findIndex(({ event: kind, label }) => kind === 'labeled' && isOurs(label));
  return movesOf(events.slice(first)).length === 0;
}

/**
 * Whether the present head was the head when the label was set. That a commit is known to GitHub says nothing: somebody could push
 * it to another branch, wait for the label and only then to this one. So there must be a run for this pull request's branch and this
 * commit from before the label, and nothing since that run may have moved the branch back: pushes forward never return to a commit.
 */
function wasHead(
  pull: LabelledPull,
  events: readonly IssueEvent[],
  set: IssueEvent,
  runs: readonly WorkflowRun[],
): boolean {
  const lastMove = Math.max(
    Date.parse(pull.created_at),
    ...movesOf(events).map(({ created_at: at }) => Date.parse(at)),
  );
  return runs.some((run) => {
    const at = Date.parse(run.created_at);
    return (
      (run.event === 'pull_request' || run.event === 'pull_request_target') &&
      run.head_sha === pull.head.sha &&
      run.head_branch === pull.head.ref &&
      run.head_repository?.full_name === pull.head.repo?.full_name &&
      pull.head.repo !== null &&
      at >= lastMove &&
      at < Date.parse(set.created_at)
    );
  });
}
