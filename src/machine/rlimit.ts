import type { HostFiles } from './host-files.ts';
import { parseNumber } from './number.ts';

/** null: unlimited. Bytes, seconds or a count, as getrlimit(2) has it. */
export interface Rlimit {
  soft: number | null;
  hard: number | null;
}

// The names of /proc/PID/limits; the blanks that follow them are the column's.
const names = {
  cpu: 'Max cpu time',
  fsize: 'Max file size',
  data: 'Max data size',
  stack: 'Max stack size',
  core: 'Max core file size',
  nproc: 'Max processes',
  nofile: 'Max open files',
  memlock: 'Max locked memory',
  as: 'Max address space',
} as const;

export type RlimitName = keyof typeof names;

/** The limits of this process, which everything that it starts inherits; {} where the system does not say. */
export async function readRlimits(files: HostFiles): Promise<Partial<Record<RlimitName, Rlimit>>> {
  const lines = (await files.read('/proc/self/limits'))?.split('\n') ?? [];
  const limits: Partial<Record<RlimitName, Rlimit>> = {};
  for (const [name, title] of Object.entries(names) as [RlimitName, string][]) {
    // Max open files            20000                20000                files
    const line = lines.find((candidate) => candidate.startsWith(`${title} `));
    const [soft, hard] = line?.slice(title.length).trim().split(/\s+/) ?? [];
    if (soft === undefined || hard === undefined) continue;
    limits[name] = { soft: parseNumber(soft), hard: parseNumber(hard) };
  }
  return limits;
}
