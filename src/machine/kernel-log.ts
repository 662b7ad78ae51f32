import type { HostFiles } from './host-files.ts';
import { parseNumber } from './number.ts';

export interface KernelLog {
  /** May this process read /dev/kmsg? */
  readable: boolean;
  /** kernel.dmesg_restrict: may only those with CAP_SYSLOG use dmesg? */
  restricted: boolean | null;
}

export async function readKernelLogAccess(files: HostFiles): Promise<KernelLog> {
  const [readable, restrict] = await Promise.all([
    files.openable('/dev/kmsg'),
    files.read('/proc/sys/kernel/dmesg_restrict'),
  ]);
  const value = parseNumber(restrict);
  return { readable, restricted: value === null ? null : value !== 0 };
}
