import { ofOuterGit, quietly } from './git-surroundings.ts';
import { describeFailure, type Environment, type RunCommand } from '../machine/command.ts';

/** For git in a folder of its own: nothing from an outer git, no questions, no download of large files. */
export function gitEnvironment(env: Environment): Environment {
  const kept = Object.entries(env).filter(([name]) => !ofOuterGit.includes(name));
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: '0', GIT_LFS_SKIP_SMUDGE: '1' };
}

/** Runs git in a folder; its stdout, or a thrown Refusal. */
export type GitIn = (directory: string, ...args: string[]) => Promise<string>;

/** git would not; the message is for a person. */
export class Refusal extends Error {}

export function gitIn(run: RunCommand, env: Environment, timeoutMs: number): GitIn {
  const own = gitEnvironment(env);
  return async (cwd, ...args) => {
    const result = await run('git', [...quietly, '-c', 'submodule.recurse=false', ...args], {
      cwd,
      env: own,
      timeoutMs,
    });
    if (result.kind === 'exited' && result.code === 0) return result.stdout;
    throw new Refusal(`git ${args[0] ?? ''}: ${describeFailure(result)}`);
  };
}
