import type { Environment, RunCommand } from './command.ts';

/** It asks the system's log, PAM and the name service, which take their time on a busy machine. */
const patienceMs = 10_000;

/** Does sudo work without a password? Asks it, which leaves a line in the system's log where it does not. */
export async function canSudo(
  program: string | null,
  run: RunCommand,
  env: Environment,
): Promise<boolean> {
  if (program === null) return false;
  const result = await run(program, ['-n', 'true'], { cwd: '/', env, timeoutMs: patienceMs });
  return result.kind === 'exited' && result.code === 0;
}
