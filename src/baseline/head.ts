import type { Head } from './base.ts';
import { openClone, type CloneOptions } from './clone.ts';

/** The commit that is checked out, and whether the files are as it has them. Files that git ignores do not count. */
export async function readHead(
  run: CloneOptions['run'],
  env: CloneOptions['env'],
  directory: string,
): Promise<Head> {
  const clone = openClone({ run, env, directory, token: null });
  const commit = await clone.resolve('HEAD');
  if (commit === null) return { commit: null, committedAt: null, clean: false };
  const [shown, status] = await Promise.all([
    clone.git(['show', '--no-patch', '--format=%cI', commit, '--']),
    clone.git(['status', '--porcelain', '--untracked-files=normal', '--no-renames']),
  ]);
  const at = shown.kind === 'exited' && shown.code === 0 ? shown.stdout.trim() : '';
  const milliseconds = Date.parse(at);
  return {
    commit,
    committedAt: Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString(),
    clean: status.kind === 'exited' && status.code === 0 && status.stdout === '',
  };
}
