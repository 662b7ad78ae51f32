import { chooseCeiling, usableMemory, type Ceiling } from '../machine/ceiling.ts';
import type { PlannedLeg } from '../machine/checks/check-row.ts';
import type { Environment, RunCommand } from '../machine/command.ts';
import { machinePorts, readMachine, type MachineFacts } from '../machine/machine.ts';
import { preflight } from '../machine/preflight.ts';
import type { Check } from '../report/schema.ts';
import { parseDuration } from '../settings/duration.ts';
import { InputError } from '../settings/input-error.ts';
import type { Settings } from '../settings/settings.ts';
import type { LegPlan } from './plan-legs.ts';

export interface MachineCheck {
  machine: MachineFacts;
  ceiling: Ceiling;
  /** What this job may use in all, bytes; null where nobody knows. */
  usableBytes: number | null;
  checks: Check[];
}

const goTestTimeout = '10m';

/** Looks at the machine with what will run in mind. Throws InputError for a demand that it cannot meet. */
export async function checkMachine(
  settings: Settings,
  ports: { run: RunCommand; env: Environment },
  legs: readonly [LegPlan, ...LegPlan[]],
): Promise<MachineCheck> {
  const [{ go }] = legs;
  const { coreDumps, sources } = settings;
  const isCI = (ports.env['CI'] ?? '') !== '';
  const askSudo = coreDumps === 'required' && isCI ? 'always' : 'where-needed';
  const machine = await readMachine(
    machinePorts(ports.run, ports.env, askSudo),
    go,
    settings.directory,
  );
  const limit = sources['memory-limit'];
  const ceiling = chooseCeiling(settings.memoryLimit, machine.memory, limit);
  const { platform, version: nodeVersion } = process;
  const checks = preflight(
    { go, platform, nodeVersion, machine, ceiling, coreDumps, module: null },
    { legs: legs.map(plannedLeg) },
  );
  if (coreDumps === 'required') refuseWithoutCores(checks, sources['core-dumps'] ?? 'core-dumps');
  return { machine, ceiling, usableBytes: usableMemory(machine.memory)?.bytes ?? null, checks };
}

function plannedLeg({ leg, go }: LegPlan): PlannedLeg {
  const { exec, timeout } = leg.goTestFlags;
  return {
    name: leg.name,
    race: leg.race,
    cgo: go.cgo,
    goos: go.goos,
    goarch: go.goarch,
    choosesTarget: 'GOOS' in leg.env || 'GOARCH' in leg.env,
    hasExec: exec.length > 0,
    // What is no duration, go test refuses itself.
    timeoutMs: parseDuration(timeout ?? goTestTimeout) ?? parseDuration(goTestTimeout) ?? 0,
  };
}

function refuseWithoutCores(checks: readonly Check[], where: string): void {
  const problems = checks
    .filter(({ id, status }) => id.startsWith('core-') && status === 'fail')
    .map(({ what, value, fix }) => ({
      where,
      what: `cores are required and cannot be kept (${what}: ${value})`,
      fix: fix ?? 'use core-dumps: auto',
    }));
  if (problems.length > 0) throw new InputError(problems);
}
