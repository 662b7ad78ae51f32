import type { Environment } from '../machine/command.ts';
import type { MachineCheck } from './check-machine.ts';
import type { GuardOrder } from './run-leg.ts';

/** What the legs are told of the guard. */
export function guardOrder(env: Environment, checked: MachineCheck): GuardOrder {
  const { ceiling, usableBytes, machine } = checked;
  const { availableBytes } = machine.memory;
  const isCI = (env['CI'] ?? '') !== '';
  return {
    ceilingBytes: ceiling.ceilingBytes,
    // On a person's own machine nothing is done as root.
    tiers: isCI ? ['cgroup', 'sudo', 'watcher'] : ['cgroup', 'watcher'],
    usableBytes: least(usableBytes, availableBytes),
  };
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
