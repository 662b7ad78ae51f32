import { formatBytes } from '../../report/format.ts';
import { usableMemory } from '../ceiling.ts';
import type { MachineFacts } from '../machine.ts';
import { fine, lacking, type CheckRow } from './check-row.ts';

/** A share of the last minute in which processes waited for memory; above it tests get slow and time out. */
const pressurePercent = 10;

/** Memory, the ceiling for the tests, and who will hold them to it. */
export const memoryRows: CheckRow[] = [
  ({ machine, ceiling }) => {
    const { totalBytes, availableBytes, swapTotalBytes, swapFreeBytes } = machine.memory;
    if (totalBytes === null) return null;
    const swap =
      swapTotalBytes === null
        ? ''
        : swapTotalBytes === 0
          ? ', no swap'
          : `, swap ${formatBytes(swapFreeBytes ?? 0)} of ${formatBytes(swapTotalBytes)} free`;
    const free = availableBytes === null ? '' : `, ${formatBytes(availableBytes)} available`;
    const value = `${formatBytes(totalBytes)}${free}${swap}`;
    const { ceilingBytes } = ceiling;
    const needed = ceilingBytes === null ? 'any' : `${formatBytes(ceilingBytes)}, the ceiling`;
    const check = fine('memory', 'memory of the machine', value, needed);
    if (ceilingBytes === null || availableBytes === null) return check;
    // With other programs in half of it, the machine runs out before the tests reach their ceiling.
    return availableBytes < ceilingBytes / 2
      ? lacking(
          check,
          'warn',
          `end what else uses memory, or lower the ceiling: --memory-limit ${mebibytes(availableBytes * 0.85)}`,
        )
      : check;
  },

  ({ machine }) => {
    const usable = usableMemory(machine.memory);
    return usable === null
      ? null
      : fine(
          'memory-limit',
          'this job may use',
          `${formatBytes(usable.bytes)}, ${usable.source}`,
          'any',
        );
  },

  ({ ceiling }) => {
    const { ceilingBytes, why } = ceiling;
    const value = ceilingBytes === null ? `none: ${why}` : `${formatBytes(ceilingBytes)}: ${why}`;
    return fine('ceiling', 'memory ceiling for the tests', value, 'below what this job may use');
  },

  ({ machine, ceiling, platform }) => {
    if (ceiling.ceilingBytes === null) return null;
    const check = fine('guard', 'the ceiling is held by', '', 'an own cgroup, or sudo and systemd');
    const { ownGroup } = machine;
    if (ownGroup.kind === 'writable') return { ...check, value: `a cgroup below ${ownGroup.dir}` };
    const scope = scopeLikely(machine);
    if (scope && machine.ci) return { ...check, value: 'a scope of systemd, through sudo' };
    if (platform !== 'linux')
      return { ...check, value: 'a watcher, which stops the largest test process' };
    const value = `a watcher, which stops the largest test process: ${ownGroup.because}`;
    const fix = scope
      ? 'no need; in CI (CI=true) the kernel itself holds the ceiling, through sudo and systemd; elsewhere nothing is done as root'
      : 'no need; the kernel itself holds the ceiling in CI with passwordless sudo and systemd, and in a cgroup that is delegated to this user';
    return lacking({ ...check, value }, 'ok', fix);
  },

  ({ machine }) => {
    const { memory, cpu, io } = machine.pressure;
    if (memory === null) return null;
    const share = (name: string, percent: number | null): string[] =>
      percent === null ? [] : [`${name} ${percent.toFixed(0)} %`];
    const value = [...share('memory', memory), ...share('CPU', cpu), ...share('disk', io)];
    const check = fine(
      'pressure',
      'waiting in the last minute',
      value.join(', '),
      `memory below ${String(pressurePercent)} %`,
    );
    return memory < pressurePercent
      ? check
      : lacking(check, 'warn', 'end what else uses memory; tests will be slow and may time out');
  },

  ({ machine }) => {
    const { oomKills } = machine.memory;
    return oomKills === null
      ? null
      : fine('oom-kills', 'killed for want of memory since boot', String(oomKills), 'any');
  },
];

function scopeLikely({ systemd, sudo, helpers, privileges }: MachineFacts): boolean {
  return systemd && helpers['systemd-run'] !== null && (sudo === true || privileges.uid === 0);
}

function mebibytes(bytes: number): string {
  return `${String(Math.max(16, Math.floor(bytes / 1024 ** 2)))}MiB`;
}
