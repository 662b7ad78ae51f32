import type { StoreAccount } from '../report/baseline-view.ts';
import { accountOf } from './store-account.ts';
import type { BaselineStore, StoreProblem } from './store.ts';

export interface Pruned {
  kind: 'pruned';
  /** What was removed, or would be. */
  paths: string[];
  removed: StoreAccount;
  /** What stays of all that is listed. */
  kept: StoreAccount;
  problems: string[];
}

/** Removes some of the listed paths for good; with `dryRun` it only says what that would be. */
export async function removePaths(
  store: BaselineStore,
  listed: readonly string[],
  { paths, dryRun, problems }: { paths: string[]; dryRun: boolean; problems: string[] },
): Promise<Pruned | StoreProblem> {
  const gone = new Set(paths);
  const pruned: Pruned = {
    ...{ kind: 'pruned', paths, removed: accountOf(paths), problems },
    kept: accountOf(listed.filter((path) => !gone.has(path))),
  };
  if (dryRun || paths.length === 0) return pruned;
  const answer = await store.remove(paths);
  if (answer.kind === 'problem') return answer;
  const left = paths.length - answer.removed;
  if (left > 0)
    problems.push(
      `${String(left)} of them are still there, or were removed by another job: they lie on a branch that was fetched from origin, and only a job that may push can remove them there`,
    );
  return pruned;
}
