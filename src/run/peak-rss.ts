import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEndRecord, parseStartRecord } from '../evidence/records.ts';
import { readBounded } from './bounded-file.ts';
import { layout } from './layout.ts';

/** Watches the peak RSS of a leg's test processes for the progress line, from the shims' records and /proc. */
export function peakRss(
  out: string,
  leg: string,
): { observe: (running: string[]) => Promise<number | null> } {
  let peakBytes: number | null = null;
  const seen = new Map<string, number | null>();
  const note = (bytes: number | null): void => {
    if (bytes !== null) peakBytes = Math.max(peakBytes ?? 0, bytes);
  };
  return {
    async observe(running) {
      for (const name of seen.keys()) {
        if (running.includes(name)) continue;
        seen.delete(name);
        const attempt = join(layout.package(out, leg, name), 'attempt-1');
        note(
          parseEndRecord(await readBounded(join(attempt, 'end.json'), 1 << 20))?.maxRssBytes ??
            null,
        );
      }
      for (const name of running) {
        let pid = seen.get(name) ?? null;
        if (pid === null) {
          const attempt = join(layout.package(out, leg, name), 'attempt-1');
          pid =
            parseStartRecord(await readBounded(join(attempt, 'start.json'), 1 << 20))?.pid ?? null;
          seen.set(name, pid);
        }
        if (pid !== null) note(parseHighWater(await procStatus(pid)));
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
function parseHighWater(status: string | null): number | null {
  // VmHWM:	   12345 kB
  const kib = /^VmHWM:\s+(?<kib>\d+) kB$/m.exec(status ?? '')?.groups?.['kib'];
  return kib === undefined ? null : Number(kib) * 1024;
}
