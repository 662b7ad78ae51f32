import type { Environment, RunCommand } from '../../machine/command.ts';

interface OldRequest {
  run: RunCommand;
  env: Environment;
  directory: string;
  /** The base and its first-parent ancestors, nearest first. */
  ancestors: readonly string[];
}

const days = 30;

/**
 * Commits to look for slow growth from, the best one first: the last tag, then the ancestors of the last 30 days before the base,
 * oldest first. None where git does not tell.
 */
export async function oldCommits(
  request: OldRequest,
): Promise<{ commit: string; reason: string }[]> {
  const { run, env, directory, ancestors } = request;
  const [base] = ancestors;
  if (base === undefined || !/^[0-9a-f]{40,64}$/.test(base)) return [];
  const git = async (args: string[]): Promise<string[]> => {
    const result = await run('git', args, { cwd: directory, env, timeoutMs: 30_000 });
    return result.kind === 'exited' && result.code === 0
      ? result.stdout.split('\n').filter((line) => line !== '')
      : [];
  };
  const logged = await git([
    ...['log', '--first-parent', `--max-count=${String(ancestors.length)}`],
    ...['--format=%H %ct', '--end-of-options', base],
  ]);
  const times = new Map(
    logged.map((line): [string, number] => {
      const [commit = '', seconds = ''] = line.split(' ');
      return [commit, Number(seconds)];
    }),
  );
  const since = (times.get(base) ?? 0) - days * 86_400;
  const recent = ancestors
    .slice(1)
    .filter((commit) => (times.get(commit) ?? 0) >= since)
    .reverse()
    .map((commit) => ({ commit, reason: `the oldest record of ${String(days)} days` }));
  return [...(await lastTag(git, base)), ...recent];
}

async function lastTag(
  git: (args: string[]) => Promise<string[]>,
  base: string,
): Promise<{ commit: string; reason: string }[]> {
  const [tag] = await git(['describe', '--tags', '--abbrev=0', '--first-parent', base]);
  if (tag === undefined) return [];
  const [commit] = await git([
    'rev-parse',
    '--verify',
    '--end-of-options',
    `refs/tags/${tag}^{commit}`,
  ]);
  return commit === undefined || commit === base ? [] : [{ commit, reason: `tag ${tag}` }];
}
