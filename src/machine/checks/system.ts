import type { HelperName } from '../program.ts';
import { fine, lacking, type CheckRow } from './check-row.ts';

/** How processes are kept and watched, and what a diagnosis can make use of. */
export const systemRows: CheckRow[] = [
  ({ platform }) => {
    const check = fine('process-control', 'no process left behind', 'yes', 'Linux');
    const value = "process groups only: a test's grandchildren may survive a cancelled run";
    return platform === 'linux'
      ? check
      : lacking(
          { ...check, value },
          'warn',
          'run on Linux where tests start processes of their own',
        );
  },

  ({ platform }) => {
    const check = fine('rss-samples', 'memory of test processes over time', 'yes', 'Linux');
    const value = 'only the peak at the end of a process is known';
    return platform === 'linux' ? check : lacking({ ...check, value }, 'warn', 'run on Linux');
  },

  ({ machine, platform }) => {
    if (platform !== 'linux') return null;
    const { container } = machine;
    const value = container === null ? 'none' : `${container.kind} (${container.sign})`;
    return fine('container', 'container', value, 'any');
  },

  ({ machine }) => {
    const { firstProcess, container } = machine;
    if (firstProcess === null) return null;
    const { name, forwards, reaps, ancestor, self } = firstProcess;
    const traits = self
      ? 'this program itself'
      : forwards === null
        ? 'not known'
        : `${forwards ? 'hands' : 'does not hand'} signals on, ${reaps ? 'collects' : 'does not collect'} orphans`;
    const check = fine('first-process', 'process 1', `${name}: ${traits}`, 'hands signals on');
    // Only a container's first process gets the signal when it is stopped, and only what it started depends on it.
    const deaf = container !== null && ancestor === true && !self && forwards === false;
    return deaf
      ? lacking(
          check,
          'warn',
          'start the container with docker run --init (or use exec in its script): when it is stopped, no signal reaches this program, and the report is not written',
        )
      : check;
  },

  ({ machine }) => {
    const { capabilities, uid } = machine.privileges;
    if (capabilities === null) return null;
    const value =
      capabilities.length === 0
        ? 'none'
        : capabilities.length > 12
          ? `${String(capabilities.length)}, ${capabilities.includes('sys_admin') ? 'with' : 'without'} sys_admin`
          : capabilities.join(', ');
    const who = uid === 0 ? 'root: ' : '';
    return fine('capabilities', 'capabilities', `${who}${value}`, 'any');
  },

  ({ machine }) => {
    const { seccomp } = machine.privileges;
    if (seccomp === null) return null;
    const value = { off: 'off', strict: 'strict', filter: 'a filter' }[seccomp];
    return fine('seccomp', 'system calls are filtered (seccomp)', value, 'any');
  },

  ({ machine }) => {
    const { oomScoreAdj } = machine.privileges;
    if (oomScoreAdj === null) return null;
    const needed = 'below 1000, the tests’ own';
    const check = fine('oom-score', 'oom_score_adj of this program', String(oomScoreAdj), needed);
    return oomScoreAdj < 1000
      ? check
      : lacking(check, 'ok', 'lower it: the kernel may take this program instead of a test');
  },

  ({ machine, platform }) => {
    if (platform !== 'linux') return null;
    const { kernelLog, helpers, privileges, sudo } = machine;
    const syslog = privileges.capabilities?.includes('syslog') ?? false;
    const dmesg = helpers.dmesg !== null && (kernelLog.restricted === false || syslog);
    const value = kernelLog.readable
      ? 'yes (/dev/kmsg)'
      : dmesg
        ? 'yes (dmesg)'
        : sudo === true
          ? 'yes (through sudo)'
          : 'no';
    return fine('kernel-log', 'kernel log can be read', value, 'for the proof of an OOM kill');
  },

  ({ machine, platform }) => {
    if (platform !== 'linux') return null;
    const { sudo, helpers, privileges } = machine;
    const value =
      privileges.uid === 0
        ? 'not needed: this is root'
        : sudo === true
          ? 'yes'
          : sudo === false || helpers.sudo === null
            ? 'no'
            : 'not asked';
    return fine(
      'sudo',
      'sudo without a password',
      value,
      'for the guard, cores and the kernel log',
    );
  },

  ({ machine, platform }) =>
    platform === 'linux'
      ? fine('systemd', 'systemd', machine.systemd ? 'running' : 'no', 'for the guard')
      : null,

  helper('strace', 'for the system call that kept a test from starting'),
  helper('dlv', 'for the variables of a test that crashed'),
  helper('gdb', 'for the C part of a crash'),
  helper('zstd', 'for packing cores'),
];

function helper(name: HelperName, needed: string): CheckRow {
  return ({ machine }) => fine(name, name, machine.helpers[name] ?? 'no', needed);
}
