import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEndRecord, parseStartRecord } from '../evidence/records.ts';
import { readBounded } from './bounded-file.ts';
import { layout } from './layout.ts';

export interface PeakRss {
  /** The largest peak RSS so far, bytes; null while none is known. Names are import paths. */
  observe: (running: readonly string[], ended: readonly string[]) => Promise<number | null>;
}

/** Watches the peak RSS of a leg's test processes for the progress line, from the shims' records and /proc. */
export function peakRss(out: string, leg: string): PeakRss {
  let peakBytes: number | null = null;
  const pids = new Map<string, number>();
  const finished = new Set<string>();
  const note = (bytes: number | undefined): void => {
    if (bytes !== undefined) peakBytes = Math.max(peakBytes ?? 0, bytes);
  };
  const record = (name: string, file: string): Promise<string | null> =>
    readBounded(join(layout.package(out, leg, name), 'attempt-1', file), 1 << 20);
  return {
    async observe(running, ended) {
      for (const name of ended) {
        if (finished.has(name)) continue;
        finished.add(name);
        note(parseEndRecord(await record(name, 'end.json'))?.maxRssBytes);
      }
      for (const name of running) {
        const pid = pids.get(name) ?? parseStartRecord(await record(name, 'start.json'))?.pid;
        if (pid === undefined) continue;
        pids.set(name, pid);
        note(parseHighWater(await procStatus(pid)));
      }
      return peakBytes;
    },
  };
}

/** Null once the process is gone, and on systems without /proc. */
function procStatus(pid: number): Promise<string | null> {
  return readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => null);
}

/** VmHWM of proc_pid_status(5) in bytes. */
function parseHighWater(status: string | null): number | undefined {
  // VmHWM:	   12345 kB
  const kib = /^VmHWM:\s+(?<kib>\d+) kB$/m.exec(status ?? '')?.groups?.['kib'];
  return kib === undefined ? undefined : Number(kib) * 1024;
}
