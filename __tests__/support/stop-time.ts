import { readFileSync } from 'node:fs';
import { goTestFiles, layout } from '../../src/run/layout.ts';

/** How long a run took to stop, in ms. */
export interface StopTime {
  /** Until the keeper had ended everything, and what the program itself then used of the processor: what a free machine takes. */
  freeMs: number;
  /** By the clock. */
  clockMs: number;
}

const pollMs = 10;

/** Begins to measure how a program stops that gets a signal now. The result is asked for when it has ended, with its run folder. */
export function measureStop(pid: number): (out: string, leg: string) => StopTime {
  const began = Date.now();
  const usedBefore = processorMs(pid) ?? 0;
  let used = usedBefore;
  const timer = setInterval(() => {
    used = processorMs(pid) ?? used;
  }, pollMs).unref();
  return (out, leg) => {
    clearInterval(timer);
    const clockMs = Date.now() - began;
    const text = readFileSync(goTestFiles.goEnd(layout.leg(out, leg)), 'utf8');
    const { endedAt } = JSON.parse(text) as { endedAt: string };
    return { freeMs: Date.parse(endedAt) - began + used - usedBefore, clockMs };
  };
}

/** What all threads of a process have used; null for one that is gone. In ticks of 10 ms (proc_pid_stat(5)). */
function processorMs(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}
