import { chooseCeiling } from '../machine/ceiling.ts';
import type { Environment, RunCommand } from '../machine/command.ts';
import { inspectGo } from '../machine/go-toolchain.ts';
import { machinePorts, readMachine } from '../machine/machine.ts';
import { readMainModule } from '../machine/main-module.ts';
import { preflight } from '../machine/preflight.ts';
import type { Check } from '../report/schema.ts';
import { definedOnly } from './defined-only.ts';
import { loadSettings } from './load-settings.ts';

export interface PreflightFlags {
  dir?: string;
  config?: string;
  memoryLimit?: string;
  coreDumps?: string;
  json?: true;
}

/** What `preflight` shows: every check, whatever will run. Throws an InputError for settings that cannot be. */
export async function preflightCommand(
  flags: PreflightFlags,
  run: RunCommand,
  env: Environment,
  cwd: string,
): Promise<Check[]> {
  const { directory, memoryLimit, coreDumps, sources } = await loadSettings({
    cwd,
    directory: flags.dir ?? '',
    directoryName: '--dir',
    config: flags.config ?? '',
    configName: '--config',
    layer: {
      values: definedOnly({ 'memory-limit': flags.memoryLimit, 'core-dumps': flags.coreDumps }),
      where: (key) => `--${key}`,
    },
  });
  const go = await inspectGo(run, directory, env);
  const [machine, module] = await Promise.all([
    readMachine(machinePorts(run, env, 'always'), go, directory),
    readMainModule(run, go, directory, env),
  ]);
  const ceiling = chooseCeiling(memoryLimit, machine.memory, sources['memory-limit']);
  const { platform, version: nodeVersion } = process;
  return preflight({ go, platform, nodeVersion, machine, ceiling, coreDumps, module }, null);
}
