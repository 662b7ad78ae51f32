import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { checkoutOf } from '../../machine/go-modules.ts';
import type { Environment, RunCommand } from '../../machine/command.ts';
import { readSmallFile } from '../../machine/small-file.ts';
import type { PlannedPackage } from '../../plan/plan.ts';
import { concurrentPlaces } from '../../stress/concurrent-places.ts';
import type { WeightHints } from '../../stress/weight.ts';
import { readBaselineFile } from '../baseline/baseline-file.ts';
import { readPastRuns } from '../baseline/crash-history.ts';

export interface HintPorts {
  run: RunCommand;
  env: Environment;
}

const maxFiles = 500;

/** What is known of each package before it is stressed, by import path. */
export async function stressHints(
  {
    out,
    directory,
    packages,
  }: { out: string; directory: string; packages: readonly PlannedPackage[] },
  ports: HintPorts,
): Promise<Map<string, WeightHints>> {
  const root = checkoutOf(directory);
  const base = (await readBaselineFile(out))?.base?.commit ?? null;
  const changes = base === null ? noChanges : await changesSince(base, root, ports);
  const failures = new Map<string, number>();
  for (const { crashes } of await readPastRuns(out))
    for (const name of new Set(crashes.map((crash) => crash.package)))
      failures.set(name, (failures.get(name) ?? 0) + 1);
  const hints = new Map<string, WeightHints>();
  for (const { package: name, dir } of packages) {
    const folder = relative(root, dir).split(sep).join('/');
    hints.set(name, {
      changed: changes.changed.has(folder),
      isNew: changes.known !== null && !changes.known.has(folder),
      pastFailures: failures.get(name) ?? 0,
      concurrentPlaces: await concurrentPlacesBelow(dir),
    });
  }
  return hints;
}

interface Changes {
  /** Folders with a file that differs. */
  changed: ReadonlySet<string>;
  /** Folders that the base has; null where nobody knows. */
  known: ReadonlySet<string> | null;
}

const noChanges: Changes = { changed: new Set(), known: null };

/** Of Go files, against a commit; none where git cannot tell. */
async function changesSince(base: string, root: string, { run, env }: HintPorts): Promise<Changes> {
  if (!/^[0-9a-f]{40,64}$/.test(base)) return noChanges;
  const git = async (...args: string[]): Promise<string[] | null> => {
    const result = await run('git', args, { cwd: root, env, timeoutMs: 30_000 });
    return result.kind === 'exited' && result.code === 0
      ? result.stdout.split('\0').filter(isGoFile)
      : null;
  };
  const changed = await git('diff', '--name-only', '-z', '--no-renames', base, '--');
  const known = await git('ls-tree', '-r', '-z', '--name-only', '--full-tree', base);
  if (changed === null) return noChanges;
  return { changed: foldersOf(changed), known: known === null ? null : foldersOf(known) };
}

function isGoFile(path: string): boolean {
  return path.endsWith('.go');
}

function foldersOf(paths: readonly string[]): Set<string> {
  return new Set(
    paths.map((path) => dirname(path)).map((folder) => (folder === '.' ? '' : folder)),
  );
}

async function concurrentPlacesBelow(dir: string): Promise<number> {
  const names = (await readdir(dir).catch((): string[] => [])).filter(isGoFile).slice(0, maxFiles);
  return names.reduce(
    (sum, name) => sum + concurrentPlaces(readSmallFile(join(dir, name)) ?? ''),
    0,
  );
}
