import { commandRunner, type Environment } from '../machine/command.ts';
import type { DiversionPorts } from '../machine/core-diversion.ts';
import { choosePacker } from '../machine/pack-file.ts';
import type { Settings } from '../settings/settings.ts';
import type { MachineCheck } from './check-machine.ts';
import { divertForRun, restoreAfterRun } from './diverted-cores.ts';
import { packCores } from './pack-cores.ts';
import type { CoreOrder } from './shim-file.ts';

/** Cores from before the first leg to after the last. */
export interface Cores {
  order: CoreOrder;
  /**
   * Puts the machine back as it was and, where there is time for it, packs what was kept. Whatever fails is noted in the run folder.
   */
  finish: (cancelled: boolean) => Promise<void>;
}

/**
 * Arranges for cores where the settings want them. A core makes every panic end by SIGABRT, so on a person's own machine it is
 * only done when it is asked for; and only there, or on a machine that CI made for the job, is core_pattern touched.
 */
export async function prepareCores(
  settings: Settings,
  checked: MachineCheck,
  env: Environment,
): Promise<Cores> {
  const ports = uninterruptible(env);
  const { out, coreDumps } = settings;
  const { cores, helpers } = checked.machine;
  const isCI = (env['CI'] ?? '') !== '';
  const target = cores?.target ?? { kind: 'none' };
  const problems: string[] = [];
  let order: CoreOrder = { enabled: false, pattern: '' };
  if (coreDumps === 'required' || (coreDumps === 'auto' && isCI)) {
    if (target.kind === 'file') order = { enabled: true, pattern: target.pattern };
    else if (target.kind === 'pipe' || target.kind === 'socket') {
      const diverted = await divertForRun(out, target.pattern, ports);
      if ('pattern' in diverted) order = { enabled: true, pattern: diverted.pattern };
      else problems.push(`no cores: ${diverted.problem}`);
    }
  }
  return {
    order,
    finish: async (cancelled) => {
      const problem = await restoreAfterRun(out, ports);
      if (problem !== null) problems.push(problem);
      await packCores(out, cancelled ? null : choosePacker(helpers.zstd), problems);
    },
  };
}

/** For a run whose supervisor died: puts back what it had changed on the machine. */
export async function restoreCorePattern(out: string, env: Environment): Promise<void> {
  const problem = await restoreAfterRun(out, uninterruptible(env));
  if (problem !== null) await packCores(out, null, [problem]);
}

/** A cancelled run stops its helper commands, but not those that clean up. */
function uninterruptible(env: Environment): DiversionPorts {
  return { run: commandRunner(new AbortController().signal), env };
}
