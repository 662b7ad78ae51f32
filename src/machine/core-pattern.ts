import { isAbsolute } from 'node:path';
import type { HostFiles } from './host-files.ts';

/** What the kernel does with the core of a process that crashes (core(5)). */
export type CoreTarget =
  | { kind: 'none' }
  /** A file in the folder where the process stands, or an absolute path; % stands for what core(5) lists. */
  | { kind: 'file'; pattern: string; absolute: boolean }
  | { kind: 'pipe'; pattern: string; handler: 'apport' | 'systemd-coredump' | 'wsl' | 'other' }
  /** An abstract or named socket, Linux 6.16 and later. */
  | { kind: 'socket'; pattern: string };

export interface CorePattern {
  target: CoreTarget;
  /** May this process change it without help? */
  writable: boolean;
  /** 0: processes that changed their identity leave no core; null: not known. */
  suidDumpable: number | null;
}

const patternFile = '/proc/sys/kernel/core_pattern';

const handlers = [
  // |/usr/share/apport/apport -p%p -s%s -c%c -d%d -P%P -u%u -g%g -F%F -- %E
  { handler: 'apport', program: /^\|\S*\/apport(?:\s|$)/ },
  // |/usr/lib/systemd/systemd-coredump %P %u %g %s %t 9223372036854775808 %h %d %F
  { handler: 'systemd-coredump', program: /^\|\S*\/systemd-coredump(?:\s|$)/ },
  // |/wsl-capture-crash %t %E %p %s
  { handler: 'wsl', program: /^\|\S*\/wsl-capture-crash(?:\s|$)/ },
] as const;

/** null where the system has no such file. */
export async function readCorePattern(files: HostFiles): Promise<CorePattern | null> {
  const [text, writable, dumpable] = await Promise.all([
    files.read(patternFile),
    files.writable(patternFile),
    files.read('/proc/sys/fs/suid_dumpable'),
  ]);
  if (text === null) return null;
  const suid = /^(?<mode>[012])\s*$/.exec(dumpable ?? '')?.groups?.['mode'];
  return {
    target: coreTarget(text.replace(/\n$/, '')),
    writable,
    suidDumpable: suid === undefined ? null : Number(suid),
  };
}

export function coreTarget(pattern: string): CoreTarget {
  if (pattern === '') return { kind: 'none' };
  if (pattern.startsWith('@')) return { kind: 'socket', pattern };
  if (!pattern.startsWith('|')) return { kind: 'file', pattern, absolute: isAbsolute(pattern) };
  const known = handlers.find(({ program }) => program.test(pattern));
  return { kind: 'pipe', pattern, handler: known?.handler ?? 'other' };
}
