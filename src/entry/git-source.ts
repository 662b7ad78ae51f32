import type { Environment, RunCommand } from '../machine/command.ts';
import type { Source } from '../report/schema.ts';

/** Where the code came from, as far as git in that folder knows; nulls outside a repository. */
export async function gitSource(
  run: RunCommand,
  directory: string,
  env: Environment,
): Promise<Source> {
  const result = await run('git', ['rev-parse', 'HEAD', '--symbolic-full-name', 'HEAD'], {
    cwd: directory,
    env,
  });
  const [sha, ref] =
    result.kind === 'exited' && result.code === 0 ? result.stdout.trim().split('\n') : [];
  return {
    module: null,
    repository: null,
    sha: sha ?? null,
    ref: ref?.startsWith('refs/') === true ? ref : null,
    event: null,
  };
}
