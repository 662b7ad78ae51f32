import { readFileSync, readdirSync } from 'node:fs';

export interface Process {
  pid: number;
  parent: number;
  /** The command line, words apart by blanks. */
  command: string;
}

/** All processes of this machine that can be read, from /proc. */
export function allProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (state === 'Z') return [];
        const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return [{ pid: Number(entry), parent: Number(parent), command }];
      } catch {
        return [];
      }
    });
}

/** The processes that were started with a variable, whoever their parent is by now. */
export function processesWith(name: string, value: string): Process[] {
  return allProcesses().filter(({ pid }) => {
    try {
      const variables = readFileSync(`/proc/${String(pid)}/environ`, 'utf8').split('\0');
      return variables.includes(`${name}=${value}`);
    } catch {
      return false;
    }
  });
}

/** The state letter of proc_pid_stat(5), null for a process that is gone. */
export function processState(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat[stat.lastIndexOf(')') + 2] ?? null;
  } catch {
    return null;
  }
}

/** The processes below one, however deep. */
export function descendants(pid: number): Process[] {
  const all = allProcesses();
  const found: Process[] = [];
  const visit = (parent: number): void => {
    for (const child of all) {
      if (child.parent !== parent) continue;
      found.push(child);
      visit(child.pid);
    }
  };
  visit(pid);
  return found;
}

/** Waits until a condition holds; fails after ms. */
export async function until<T>(
  probe: () => T | null | undefined | false,
  ms: number,
  what: string,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = probe();
    if (value !== null && value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited ${String(ms)} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
