import { commandRunner, type Environment, type RunCommand } from '../machine/command.ts';
import { kernelPatternFile, type DiversionPorts } from '../machine/core-diversion.ts';
import type { CorePattern } from '../machine/core-pattern.ts';
import { hostFiles } from '../machine/host-files.ts';
import { choosePacker, type Packer } from '../machine/pack-file.ts';
import { findProgram } from '../machine/program.ts';
import { InputError } from '../settings/input-error.ts';
import type { Settings } from '../settings/settings.ts';
import type { MachineCheck } from './check-machine.ts';
import { emptyLedger, readCoreLedger, writeCoreLedger, type CoreLedger } from './core-ledger.ts';
import {
  divertForRun,
  readDiversion,
  restoreAfterRun,
  type RunDiversion,
} from './diverted-cores.ts';
import { packCores } from './pack-cores.ts';
import type { LegPlan } from './plan-legs.ts';
import { pruneBinaries } from './prune-binaries.ts';
import { coreReader } from './read-cores.ts';
import { isActive, readMarker } from './run-folder.ts';
import { dumpsCores, type CoreOrder } from './shim-file.ts';

/** Cores from before the first leg to after the last. */
export interface Cores {
  order: CoreOrder;
  /** Fetches and reads what a leg left. */
  afterLeg: (plan: LegPlan) => Promise<void>;
  /**
   * Puts the machine back as it was and, where there is time for it, packs what was kept. Whatever fails is noted in the run folder.
   */
  finish: (cancelled: boolean) => Promise<void>;
}

export interface CorePorts {
  run: RunCommand;
  env: Environment;
  /** Fires when the run is to stop. */
  stop: AbortSignal;
  /** For what must happen even then. */
  cleanUp: DiversionPorts;
}

interface Arranged {
  order: CoreOrder;
  diversion: RunDiversion | null;
  /** Cores go to systemd-coredump and have to be asked for. */
  coredumpctl: boolean;
  unavailable: string | null;
}

/**
 * Arranges for cores where the settings want them. A core makes every panic end by SIGABRT, so on a person's own machine it is
 * only done when it is asked for; and only there, or on a machine that CI made for the job, is core_pattern touched. Throws
 * InputError where cores are required and cannot be had.
 */
export async function prepareCores(
  settings: Settings,
  checked: MachineCheck,
  run: string,
  ports: CorePorts,
): Promise<Cores> {
  const { out, coreDumps, directory } = settings;
  const { machine } = checked;
  const wanted =
    (coreDumps === 'required' || (coreDumps === 'auto' && machine.ci)) &&
    settings.legs.some(dumpsCores);
  const arranged = wanted ? await arrange(out, checked, ports.cleanUp) : nothing;
  const { order, diversion, coredumpctl, unavailable } = arranged;
  if (unavailable !== null && coreDumps === 'required')
    throw refusal(unavailable, settings.sources['core-dumps'] ?? 'core-dumps');
  const ledger: CoreLedger = { ...emptyLedger, unavailable, problems: [] };
  if (wanted) await writeCoreLedger(out, ledger);
  const { run: command, env, stop } = ports;
  const dlv = machine.helpers.dlv !== null;
  const reader = coreReader(
    { out, run, directory },
    { run: command, env, stop, coredumpctl, dlv: dlv && order.enabled },
  );
  return {
    order,
    async afterLeg(plan) {
      ledger.problems.push(...(await reader.afterLeg(plan)));
    },
    async finish(cancelled) {
      if (diversion !== null) ledger.pattern = await restoreAfterRun(out, diversion, ports.cleanUp);
      await tidy(out, ledger, cancelled ? null : choosePacker(machine.helpers.zstd));
    },
  };
}

/** For commands that a run that is stopped must not take along. */
export function cleanUpPorts(env: Environment): DiversionPorts {
  const run = commandRunner(new AbortController().signal);
  return { run, env, patternFile: kernelPatternFile };
}

/** For a run whose supervisor died: puts back what it had changed on the machine. */
export async function restoreCorePattern(out: string, env: Environment): Promise<void> {
  const diversion = await readDiversion(out);
  if (diversion === null || (await isActive(out))) return;
  const ledger = await readCoreLedger(out);
  const pattern = await restoreAfterRun(out, diversion, cleanUpPorts(env));
  await writeCoreLedger(out, { ...ledger, pattern });
}

/** The same, and what that run would have done at its end. */
export async function finishCores(out: string, env: Environment): Promise<void> {
  if ((await readMarker(out)) === null || (await isActive(out))) return;
  await restoreCorePattern(out, env);
  const zstd = await findProgram('zstd', env['PATH'] ?? '', hostFiles());
  await tidy(out, await readCoreLedger(out), choosePacker(zstd));
}

async function tidy(out: string, ledger: CoreLedger, packer: Packer | null): Promise<void> {
  const { kept, problems } = await packCores(out, packer);
  await pruneBinaries(out);
  const found = { ...ledger, kept, problems: [...ledger.problems, ...problems] };
  const nothingToSay = found.unavailable === null && found.pattern.length === 0;
  if (nothingToSay && kept.length === 0 && found.problems.length === 0) return;
  await writeCoreLedger(out, found);
}

const off: CoreOrder = { enabled: false, pattern: '' };
const nothing: Arranged = { order: off, diversion: null, coredumpctl: false, unavailable: null };

async function arrange(
  out: string,
  { machine }: MachineCheck,
  ports: DiversionPorts,
): Promise<Arranged> {
  const { cores, helpers, ci } = machine;
  const none = (unavailable: string): Arranged => ({ ...nothing, unavailable });
  if (cores === null) return none('this system has no cores that can be collected');
  if (machine.rlimits.core?.hard === 0)
    return none('the hard limit on the size of a core is 0 (ulimit -Hc)');
  const { target } = cores;
  if (target.kind === 'file')
    return { ...nothing, order: { enabled: true, pattern: target.pattern } };
  const original = target.kind === 'none' ? '' : target.pattern;
  const diverted = mayDivert(cores, ci, machine.sudo)
    ? await divertForRun(out, original, ports)
    : { problem: 'only root may change it' };
  if ('own' in diverted)
    return { ...nothing, order: { enabled: true, pattern: diverted.own }, diversion: diverted };
  const journal = target.kind === 'pipe' && target.handler === 'systemd-coredump';
  if (journal && helpers.coredumpctl !== null)
    return { ...nothing, order: { enabled: true, pattern: target.pattern }, coredumpctl: true };
  const goes = original === '' ? 'is empty' : `hands cores on (${original})`;
  return none(`kernel.core_pattern ${goes}, and ${diverted.problem}`);
}

/** As root on a machine of CI's; on a person's only where no help from sudo is needed. */
function mayDivert({ writable }: CorePattern, ci: boolean, sudo: boolean | null): boolean {
  return writable || (ci && sudo !== false);
}

function refusal(what: string, where: string): InputError {
  return new InputError([
    {
      where,
      what: `cores are required and cannot be kept: ${what}`,
      fix: 'have cores written to a file, as root: sysctl -w kernel.core_pattern=core.%p; or use core-dumps: auto',
    },
  ]);
}
