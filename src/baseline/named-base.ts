import { InputError } from '../settings/input-error.ts';
import type { FoundBase, Subject } from './subject.ts';
import { present } from './deepen.ts';

/** The commit that the user names. Throws InputError where there is none of that name. */
export async function namedBase(name: string, subject: Subject): Promise<FoundBase> {
  const { clone, head } = subject;
  const commit =
    (await clone.resolve(name)) ??
    (await clone.resolve(`refs/remotes/origin/${name}`)) ??
    (await fetched(name, subject));
  if (commit === null) {
    throw new InputError([
      {
        where: '--base',
        what: `this clone has no commit ${JSON.stringify(name.slice(0, 200))}`,
        fix: 'name a commit, branch or tag that "git rev-parse" knows; fetch it first in a shallow clone',
      },
    ]);
  }
  if (commit === head || (await clone.isAncestor(commit, head)))
    return { commit, reason: `named by --base ${name}`, exact: true };
  const reason = `named by --base ${name}, which is not known as an ancestor of the tested commit`;
  return { commit, reason, exact: false };
}

async function fetched(name: string, subject: Subject): Promise<string | null> {
  const isSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
  return isSha && (await present(subject, name)) ? name : null;
}
