import type { HostFiles } from './host-files.ts';
import { parseNumber } from './number.ts';

export interface Privileges {
  /** Effective user id. */
  uid: number | null;
  /** Effective capabilities without `CAP_`, lower case: `sys_admin`. */
  capabilities: string[] | null;
  seccomp: 'off' | 'strict' | 'filter' | null;
  oomScoreAdj: number | null;
}

// By bit, as include/uapi/linux/capability.h numbers them.
const capabilityNames = (
  'chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap linux_immutable net_bind_service net_broadcast ' +
  'net_admin net_raw ipc_lock ipc_owner sys_module sys_rawio sys_chroot sys_ptrace sys_pacct sys_admin sys_boot sys_nice ' +
  'sys_resource sys_time sys_tty_config mknod lease audit_write audit_control setfcap mac_override mac_admin syslog wake_alarm ' +
  'block_suspend audit_read perfmon bpf checkpoint_restore'
).split(' ');

const seccompModes = ['off', 'strict', 'filter'] as const;

/** What this process may do beyond what any process may. */
export async function readPrivileges(files: HostFiles): Promise<Privileges> {
  const [status, adjustment] = await Promise.all([
    files.read('/proc/self/status'),
    files.read('/proc/self/oom_score_adj'),
  ]);
  const field = (name: string): string | null => statusField(status ?? '', name);
  const score = /^(?<score>-?\d{1,4})\s*$/.exec(adjustment ?? '')?.groups?.['score'];
  return {
    // Uid: real, effective, saved, file system
    uid: parseNumber(field('Uid')?.split(/\s+/)[1]),
    capabilities: capabilities(field('CapEff')),
    seccomp: seccompModes[parseNumber(field('Seccomp')) ?? -1] ?? null,
    oomScoreAdj: score === undefined ? null : Number(score),
  };
}

/** The value of a line such as `Name:\tbash` of /proc/PID/status. */
export function statusField(status: string, name: string): string | null {
  const line = status.split('\n').find((candidate) => candidate.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? null;
}

function capabilities(mask: string | null): string[] | null {
  // 000001fffeffffff
  if (mask === null || !/^[0-9a-f]{1,16}$/.test(mask)) return null;
  const bits = BigInt(`0x${mask}`);
  return capabilityNames.filter((_, bit) => ((bits >> BigInt(bit)) & 1n) === 1n);
}
