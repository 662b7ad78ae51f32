import { corpusFolder, parseInputPath } from '../fuzz/corpus-store.ts';
import { newerLayout } from './read-records.ts';
import { removePaths, type Pruned } from './remove-paths.ts';
import type { BaselineStore, StoreProblem } from './store.ts';

/** A fuzz target by its names. */
export interface FuzzTarget {
  package: string;
  target: string;
}

/** Removes the inputs that fuzzing stored, those of one target or, for null, of all. Records stay. */
export async function pruneInputs(
  store: BaselineStore,
  { dryRun, of }: { dryRun: boolean; of: FuzzTarget | null },
): Promise<Pruned | StoreProblem> {
  const listed = await store.list();
  if (listed.kind === 'problem') return listed;
  const folder = of === null ? null : corpusFolder(of.package, of.target);
  const paths = listed.paths.filter((path) => {
    const input = parseInputPath(path);
    return input !== null && (folder === null || input.folder === folder);
  });
  const problems = newerLayout(listed.paths);
  if (of !== null && paths.length === 0)
    problems.push(`no inputs of ${of.package}.${of.target} are stored`);
  return removePaths(store, listed.paths, { paths, dryRun, problems });
}
