import { describeFailure, type Environment, type RunCommand } from '../machine/command.ts';

/** What a git hook or alias tells its own git, about its own repository. */
const about = [
  ...['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'],
  ...['GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_QUARANTINE_PATH'],
  ...['GIT_NAMESPACE', 'GIT_SHALLOW_FILE', 'GIT_GRAFT_FILE', 'GIT_REPLACE_REF_BASE'],
  'GIT_IMPLICIT_WORK_TREE',
];

/** For git in a folder of its own: nothing from an outer git, no questions, no download of large files. */
export function gitEnvironment(env: Environment): Environment {
  const kept = Object.entries(env).filter(([name]) => !about.includes(name));
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: '0', GIT_LFS_SKIP_SMUDGE: '1' };
}

/** Before the subcommand: no hooks, no daemon, nothing in the background. */
export const quietly: readonly string[] = [
  ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'gc.auto=0', 'maintenance.auto=false'],
  ...['submodule.recurse=false', 'advice.detachedHead=false'],
].flatMap((setting) => ['-c', setting]);

/** Runs git in a folder; its stdout, or a thrown Refusal. */
export type GitIn = (directory: string, ...args: string[]) => Promise<string>;

/** git would not; the message is for a person. */
export class Refusal extends Error {}

export function gitIn(run: RunCommand, env: Environment, timeoutMs: number): GitIn {
  const own = gitEnvironment(env);
  return async (cwd, ...args) => {
    const result = await run('git', [...quietly, ...args], { cwd, env: own, timeoutMs });
    if (result.kind === 'exited' && result.code === 0) return result.stdout;
    throw new Refusal(`git ${args[0] ?? ''}: ${describeFailure(result)}`);
  };
}
