import type { CorePattern, CoreTarget } from '../core-pattern.ts';
import type { MachineFacts } from '../machine.ts';
import {
  fine,
  lackingIf,
  type CheckRow,
  type PlannedRun,
  type PreflightFacts,
} from './check-row.ts';

/** Whether the core of a test process that crashes can be kept. They only fail a run that requires cores. */
export const coreRows: CheckRow[] = [
  (facts, plan) => {
    const { machine } = facts;
    if (machine.cores === null) return null;
    const { target } = machine.cores;
    const check = fine(
      'core-pattern',
      'cores go to',
      describeTarget(target),
      'a file, or systemd-coredump',
    );
    const obstacle = coreObstacle(machine.cores, machine);
    return obstacle === null ? check : lackingIf(required(facts, plan), check, 'fail', obstacle);
  },

  (facts, plan) => {
    const { machine } = facts;
    const limit = machine.rlimits.core;
    if (limit === undefined) return null;
    const value =
      limit.hard === null
        ? 'unlimited, where it is asked for'
        : limit.hard === 0
          ? 'forbidden'
          : `${String(limit.hard)} bytes at most`;
    const check = fine('core-limit', 'size of a core', value, 'unlimited');
    // It counts for pipes too: by systemd-coredump's own rule, and because cores are written to files while the tests run.
    if (limit.hard === null || machine.cores === null) return check;
    const fix =
      'raise the hard limit: ulimit -Hc unlimited as root, or docker run --ulimit core=-1';
    return lackingIf(required(facts, plan), check, 'fail', fix);
  },

  ({ machine }) => {
    const mode = machine.cores?.suidDumpable ?? null;
    const meaning = ['no core', 'a core', 'a core for root only'];
    return mode === null
      ? null
      : fine('suid-dumpable', 'test that changes its user leaves', meaning[mode] ?? '', 'any');
  },
];

/** Legs with the race detector never leave cores. */
function required({ coreDumps }: PreflightFacts, plan: PlannedRun | null): boolean {
  return coreDumps === 'required' && (plan === null || plan.legs.some(({ race }) => !race));
}

function describeTarget(target: CoreTarget): string {
  switch (target.kind) {
    case 'none':
      return 'nowhere';
    case 'file':
      return target.absolute ? target.pattern : `${target.pattern}, in the test's folder`;
    case 'pipe':
      return target.handler === 'other' ? target.pattern : `${target.handler}: ${target.pattern}`;
    case 'socket':
      return `the socket ${target.pattern}`;
  }
}

/** What keeps a core from being kept, as something to do about it; null when nothing does. */
function coreObstacle({ target, writable }: CorePattern, machine: MachineFacts): string | null {
  if (target.kind === 'file' || writable || (machine.sudo === true && machine.ci)) return null;
  const contained = machine.container !== null && machine.container.kind !== 'wsl';
  // The program that a core is piped to runs outside of the container.
  if (!contained && target.kind === 'pipe' && target.handler === 'systemd-coredump') {
    return machine.helpers.coredumpctl === null
      ? 'install coredumpctl (package systemd-coredump)'
      : null;
  }
  const where = contained ? 'as root outside of the container' : 'as root';
  return `have cores written to a file, ${where}: sysctl -w kernel.core_pattern=core.%p`;
}
