import type { Subject } from './subject.ts';

/** So many commits of history are fetched into a shallow clone: enough to find a record and to see how figures move. */
const wantedCommits = 50;

/** Whether a commit's object is here, if need be after fetching it alone. */
export async function present(
  { clone, fetch }: Pick<Subject, 'clone' | 'fetch'>,
  commit: string,
): Promise<boolean> {
  if ((await clone.parents(commit)) !== null) return true;
  return (
    fetch &&
    (await clone.fetch({ kind: 'depth', commits: 1 }, [commit])) &&
    (await clone.parents(commit)) !== null
  );
}

/** A commit and its first-parent ancestors; the commit alone where nothing more can be known. */
export async function deepenedLine(
  { clone, fetch, head }: Pick<Subject, 'clone' | 'fetch' | 'head'>,
  commit: string,
  maxCommits: number,
): Promise<string[]> {
  const here = await clone.firstParents(commit, maxCommits);
  if (fetch && here.length < wantedCommits && !(await endsAtRoot(clone, here))) {
    // A fetch by depth could cut off what is here, unless nothing is but the head.
    const bare = here.length === 0 && (await clone.firstParents(head, 2)).length === 1;
    if (bare) await clone.fetch({ kind: 'depth', commits: wantedCommits }, [commit]);
    else if (await present({ clone, fetch }, commit))
      await clone.fetch({ kind: 'deepen', commits: wantedCommits }, [commit]);
    const deeper = await clone.firstParents(commit, maxCommits);
    return deeper.length === 0 ? [commit] : deeper;
  }
  return here.length === 0 ? [commit] : here;
}

async function endsAtRoot(clone: Subject['clone'], line: readonly string[]): Promise<boolean> {
  const last = line.at(-1);
  return last !== undefined && (await clone.parents(last))?.length === 0;
}
