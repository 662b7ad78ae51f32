import type { Frame } from '../frame.ts';
import type { Goroutine } from '../goroutines/goroutine.ts';

/** The runtime shows fifty frames of each end, before Go 1.21 the innermost hundred. */
const maxFrames = 200;

/**
 * The calls that repeat on a stack without end, from the innermost out, each once; the entry of a function, where the stack ran
 * out, is none of them. `entered` is the one through which the circle was entered, where the stack's outer end is shown.
 */
export function recursionOf({ frames, elided }: Goroutine): {
  members: Frame[];
  entered: Frame | null;
} {
  const shown = elided !== null && elided.after < frames.length ? elided.after : frames.length;
  const inner = frames.slice(0, Math.min(shown, maxFrames));
  const counts = new Map<string, number>();
  for (const frame of inner) counts.set(keyOf(frame), (counts.get(keyOf(frame)) ?? 0) + 1);
  const seen = new Set<string>();
  const members = inner.filter((frame) => {
    const key = keyOf(frame);
    if ((counts.get(key) ?? 0) < 2 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const toTheEnd = elided === null || elided.after < frames.length;
  const entered = toTheEnd ? frames.findLast((frame) => seen.has(keyOf(frame))) : undefined;
  return { members, entered: entered ?? null };
}

function keyOf({ function: name, file, line }: Frame): string {
  return `${name}\n${file}\n${String(line)}`;
}
