import { describeFailure, uninterrupted, type Environment, type RunCommand } from './command.ts';
import type { GoToolchain } from './go-toolchain.ts';

/** The module, or modules of a workspace, that a folder belongs to, as the go command reads it. */
export type MainModule =
  | { kind: 'none' }
  | { kind: 'read'; paths: string[] }
  /** go.mod, go.work or a flag in GOFLAGS that it refuses. */
  | { kind: 'refused'; said: string };

/** Asks the go command; the module cache and the network are not needed for it. */
export async function readMainModule(
  run: RunCommand,
  go: GoToolchain,
  directory: string,
  env: Environment,
): Promise<MainModule> {
  if (go.gomod === '' && go.gowork === '') return { kind: 'none' };
  const result = uninterrupted('go list', await run('go', ['list', '-m'], { cwd: directory, env }));
  if (result.kind !== 'exited' || result.code !== 0)
    return { kind: 'refused', said: describeFailure(result) };
  return { kind: 'read', paths: result.stdout.split('\n').filter((path) => path !== '') };
}
