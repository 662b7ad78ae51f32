import type { Git } from './git-access.ts';
import { gitFailure } from './git-failure.ts';
import type { BaselineRef } from './git-ref.ts';

/** The branch in the local repository. What CI recorded, as far as it was fetched from origin, is read as well. */
export function localRef(git: Git, branch: string): BaselineRef {
  const ref = `refs/heads/${branch}`;
  const fetched = `refs/remotes/origin/${branch}`;
  return {
    name: `git branch ${branch}`,
    look: async () => {
      const format = '--format=%(objectname) %(objecttype) %(refname)';
      const result = await git(['for-each-ref', format, ref, fetched]);
      if (result.kind !== 'exited' || result.code !== 0)
        return gitFailure('The baseline branch cannot be read', result, git.redact);
      const commits = new Map(
        result.stdout.split('\n').map((line): [string, string] => {
          const [id = '', type = '', name = ''] = line.split(' ');
          return [type === 'commit' ? name : '', id];
        }),
      );
      const other = commits.get(fetched);
      const others = other === undefined ? [] : [other];
      return { kind: 'tips', tip: commits.get(ref) ?? null, others };
    },
    move: async (from, to) => {
      const what = 'The baseline branch cannot be written';
      const worktrees = await git(['worktree', 'list', '--porcelain']);
      if (worktrees.kind === 'exited' && worktrees.stdout.split('\n').includes(`branch ${ref}`)) {
        const problem = `${what}: ${branch} is checked out in a work tree of this repository. Check out another branch there.`;
        return { kind: 'failure', class: 'lasting', problem };
      }
      const message = ['-m', 'go-crash-guard: baseline'];
      const result = await git(['update-ref', ...message, ref, to, from ?? '']);
      return result.kind === 'exited' && result.code === 0
        ? { kind: 'moved' }
        : gitFailure(what, result, git.redact);
    },
  };
}
