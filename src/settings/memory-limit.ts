import { parsePercent, parseSize, sizeUnits } from './size.ts';

/** The ceiling for everything that a leg runs, as the user asked for it. */
export type MemoryLimit =
  | { kind: 'default' }
  | { kind: 'bytes'; bytes: number }
  /** A share of what this job may use. */
  | { kind: 'percent'; percent: number }
  | { kind: 'off' };

export const memoryLimitFix = `give a size such as 2GiB or 512MiB (units: ${sizeUnits}), a share of what this job may use such as 80%, or off`;

/** Below this not even the go command starts, so the number was hardly meant. */
const leastBytes = 16 * 1024 ** 2;

/** Reads `2GiB`, `80%` or `off`; or says, to follow the quoted text, why it is no memory limit. */
export function parseMemoryLimit(text: string): MemoryLimit | { problem: string } {
  if (text === 'off') return { kind: 'off' };
  const percent = parsePercent(text);
  if (percent !== null) {
    if (percent > 100) return { problem: 'is more than all of the memory' };
    return percent > 0 ? { kind: 'percent', percent } : { problem: 'leaves nothing to run in' };
  }
  const bytes = parseSize(text);
  if (bytes !== null) {
    if (bytes === 0) return { problem: 'leaves nothing to run in' };
    if (bytes < leastBytes)
      return { problem: 'is too little for the go command, which needs more than 16MiB' };
    return { kind: 'bytes', bytes };
  }
  if (/^0+$/.test(text)) return { problem: 'leaves nothing to run in' };
  if (/^\d+(?:\.\d+)?$/.test(text)) return { problem: 'has no unit' };
  return { problem: 'is no memory limit' };
}
