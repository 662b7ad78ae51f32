import type { Head } from './base.ts';
import type { BaseEvent } from './events.ts';

/** Whether the figures of this run are kept for later ones, and why. */
export interface Tracked {
  record: boolean;
  because: string;
}

const yes = (because: string): Tracked => ({ record: true, because });
const no = (because: string): Tracked => ({ record: false, because });

/**
 * In a workflow only pushes to tracked branches are recorded, never a pull request: whoever opens one must not be able to write
 * what others are compared with. Locally every clean commit is.
 * @param branches names with `*` for any text; null for the default branch, main and master
 */
export function isTracked(
  event: BaseEvent | null,
  head: Head,
  branches: readonly string[] | null,
): Tracked {
  if (head.commit === null) return no('there is no commit to record the figures under');
  if (event === null) {
    return head.clean
      ? yes('the commit is clean')
      : no('the work tree has changes that are not committed');
  }
  switch (event.kind) {
    case 'push': {
      const patterns = branches ?? [event.defaultBranch ?? 'main', 'main', 'master'];
      if (!patterns.some((pattern) => matches(pattern, event.branch)))
        return no(`the branch ${event.branch} is not tracked (heap.branches)`);
      if (head.commit !== event.after)
        return no('the commit that is checked out is not the one that was pushed');
      return yes(`a push to the tracked branch ${event.branch}`);
    }
    case 'pull-request':
      return no('a pull request is compared, never recorded');
    case 'merge-group':
      return no('a merge group is compared, never recorded');
    case 'tag':
      return no('only pushes to tracked branches are recorded, not tags');
    case 'other':
      return no(`only pushes to tracked branches are recorded, not ${event.name}`);
  }
}

/** Linear in both: each part between two stars is looked for once, from the left. */
function matches(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === name;
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  let from = first.length;
  const end = name.length - last.length;
  for (const part of rest) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= end;
}
