import type { Goroutine } from '../crash/goroutines/goroutine.ts';
import { createGoroutineParser } from '../crash/goroutines/goroutines.ts';

/** leaks.txt of an attempt: the goroutines that were left over when the tests of a package had ended. */
export interface LeaksFile {
  /** The runtime proves that nothing can wake them; else they are what was left over. */
  proof: boolean;
  /** How many there were, as far as they were counted. */
  total: number;
  /** All of them are listed. */
  whole: boolean;
  goroutines: readonly Goroutine[];
}

/** The agent writes 4 MiB at most, and a little more for what stands before the stacks. */
export const maxLeaksBytes = (4 << 20) + 4096;

const limits = { goroutines: 2000, stackFrames: 200, frames: 50_000 };
const maxHeadChars = 400;
// crash-guard-leaks 1
// proof 1
// cut 0
// total 3
const head =
  /^crash-guard-leaks 1\nproof (?<proof>[01])\ncut (?<cut>[01])\ntotal (?<total>\d{1,15})\n(?:\n|$)/;

/**
 * Reads leaks.txt (src/probe/agent): four lines, then stacks as runtime.Stack prints them. Null for what is no such file. A file that
 * stops early has fewer goroutines than `total` says.
 */
export function parseLeaksFile(text: string | null): LeaksFile | null {
  if (text === null) return null;
  const found = head.exec(text.slice(0, maxHeadChars));
  if (found === null) return null;
  const parser = createGoroutineParser(undefined, limits);
  for (const line of text.slice(found[0].length).split('\n')) parser.push(line);
  parser.end();
  const { proof, cut, total } = found.groups ?? {};
  const { goroutines } = parser;
  return {
    proof: proof === '1',
    total: Math.max(Number(total), goroutines.length),
    whole: cut === '0' && goroutines.length >= Number(total),
    goroutines,
  };
}
