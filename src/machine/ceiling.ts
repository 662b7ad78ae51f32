import { formatBytes } from '../report/format.ts';
import { InputError } from '../settings/input-error.ts';
import type { MemoryLimit } from '../settings/memory-limit.ts';

/** Of what a job may use, what its tests may use unless the user says otherwise; the rest is for the runner and the kernel. */
const defaultPercent = 85;

/** What bounds the memory of this job. */
export interface MemoryBounds {
  /** Memory of the machine; null when it is not known. */
  totalBytes: number | null;
  /** The own memory cgroup and the cgroups around it, innermost first; empty when none is known. */
  groups: readonly { path: string; limitBytes: number | null }[];
}

export interface Usable {
  bytes: number;
  /** Who says so: `the machine's memory`, `the limit of the cgroup /docker/4c8e...`. */
  source: string;
}

export interface Ceiling {
  /** null: there is none. */
  ceilingBytes: number | null;
  /** For a person: where the number comes from. */
  why: string;
}

/** What this job may use: the least of the machine's memory and the limits of the cgroups around it; null when nothing is known. */
export function usableMemory({ totalBytes, groups }: MemoryBounds): Usable | null {
  const bounds: Usable[] = [
    ...(totalBytes === null ? [] : [{ bytes: totalBytes, source: "the machine's memory" }]),
    ...groups.flatMap(({ path, limitBytes }) =>
      limitBytes === null ? [] : [{ bytes: limitBytes, source: `the limit of the cgroup ${path}` }],
    ),
  ];
  return bounds.reduce<Usable | null>(
    (least, bound) => (least === null || bound.bytes < least.bytes ? bound : least),
    null,
  );
}

/**
 * The ceiling, in bytes, for everything that a leg runs. Throws InputError for one above what this job may use: it would never be
 * reached, and the kernel would kill first.
 * @param where how the user's word is called in a message: `--memory-limit`, `.crash-guard.yml:3 memory-limit`
 */
export function chooseCeiling(
  limit: MemoryLimit,
  bounds: MemoryBounds,
  where = 'memory-limit',
): Ceiling {
  const usable = usableMemory(bounds);
  switch (limit.kind) {
    case 'off':
      return { ceilingBytes: null, why: 'memory-limit is off' };
    case 'bytes':
      if (usable !== null && limit.bytes > usable.bytes) throw tooMuch(limit.bytes, usable, where);
      return { ceilingBytes: limit.bytes, why: `given by ${where}` };
    case 'percent':
    case 'default': {
      const percent = limit.kind === 'default' ? defaultPercent : limit.percent;
      if (usable === null)
        return { ceilingBytes: null, why: 'this system does not say how much memory there is' };
      const share = `${String(percent)} % of ${formatBytes(usable.bytes)}, ${usable.source}`;
      const ceilingBytes = Math.floor((usable.bytes / 100) * percent);
      return { ceilingBytes, why: limit.kind === 'default' ? `${share} (the default)` : share };
    }
  }
}

function tooMuch(bytes: number, usable: Usable, where: string): InputError {
  const mebibytes = Math.floor((usable.bytes * defaultPercent) / 100 / 1024 ** 2);
  return new InputError([
    {
      where,
      what: `${formatBytes(bytes)} is more than this job may use: ${formatBytes(usable.bytes)} (${usable.source})`,
      fix: `give at most ${String(mebibytes)}MiB, a share such as ${String(defaultPercent)}%, or leave it out`,
    },
  ]);
}
