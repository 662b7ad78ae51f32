import type { ParsedCrash } from '../parsed-crash.ts';
import { isRuntime } from '../standard-library.ts';

const printers = /^runtime\/debug\.(?:Stack|PrintStack)$/;

/**
 * Whether a program printed this trace by itself after it had recovered: the stack begins where it asked for it, or in a deferred
 * call below which the panic still stands (a second panic of such a call would be part of the chain).
 */
export function isLogged({
  kind,
  panics,
  signal,
  stacks,
}: Pick<ParsedCrash, 'kind' | 'panics' | 'signal' | 'stacks'>): boolean {
  if (kind !== 'panic') return false;
  const frames = stacks[0]?.goroutine.frames ?? [];
  if (printers.test(frames[0]?.function ?? '')) return true;
  if (panics.length !== 1 || panics[0]?.recovered === true || signal !== null) return false;
  const panic = frames.findIndex(({ function: name }) => name === 'panic');
  return panic > 0 && !frames.slice(0, panic).every(isRuntime);
}
