import type { Environment, RunCommand } from '../machine/command.ts';
import type { BaseChoice, Head } from './base.ts';
import { openClone, whyNoHead } from './clone.ts';
import type { BaseEvent } from './events.ts';
import { deepenedLine, present } from './deepen.ts';
import { mergeBase } from './merge-base.ts';
import { namedBase } from './named-base.ts';
import type { FoundBase, Subject } from './subject.ts';

export interface BaseRequest {
  run: RunCommand;
  env: Environment;
  /** A folder inside the work tree. */
  directory: string;
  /** Null for a run in a terminal. */
  event: BaseEvent | null;
  /** A commit that the user names; null to find one. */
  explicit: string | null;
  head: Head;
  /** For fetching; null where git has credentials of its own. */
  token: string | null;
  /** Whether what a shallow clone lacks may be fetched from `origin`. A clone that is whole is never touched. */
  fetch: boolean;
}

const maxAncestors = 500;

/**
 * The commit that the checked out one is compared with: what it would be without the change under test. It never falls back to an
 * older commit without saying so: `exact` is false then. Throws InputError when the commit that the user names is not there.
 */
export async function chooseBase(request: BaseRequest): Promise<BaseChoice> {
  const clone = openClone(request);
  const { commit: head, clean } = request.head;
  if (head === null) return { kind: 'none', because: await whyNoHead(clone) };
  const fetch = request.fetch && (await clone.isShallow());
  const subject = { clone, head, clean, fetch };
  const found =
    request.explicit === null
      ? await baseOf(request.event, subject)
      : await namedBase(request.explicit, subject);
  if (found === null) {
    const because = `${head.slice(0, 12)} is the first commit: there is none to compare with`;
    return { kind: 'none', because };
  }
  const line = await deepenedLine(subject, found.commit, maxAncestors);
  return { kind: 'base', ...found, ancestors: line };
}

function baseOf(event: BaseEvent | null, subject: Subject): Promise<FoundBase | null> {
  switch (event?.kind) {
    case undefined:
      return localBase(subject);
    case 'pull-request':
      return pullRequestBase(event, subject);
    case 'merge-group':
      return mergeGroupBase(event, subject);
    case 'push':
      return pushBase(event, subject);
    case 'tag':
      return firstParent(subject, 'first parent of the tagged commit');
    case 'other':
      return firstParent(subject, 'first parent of the tested commit');
  }
}

async function localBase(subject: Subject): Promise<FoundBase | null> {
  const { clean, head } = subject;
  if (clean) return firstParent(subject, 'first parent of the tested commit');
  const reason = 'the checked out commit, which the changes of the work tree are made on';
  return { commit: head, reason, exact: true };
}

/**
 * GitHub tests a merge of the pull request into its base branch: the first parent of that is the base, the second one the pull
 * request. `base.sha` of the event is the tip of the branch at some time, and serves only to find the merge base where something
 * else is checked out.
 */
async function pullRequestBase(
  event: BaseEvent & { kind: 'pull-request' },
  subject: Subject,
): Promise<FoundBase | null> {
  const parents = (await subject.clone.parents(subject.head)) ?? [];
  const [base, tip] = parents;
  if (parents.length === 2 && base !== undefined && tip === event.headSha)
    return { commit: base, reason: 'first parent of the tested merge commit', exact: true };
  return (
    (await mergeBase(subject, { tip: event.baseSha, name: event.baseRef })) ??
    withoutMergeBase(subject, event.baseRef)
  );
}

async function mergeGroupBase(
  event: BaseEvent & { kind: 'merge-group' },
  subject: Subject,
): Promise<FoundBase | null> {
  const parents = (await subject.clone.parents(subject.head)) ?? [];
  if (subject.head === event.headSha || parents[0] === event.baseSha) {
    const reason = 'the commit that the merge group is built on';
    return { commit: event.baseSha, reason, exact: true };
  }
  return (
    (await mergeBase(subject, { tip: event.baseSha, name: 'the base of the merge group' })) ??
    withoutMergeBase(subject, 'the base of the merge group')
  );
}

/** A push brings one commit or several; all of them are the change under test. After a forced push only the last one is. */
async function pushBase(
  event: BaseEvent & { kind: 'push' },
  subject: Subject,
): Promise<FoundBase | null> {
  const { clone, head } = subject;
  const { before } = event;
  const alone = 'first parent of the pushed commit';
  const [parent] = (await clone.parents(head)) ?? [];
  if (before === null || before === parent || head !== event.after)
    return firstParent(subject, alone);
  const known = (await present(subject, before)) && (await present(subject, head));
  const isOlder =
    known &&
    ((await clone.isAncestor(before, head)) ||
      (subject.fetch &&
        (await clone.fetch({ kind: 'deepen', commits: 50 }, [head])) &&
        (await clone.isAncestor(before, head))));
  return isOlder
    ? { commit: before, reason: 'the commit before the push', exact: true }
    : firstParent(subject, alone);
}

async function firstParent({ clone, head }: Subject, reason: string): Promise<FoundBase | null> {
  const [commit] = (await clone.parents(head)) ?? [];
  return commit === undefined ? null : { commit, reason, exact: true };
}

async function withoutMergeBase(subject: Subject, name: string): Promise<FoundBase | null> {
  const reason = `first parent of the tested commit, because this clone shows no merge base with ${name}`;
  const found = await firstParent(subject, reason);
  return found && { ...found, exact: false };
}
