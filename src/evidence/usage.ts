/** How close a process came to its limits, from the shim's samples; null for what was not seen. */
export interface Usage {
  samples: number;
  openFiles: number | null;
  threads: number | null;
  cpuMs: number | null;
  /** The least free space that was seen, bytes. */
  tempFreeBytes: number | null;
  dirFreeBytes: number | null;
}

const columns = ['openFiles', 'threads', 'cpuMs', 'tempFreeBytes', 'dirFreeBytes'] as const;

/**
 * Reads usage.csv (header `elapsedMs,openFiles,threads,cpuMs,tempFreeBytes,dirFreeBytes`, a cell may be empty): the peaks, and
 * the lowest free space. A cut last line is left out.
 */
export function parseUsage(csv: string | null): Usage {
  const usage: Usage = {
    samples: 0,
    openFiles: null,
    threads: null,
    cpuMs: null,
    tempFreeBytes: null,
    dirFreeBytes: null,
  };
  const lines = (csv ?? '').split('\n');
  lines.pop();
  for (const line of lines.slice(1)) {
    if (!/^\d+(?:,\d*){5}$/.test(line)) continue;
    usage.samples++;
    const cells = line.split(',').slice(1);
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? '';
      if (cell === '') continue;
      const worst = column.endsWith('FreeBytes') ? Math.min : Math.max;
      usage[column] = worst(usage[column] ?? Number(cell), Number(cell));
    }
  }
  return usage;
}
