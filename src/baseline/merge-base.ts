import type { FoundBase, Subject } from './subject.ts';
import { present } from './deepen.ts';

/** More commits in each step, until the merge base is here and everything between it and both tips too. */
const deepening = [50, 200, 400];

/** Where the head and a branch parted; null where the clone does not show it and nothing more can be fetched. */
export async function mergeBase(
  subject: Subject,
  branch: { tip: string; name: string },
): Promise<FoundBase | null> {
  const { clone, head, fetch } = subject;
  const tip = (await present(subject, branch.tip))
    ? branch.tip
    : await clone.resolve(`refs/remotes/origin/${branch.name}`);
  if (tip === null) return null;
  for (const commits of [0, ...(fetch ? deepening : [])]) {
    if (commits > 0 && !(await clone.fetch({ kind: 'deepen', commits }, [head, tip]))) break;
    const found = await bestOf(subject, tip);
    if (found?.sure === true)
      return { commit: found.commit, reason: `merge base with ${branch.name}`, exact: true };
  }
  const found = await bestOf(subject, tip);
  if (found === null) return null;
  const reason = `merge base with ${branch.name}, as far as this clone shows it`;
  return { commit: found.commit, reason, exact: false };
}

async function bestOf(
  { clone, head }: Subject,
  tip: string,
): Promise<{ commit: string; sure: boolean } | null> {
  const bases = await clone.mergeBases(head, tip);
  const [commit] = bases;
  if (commit === undefined) return null;
  return { commit, sure: bases.length === 1 && (await clone.isComplete([head, tip], commit)) };
}
